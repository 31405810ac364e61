import type { ChangeContext } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import { insertRouteEntry, routeEntriesOf } from '../route-entry/route-entry.table.ts';
import { systemRouteTableOf } from '../route-table/route-table.table.ts';
import type { Ipv6Gateway } from './ipv6-gateway.ts';

const everywhere = '::/0';

/** Has the default route of the VPC's system route table lead to a new gateway, unless the table has one. */
export async function addDefaultRoute(
  { accountId, regionId, vpcId, ipv6GatewayId }: Ipv6Gateway,
  { tx, nowMs, random }: Pick<ChangeContext, 'tx' | 'nowMs' | 'random'>,
): Promise<void> {
  const routeTableId = await systemRouteTableOf(tx, vpcId);
  const entries = await routeEntriesOf(tx, [routeTableId]);
  if (entries.some(({ destinationCidrBlock }) => destinationCidrBlock === everywhere)) return;
  await insertRouteEntry(tx, {
    routeEntryId: newId('rte', { regionId, nowMs, random }),
    accountId,
    regionId,
    vpcId,
    routeTableId,
    destinationCidrBlock: everywhere,
    nextHopType: 'IPv6Gateway',
    nextHopId: ipv6GatewayId,
    routeEntryName: '',
    description: '',
    status: 'Available',
    createdAtMs: nowMs,
    modifiedAtMs: nowMs,
  });
}
