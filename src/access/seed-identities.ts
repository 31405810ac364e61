import { z } from 'zod';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import { isPolicyFault, parsePolicyDocument, parseTrustPolicy } from './policy/document.ts';
import { findSystemPolicy } from './policy/system-policies.ts';
import { seededPrincipalId } from './principal-id.ts';
import type { SeedProblem } from './seed-refused.ts';

/** A document as an object or as JSON text; becomes the text that is stored. */
const documentOf = (parse: typeof parsePolicyDocument | typeof parseTrustPolicy) =>
  z.unknown().transform((given, context) => {
    const text = typeof given === 'string' ? given : jsonOf(given);
    const parsed = parse(text);
    if (isPolicyFault(parsed)) context.addIssue({ code: 'custom', message: parsed.message });
    return text;
  });

/** Of what is no JSON value, such as a list in itself, no text. */
function jsonOf(given: unknown): string {
  try {
    return JSON.stringify(given, null, 2) ?? '';
  } catch {
    return '';
  }
}

/** Keys travel in headers. */
const keyText = z.string().regex(/^[\x21-\x7e]{1,128}$/, { error: 'must be 1 to 128 ASCII characters, no spaces' });

const policyName = z.string().regex(/^[A-Za-z0-9-]{1,128}$/, { error: 'must be 1 to 128 letters, digits, "-"' });
/** A policy of the system or of the account by its name, or one that is made. */
const policy = z.preprocess(
  (given) => (typeof given === 'string' ? { policyName: given } : given),
  z.strictObject({ policyName, policyDocument: documentOf(parsePolicyDocument).optional() }),
);
const policies = z.array(policy).default([]);

/** The RAM users, roles and policies of an account in a seed. */
export const seedIdentities = {
  ramUsers: z
    .array(
      z.strictObject({
        userName: z
          .string()
          .regex(/^[A-Za-z0-9._-]{1,64}$/, { error: 'must be 1 to 64 letters, digits, ".", "_", "-"' }),
        accessKeyId: keyText,
        accessKeySecret: keyText,
        policies,
      }),
    )
    .default([]),
  roles: z
    .array(
      z.strictObject({
        roleName: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/, { error: 'must be 1 to 64 letters, digits, ".", "-"' }),
        /** Who may assume it; every identity of the account that a policy allows, unless it says otherwise. */
        assumeRolePolicyDocument: documentOf(parseTrustPolicy).optional(),
        policies,
      }),
    )
    .default([]),
};

const identities = z.object(seedIdentities);
type SeedIdentities = z.infer<typeof identities>;
type SeedPolicy = z.infer<typeof policy>;

