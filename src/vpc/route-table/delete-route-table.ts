import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { routeEntriesOf } from '../route-entry/route-entry.table.ts';
import { findRouteTable, routeTableResource, saveRouteTable, vSwitchIdsUsing } from './route-table.table.ts';

/**
 * Starts the deletion of a custom route table that no vSwitch uses and no custom entry is in; it is gone soon after. A
 * repeated call sets a stuck one going again.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DeleteRouteTable
 */
export const deleteRouteTable = operation('Vpc', 'DeleteRouteTable', {
  permits: ['routetable/{RouteTableId}'],
  async execute({ RouteTableId: id }, { tx, accountId, regionId, transitions }) {
    const routeTable = await findRouteTable(tx, accountId, regionId, id);
    if (routeTable === undefined) return refuse('InvalidRouteTableId.NotFound', { id });
    if (routeTable.routeTableType === 'System') return refuse('IncorrectRouteTableType', { id });
    const { status } = routeTable;
    const isStuck = (await transitions.pending(routeTableResource, id))?.outcome === 'stick';
    if (status !== 'Available' && !(status === 'Deleting' && isStuck)) {
      return refuse('IncorrectRouteTableStatus', { id, status });
    }
    const [vSwitch] = await vSwitchIdsUsing(tx, '?', [id]);
    if (vSwitch) return refuse('IncorrectRouteTableStatus.Associated', { id, vSwitchId: vSwitch.vSwitchId });
    const [entry] = await routeEntriesOf(tx, [id]);
    if (entry) return refuse('IncorrectRouteTableStatus.RouteEntryExist', { id, routeEntryId: entry.routeEntryId });
    await saveRouteTable(tx, { ...routeTable, status: 'Deleting' });
    await transitions.schedule(routeTableResource, id, 'delete');
    return {};
  },
});
