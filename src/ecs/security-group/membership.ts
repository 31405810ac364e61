import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { listSql } from '../../store/placeholders.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import { groupsFitInterface } from './rule-limits.ts';
import { findSecurityGroup, type SecurityGroup } from './security-group.table.ts';

/** A network interface's place in one security group. */
export interface Membership {
  readonly networkInterfaceId: string;
  readonly securityGroupId: string;
  readonly position: number;
}

const insertMember = sql(
  'INSERT INTO security_group_member (network_interface_id, position, security_group_id) VALUES (?, ?, ?)',
);
const deleteMember = sql('DELETE FROM security_group_member WHERE network_interface_id = ? AND position = ?');
const deleteMemberships = sql('DELETE FROM security_group_member WHERE network_interface_id = ?');
const selectMemberships = sql<Membership>(
  `SELECT network_interface_id AS "networkInterfaceId", security_group_id AS "securityGroupId", position
   FROM security_group_member WHERE network_interface_id = ? ORDER BY position`,
);
const selectFirstMember = sql<Membership>(
  `SELECT network_interface_id AS "networkInterfaceId", security_group_id AS "securityGroupId", position
   FROM security_group_member WHERE security_group_id = ? LIMIT 1`,
);
const addToCount = sql(
  'UPDATE security_group SET private_address_count = private_address_count + ? WHERE security_group_id = ?',
);
// What a request has read of a group may be behind what it made members of it since.
const addWithinLimit = sql(
  `UPDATE security_group SET private_address_count = private_address_count + ?
   WHERE security_group_id = ? AND private_address_count + ? <= ?`,
);

/**
 * Looks the groups of a request up and checks that one interface of `vpcId` may be in all of them together:
 * they exist, are of that VPC, not too many, of one type, not repeated, and have not too many rules together.
 */
export async function groupsToJoin(
  context: OperationContext,
  ids: readonly string[],
  vpcId: string,
): Promise<readonly SecurityGroup[] | Refusal> {
  const { tx, accountId, regionId, quota } = context;
  const limit = quota('security-groups-per-network-interface');
  if (ids.length > limit) return refuse('JoinedGroupLimitExceed', { limit, count: ids.length });
  const groups: SecurityGroup[] = [];
  for (const id of ids) {
    const group = await findSecurityGroup(tx, accountId, regionId, id);
    if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
    if (group.vpcId === null) return refuse('InvalidSecurityGroupId.NotVpc', { id });
    if (group.vpcId !== vpcId) {
      return refuse('InvalidOperation.VpcMismatch', { first: 'ENI', second: `security group "${id}"` });
    }
    if (groups.some((other) => other.securityGroupId === id)) {
      return refuse('InvalidParameter.SecurityGroupIdRepeated', { id });
    }
    if (groups.some((other) => other.securityGroupType !== group.securityGroupType)) {
      return refuse('InvalidOperation.MultiGroupType');
    }
    groups.push(group);
  }
  return (await groupsFitInterface(context, groups)) ?? groups;
}

/** How many private addresses the group's members may have together. */
export function capacityOf({ quota }: Pick<OperationContext, 'quota'>, { securityGroupType }: SecurityGroup): number {
  return securityGroupType === 'normal'
    ? quota('private-addresses-per-basic-security-group')
    : quota('private-addresses-per-advanced-security-group');
}

/** Whether the group has room for `count` more private addresses. */
export function hasRoom(context: Pick<OperationContext, 'quota'>, group: SecurityGroup, count: number): boolean {
  return group.privateAddressCount + count <= capacityOf(context, group);
}

/**
 * Makes an interface a member of the groups, in their order, and charges its addresses to each. After a refusal the
 * caller's transaction keeps nothing.
 */
export async function joinGroups(
  context: OperationContext,
  groups: readonly SecurityGroup[],
  networkInterfaceId: string,
  addressCount: number,
): Promise<Refusal | undefined> {
  const { tx } = context;
  for (const [position, group] of groups.entries()) {
    const { securityGroupId: id } = group;
    const limit = capacityOf(context, group);
    const charged = await tx.run(addWithinLimit, addressCount, id, addressCount, limit);
    if (charged === 0) return refuse('SecurityGroupInstanceLimitExceed', { id, limit });
    await tx.run(insertMember, networkInterfaceId, position, id);
  }
  return undefined;
}

