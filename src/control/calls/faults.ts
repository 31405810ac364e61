import { z } from 'zod';
import { transitionEffects } from '../../faults/asked-fault.ts';
import { requestEffects } from '../../faults/request-fault.ts';
import { controlCall } from '../call.ts';
import { done, doneSchema } from './done.ts';
import { account } from './filters.ts';

const dayMs = 24 * 60 * 60 * 1000;
const id = z.string().min(1);
const duration = z.int().min(0).max(600_000);

const matched = {
  product: z.string().optional().describe('requests of this product only, such as Ecs'),
  action: z.string().optional().describe('requests of this operation only, such as CreateNetworkInterface'),
  account: account.optional(),
  region: z.string().optional().describe('those for this region only'),
  resource: z.string().optional().describe('those with this id in any parameter, or changes of this resource, only'),
  identity: z.string().optional().describe('those of this access key id, RAM user, role or ARN only'),
};

const entry = z.strictObject({
  id: z.string(),
  effect: z.enum([...requestEffects, ...transitionEffects]),
  transition: z.string().optional(),
  ...matched,
  account: z.string().optional().describe('its id'),
  code: z.string().optional(),
  status: z.int().optional(),
  retryAfterMs: z.int().optional(),
  minMs: z.int().optional(),
  maxMs: z.int().optional(),
  rate: z.number().optional(),
  seed: z.int().optional(),
  remaining: z.int().optional().describe('how many it still meets; absent where there is no end'),
  met: z.int().optional().describe('how many requests it has met'),
});

export const faults = {
  list: controlCall({
    method: 'GET',
    path: '/faults',
    summary: 'list the faults that can still meet a request or a delayed change',
    input: z.strictObject({}),
    output: z.strictObject({ faults: z.array(entry) }),
    run: async (levers) => ({ faults: [...(await levers.faults.list())] }),
  }),

  add: controlCall({
    method: 'POST',
    path: '/faults',
    summary: 'let requests or delayed changes go wrong',
    input: z.strictObject({
      effect: z
        .enum([...requestEffects, ...transitionEffects])
        .describe('what becomes of a request (error to hang) or of a delayed change (stick, fail, complete)'),
      ...matched,
      code: z.string().optional().describe('of error: a documented code of the operation, such as Throttling.User'),
      retryAfterMs: z.int().min(0).max(dayMs).optional().describe('of error: the header x-acs-retry-after'),
      minMs: duration.optional().describe('of delay: how long at least'),
      maxMs: duration.optional().describe('of delay: how long at most; of hang: when the connection is closed'),
      times: z.int().min(1).max(1_000_000).optional().describe('how many it meets: 1, or with a rate any number'),
      rate: z.number().gt(0).max(1).optional().describe('the part of the matching requests that it meets'),
      seed: z
        .int()
        .min(0)
        .max(2 ** 32 - 1)
        .optional()
        .describe('the same seed meets the same requests of a row'),
      transition: z.string().optional().describe('the delayed change, such as network-interface/attach'),
    }),
    output: z.strictObject({ id: z.string() }),
    run: (levers, fault) => levers.faults.add(fault),
  }),

  remove: controlCall({
    method: 'DELETE',
    path: '/faults/{id}',
    summary: 'take a fault back',
    input: z.strictObject({ id: id.describe('as list and add name it') }),
    arguments: ['id'],
    output: doneSchema,
    async run(levers, fault) {
      await levers.faults.remove(fault.id);
      return done;
    },
  }),

  clear: controlCall({
    method: 'DELETE',
    path: '/faults',
    summary: 'take every fault back',
    input: z.strictObject({}),
    output: doneSchema,
    async run(levers) {
      await levers.faults.clear();
      return done;
    },
  }),
};
