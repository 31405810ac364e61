import type { Random } from '../../operation/context.ts';
import { utcSeconds } from '../../operation/time.ts';

/** A RAM user of an account. Others refer to it by its id; its access keys carry its name. */
export interface User {
  readonly userId: string;
  readonly accountId: string;
  /** Unique in the account; can change. */
  readonly userName: string;
  readonly displayName: string;
  readonly mobilePhone: string;
  readonly email: string;
  readonly comments: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** 18 digits, the first a 2 as real users have it. */
export function newUserId(random: Random): string {
  return `2${Array.from({ length: 17 }, () => random.below(10)).join('')}`;
}

/** What every operation that answers a user says of it. */
export function describedUser(user: User) {
  return {
    UserId: user.userId,
    UserName: user.userName,
    DisplayName: user.displayName,
    MobilePhone: user.mobilePhone,
    Email: user.email,
    Comments: user.comments,
    CreateDate: utcSeconds(user.createdAtMs),
  };
}

/** With when it was last changed. */
export function describedChangedUser(user: User) {
  return { ...describedUser(user), UpdateDate: utcSeconds(user.updatedAtMs) };
}
