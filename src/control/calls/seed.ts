import { z } from 'zod';
import { controlCall } from '../call.ts';

export const seed = controlCall({
  method: 'POST',
  path: '/seed',
  summary: 'bring accounts, their gates, quotas, RAM users and roles, and resources into the state',
  input: z.strictObject({ document: z.unknown().describe('what a seed file says') }),
  arguments: ['document'],
  body: { member: 'document', contentTypes: ['application/json', 'application/yaml'] },
  output: z.strictObject({
    status: z.literal('ok'),
    resources: z.array(
      z.strictObject({
        account: z.string(),
        region: z.string(),
        kind: z.string(),
        name: z.string(),
        id: z.string(),
        existed: z.boolean().describe('whether it was there before, and is as it was'),
      }),
    ),
  }),
  async run(levers, { document }) {
    return { status: 'ok' as const, resources: [...(await levers.seed(document))] };
  },
});
