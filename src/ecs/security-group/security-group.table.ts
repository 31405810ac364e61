import { listSql } from '../../store/placeholders.ts';
import { dynamicSql, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';

export interface SecurityGroup {
  readonly securityGroupId: string;
  readonly accountId: string;
  readonly regionId: string;
  /** Null for groups of the classic network. */
  readonly vpcId: string | null;
  readonly securityGroupName: string;
  readonly description: string;
  /** `normal` is a basic group, `enterprise` an advanced one. */
  readonly securityGroupType: 'normal' | 'enterprise';
  readonly innerAccessPolicy: 'Accept' | 'Drop';
  readonly resourceGroupId: string;
  /** Addresses and prefixes of its members: what its capacity is counted by (ENI-51). */
  readonly privateAddressCount: number;
  readonly createdAtMs: number;
}

export const securityGroupTable = tableOf<SecurityGroup>('security_group', [
  'securityGroupId',
  'accountId',
  'regionId',
  'vpcId',
  'securityGroupName',
  'description',
  'securityGroupType',
  'innerAccessPolicy',
  'resourceGroupId',
  'privateAddressCount',
  'createdAtMs',
]);

const selectOne = securityGroupTable.select('WHERE security_group_id = ?');
const updateOne = sql(
  `UPDATE security_group SET security_group_name = ?, description = ?, inner_access_policy = ?
   WHERE security_group_id = ?`,
);
const deleteOne = sql('DELETE FROM security_group WHERE security_group_id = ?');

/** The account's security group of this id in this region; in any region when the region is undefined. */
export async function findSecurityGroup(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  securityGroupId: string,
): Promise<SecurityGroup | undefined> {
  const group = await tx.one(selectOne, securityGroupId);
  const visible = group?.accountId === accountId && (regionId === undefined || group.regionId === regionId);
  return visible ? group : undefined;
}

const selectNamed = listSql<SecurityGroup>(
  (ids) => `SELECT ${securityGroupTable.columns} FROM security_group WHERE security_group_id IN (${ids})`,
);

/** The security groups of these ids, whoever owns them. */
export function findAnySecurityGroups(tx: Transaction, ids: readonly string[]): Promise<readonly SecurityGroup[]> {
  const { statement, values } = selectNamed.of(ids);
  return tx.all(statement, ...values);
}

export async function insertSecurityGroup(tx: Transaction, group: SecurityGroup): Promise<void> {
  await tx.run(securityGroupTable.insert, ...securityGroupTable.values(group));
}

/** Stores what can be modified of a security group. */
export async function saveSecurityGroup(tx: Transaction, changed: SecurityGroup): Promise<void> {
  const { securityGroupName, description, innerAccessPolicy, securityGroupId } = changed;
  await tx.run(updateOne, securityGroupName, description, innerAccessPolicy, securityGroupId);
}

export async function removeSecurityGroup(tx: Transaction, securityGroupId: string): Promise<void> {
  await tx.run(deleteOne, securityGroupId);
}

/** A page of security groups for conditions put together by the caller, newest first. */
export function selectSecurityGroups(
  tx: Transaction,
  where: string,
  values: readonly (string | number)[],
  limit: number,
  offset: number,
): Promise<readonly SecurityGroup[]> {
  const statement = dynamicSql<SecurityGroup>(
    `SELECT ${securityGroupTable.columns} FROM security_group WHERE ${where}
     ORDER BY security_group.created_at_ms DESC, security_group.security_group_id DESC LIMIT ? OFFSET ?`,
  );
  return tx.all(statement, ...values, limit, offset);
}

export async function countSecurityGroups(
  tx: Transaction,
  where: string,
  values: readonly (string | number)[],
): Promise<number> {
  const statement = dynamicSql<{ count: number }>(`SELECT COUNT(*) AS "count" FROM security_group WHERE ${where}`);
  return (await tx.one(statement, ...values))?.count ?? 0;
}
