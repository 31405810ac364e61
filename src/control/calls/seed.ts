import { z } from 'zod';
import { controlCall } from '../call.ts';
import { done, doneSchema } from './done.ts';

export const seed = controlCall({
  method: 'POST',
  path: '/seed',
  summary: 'bring accounts, gates, quotas, RAM users and roles into the state',
  input: z.strictObject({ document: z.unknown().describe('what a seed file says') }),
  arguments: ['document'],
  body: { member: 'document', contentTypes: ['application/json'] },
  output: doneSchema,
  async run(levers, { document }) {
    await levers.seed(document);
    return done;
  },
});
