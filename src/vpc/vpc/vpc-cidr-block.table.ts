import { listSql } from '../../store/placeholders.ts';
import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Vpc } from './vpc.table.ts';

/** A further CIDR block of a VPC, beside the ones it was made with. */
export interface VpcCidrBlock {
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly accountId: string;
  readonly ipVersion: 'IPV4' | 'IPV6';
  /** Who announces an IPv6 block; empty for IPv4. */
  readonly ipv6Isp: string;
  readonly createdAtMs: number;
}

const vpcCidrBlockTable = tableOf<VpcCidrBlock>('vpc_cidr_block', [
  'vpcId',
  'cidrBlock',
  'accountId',
  'ipVersion',
  'ipv6Isp',
  'createdAtMs',
]);

const selectOfAll = listSql<VpcCidrBlock>(
  (ids) =>
    `SELECT ${vpcCidrBlockTable.columns} FROM vpc_cidr_block WHERE vpc_id IN (${ids}) ORDER BY created_at_ms, cidr_block`,
);
const deleteOne = sql('DELETE FROM vpc_cidr_block WHERE vpc_id = ? AND cidr_block = ?');
const deleteIpv6 = sql(`DELETE FROM vpc_cidr_block WHERE vpc_id = ? AND ip_version = 'IPV6'`);

/** The secondary CIDR blocks of several VPCs, each VPC's oldest first. */
export async function secondaryBlocksOf(tx: Transaction, vpcIds: readonly string[]): Promise<readonly VpcCidrBlock[]> {
  if (vpcIds.length === 0) return [];
  const { statement, values } = selectOfAll.of(vpcIds);
  return tx.all(statement, ...values);
}

export async function insertVpcCidrBlock(tx: Transaction, block: VpcCidrBlock): Promise<void> {
  await tx.run(vpcCidrBlockTable.insert, ...vpcCidrBlockTable.values(block));
}

export async function removeVpcCidrBlock(tx: Transaction, { vpcId, cidrBlock }: VpcCidrBlock): Promise<void> {
  await tx.run(deleteOne, vpcId, cidrBlock);
}

/** Removes every secondary IPv6 block of a VPC. */
export async function removeIpv6CidrBlocks(tx: Transaction, vpcId: string): Promise<void> {
  await tx.run(deleteIpv6, vpcId);
}

/** Where a VPC's vSwitches can be: its first block of each family and then the secondary ones; none of IPv6 while it is off. */
export interface VpcBlocks {
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
}

export async function blocksOf(tx: Transaction, { vpcId, cidrBlock, ipv6CidrBlock }: Vpc): Promise<VpcBlocks> {
  const secondary = await secondaryBlocksOf(tx, [vpcId]);
  const of = (version: VpcCidrBlock['ipVersion']) =>
    secondary.filter(({ ipVersion }) => ipVersion === version).map((block) => block.cidrBlock);
  return { ipv4: [cidrBlock, ...of('IPV4')], ipv6: ipv6CidrBlock === '' ? [] : [ipv6CidrBlock, ...of('IPV6')] };
}
