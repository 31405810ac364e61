import { arnMatcher, type ConditionValues, compileConditions } from './compile.ts';
import type { TrustedPrincipal, TrustPolicy, TrustStatement } from './document.ts';
import { matcherOf } from './wildcards.ts';

/** Who wants to assume a role: every name it can be trusted by, such as its own ARN and that of its account's root. */
export interface AssumingPrincipal {
  readonly kind: keyof TrustedPrincipal;
  readonly names: readonly string[];
}

/** Whether a role's trust policy lets a principal assume it: no statement denies and one allows. */
export function trusts(policy: TrustPolicy, principal: AssumingPrincipal, values: ConditionValues): boolean {
  const applying = policy.statements.filter((statement) => applies(statement, principal, values));
  return applying.length > 0 && applying.every(({ effect }) => effect === 'Allow');
}

function applies({ principal, actions, conditions }: TrustStatement, who: AssumingPrincipal, values: ConditionValues) {
  const matcher = who.kind === 'Service' ? matcherOf : arnMatcher;
  const isTrusted = principal[who.kind].map(matcher);
  return (
    actions.some((action) => matcherOf(action.toLowerCase())('sts:assumerole')) &&
    who.names.some((name) => isTrusted.some((matches) => matches(name))) &&
    compileConditions(conditions)(values)
  );
}
