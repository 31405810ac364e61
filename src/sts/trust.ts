import { isPolicyFault, parseTrustPolicy } from '../access/policy/document.ts';
import { type AssumingPrincipal, trusts } from '../access/policy/trust.ts';
import type { OperationContext } from '../operation/context.ts';
import { utcSeconds } from '../operation/time.ts';
import type { Role } from '../ram/role/role.ts';

/**
 * Whether a role's trust policy lets a principal assume it. Its conditions can look at where and when the call came, and
 * at what the call brings: `own`, by condition key in small letters.
 * @throws Error for a policy that was stored and cannot be read: whom it denies must not be let in
 */
export function isTrusted(
  role: Role,
  principal: AssumingPrincipal,
  { origin, nowMs }: Pick<OperationContext, 'origin' | 'nowMs'>,
  own: Readonly<Record<string, string | undefined>>,
): boolean {
  const policy = parseTrustPolicy(role.assumeRolePolicyDocument);
  if (isPolicyFault(policy)) throw new Error(`the trust policy of the role ${role.roleId}: ${policy.message}`);
  const values: Readonly<Record<string, string | undefined>> = {
    ...own,
    'acs:sourceip': origin.sourceIp,
    'acs:securetransport': String(origin.secure),
    'acs:currenttime': utcSeconds(nowMs),
  };
  return trusts(policy, principal, (key) => values[key]);
}
