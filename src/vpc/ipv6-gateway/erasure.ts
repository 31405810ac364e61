import { removeTags } from '../../ecs/tag/tags.ts';
import type { Transaction } from '../../store/store.ts';
import { removeRouteEntriesTo } from '../route-entry/route-entry.table.ts';
import { removeIpv6Gateway } from './ipv6-gateway.table.ts';
import { type Ipv6Gateway, ipv6GatewayTags } from './ipv6-gateway.ts';

/** Takes a gateway out of existence, and the routes that lead to it. */
export async function eraseIpv6Gateway(tx: Transaction, gateway: Ipv6Gateway): Promise<void> {
  const { ipv6GatewayId } = gateway;
  await removeRouteEntriesTo(tx, ipv6GatewayId);
  await removeTags({ tx, ...gateway }, ipv6GatewayTags, ipv6GatewayId);
  await removeIpv6Gateway(tx, ipv6GatewayId);
}
