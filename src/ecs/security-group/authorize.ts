import type { OperationContext } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { rulesFitGroup } from './rule-limits.ts';
import { type RulesParameters, requestedRules, resolveRules } from './rule-requests.ts';
import { findSecurityGroup } from './security-group.table.ts';
import { insertRule } from './security-group-rule.table.ts';
import type { Direction } from './security-group-rule.ts';

/** Adds the rules of a request to a group: all of them or none. A rule that is there already stays as it is. */
export async function authorize(
  context: OperationContext,
  direction: Direction,
  parameters: RulesParameters & { readonly SecurityGroupId: string },
): Promise<Record<never, never> | Refusal> {
  const { tx, accountId, regionId, nowMs } = context;
  const { SecurityGroupId: id } = parameters;
  const requested = requestedRules(parameters, direction, 'authorize');
  if (isRefusal(requested)) return requested;
  const group = await findSecurityGroup(tx, accountId, regionId, id);
  if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
  const rules = await resolveRules(tx, group, requested);
  if (isRefusal(rules)) return rules;
  let inserted = 0;
  for (const rule of rules) {
    const securityGroupRuleId = newId('sgr', context);
    const whole = { ...rule, securityGroupRuleId, securityGroupId: id, accountId, regionId, createdAtMs: nowMs };
    if (await insertRule(tx, whole)) inserted += 1;
  }
  return (inserted > 0 ? await rulesFitGroup(context, group) : undefined) ?? {};
}
