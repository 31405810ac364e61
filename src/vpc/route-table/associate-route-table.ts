import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findVSwitch, saveRouteTableOf, vSwitchResource } from '../vswitch/v-switch.table.ts';
import { findRouteTable, systemRouteTableOf } from './route-table.table.ts';

/**
 * Has a vSwitch use a custom route table of its VPC in place of the system one. The vSwitch is Pending until that is
 * done.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/AssociateRouteTable
 */
export const associateRouteTable = operation('Vpc', 'AssociateRouteTable', {
  permits: ['vswitch/{VSwitchId}'],
  async execute({ RouteTableId: id, VSwitchId: vSwitchId }, { tx, accountId, regionId, transitions }) {
    const routeTable = await findRouteTable(tx, accountId, regionId, id);
    if (routeTable === undefined) return refuse('InvalidRouteTableId.NotFound', { id });
    const vSwitch = await findVSwitch(tx, accountId, regionId, vSwitchId);
    if (vSwitch === undefined) return refuse('InvalidVSwitchId.NotFound', { id: vSwitchId });
    if (vSwitch.vpcId !== routeTable.vpcId) return refuse('Forbidden.NotInSameVpc', { vSwitchId, id });
    if (routeTable.routeTableType === 'System') return refuse('OperationDenied.SwitchToSystemRouteTable', { id });
    const { status } = routeTable;
    if (status !== 'Available') return refuse('IncorrectStatus.RouteTable', { id, status });
    if (vSwitch.status !== 'Available')
      return refuse('IncorrectVSwitchStatus', { id: vSwitchId, status: vSwitch.status });
    const { routeTableId: used } = vSwitch;
    if (used !== (await systemRouteTableOf(tx, vSwitch.vpcId))) {
      return refuse('ResourceAlreadyAssociated.RouteTable', { vSwitchId, id: used });
    }
    await saveRouteTableOf(tx, vSwitchId, id);
    await transitions.schedule(vSwitchResource, vSwitchId, 'associate-route-table');
    return {};
  },
});
