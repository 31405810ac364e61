import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Ipv6InternetBandwidth } from './ipv6-internet-bandwidth.ts';

const bandwidthTable = tableOf<Ipv6InternetBandwidth>('ipv6_internet_bandwidth', [
  'ipv6InternetBandwidthId',
  'accountId',
  'regionId',
  'ipv6GatewayId',
  'vSwitchId',
  'address',
  'bandwidthMbps',
  'internetChargeType',
  'createdAtMs',
]);

const selectOne = bandwidthTable.select('WHERE ipv6_internet_bandwidth_id = ?');
const selectOfAddress = bandwidthTable.select('WHERE v_switch_id = ? AND address = ?');
const selectThrough = sql<{ id: string }>(
  'SELECT ipv6_internet_bandwidth_id AS "id" FROM ipv6_internet_bandwidth WHERE ipv6_gateway_id = ? LIMIT 1',
);
const updateOne = sql('UPDATE ipv6_internet_bandwidth SET bandwidth_mbps = ? WHERE ipv6_internet_bandwidth_id = ?');
const deleteOne = sql('DELETE FROM ipv6_internet_bandwidth WHERE ipv6_internet_bandwidth_id = ?');

/** The account's bandwidth of this id in this region. */
export async function findBandwidth(
  tx: Transaction,
  accountId: string,
  regionId: string,
  id: string,
): Promise<Ipv6InternetBandwidth | undefined> {
  const found = await tx.one(selectOne, id);
  return found?.accountId === accountId && found.regionId === regionId ? found : undefined;
}

/** The bandwidth of an address, if it has any. */
export function bandwidthOf(
  tx: Transaction,
  { vSwitchId, address }: { readonly vSwitchId: string; readonly address: string },
): Promise<Ipv6InternetBandwidth | undefined> {
  return tx.one(selectOfAddress, vSwitchId, address);
}

/** Some bandwidth that goes through the gateway, or undefined. */
export async function bandwidthThrough(tx: Transaction, ipv6GatewayId: string): Promise<string | undefined> {
  return (await tx.one(selectThrough, ipv6GatewayId))?.id;
}

export async function insertBandwidth(tx: Transaction, bandwidth: Ipv6InternetBandwidth): Promise<void> {
  await tx.run(bandwidthTable.insert, ...bandwidthTable.values(bandwidth));
}

export async function saveBandwidth(tx: Transaction, changed: Ipv6InternetBandwidth): Promise<void> {
  await tx.run(updateOne, changed.bandwidthMbps, changed.ipv6InternetBandwidthId);
}

export async function removeBandwidth(tx: Transaction, id: string): Promise<void> {
  await tx.run(deleteOne, id);
}
