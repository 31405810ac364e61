import { z } from 'zod';
import { controlCall } from '../call.ts';
import { done, doneSchema } from './done.ts';
import { account } from './filters.ts';

export const reset = controlCall({
  method: 'POST',
  path: '/reset',
  summary: 'empty the state, or what one account owns of it',
  input: z.strictObject({
    account: account.optional().describe('the only account to empty: its id, or its name such as localyun-team'),
  }),
  arguments: ['account'],
  output: doneSchema,
  async run(levers, { account: accountId }) {
    await levers.reset(accountId);
    return done;
  },
});
