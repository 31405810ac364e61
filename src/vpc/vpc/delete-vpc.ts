import { removeTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { returnQuota } from '../../operation/quota-usage.ts';
import { refuse } from '../refusals.ts';
import { routeTableIdsOf, routeTableTags } from '../route-table/route-table.table.ts';
import { vSwitchRangesIn } from '../vswitch/v-switch.table.ts';
import { findVpc, removeVpc, securityGroupIn, vpcTags } from './vpc.table.ts';

/**
 * Deletes an available VPC that has neither vSwitches nor security groups left; it is gone when the call returns, its
 * route tables with it. ForceDelete concerns gateways only, of which there are none.
 */
export const deleteVpc = operation('Vpc', 'DeleteVpc', {
  permits: ['vpc/{VpcId}'],
  async execute({ VpcId: id, DryRun }, { tx, accountId, regionId, regionGiven }) {
    const vpc = await findVpc(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id });
    if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id, status: vpc.status });
    const [vSwitch] = await vSwitchRangesIn(tx, id);
    if (vSwitch !== undefined) return refuse('DependencyViolation.VSwitch', { id, vSwitchId: vSwitch.vSwitchId });
    const securityGroupId = await securityGroupIn(tx, id);
    if (securityGroupId !== undefined) return refuse('DependencyViolation.SecurityGroup', { id, securityGroupId });
    if (DryRun === true) return refuse('DryRunOperation');
    for (const { routeTableId } of await routeTableIdsOf(tx, '?', [id])) {
      await removeTags({ tx, ...vpc }, routeTableTags, routeTableId);
    }
    await removeTags({ tx, ...vpc }, vpcTags, id);
    await removeVpc(tx, id);
    await returnQuota({ tx, accountId, regionId: vpc.regionId }, 'vpcs', 1);
    return {};
  },
});
