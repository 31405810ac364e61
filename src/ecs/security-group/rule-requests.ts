import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import { type RequestedRule, requestedRule } from './requested-rule.ts';
import { type ResolvedRule, resolveRule } from './resolved-rule.ts';
import { type Intent, type RuleParameters, ruleParameterNames } from './rule-parameters.ts';
import type { SecurityGroup } from './security-group.table.ts';
import type { Direction } from './security-group-rule.ts';

const maxPermissions = 100;

/** One rule in the parameters at the top, or several in `Permissions.N`. */
export interface RulesParameters extends RuleParameters {
  readonly Permissions: readonly RuleParameters[];
}

/** The first parameter at the top that belongs to a rule, or undefined. */
export function givenRuleParameter(parameters: RuleParameters): string | undefined {
  return ruleParameterNames.find((name) => parameters[name] !== undefined);
}

/** Reads the rules of a request: from `Permissions.N`, or one from the top. */
export function requestedRules(
  parameters: RulesParameters,
  direction: Direction,
  intent: Intent,
): readonly RequestedRule[] | Refusal {
  const { Permissions: permissions } = parameters;
  if (permissions.length === 0) {
    const rule = requestedRule(parameters, { direction, intent, prefix: '' });
    return isRefusal(rule) ? rule : [rule];
  }
  const name = givenRuleParameter(parameters);
  if (name !== undefined) return refuse('InvalidParam.Permissions', { name });
  if (permissions.length > maxPermissions) {
    return refuse('InvalidParam.Permissions.TooMany', { count: permissions.length, limit: maxPermissions });
  }
  const rules: RequestedRule[] = [];
  for (const [index, permission] of permissions.entries()) {
    const rule = requestedRule(permission, { direction, intent, prefix: `Permissions.${index + 1}.` });
    if (isRefusal(rule)) return rule;
    rules.push(rule);
  }
  return rules;
}

/** Decides what is open in the rules by their group; no two may be the same. */
export async function resolveRules(
  tx: Transaction,
  group: SecurityGroup,
  requested: readonly RequestedRule[],
): Promise<readonly ResolvedRule[] | Refusal> {
  const resolved: ResolvedRule[] = [];
  for (const [index, one] of requested.entries()) {
    const rule = await resolveRule(tx, group, one);
    if (isRefusal(rule)) return rule;
    const same = resolved.findIndex(({ contentKey }) => contentKey === rule.contentKey);
    if (same >= 0) {
      return refuse('InvalidParam.DuplicatePermissions', {
        first: `Permissions.${same + 1}`,
        second: `Permissions.${index + 1}`,
      });
    }
    resolved.push(rule);
  }
  return resolved;
}
