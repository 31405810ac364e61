import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findVSwitch, saveRouteTableOf, vSwitchResource } from '../vswitch/v-switch.table.ts';
import { findRouteTable, systemRouteTableOf } from './route-table.table.ts';

/**
 * Has a vSwitch use the system route table again. The vSwitch is Pending until that is done.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/UnassociateRouteTable
 */
export const unassociateRouteTable = operation('Vpc', 'UnassociateRouteTable', {
  permits: ['vswitch/{VSwitchId}'],
  async execute({ RouteTableId: id, VSwitchId: vSwitchId }, { tx, accountId, regionId, transitions }) {
    const routeTable = await findRouteTable(tx, accountId, regionId, id);
    if (routeTable === undefined) return refuse('InvalidRouteTableId.NotFound', { id });
    const vSwitch = await findVSwitch(tx, accountId, regionId, vSwitchId);
    if (vSwitch === undefined) return refuse('InvalidVSwitchId.NotFound', { id: vSwitchId });
    if (routeTable.routeTableType === 'System') return refuse('OperationUnsupported.SystemRouteTable', { id });
    if (vSwitch.routeTableId !== id) return refuse('InvalidBindingStatus.RouteTable', { vSwitchId, id });
    const { status } = vSwitch;
    if (status !== 'Available') return refuse('IncorrectVSwitchStatus', { id: vSwitchId, status });
    await saveRouteTableOf(tx, vSwitchId, await systemRouteTableOf(tx, vSwitch.vpcId));
    await transitions.schedule(vSwitchResource, vSwitchId, 'unassociate-route-table');
    return {};
  },
});
