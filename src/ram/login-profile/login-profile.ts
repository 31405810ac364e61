import { utcSeconds } from '../../operation/time.ts';
import type { Flag } from '../../store/statement.ts';

/** That a user can log on to the console with a password. */
export interface LoginProfile {
  readonly userId: string;
  readonly accountId: string;
  readonly passwordHash: string;
  /** Whether the next log-on asks for a new password. */
  readonly passwordResetRequired: Flag;
  /** Whether the next log-on asks for an MFA device. */
  readonly mfaBindRequired: Flag;
  readonly createdAtMs: number;
}

/** A login profile as it is answered, without the password. */
export function describedProfile(profile: LoginProfile, userName: string) {
  return {
    UserName: userName,
    PasswordResetRequired: profile.passwordResetRequired === 1,
    MFABindRequired: profile.mfaBindRequired === 1,
    CreateDate: utcSeconds(profile.createdAtMs),
  };
}

export function flagOf(value: boolean): Flag {
  return value ? 1 : 0;
}
