import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findRouteTable, saveRouteTable } from './route-table.table.ts';
import { changedRouteTableDescription, changedRouteTableName } from './rules.ts';

/**
 * Changes name, description or route propagation of a route table, the system one of a VPC included; empty text clears
 * name and description.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/ModifyRouteTableAttributes
 */
export const modifyRouteTableAttributes = operation('Vpc', 'ModifyRouteTableAttributes', {
  permits: ['routetable/{RouteTableId}'],
  keepEmpty: ['RouteTableName', 'Description'],
  rules: { RouteTableName: changedRouteTableName, Description: changedRouteTableDescription },

  async execute(parameters, { tx, accountId, regionId }) {
    const { RouteTableId: id, RoutePropagationEnable: propagation } = parameters;
    const routeTable = await findRouteTable(tx, accountId, regionId, id);
    if (routeTable === undefined) return refuse('Abs.InvalidRouteTableId.NotExist', { id });
    const { status } = routeTable;
    if (status !== 'Available') return refuse('IncorrectStatus.RouteTable', { id, status });
    await saveRouteTable(tx, {
      ...routeTable,
      routeTableName: parameters.RouteTableName ?? routeTable.routeTableName,
      description: parameters.Description ?? routeTable.description,
      routePropagationEnable: propagation === undefined ? routeTable.routePropagationEnable : propagation ? 1 : 0,
    });
    return {};
  },
});
