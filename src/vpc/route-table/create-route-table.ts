import { putTags } from '../../ecs/tag/tags.ts';
import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { newTags } from '../tag/rules.ts';
import { findVpc } from '../vpc/vpc.table.ts';
import { customRouteTablesOf, insertRouteTable, routeTableResource, routeTableTags } from './route-table.table.ts';
import { newRouteTableDescription, newRouteTableName } from './rules.ts';

const associateTypes = ['VSwitch', 'Gateway'];

/**
 * Creates a custom route table for vSwitches; it is Pending first and Available soon after.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/CreateRouteTable
 */
export const createRouteTable = operation('Vpc', 'CreateRouteTable', {
  permits: ['routetable/*'],
  rules: {
    RouteTableName: newRouteTableName,
    Description: newRouteTableDescription,
    AssociateType: (value) => {
      if (value === 'VSwitch') return undefined;
      return value === 'Gateway'
        ? refuse('UnsupportedRegion', { value })
        : refuse('AssociateType', { value, allowed: associateTypes.join(', ') });
    },
    Tag: newTags,
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId, nowMs, transitions } = context;
    const { VpcId: vpcId } = parameters;
    const vpc = await findVpc(tx, accountId, regionId, vpcId);
    if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id: vpcId });
    if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id: vpcId, status: vpc.status });
    const limit = context.quota('route-tables-per-vpc');
    const custom = await customRouteTablesOf(tx, vpcId);
    if (custom.length >= limit) return refuse('QuotaExceeded.RouteTable', { limit, id: vpcId });
    const routeTableId = newId('vtb', context);
    await insertRouteTable(tx, {
      routeTableId,
      accountId,
      regionId,
      vpcId,
      vRouterId: vpc.vRouterId,
      routeTableType: 'Custom',
      routeTableName: parameters.RouteTableName ?? '',
      description: parameters.Description ?? '',
      resourceGroupId: vpc.resourceGroupId,
      status: 'Pending',
      routePropagationEnable: 1,
      createdAtMs: nowMs,
    });
    await putTags(context, routeTableTags, routeTableId, parameters.Tag);
    await transitions.schedule(routeTableResource, routeTableId, 'create');
    return { RouteTableId: routeTableId };
  },
});
