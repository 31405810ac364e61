import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { RamPage } from '../paging.ts';
import type { User } from '../user/user.ts';
import type { Group } from './group.ts';

/** A user in a group, as the group's list shows it. */
export interface Member {
  readonly userId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly joinedAtMs: number;
}

/** A group that a user is in, as the user's list shows it. */
export interface Membership {
  readonly groupId: string;
  readonly groupName: string;
  readonly comments: string;
  readonly joinedAtMs: number;
}

const selectMembers = sql<Member>(
  `SELECT u.user_id AS "userId", u.user_name AS "userName", u.display_name AS "displayName",
     m.joined_at_ms AS "joinedAtMs"
   FROM ram_group_member m JOIN ram_user u ON u.user_id = m.user_id
   WHERE m.group_id = ? AND (u.user_name, u.user_id) > (?, ?) ORDER BY u.user_name, u.user_id LIMIT ?`,
);
const selectMemberships = sql<Membership>(
  `SELECT g.group_id AS "groupId", g.group_name AS "groupName", g.comments AS "comments",
     m.joined_at_ms AS "joinedAtMs"
   FROM ram_group_member m JOIN ram_group g ON g.group_id = m.group_id WHERE m.user_id = ? ORDER BY g.group_name`,
);
const selectCount = sql<{ count: number }>('SELECT COUNT(*) AS "count" FROM ram_group_member WHERE user_id = ?');
const insertUnlessThere = sql(
  `INSERT INTO ram_group_member (group_id, user_id, account_id, joined_at_ms) VALUES (?, ?, ?, ?)
   ON CONFLICT (user_id, group_id) DO NOTHING`,
);
const deleteOne = sql('DELETE FROM ram_group_member WHERE user_id = ? AND group_id = ?');

/** The group's users by name, from the page's place on, one more than the page takes. */
export function membersFrom(tx: Transaction, groupId: string, page: RamPage): Promise<readonly Member[]> {
  const [name, id] = page.after ?? ['', ''];
  return tx.all(selectMembers, groupId, name, id, page.maxItems + 1);
}

/** The groups that the user is in, by name. */
export function membershipsOf(tx: Transaction, userId: string): Promise<readonly Membership[]> {
  return tx.all(selectMemberships, userId);
}

export async function countMemberships(tx: Transaction, userId: string): Promise<number> {
  return (await tx.one(selectCount, userId))?.count ?? 0;
}

/** Puts the user in the group; false when it is in it already. */
export async function insertMember(tx: Transaction, group: Group, user: User, nowMs: number): Promise<boolean> {
  return (await tx.run(insertUnlessThere, group.groupId, user.userId, user.accountId, nowMs)) === 1;
}

/** Takes the user out of the group; false when it is not in it. */
export async function removeMember(tx: Transaction, group: Group, user: User): Promise<boolean> {
  return (await tx.run(deleteOne, user.userId, group.groupId)) === 1;
}
