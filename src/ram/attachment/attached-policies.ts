import { findSystemPolicy } from '../../access/policy/system-policies.ts';
import type { OperationContext } from '../../operation/context.ts';
import { utcSeconds } from '../../operation/time.ts';
import { sql } from '../../store/statement.ts';
import { versionIdOf } from '../policy/policy.ts';
import type { PolicyKey, Principal } from './attachment.ts';

interface AttachedRow extends PolicyKey {
  readonly attachedAtMs: number;
  /** Null for the system's policies, which are no rows. */
  readonly description: string | null;
  readonly defaultVersionId: string | null;
}

const selectAttached = sql<AttachedRow>(
  `SELECT a.policy_type AS "policyType", a.policy_name AS "policyName", a.attached_at_ms AS "attachedAtMs",
     p.description AS "description", p.default_version_id AS "defaultVersionId"
   FROM ram_policy_attachment a
   LEFT JOIN ram_policy p ON a.policy_type = 'Custom' AND p.account_id = a.account_id AND p.policy_name = a.policy_name
   WHERE a.account_id = ? AND a.principal_type = ? AND a.principal_id = ?
   ORDER BY a.attached_at_ms, a.policy_type, a.policy_name`,
);

/** The policies attached to a user, group or role as answers list them, in the order in which they were attached. */
export async function attachedPolicies(
  { tx, accountId }: Pick<OperationContext, 'tx' | 'accountId'>,
  { principalType, principalId }: Principal,
) {
  const rows = await tx.all(selectAttached, accountId, principalType, principalId);
  return {
    Policies: {
      Policy: rows.map(({ policyType, policyName, attachedAtMs, description, defaultVersionId }) => ({
        PolicyType: policyType,
        PolicyName: policyName,
        Description: description ?? findSystemPolicy(policyName)?.description ?? '',
        DefaultVersion: defaultVersionId ?? versionIdOf(1),
        AttachDate: utcSeconds(attachedAtMs),
      })),
    },
  };
}
