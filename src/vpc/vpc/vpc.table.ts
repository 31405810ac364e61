import { type Flag, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';

/** A VPC is Pending until its creation is done. */
export interface Vpc {
  readonly vpcId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly vpcName: string;
  readonly description: string;
  readonly cidrBlock: string;
  readonly status: 'Pending' | 'Available';
  readonly isDefault: Flag;
  /** CIDR blocks of the user's side, separated by commas. */
  readonly userCidrs: string;
  readonly dnsHostnameStatus: 'ENABLED' | 'DISABLED';
  readonly classicLinkEnabled: Flag;
  readonly vRouterId: string;
  readonly vRouterName: string;
  readonly vRouterDescription: string;
  readonly resourceGroupId: string;
  /** A /56, or empty while IPv6 is off. */
  readonly ipv6CidrBlock: string;
  /** Who announces that block; empty while IPv6 is off. */
  readonly ipv6Isp: string;
  readonly createdAtMs: number;
}

/** Under this name VPCs' delayed changes are recorded. */
export const vpcResource = 'vpc';

/** The tag resource type of VPCs. */
export const vpcTags = 'vpc/VPC';

export const vpcTable = tableOf<Vpc>('vpc', [
  'vpcId',
  'accountId',
  'regionId',
  'vpcName',
  'description',
  'cidrBlock',
  'status',
  'isDefault',
  'userCidrs',
  'dnsHostnameStatus',
  'classicLinkEnabled',
  'vRouterId',
  'vRouterName',
  'vRouterDescription',
  'resourceGroupId',
  'ipv6CidrBlock',
  'ipv6Isp',
  'createdAtMs',
]);

const selectOne = vpcTable.select('WHERE vpc_id = ? AND account_id = ?');
const updateAttributes = sql(
  `UPDATE vpc SET vpc_name = ?, description = ?, cidr_block = ?, dns_hostname_status = ?, ipv6_cidr_block = ?,
   ipv6_isp = ? WHERE vpc_id = ?`,
);
const makeAvailable = sql(`UPDATE vpc SET status = 'Available' WHERE vpc_id = ? AND status = 'Pending'`);
const deleteOne = sql('DELETE FROM vpc WHERE vpc_id = ?');
// The second term lets the index of the blocks that there are serve.
const selectByIpv6CidrBlock = sql<{ vpcId: string }>(
  `SELECT vpc_id AS "vpcId" FROM vpc WHERE ipv6_cidr_block = ? AND ipv6_cidr_block <> ''
   UNION ALL SELECT vpc_id FROM vpc_cidr_block WHERE cidr_block = ? AND ip_version = 'IPV6'`,
);
const selectDefault = vpcTable.select('WHERE account_id = ? AND region_id = ? AND is_default = 1');
const selectByVRouter = vpcTable.select('WHERE v_router_id = ? AND account_id = ?');
const updateClassicLink = sql('UPDATE vpc SET classic_link_enabled = ? WHERE vpc_id = ?');
const updateVRouter = sql('UPDATE vpc SET v_router_name = ?, v_router_description = ? WHERE vpc_id = ?');
const selectSecurityGroup = sql<{ securityGroupId: string }>(
  'SELECT security_group_id AS "securityGroupId" FROM security_group WHERE vpc_id = ? LIMIT 1',
);

/** The account's VPC of this id in this region; in any region when the region is undefined. */
export async function findVpc(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  vpcId: string,
): Promise<Vpc | undefined> {
  const vpc = await tx.one(selectOne, vpcId, accountId);
  return vpc && (regionId === undefined || vpc.regionId === regionId) ? vpc : undefined;
}

/** The account's default VPC in the region. */
export function findDefaultVpc(tx: Transaction, accountId: string, regionId: string): Promise<Vpc | undefined> {
  return tx.one(selectDefault, accountId, regionId);
}

/** The account's VPC with this router, in this region; in any region when the region is undefined. */
export async function findVpcOfVRouter(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  vRouterId: string,
): Promise<Vpc | undefined> {
  const vpc = await tx.one(selectByVRouter, vRouterId, accountId);
  return vpc && (regionId === undefined || vpc.regionId === regionId) ? vpc : undefined;
}

export async function saveClassicLink(tx: Transaction, vpcId: string, classicLinkEnabled: Flag): Promise<void> {
  await tx.run(updateClassicLink, classicLinkEnabled, vpcId);
}

/** Stores name and description of a VPC's router. */
export async function saveVRouter(tx: Transaction, { vRouterName, vRouterDescription, vpcId }: Vpc): Promise<void> {
  await tx.run(updateVRouter, vRouterName, vRouterDescription, vpcId);
}

export async function insertVpc(tx: Transaction, vpc: Vpc): Promise<void> {
  await tx.run(vpcTable.insert, ...vpcTable.values(vpc));
}

/** Stores what can be modified of a VPC. */
export async function saveVpcAttributes(tx: Transaction, changed: Vpc): Promise<void> {
  const { vpcName, description, cidrBlock, dnsHostnameStatus, ipv6CidrBlock, ipv6Isp, vpcId } = changed;
  await tx.run(updateAttributes, vpcName, description, cidrBlock, dnsHostnameStatus, ipv6CidrBlock, ipv6Isp, vpcId);
}

export async function makeVpcAvailable(tx: Transaction, vpcId: string): Promise<void> {
  await tx.run(makeAvailable, vpcId);
}

/** Takes a VPC out of existence, its route tables with it. */
export async function removeVpc(tx: Transaction, vpcId: string): Promise<void> {
  await tx.run(deleteOne, vpcId);
}

/** Whether some VPC, whoever owns it, has the IPv6 block. */
export async function hasIpv6CidrBlock(tx: Transaction, cidrBlock: string): Promise<boolean> {
  return (await tx.one(selectByIpv6CidrBlock, cidrBlock, cidrBlock)) !== undefined;
}

/** Some security group of the VPC, or undefined when it has none. */
export async function securityGroupIn(tx: Transaction, vpcId: string): Promise<string | undefined> {
  return (await tx.one(selectSecurityGroup, vpcId))?.securityGroupId;
}
