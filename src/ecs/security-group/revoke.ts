import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { givenRuleParameter, type RulesParameters, requestedRules, resolveRules } from './rule-requests.ts';
import { securityGroupRuleId } from './rules.ts';
import { findSecurityGroup } from './security-group.table.ts';
import { removeRule, removeRuleByContent } from './security-group-rule.table.ts';
import type { Direction } from './security-group-rule.ts';

const maxRuleIds = 100;

/**
 * Takes rules out of a group: those of the ids, which have to be there, or those of the same content as the request's,
 * which need not.
 */
export async function revoke(
  context: OperationContext,
  direction: Direction,
  parameters: RulesParameters & { readonly SecurityGroupId: string; readonly SecurityGroupRuleId: readonly string[] },
): Promise<Record<never, never> | Refusal> {
  const { tx, accountId, regionId } = context;
  const { SecurityGroupId: id, SecurityGroupRuleId: ruleIds } = parameters;
  const requested = ruleIds.length > 0 ? checkRuleIds(parameters) : requestedRules(parameters, direction, 'revoke');
  if (isRefusal(requested)) return requested;
  const group = await findSecurityGroup(tx, accountId, regionId, id);
  if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
  const rules = await resolveRules(tx, group, requested);
  if (isRefusal(rules)) return rules;
  for (const { contentKey } of rules) await removeRuleByContent(tx, id, contentKey);
  for (const ruleId of ruleIds) {
    if (await removeRule(tx, id, direction, ruleId)) continue;
    return refuse('InvalidSecurityGroupRuleId.NotFound', { id: ruleId, direction, securityGroupId: id });
  }
  return {};
}

/** Checks the ids of rules, beside which no rule may be described. */
function checkRuleIds(parameters: Parameters<typeof revoke>[2]): readonly [] | Refusal {
  const { Permissions: permissions, SecurityGroupRuleId: ruleIds } = parameters;
  const name = permissions.length > 0 ? 'Permissions' : givenRuleParameter(parameters);
  if (name !== undefined) return refuse('InvalidParam.RuleIdAndContent', { name });
  if (ruleIds.length > maxRuleIds) {
    return refuse('InvalidParam.SecurityGroupRuleId.TooMany', { count: ruleIds.length, limit: maxRuleIds });
  }
  for (const [index, ruleId] of ruleIds.entries()) {
    const malformed = securityGroupRuleId(ruleId, 'SecurityGroupRuleId');
    if (malformed) return malformed;
    if (ruleIds.indexOf(ruleId) < index) return refuse('InvalidParam.SecurityGroupRuleIdRepeated', { id: ruleId });
  }
  return [];
}
