import type { Refusal } from '../../operation/refusal.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import type { User } from './user.ts';

/** What keeps a user from being deleted, in the order in which it is complained about, and the code for it. */
const obstacles = [
  ['group', 'DeleteConflict.User.Group'],
  ['accessKey', 'DeleteConflict.User.AccessKey'],
  ['loginProfile', 'DeleteConflict.User.LoginProfile'],
  ['mfaDevice', 'DeleteConflict.User.MFADevice'],
  ['policy', 'DeleteConflict.User.Policy'],
] as const;

type Kind = (typeof obstacles)[number][0];

const selectHeld = sql<Readonly<Record<Kind, string | null>>>(
  `SELECT
     (SELECT g.group_name FROM ram_group_member m JOIN ram_group g ON g.group_id = m.group_id
      WHERE m.user_id = u.user_id ORDER BY g.group_name LIMIT 1) AS "group",
     (SELECT access_key_id FROM access_key k
      WHERE k.account_id = u.account_id AND k.user_name = u.user_name AND k.user_name <> '' AND k.security_token = ''
      ORDER BY access_key_id LIMIT 1) AS "accessKey",
     (SELECT user_id FROM ram_login_profile l WHERE l.user_id = u.user_id) AS "loginProfile",
     (SELECT serial_number FROM ram_mfa_device d WHERE d.user_id = u.user_id) AS "mfaDevice",
     (SELECT policy_name FROM ram_policy_attachment a
      WHERE a.account_id = u.account_id AND a.principal_type = 'User' AND a.principal_id = u.user_id
      ORDER BY policy_name LIMIT 1) AS "policy"
   FROM ram_user u WHERE u.user_id = ?`,
);

/** Refuses to delete a user that still has something, and names the first of it. */
export async function refuseWhatIsHeld(tx: Transaction, { userId, userName }: User): Promise<Refusal | undefined> {
  const row = await tx.one(selectHeld, userId);
  for (const [kind, code] of obstacles) {
    const held = row?.[kind];
    if (typeof held === 'string') return refuse(code, { userName, held });
  }
  return undefined;
}
