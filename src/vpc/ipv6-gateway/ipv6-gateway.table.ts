import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Ipv6Gateway } from './ipv6-gateway.ts';

export const ipv6GatewayTable = tableOf<Ipv6Gateway>('ipv6_gateway', [
  'ipv6GatewayId',
  'accountId',
  'regionId',
  'vpcId',
  'ipv6GatewayName',
  'description',
  'status',
  'resourceGroupId',
  'createdAtMs',
]);

const selectOne = ipv6GatewayTable.select('WHERE ipv6_gateway_id = ?');
const selectOfVpc = ipv6GatewayTable.select('WHERE vpc_id = ?');
const updateOne = sql(
  'UPDATE ipv6_gateway SET ipv6_gateway_name = ?, description = ?, status = ? WHERE ipv6_gateway_id = ?',
);
const deleteOne = sql('DELETE FROM ipv6_gateway WHERE ipv6_gateway_id = ?');

/** The IPv6 gateway of this id, whoever owns it. */
export function findAnyIpv6Gateway(tx: Transaction, ipv6GatewayId: string): Promise<Ipv6Gateway | undefined> {
  return tx.one(selectOne, ipv6GatewayId);
}

/** The account's IPv6 gateway of this id in this region; in any region when the region is undefined. */
export async function findIpv6Gateway(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  ipv6GatewayId: string,
): Promise<Ipv6Gateway | undefined> {
  const gateway = await findAnyIpv6Gateway(tx, ipv6GatewayId);
  const visible = gateway?.accountId === accountId && (regionId === undefined || gateway.regionId === regionId);
  return visible ? gateway : undefined;
}

/** The VPC's IPv6 gateway, in whatever state. */
export function ipv6GatewayOf(tx: Transaction, vpcId: string): Promise<Ipv6Gateway | undefined> {
  return tx.one(selectOfVpc, vpcId);
}

export async function insertIpv6Gateway(tx: Transaction, gateway: Ipv6Gateway): Promise<void> {
  await tx.run(ipv6GatewayTable.insert, ...ipv6GatewayTable.values(gateway));
}

/** Stores what can change of a gateway: name, description and status. */
export async function saveIpv6Gateway(tx: Transaction, changed: Ipv6Gateway): Promise<void> {
  await tx.run(updateOne, changed.ipv6GatewayName, changed.description, changed.status, changed.ipv6GatewayId);
}

export async function removeIpv6Gateway(tx: Transaction, ipv6GatewayId: string): Promise<void> {
  await tx.run(deleteOne, ipv6GatewayId);
}
