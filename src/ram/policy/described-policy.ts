import { findSystemPolicy, type SystemPolicy, systemPoliciesCreatedAtMs } from '../../access/policy/system-policies.ts';
import { utcSeconds } from '../../operation/time.ts';
import type { Transaction } from '../../store/store.ts';
import type { PolicyType } from '../attachment/attachment.ts';
import { type Policy, type PolicyVersion, versionIdOf } from './policy.ts';
import { versionsOf } from './policy-version.table.ts';

/** A policy as answers describe it, whether an account's own or the system's. */
export interface DescribedPolicy {
  readonly policyType: PolicyType;
  readonly policyName: string;
  readonly description: string;
  readonly defaultVersionId: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export function describedCustom(policy: Policy): DescribedPolicy {
  return { ...policy, policyType: 'Custom' };
}

/** One of the system's: it never changes and has one version. */
export function describedSystem({ policyName, description }: SystemPolicy): DescribedPolicy {
  return {
    policyType: 'System',
    policyName,
    description,
    defaultVersionId: versionIdOf(1),
    createdAtMs: systemPoliciesCreatedAtMs,
    updatedAtMs: systemPoliciesCreatedAtMs,
  };
}

/** What every operation that answers a policy says of it. */
export function policyView(policy: DescribedPolicy) {
  return {
    PolicyName: policy.policyName,
    PolicyType: policy.policyType,
    Description: policy.description,
    DefaultVersion: policy.defaultVersionId,
    CreateDate: utcSeconds(policy.createdAtMs),
  };
}

/** One version of a policy, and whether it is the one that counts. */
export function versionView(
  { versionId, policyDocument, createdAtMs }: Omit<PolicyVersion, 'accountId' | 'policyName'>,
  { defaultVersionId }: Pick<DescribedPolicy, 'defaultVersionId'>,
) {
  return {
    VersionId: versionId,
    IsDefaultVersion: versionId === defaultVersionId,
    PolicyDocument: policyDocument,
    CreateDate: utcSeconds(createdAtMs),
  };
}

/** A policy's versions as answers have them, the oldest first. */
export async function versionViewsOf(
  tx: Transaction,
  accountId: string,
  policy: DescribedPolicy,
): Promise<readonly ReturnType<typeof versionView>[]> {
  const { policyType, policyName, defaultVersionId: versionId, createdAtMs } = policy;
  if (policyType === 'Custom') {
    return (await versionsOf(tx, { accountId, policyName })).map((version) => versionView(version, policy));
  }
  const policyDocument = findSystemPolicy(policyName)?.policyDocument ?? '';
  return [versionView({ versionId, policyDocument, createdAtMs }, policy)];
}
