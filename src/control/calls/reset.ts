import { z } from 'zod';
import { controlCall } from '../call.ts';
import { done, doneSchema } from './done.ts';

export const reset = controlCall({
  method: 'POST',
  path: '/reset',
  summary: 'empty the state, or what one account owns of it',
  input: z.strictObject({ account: z.string().min(1).optional().describe('the id of the only account to empty') }),
  arguments: ['account'],
  output: doneSchema,
  async run(levers, { account }) {
    await levers.reset(account);
    return done;
  },
});
