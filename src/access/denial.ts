import type { Caller } from '../operation/context.ts';
import type { AccessDeniedDetail } from '../operation/refusal.ts';
import type { ConditionValues } from './policy/compile.ts';
import { encodeDiagnosticMessage } from './policy/diagnostic-message.ts';
import type { Decision } from './policy/evaluate.ts';
import type { DiagnosticMessage } from './policy/read-diagnostic-message.ts';

type Denied = Extract<Decision, { allowed: false }>;

/** What every request has a value for. */
const conditionKeys = ['acs:SourceIp', 'acs:SecureTransport', 'acs:CurrentTime', 'acs:PrincipalArn'];

/** Why a call is denied, as the answer tells it. */
export function accessDeniedDetail(
  denied: Denied,
  caller: Caller,
  asked: { readonly action: string; readonly resource: string; readonly values: ConditionValues },
): AccessDeniedDetail {
  const isSession = caller.roleName !== '';
  const detail = {
    AuthAction: asked.action,
    AuthResource: asked.resource,
    AuthPrincipalType: isSession ? 'AssumedRoleUser' : 'SubUser',
    AuthPrincipalOwnerId: caller.accountId,
    AuthPrincipalDisplayName: isSession ? `${caller.roleName}:${caller.sessionName}` : caller.userId,
    NoPermissionType: denied.reason,
    PolicyType: denied.kind,
  };
  const by = denied.reason === 'ExplicitDeny' ? { PolicyName: denied.by.policyName } : {};
  const message: DiagnosticMessage = {
    ...detail,
    ...by,
    ...(denied.reason === 'ExplicitDeny' && { Statement: denied.by.statement }),
    Conditions: Object.fromEntries(
      conditionKeys.flatMap((key) => {
        const value = asked.values(key.toLowerCase());
        return value === undefined ? [] : [[key, value]];
      }),
    ),
    MatchedPolicies: matchedPolicies(denied),
  };
  return { ...detail, ...by, EncodedDiagnosticMessage: encodeDiagnosticMessage(message) };
}

/** The attached policy that denied; the policy of a session has no name. */
function matchedPolicies(denied: Denied): DiagnosticMessage['MatchedPolicies'] {
  if (denied.reason === 'ImplicitDeny') return [];
  const { policyName, policyType, attachment } = denied.by;
  if (attachment === undefined || policyType === 'Session') return [];
  return [
    {
      Effect: 'Deny',
      PolicyIdentifier: policyName,
      PolicyType: policyType,
      PolicyVersion: attachment.policyVersion,
      AttachedEntityType: attachment.entityType,
      AttachedScope: 'Account',
    },
  ];
}
