import { listSql } from '../../store/placeholders.ts';
import { dynamicSql, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Direction, SecurityGroupRule } from './security-group-rule.ts';

const ruleTable = tableOf<SecurityGroupRule>('security_group_rule', [
  'securityGroupRuleId',
  'securityGroupId',
  'accountId',
  'regionId',
  'direction',
  'ipProtocol',
  'portRange',
  'sourcePortRange',
  'policy',
  'priority',
  'nicType',
  'sourceCidrIp',
  'ipv6SourceCidrIp',
  'destCidrIp',
  'ipv6DestCidrIp',
  'peerGroupId',
  'peerGroupOwnerAccount',
  'description',
  'contentKey',
  'createdAtMs',
]);

const insertUnlessThere = sql(`${ruleTable.insert.text} ON CONFLICT (security_group_id, content_key) DO NOTHING`);
const selectByContent = ruleTable.select('WHERE security_group_id = ? AND content_key = ?');
const selectById = ruleTable.select('WHERE security_group_rule_id = ? AND security_group_id = ? AND direction = ?');
const updateOne = sql(
  `UPDATE security_group_rule SET ip_protocol = ?, port_range = ?, source_port_range = ?, policy = ?, priority = ?,
   source_cidr_ip = ?, ipv6_source_cidr_ip = ?, dest_cidr_ip = ?, ipv6_dest_cidr_ip = ?, peer_group_id = ?,
   peer_group_owner_account = ?, description = ?, content_key = ? WHERE security_group_rule_id = ?`,
);
const deleteByContent = sql('DELETE FROM security_group_rule WHERE security_group_id = ? AND content_key = ?');
const deleteById = sql(
  'DELETE FROM security_group_rule WHERE security_group_rule_id = ? AND security_group_id = ? AND direction = ?',
);
const countOfOne = sql<RuleCounts>(
  `SELECT COUNT(*) AS "rules", COUNT(peer_group_id) AS "groupRules" FROM security_group_rule WHERE security_group_id = ?`,
);

/** How many rules a group has, and how many of them refer to a group. */
export interface RuleCounts {
  readonly rules: number;
  readonly groupRules: number;
}

/** Inserts; false when the group has a rule of the same content. */
export async function insertRule(tx: Transaction, rule: SecurityGroupRule): Promise<boolean> {
  return (await tx.run(insertUnlessThere, ...ruleTable.values(rule))) === 1;
}

export function findRuleByContent(
  tx: Transaction,
  securityGroupId: string,
  contentKey: string,
): Promise<SecurityGroupRule | undefined> {
  return tx.one(selectByContent, securityGroupId, contentKey);
}

/** The group's rule of this id and direction. */
export function findRule(
  tx: Transaction,
  securityGroupId: string,
  direction: Direction,
  securityGroupRuleId: string,
): Promise<SecurityGroupRule | undefined> {
  return tx.one(selectById, securityGroupRuleId, securityGroupId, direction);
}

/** Stores everything of a rule that can be modified. */
export async function saveRule(tx: Transaction, rule: SecurityGroupRule): Promise<void> {
  await tx.run(
    updateOne,
    rule.ipProtocol,
    rule.portRange,
    rule.sourcePortRange,
    rule.policy,
    rule.priority,
    rule.sourceCidrIp,
    rule.ipv6SourceCidrIp,
    rule.destCidrIp,
    rule.ipv6DestCidrIp,
    rule.peerGroupId,
    rule.peerGroupOwnerAccount,
    rule.description,
    rule.contentKey,
    rule.securityGroupRuleId,
  );
}

export async function removeRuleByContent(tx: Transaction, securityGroupId: string, contentKey: string): Promise<void> {
  await tx.run(deleteByContent, securityGroupId, contentKey);
}

/** Removes the group's rule of this id and direction; false when there is none. */
export async function removeRule(
  tx: Transaction,
  securityGroupId: string,
  direction: Direction,
  securityGroupRuleId: string,
): Promise<boolean> {
  return (await tx.run(deleteById, securityGroupRuleId, securityGroupId, direction)) === 1;
}

export async function countRules(tx: Transaction, securityGroupId: string): Promise<RuleCounts> {
  return (await tx.one(countOfOne, securityGroupId)) ?? { rules: 0, groupRules: 0 };
}

const countOfAll = listSql<RuleCounts & { securityGroupId: string }>(
  (ids) =>
    `SELECT security_group_id AS "securityGroupId", COUNT(*) AS "rules", COUNT(peer_group_id) AS "groupRules"
     FROM security_group_rule WHERE security_group_id IN (${ids}) GROUP BY security_group_id`,
);

/** The counts of several groups, by id; groups without rules are not in the answer. */
export async function countRulesOfAll(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RuleCounts>> {
  const { statement, values } = countOfAll.of(ids);
  return new Map((await tx.all(statement, ...values)).map((row) => [row.securityGroupId, row]));
}

const selectOfGroups = listSql<SecurityGroupRule>(
  (ids) => `SELECT ${ruleTable.columns} FROM security_group_rule WHERE security_group_id IN (${ids})`,
);

/** All rules of several groups. */
export function rulesOfGroups(tx: Transaction, ids: readonly string[]): Promise<readonly SecurityGroupRule[]> {
  const { statement, values } = selectOfGroups.of(ids);
  return tx.all(statement, ...values);
}

/** A rule with the name of the group it refers to. */
export interface NamedRule extends SecurityGroupRule {
  readonly peerGroupName: string | null;
}

/** A page of a group's rules for conditions put together by the caller, newest first. */
export function selectRules(
  tx: Transaction,
  where: string,
  values: readonly (string | number)[],
  limit: number,
): Promise<readonly NamedRule[]> {
  const statement = dynamicSql<NamedRule>(
    `SELECT ${ruleTable.columns}, peer.security_group_name AS "peerGroupName" FROM security_group_rule
     LEFT JOIN security_group AS peer ON peer.security_group_id = security_group_rule.peer_group_id
     WHERE ${where}
     ORDER BY security_group_rule.created_at_ms DESC, security_group_rule.security_group_rule_id DESC LIMIT ?`,
  );
  return tx.all(statement, ...values, limit);
}

/** A group with a rule that refers to another group. */
export interface Reference {
  readonly peerGroupId: string;
  readonly securityGroupId: string;
  readonly accountId: string;
}

const selectFirstReference = sql<Reference>(
  `SELECT peer_group_id AS "peerGroupId", security_group_id AS "securityGroupId", account_id AS "accountId"
   FROM security_group_rule WHERE peer_group_id = ? LIMIT 1`,
);
const selectReferences = listSql<Reference>(
  (ids) =>
    `SELECT DISTINCT peer_group_id AS "peerGroupId", security_group_id AS "securityGroupId", account_id AS "accountId"
     FROM security_group_rule WHERE peer_group_id IN (${ids}) ORDER BY 1, 2`,
);

/** Some group with a rule that refers to this one, or undefined. */
export function firstReferenceTo(tx: Transaction, securityGroupId: string): Promise<Reference | undefined> {
  return tx.one(selectFirstReference, securityGroupId);
}

/** The groups, each once, with rules that refer to these, whoever owns them. */
export function referencesTo(tx: Transaction, ids: readonly string[]): Promise<readonly Reference[]> {
  const { statement, values } = selectReferences.of(ids);
  return tx.all(statement, ...values);
}