/**
 * Makes an interface a member of exactly these groups, in their order; those it was in before stay charged for its
 * addresses. Answers a group that has no room for them; then nothing is changed.
 */
export async function replaceGroups(
  context: Pick<OperationContext, 'tx' | 'quota'>,
  groups: readonly SecurityGroup[],
  networkInterfaceId: string,
  addressCount: number,
): Promise<SecurityGroup | undefined> {
  const { tx } = context;
  const before = new Set((await membershipsOf(tx, networkInterfaceId)).map((member) => member.securityGroupId));
  const full = groups.find((group) => !before.has(group.securityGroupId) && !hasRoom(context, group, addressCount));
  if (full !== undefined) return full;
  await tx.run(deleteMemberships, networkInterfaceId);
  for (const [position, { securityGroupId }] of groups.entries()) {
    await tx.run(insertMember, networkInterfaceId, position, securityGroupId);
    if (!before.delete(securityGroupId)) await tx.run(addToCount, addressCount, securityGroupId);
  }
  for (const securityGroupId of before) await tx.run(addToCount, -addressCount, securityGroupId);
  return undefined;
}

/** Makes an interface a member of one more group; the caller has seen that this has room. */
export async function addMember(tx: Transaction, member: Membership, addressCount: number): Promise<void> {
  await tx.run(insertMember, member.networkInterfaceId, member.position, member.securityGroupId);
  await tx.run(addToCount, addressCount, member.securityGroupId);
}

/** Takes an interface out of one group. */
export async function removeMember(tx: Transaction, member: Membership, addressCount: number): Promise<void> {
  await tx.run(deleteMember, member.networkInterfaceId, member.position);
  await tx.run(addToCount, -addressCount, member.securityGroupId);
}

/** Charges more addresses of a member to each of its groups. After a refusal the caller's transaction keeps nothing. */
export async function chargeGroups(
  context: OperationContext,
  networkInterfaceId: string,
  addressCount: number,
): Promise<Refusal | undefined> {
  const { tx, accountId } = context;
  for (const { securityGroupId: id } of await membershipsOf(tx, networkInterfaceId)) {
    const group = await findSecurityGroup(tx, accountId, undefined, id);
    const limit = group === undefined ? 0 : capacityOf(context, group);
    const charged = await tx.run(addWithinLimit, addressCount, id, addressCount, limit);
    if (charged === 0) return refuse('SecurityGroupInstanceLimitExceed', { id, limit });
  }
  return undefined;
}

/** Gives each group of a member back what addresses of it took. */
export async function unchargeGroups(tx: Transaction, networkInterfaceId: string, addressCount: number): Promise<void> {
  for (const { securityGroupId } of await membershipsOf(tx, networkInterfaceId)) {
    await tx.run(addToCount, -addressCount, securityGroupId);
  }
}

/** Takes an interface out of all its groups and gives their capacity back. */
export async function leaveAllGroups(tx: Transaction, networkInterfaceId: string, addressCount: number): Promise<void> {
  const memberships = await tx.all(selectMemberships, networkInterfaceId);
  await tx.run(deleteMemberships, networkInterfaceId);
  for (const { securityGroupId } of memberships) await tx.run(addToCount, -addressCount, securityGroupId);
}

export function membershipsOf(tx: Transaction, networkInterfaceId: string): Promise<readonly Membership[]> {
  return tx.all(selectMemberships, networkInterfaceId);
}

const selectMembershipsOfAll = listSql<Membership>(
  (ids) =>
    `SELECT network_interface_id AS "networkInterfaceId", security_group_id AS "securityGroupId", position
     FROM security_group_member WHERE network_interface_id IN (${ids}) ORDER BY network_interface_id, position`,
);

/** The memberships of several interfaces. */
export function membershipsOfAll(tx: Transaction, ids: readonly string[]): Promise<readonly Membership[]> {
  const { statement, values } = selectMembershipsOfAll.of(ids);
  return tx.all(statement, ...values);
}

/** Some member of the group, or undefined when it has none. */
export function firstMemberOf(tx: Transaction, securityGroupId: string): Promise<Membership | undefined> {
  return tx.one(selectFirstMember, securityGroupId);
}
