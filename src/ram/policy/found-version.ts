import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { foundCustomPolicy } from './found-policy.ts';
import type { Policy, PolicyVersion } from './policy.ts';
import { findVersion } from './policy-version.table.ts';

/** A version of a policy of the account's own; EntityNotExist.Policy or EntityNotExist.Policy.Version when it is not there. */
export async function foundVersion(
  scope: Pick<OperationContext, 'tx' | 'accountId'>,
  policyName = '',
  versionId = '',
): Promise<{ readonly policy: Policy; readonly version: PolicyVersion } | Refusal> {
  const policy = await foundCustomPolicy(scope, policyName);
  if (isRefusal(policy)) return policy;
  const version = await findVersion(scope.tx, policy, versionId);
  return version === undefined
    ? refuse('EntityNotExist.Policy.Version', { policyName, versionId })
    : { policy, version };
}
