import { Buffer } from 'node:buffer';
import type { Caller } from '../operation/context.ts';
import type { AccessDeniedDetail } from '../operation/refusal.ts';
import type { Decision } from './policy/evaluate.ts';

type Denied = Extract<Decision, { allowed: false }>;

/** Why a call is denied, as the answer tells it. */
export function accessDeniedDetail(
  denied: Denied,
  caller: Caller,
  { action, resource }: { readonly action: string; readonly resource: string },
): AccessDeniedDetail {
  const isSession = caller.roleName !== '';
  const detail = {
    AuthAction: action,
    AuthResource: resource,
    AuthPrincipalType: isSession ? 'AssumedRoleUser' : 'SubUser',
    AuthPrincipalOwnerId: caller.accountId,
    AuthPrincipalDisplayName: isSession ? `${caller.roleName}:${caller.sessionName}` : caller.userId,
    NoPermissionType: denied.reason,
    PolicyType: denied.kind,
  };
  const by = denied.reason === 'ExplicitDeny' ? { PolicyName: denied.by.policyName } : {};
  return { ...detail, ...by, EncodedDiagnosticMessage: encoded({ ...detail, ...by, Statement: statementOf(denied) }) };
}

/** The statement that denied, counted from 0. */
function statementOf(denied: Denied): number | undefined {
  return denied.reason === 'ExplicitDeny' ? denied.by.statement : undefined;
}

function encoded(message: object): string {
  return Buffer.from(JSON.stringify(message)).toString('base64');
}
