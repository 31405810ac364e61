import { z } from 'zod';

/** What calls answer that have nothing to tell but that they are done. */
export const done = { status: 'ok' } as const;
export const doneSchema = z.strictObject({ status: z.literal('ok') });
