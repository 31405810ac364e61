import { findSystemPolicy } from '../../access/policy/system-policies.ts';
import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { type DescribedPolicy, describedCustom, describedSystem } from './described-policy.ts';
import { findPolicy } from './policy.table.ts';
import type { Policy } from './policy.ts';

type Scope = Pick<OperationContext, 'tx' | 'accountId'>;

/** The account's own policy of this name, or EntityNotExist.Policy. */
export async function foundCustomPolicy({ tx, accountId }: Scope, policyName = ''): Promise<Policy | Refusal> {
  return (
    (await findPolicy(tx, accountId, policyName)) ??
    refuse('EntityNotExist.Policy', { policyType: 'Custom', policyName })
  );
}

/** The policy of this type and name, or EntityNotExist.Policy. */
export async function foundPolicy(scope: Scope, policyType = '', policyName = ''): Promise<DescribedPolicy | Refusal> {
  if (policyType === 'Custom') {
    const policy = await foundCustomPolicy(scope, policyName);
    return isRefusal(policy) ? policy : describedCustom(policy);
  }
  const policy = findSystemPolicy(policyName);
  return policy === undefined ? refuse('EntityNotExist.Policy', { policyType, policyName }) : describedSystem(policy);
}
