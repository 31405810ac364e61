import { z } from 'zod';
import { quotaNames } from '../../access/quota-values.ts';
import { regions } from '../../operation/regions.ts';
import { controlCall } from '../call.ts';

const account = z
  .string()
  .min(1)
  .optional()
  .describe('by its id, or as localyun-NAME; the default account without one');

const quota = z.strictObject({
  name: z.enum(quotaNames),
  region: z.string().exactOptional().describe('absent: it holds for every region that has no value of its own'),
  value: z.int(),
  default: z.int(),
  used: z.int().exactOptional().describe('absent for quotas of one resource, and where nothing was counted'),
});

const regionIds = regions.map(({ regionId }) => regionId) as [string, ...string[]];

export const quotas = {
  list: controlCall({
    method: 'GET',
    path: '/quotas',
    summary: 'list the quotas of an account',
    input: z.strictObject({ account }),
    arguments: ['account'],
    output: z.strictObject({ quotas: z.array(quota) }),
    run: async (levers, input) => ({ quotas: [...(await levers.quotas.list(input.account))] }),
  }),

  set: controlCall({
    method: 'PUT',
    path: '/quotas',
    summary: 'set a quota of an account, for all regions or for one',
    input: z.strictObject({
      account,
      name: z.enum(quotaNames).describe('as list names it'),
      region: z.enum(regionIds).optional().describe('without one for every region that has no value of its own'),
      value: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().describe('null takes back what was set'),
    }),
    output: quota,
    run: (levers, wanted) => levers.quotas.set(wanted),
  }),
};
