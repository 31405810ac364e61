import type { Random } from '../../operation/context.ts';
import { utcSeconds } from '../../operation/time.ts';
import type { Flag } from '../../store/statement.ts';
import { mixedToken } from '../token.ts';

/** A permanent access key as its owner is shown it: without the secret, which is told once. */
export interface OwnedKey {
  readonly accessKeyId: string;
  readonly active: Flag;
  readonly createdAtMs: number;
  /** 0: never used. */
  readonly lastUsedAtMs: number;
}

/** `LTAI` and 20 letters and digits. */
export function newAccessKeyId(random: Random): string {
  return `LTAI${mixedToken(random, 20)}`;
}

/** 30 letters and digits. */
export function newAccessKeySecret(random: Random): string {
  return mixedToken(random, 30);
}

/** What every operation that answers an access key says of it. */
export function describedKey({ accessKeyId, active, createdAtMs }: OwnedKey) {
  return {
    AccessKeyId: accessKeyId,
    Status: active === 1 ? 'Active' : 'Inactive',
    CreateDate: utcSeconds(createdAtMs),
  };
}
