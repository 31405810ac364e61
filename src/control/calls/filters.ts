import { z } from 'zod';
import { impliedAccount } from '../../access/directory.ts';

/** An account as people name it; its id for whoever gets it. */
export const account = z
  .string()
  .refine((text) => /^\d{16}$/.test(text) || impliedAccount(text) !== undefined, {
    error: ({ input }) => `"${input}" is neither the id of an account nor a name such as localyun-team`,
  })
  .transform((text) => impliedAccount(text)?.accountId ?? text)
  .describe('those of this account only: its id, or its name such as localyun-team');

export const since = z.iso
  .datetime({ offset: true })
  .describe('those from this time on, such as 2026-01-31T12:00:00Z')
  .transform((text) => Date.parse(text));

export const limit = z.int().min(1).max(10_000).default(100).describe('how many at most');

export const timeoutMs = z
  .int()
  .min(1)
  .max(600_000)
  .default(30_000)
  .describe('how long to wait, in milliseconds; 408 is answered when nothing came');