const putKey = sql(
  `INSERT INTO access_key (access_key_id, account_id, access_key_secret, user_name, created_at_ms) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (access_key_id) DO UPDATE
     SET access_key_secret = excluded.access_key_secret, user_name = excluded.user_name
     WHERE access_key.account_id = excluded.account_id AND access_key.user_name <> ''`,
);
const selectUser = sql<{ id: string }>('SELECT user_id AS "id" FROM ram_user WHERE account_id = ? AND user_name = ?');
const selectUserById = sql<{ id: string }>('SELECT user_id AS "id" FROM ram_user WHERE user_id = ?');
const insertUser = sql(
  `INSERT INTO ram_user (user_id, account_id, user_name, display_name, mobile_phone, email, comments, created_at_ms,
     updated_at_ms) VALUES (?, ?, ?, ?, '', '', '', ?, ?)`,
);
const selectRole = sql<{ id: string }>('SELECT role_id AS "id" FROM ram_role WHERE account_id = ? AND role_name = ?');
const putRole = sql(
  `INSERT INTO ram_role (role_id, account_id, role_name, description, assume_role_policy_document,
     max_session_duration_seconds, created_at_ms, updated_at_ms) VALUES (?, ?, ?, '', ?, 3600, ?, ?)
   ON CONFLICT (account_id, role_name)
     DO UPDATE SET assume_role_policy_document = excluded.assume_role_policy_document`,
);
const selectPolicy = sql<object>('SELECT 1 FROM ram_policy WHERE account_id = ? AND policy_name = ?');
const putPolicy = sql(
  `INSERT INTO ram_policy (account_id, policy_name, description, default_version_id, next_version_number, created_at_ms,
     updated_at_ms) VALUES (?, ?, '', 'v1', 2, ?, ?)
   ON CONFLICT (account_id, policy_name) DO UPDATE SET default_version_id = 'v1'`,
);
const putPolicyVersion = sql(
  `INSERT INTO ram_policy_version (account_id, policy_name, version_id, policy_document, created_at_ms)
   VALUES (?, ?, 'v1', ?, ?)
   ON CONFLICT (account_id, policy_name, version_id) DO UPDATE SET policy_document = excluded.policy_document`,
);
const putAttachment = sql(
  `INSERT INTO ram_policy_attachment (account_id, principal_type, principal_id, policy_type, policy_name, attached_at_ms)
   VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
);

/**
 * Brings the RAM users and roles of an account into the state, each with its policies.
 * @returns what cannot be, with places from the account on
 */
export async function applyIdentities(
  tx: Transaction,
  accountId: string,
  { ramUsers, roles }: SeedIdentities,
  nowMs: number,
): Promise<readonly SeedProblem[]> {
  const problems: SeedProblem[] = [];
  for (const [index, { userName, accessKeyId, accessKeySecret, policies: wanted }] of ramUsers.entries()) {
    const path = ['ramUsers', index];
    const userId = await userOf(tx, accountId, userName, nowMs);
    const isPut = (await tx.run(putKey, accessKeyId, accountId, accessKeySecret, userName, nowMs)) === 1;
    if (!isPut) {
      const message = `the access key ${accessKeyId} is that of an account, or of a user of another one`;
      problems.push({ path: [...path, 'accessKeyId'], message });
    }
    problems.push(...(await attach(tx, accountId, 'User', userId, { path, wanted }, nowMs)));
  }
  for (const [index, { roleName, assumeRolePolicyDocument, policies: wanted }] of roles.entries()) {
    const roleId =
      (await tx.one(selectRole, accountId, roleName))?.id ?? seededPrincipalId('role', accountId, roleName);
    const trust = assumeRolePolicyDocument ?? trustOf(accountId);
    await tx.run(putRole, roleId, accountId, roleName, trust, nowMs, nowMs);
    const path = ['roles', index];
    problems.push(...(await attach(tx, accountId, 'Role', roleId, { path, wanted }, nowMs)));
  }
  return problems;
}

async function userOf(tx: Transaction, accountId: string, userName: string, nowMs: number): Promise<string> {
  const found = await tx.one(selectUser, accountId, userName);
  if (found !== undefined) return found.id;
  const seeded = seededPrincipalId('user', accountId, userName);
  // A user who has another name by now may have the id.
  const isTaken = (await tx.one(selectUserById, seeded)) !== undefined;
  const userId = isTaken ? seededPrincipalId('user', accountId, `${userName}/${nowMs}`) : seeded;
  await tx.run(insertUser, userId, accountId, userName, userName, nowMs, nowMs);
  return userId;
}

function trustOf(accountId: string): string {
  const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: [`acs:ram::${accountId}:root`] } };
  return JSON.stringify({ Version: '1', Statement: [statement] }, null, 2);
}

async function attach(
  tx: Transaction,
  accountId: string,
  principalType: 'User' | 'Role',
  principalId: string,
  { path, wanted }: { readonly path: SeedProblem['path']; readonly wanted: readonly SeedPolicy[] },
  nowMs: number,
): Promise<readonly SeedProblem[]> {
  const problems: SeedProblem[] = [];
  for (const [index, one] of wanted.entries()) {
    const policyType = await policyTypeOf(tx, accountId, one, nowMs);
    if (policyType === undefined) {
      problems.push({ path: [...path, 'policies', index], message: `there is no policy ${one.policyName}` });
    } else {
      await tx.run(putAttachment, accountId, principalType, principalId, policyType, nameOf(one), nowMs);
    }
  }
  return problems;
}

/** Names of policies of the system are written as the system writes them. */
function nameOf({ policyName: name, policyDocument }: SeedPolicy): string {
  return policyDocument === undefined ? (findSystemPolicy(name)?.policyName ?? name) : name;
}

/** Undefined when there is no such policy. */
async function policyTypeOf(
  tx: Transaction,
  accountId: string,
  { policyName: name, policyDocument }: SeedPolicy,
  nowMs: number,
): Promise<'System' | 'Custom' | undefined> {
  if (policyDocument !== undefined) {
    await tx.run(putPolicy, accountId, name, nowMs, nowMs);
    await tx.run(putPolicyVersion, accountId, name, policyDocument, nowMs);
    return 'Custom';
  }
  if (findSystemPolicy(name) !== undefined) return 'System';
  return (await tx.one(selectPolicy, accountId, name)) === undefined ? undefined : 'Custom';
}
