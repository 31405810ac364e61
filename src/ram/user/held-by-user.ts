import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { User } from './user.ts';

/** What keeps a user from being deleted, in the order in which it is complained about. */
const kinds = ['Group', 'AccessKey', 'LoginProfile', 'MFADevice', 'Policy'] as const;

type Kind = (typeof kinds)[number];

const selectHeld = sql<Readonly<Record<Kind, string | null>>>(
  `SELECT
     (SELECT g.group_name FROM ram_group_member m JOIN ram_group g ON g.group_id = m.group_id
      WHERE m.user_id = u.user_id ORDER BY g.group_name LIMIT 1) AS "Group",
     (SELECT access_key_id FROM access_key k
      WHERE k.account_id = u.account_id AND k.user_name = u.user_name AND k.user_name <> '' AND k.security_token = ''
      ORDER BY access_key_id LIMIT 1) AS "AccessKey",
     (SELECT user_id FROM ram_login_profile l WHERE l.user_id = u.user_id) AS "LoginProfile",
     (SELECT serial_number FROM ram_mfa_device d WHERE d.user_id = u.user_id) AS "MFADevice",
     (SELECT policy_name FROM ram_policy_attachment a
      WHERE a.account_id = u.account_id AND a.principal_type = 'User' AND a.principal_id = u.user_id
      ORDER BY policy_name LIMIT 1) AS "Policy"
   FROM ram_user u WHERE u.user_id = ?`,
);

/** The first of what the user still has, and its name; undefined when it has nothing. */
export async function heldByUser(
  tx: Transaction,
  user: User,
): Promise<{ readonly kind: Kind; readonly held: string } | undefined> {
  const row = await tx.one(selectHeld, user.userId);
  for (const kind of kinds) {
    const held = row?.[kind];
    if (typeof held === 'string') return { kind, held };
  }
  return undefined;
}
