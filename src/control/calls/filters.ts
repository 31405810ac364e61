import { z } from 'zod';

export const account = z.string().min(1).describe('those of this account only, by its id');

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
