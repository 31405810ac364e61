import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { AccessKey } from './account.ts';
import { type CompiledPolicy, compilePolicy, type NamedPolicy } from './policy/compile.ts';
import { isPolicyFault, parsePolicyDocument } from './policy/document.ts';
import type { PolicySet } from './policy/evaluate.ts';
import { defaultSelfService, selfServicePolicy } from './policy/self-service.ts';
import { findSystemPolicy } from './policy/system-policies.ts';

/** What an identity other than the root may do. */
export interface Access {
  /** Each has to allow. */
  readonly sets: readonly PolicySet[];
  /** Whether some condition looks at the tags of resources. */
  readonly readsTags: boolean;
}

interface AttachedRow {
  readonly principalType: keyof typeof entityTypes;
  readonly policyType: 'System' | 'Custom';
  readonly policyName: string;
  /** Null for the policies of the system, as is the document. */
  readonly versionId: string | null;
  readonly policyDocument: string | null;
}

const entityTypes = { User: 'RamUser', Group: 'RamGroup', Role: 'RamRole' } as const;

const selectAttached = sql<AttachedRow>(
  `SELECT a.principal_type AS "principalType", a.policy_type AS "policyType", a.policy_name AS "policyName",
     v.version_id AS "versionId", v.policy_document AS "policyDocument"
   FROM ram_policy_attachment a
     LEFT JOIN ram_policy p ON a.policy_type = 'Custom' AND p.account_id = a.account_id AND p.policy_name = a.policy_name
     LEFT JOIN ram_policy_version v
       ON v.account_id = p.account_id AND v.policy_name = p.policy_name AND v.version_id = p.default_version_id
   WHERE a.account_id = ? AND (a.principal_type = ? AND a.principal_id = ?
     OR a.principal_type = 'Group' AND a.principal_id IN (SELECT group_id FROM ram_group_member WHERE user_id = ?))
   ORDER BY a.attached_at_ms, a.policy_name`,
);

const selectPreference = sql<{ value: string }>(
  `SELECT setting_value AS "value" FROM ram_setting WHERE account_id = ? AND setting_name = 'SecurityPreference'`,
);

/** The policies that hold for a key: the user's and those of the user's groups, or the role's and the session's own. */
export async function readAccess(tx: Transaction, key: AccessKey): Promise<Access | undefined> {
  const { accountId, userName, userId, roleId, sessionPolicy } = key;
  if (userName === '' && roleId === '') return undefined;
  const [type, id] = roleId === '' ? ['User', userId] : ['Role', roleId];
  const rows = await tx.all(selectAttached, accountId, type, id, userId);
  const selfService = roleId === '' ? [await selfServiceOf(tx, key)] : [];
  const policies = [...rows.map(attachedPolicy), ...selfService];
  const attached: PolicySet = { kind: 'AccountLevelIdentityBasedPolicy', policies };
  const sets = sessionPolicy === '' ? [attached] : [attached, sessionSet(sessionPolicy)];
  return { sets, readsTags: sets.some(({ policies }) => policies.some(({ readsTags }) => readsTags)) };
}

async function selfServiceOf(tx: Transaction, key: AccessKey): Promise<CompiledPolicy> {
  const preference = await tx.one(selectPreference, key.accountId);
  return selfServicePolicy(preference === undefined ? defaultSelfService : JSON.parse(preference.value), key);
}

const ofSystem = new Map<string, CompiledPolicy>();

function attachedPolicy(row: AttachedRow): CompiledPolicy {
  const attachment = { entityType: entityTypes[row.principalType], policyVersion: row.versionId ?? undefined };
  return { ...compiled(row), attachment };
}

function compiled({ policyType, policyName, policyDocument }: AttachedRow): CompiledPolicy {
  if (policyType === 'Custom') return parsed(policyType, policyName, policyDocument ?? '');
  const known =
    ofSystem.get(policyName) ?? parsed(policyType, policyName, findSystemPolicy(policyName)?.policyDocument);
  ofSystem.set(policyName, known);
  return known;
}

function sessionSet(document: string): PolicySet {
  return { kind: 'SessionPolicy', policies: [parsed('Session', '', document)] };
}

/** @throws Error for a document that was stored and cannot be read: what it would deny must not be allowed. */
function parsed(policyType: NamedPolicy['policyType'], policyName: string, text = ''): CompiledPolicy {
  const document = parsePolicyDocument(text);
  if (isPolicyFault(document)) throw new Error(`the ${policyType} policy ${policyName}: ${document.message}`);
  return compilePolicy({ policyName, policyType, document });
}
