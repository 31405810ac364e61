import type { Random } from '../../operation/context.ts';
import { utcSeconds } from '../../operation/time.ts';
import { mixedToken } from '../token.ts';

/** A group of RAM users; what is attached to it counts for its members. */
export interface Group {
  readonly groupId: string;
  readonly accountId: string;
  /** Unique in the account; can change. */
  readonly groupName: string;
  readonly comments: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** `g-` and 16 letters and digits. */
export function newGroupId(random: Random): string {
  return `g-${mixedToken(random, 16)}`;
}

/** What every operation that answers a group says of it. */
export function describedGroup(group: Group) {
  return {
    GroupId: group.groupId,
    GroupName: group.groupName,
    Comments: group.comments,
    CreateDate: utcSeconds(group.createdAtMs),
  };
}

/** With when it was last changed. */
export function describedChangedGroup(group: Group) {
  return { ...describedGroup(group), UpdateDate: utcSeconds(group.updatedAtMs) };
}
