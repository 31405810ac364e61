import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { sizeOf, usable } from './address-range.ts';

export interface VSwitch {
  readonly vSwitchId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly vpcId: string;
  readonly zoneId: string;
  readonly vSwitchName: string;
  readonly description: string;
  readonly cidrBlock: string;
  readonly firstAddress: number;
  readonly lastAddress: number;
  readonly status: 'Pending' | 'Available';
  readonly isDefault: 0 | 1;
  readonly routeTableId: string;
  readonly resourceGroupId: string;
  readonly createdAtMs: number;
}

export const vSwitchTable = tableOf<VSwitch>('v_switch', [
  'vSwitchId',
  'accountId',
  'regionId',
  'vpcId',
  'zoneId',
  'vSwitchName',
  'description',
  'cidrBlock',
  'firstAddress',
  'lastAddress',
  'status',
  'isDefault',
  'routeTableId',
  'resourceGroupId',
  'createdAtMs',
]);

const selectOne = vSwitchTable.select('WHERE v_switch_id = ? AND account_id = ?');
const selectUsed = sql<{ used: number }>(
  'SELECT COALESCE(SUM(used), 0) AS "used" FROM address_block WHERE v_switch_id = ?',
);

/** The account's vSwitch of this id in this region; in any region when the region is undefined. */
export async function findVSwitch(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  vSwitchId: string,
): Promise<VSwitch | undefined> {
  const vSwitch = await tx.one(selectOne, vSwitchId, accountId);
  return vSwitch && (regionId === undefined || vSwitch.regionId === regionId) ? vSwitch : undefined;
}

/** How many addresses of the vSwitch are idle: its capacity less what network interfaces hold. */
export async function availableIpAddressCount(tx: Transaction, vSwitch: VSwitch): Promise<number> {
  const used = (await tx.one(selectUsed, vSwitch.vSwitchId))?.used ?? 0;
  return sizeOf(usable({ first: vSwitch.firstAddress, last: vSwitch.lastAddress })) - used;
}
