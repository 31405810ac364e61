import { z } from 'zod';
import { controlCall } from '../call.ts';
import type { Leak } from '../levers/leaks.ts';
import { account } from './filters.ts';

const leftover = {
  id: z.string(),
  name: z.string(),
  account: z.string(),
  region: z.string(),
  status: z.string().exactOptional().describe('not there of kinds without one'),
  ageMs: z.number().describe('by the modelled clock'),
  createdAt: z.iso.datetime(),
  tags: z.record(z.string(), z.string()).readonly(),
  createdBy: z
    .strictObject({ requestId: z.string(), action: z.string().exactOptional(), caller: z.string().exactOptional() })
    .exactOptional()
    .describe('who made it, as long as the events and requests that tell are kept'),
};

export const leaks = controlCall({
  method: 'GET',
  path: '/leaks',
  summary: 'list network interfaces that are attached to nothing and not deleted, and what else nobody uses',
  input: z.strictObject({
    account: account.optional(),
    olderThanMs: z.number().min(0).optional().describe('those that were made so long ago, in milliseconds'),
    tagKey: z.string().min(1).optional().describe('those with a tag of this key'),
    tagValue: z.string().optional().describe('those with a tag of this value'),
  }),
  output: z.strictObject({
    networkInterfaces: z.array(z.strictObject({ ...leftover, vSwitch: z.string() })),
    others: z.array(z.strictObject({ type: z.string(), ...leftover })).describe('by type, at most 1,000 of each'),
  }),
  columns: ['type', 'id', 'name', 'status', 'ageMs', 'account', 'region', 'createdBy'],
  isFinding: ({ networkInterfaces, others }) => networkInterfaces.length + others.length > 0,
  async run(levers, filter) {
    const { networkInterfaces, others } = await levers.leaks(filter);
    return {
      networkInterfaces: networkInterfaces.map((one) => ({ ...viewOf(one), vSwitch: one.vSwitchId ?? '' })),
      others: others.map((one) => ({ type: one.type, ...viewOf(one) })),
    };
  },
});

function viewOf({ id, name, accountId, regionId, status, ageMs, createdAtMs, tags, createdBy }: Leak) {
  return {
    id,
    name,
    account: accountId,
    region: regionId,
    ...(status === null ? {} : { status }),
    ageMs,
    createdAt: new Date(createdAtMs).toISOString(),
    tags,
    ...(createdBy === undefined ? {} : { createdBy }),
  };
}
