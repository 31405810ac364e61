import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { versionView } from './described-policy.ts';
import { foundCustomPolicy } from './found-policy.ts';
import { savePolicy } from './policy.table.ts';
import { maxVersions, type Policy, type PolicyVersion, versionIdOf } from './policy.ts';
import { insertVersion, removeVersion, versionsOf } from './policy-version.table.ts';
import { policyDocument, policyName, rotateStrategy, rotation } from './rules.ts';

/**
 * Adds a version to a policy, and with SetAsDefault lets it count from now on. A policy that has five already is refused
 * or, by RotateStrategy, loses the oldest one that is not the default.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createpolicyversion
 */
export const createPolicyVersion = operation('Ram', 'CreatePolicyVersion', {
  required: ['PolicyName', 'PolicyDocument'],
  permits: ['policy/{PolicyName}'],
  rules: { PolicyName: policyName, PolicyDocument: policyDocument, RotateStrategy: rotateStrategy },

  async execute({ PolicyName, PolicyDocument = '', SetAsDefault, RotateStrategy }, context) {
    const { tx, nowMs } = context;
    const policy = await foundCustomPolicy(context, PolicyName);
    if (isRefusal(policy)) return policy;
    const versions = await versionsOf(tx, policy);
    if (versions.length >= maxVersions) {
      const oldest = versions.find(({ versionId }) => versionId !== policy.defaultVersionId);
      if (RotateStrategy !== rotation || oldest === undefined) {
        return refuse('LimitExceeded.Policy.Version', { policyName: policy.policyName, limit: maxVersions });
      }
      await removeVersion(tx, oldest);
    }
    const version: PolicyVersion = {
      accountId: policy.accountId,
      policyName: policy.policyName,
      versionId: versionIdOf(policy.nextVersionNumber),
      policyDocument: PolicyDocument,
      createdAtMs: nowMs,
    };
    const updated: Policy = {
      ...policy,
      defaultVersionId: SetAsDefault === true ? version.versionId : policy.defaultVersionId,
      nextVersionNumber: policy.nextVersionNumber + 1,
      updatedAtMs: nowMs,
    };
    await insertVersion(tx, version);
    await savePolicy(tx, updated);
    return { PolicyVersion: versionView(version, updated) };
  },
});
