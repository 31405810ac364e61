import { removeTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { returnQuota } from '../../operation/quota-usage.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { eraseIpv6Gateway } from '../ipv6-gateway/erasure.ts';
import { ipv6GatewayOf } from '../ipv6-gateway/ipv6-gateway.table.ts';
import { refuse } from '../refusals.ts';
import { routeEntriesIn } from '../route-entry/route-entry.table.ts';
import { customRouteTablesOf, routeTableIdsOf, routeTableTags } from '../route-table/route-table.table.ts';
import { vSwitchRangesIn } from '../vswitch/v-switch.table.ts';
import { findVpc, removeVpc, securityGroupIn, vpcTags } from './vpc.table.ts';

/**
 * Deletes an available VPC that nothing is left in but its system route table; it is gone when the call returns. With
 * ForceDelete an IPv6 gateway that no address has bandwidth through goes with it, and the routes that lead there.
 */
export const deleteVpc = operation('Vpc', 'DeleteVpc', {
  permits: ['vpc/{VpcId}'],
  async execute({ VpcId: id, ForceDelete, DryRun }, { tx, accountId, regionId, regionGiven }) {
    const vpc = await findVpc(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id });
    if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id, status: vpc.status });
    const [vSwitch] = await vSwitchRangesIn(tx, id);
    if (vSwitch !== undefined) return refuse('DependencyViolation.VSwitch', { id, vSwitchId: vSwitch.vSwitchId });
    const securityGroupId = await securityGroupIn(tx, id);
    if (securityGroupId !== undefined) return refuse('DependencyViolation.SecurityGroup', { id, securityGroupId });
    const gateway = await ipv6GatewayOf(tx, id);
    if (gateway && ForceDelete !== true) return refuse('DependencyViolation.Ipv6Gateway', { ...gateway, id });
    const custom = await customDependencyOf(tx, id, gateway?.ipv6GatewayId);
    if (custom) return custom;
    if (DryRun === true) return refuse('DryRunOperation');
    if (gateway) await eraseIpv6Gateway(tx, gateway);
    for (const { routeTableId } of await routeTableIdsOf(tx, '?', [id])) {
      await removeTags({ tx, ...vpc }, routeTableTags, routeTableId);
    }
    await removeTags({ tx, ...vpc }, vpcTags, id);
    await removeVpc(tx, id);
    await returnQuota({ tx, accountId, regionId: vpc.regionId }, 'vpcs', 1);
    return {};
  },
});

/** A custom route table of the VPC, or an entry that leads to something else than its gateway, if there is one. */
async function customDependencyOf(
  tx: Transaction,
  id: string,
  ipv6GatewayId: string | undefined,
): Promise<Refusal | undefined> {
  const [routeTable] = await customRouteTablesOf(tx, id);
  if (routeTable) return refuse('DependencyViolation.CustomRouteTable', { ...routeTable, id });
  const entry = (await routeEntriesIn(tx, id)).find(({ nextHopId }) => nextHopId !== ipv6GatewayId);
  return entry && refuse('DependencyViolation.RouteEntry', { ...entry, id });
}
