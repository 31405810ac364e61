import { z } from 'zod';
import { controlCall } from '../call.ts';
import { done, doneSchema } from './done.ts';
import { account } from './filters.ts';

export const transitionFaults = {
  add: controlCall({
    method: 'POST',
    path: '/transition-faults',
    summary: 'let the next delayed changes of a kind go wrong',
    input: z.strictObject({
      resourceType: z.string().describe('such as network-interface'),
      kind: z.string().describe('such as attach, detach or delete; a wrong one is answered with the list of all'),
      outcome: z
        .enum(['complete', 'fail', 'stick'])
        .describe('stick stays in the transitional state; a detachment or deletion until it is called again'),
      accountId: account.optional().describe('changes of this account only: its id, or its name such as localyun-team'),
      resourceId: z.string().optional().describe('changes of this resource only'),
      count: z.int().min(1).max(1_000_000).default(1).describe('how many changes it meets'),
    }),
    output: doneSchema,
    async run(levers, fault) {
      await levers.failTransition(fault);
      return done;
    },
  }),
};
