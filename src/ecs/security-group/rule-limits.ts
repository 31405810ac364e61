import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { sql } from '../../store/statement.ts';
import { refuse } from '../refusals.ts';
import type { SecurityGroup } from './security-group.table.ts';
import { countRules, countRulesOfAll } from './security-group-rule.table.ts';

/** Counts the rules of the account's groups once each, then adds them up for every member of one group. */
const selectOverLimit = sql<{ networkInterfaceId: string; count: number }>(
  `SELECT member.network_interface_id AS "networkInterfaceId", SUM(counted.rules) AS "count"
   FROM security_group_member AS member
   JOIN security_group_member AS joined ON joined.network_interface_id = member.network_interface_id
   JOIN (SELECT security_group_id, COUNT(*) AS rules FROM security_group_rule WHERE account_id = ?
         GROUP BY security_group_id) AS counted ON counted.security_group_id = joined.security_group_id
   WHERE member.security_group_id = ?
   GROUP BY member.network_interface_id HAVING SUM(counted.rules) > ? LIMIT 1`,
);

type LimitContext = Pick<OperationContext, 'tx' | 'accountId' | 'quota'>;

/** Whether the groups of one interface have not more rules together than an interface may have; asked before it joins them. */
export async function groupsFitInterface(
  context: LimitContext,
  groups: readonly SecurityGroup[],
  subject = 'the network interface',
): Promise<Refusal | undefined> {
  if (!canExceed(context)) return undefined;
  const counts = await countRulesOfAll(
    context.tx,
    groups.map(({ securityGroupId }) => securityGroupId),
  );
  const count = [...counts.values()].reduce((sum, { rules }) => sum + rules, 0);
  const limit = context.quota('rules-per-network-interface');
  return count > limit ? refuse('AclLimitExceed', { subject, count, limit }) : undefined;
}

/** Whether a group has not more rules than it may have, and no member of it either; asked after rules were added to it. */
export async function rulesFitGroup(
  context: LimitContext,
  { securityGroupId: id }: SecurityGroup,
): Promise<Refusal | undefined> {
  const { tx, accountId, quota } = context;
  const { rules, groupRules } = await countRules(tx, id);
  const limit = quota('rules-per-security-group');
  if (rules > limit) return refuse('AuthorizationLimitExceed', { id, count: rules, limit });
  const groupLimit = quota('group-rules-per-security-group');
  if (groupRules > groupLimit)
    return refuse('AuthorizedGroupRule.LimitExceed', { id, count: groupRules, limit: groupLimit });
  if (!canExceed(context)) return undefined;
  const ofInterface = quota('rules-per-network-interface');
  const over = await tx.one(selectOverLimit, accountId, id, ofInterface);
  if (over === undefined) return undefined;
  const subject = `the network interface "${over.networkInterfaceId}"`;
  return refuse('AclLimitExceed', { subject, count: over.count, limit: ofInterface });
}

/** With the default quotas an interface in five groups of 200 rules is just within its limit, and nothing needs counting. */
function canExceed({ quota }: LimitContext): boolean {
  const possible = quota('security-groups-per-network-interface') * quota('rules-per-security-group');
  return possible > quota('rules-per-network-interface');
}
