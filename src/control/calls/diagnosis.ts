import { z } from 'zod';

const parameters = z.record(z.string(), z.string());
const why = z.string();

const step = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('call'),
      product: z.string(),
      action: z.string(),
      parameters: parameters.readonly(),
      why,
      as: z.literal('root').exactOptional().describe('needs the key of the account itself'),
    }),
    z.strictObject({
      kind: z.literal('wait'),
      product: z.string(),
      action: z.string(),
      parameters: parameters.readonly(),
      until: z.string().describe('the status, or gone'),
      why,
    }),
    z.strictObject({
      kind: z.literal('control'),
      method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']),
      path: z.string().describe('below /_localyun'),
      body: z.record(z.string(), z.unknown()),
      why,
    }),
    z.strictObject({ kind: z.literal('note'), text: z.string() }),
  ])
  .describe('what to do next, in order');

const member = z.union([z.string(), z.number(), z.null()]);
const row = z.record(z.string(), member).readonly();

const resource = z.strictObject({
  type: z.string(),
  id: z.string(),
  missing: z.boolean().describe('not there in any account or region'),
  members: row,
  pending: z
    .strictObject({ kind: z.string(), dueAt: z.iso.datetime().exactOptional().describe('not there of a stuck one') })
    .exactOptional()
    .describe('a delayed change that is on its way'),
  related: z.record(z.string(), z.array(row).readonly()).readonly(),
});

/** Why a request was refused, what it had to do with, and what would make it succeed. */
export const diagnosis = z.strictObject({
  requestId: z.string(),
  product: z.string().exactOptional(),
  action: z.string().exactOptional(),
  code: z.string(),
  status: z.int(),
  message: z.string(),
  cause: z.string(),
  wayOut: z.string(),
  rule: z
    .looseObject({
      kind: z.enum(['policy', 'signature', 'state', 'quota', 'absence', 'dependency', 'parameter', 'other']),
    })
    .describe(
      'what refused it: the statement of the policy, the string to sign, the status and those that are permitted',
    ),
  parameters: parameters.readonly(),
  state: z.strictObject({
    seen: z.enum(['refusal', 'now']).describe('now, where it was refused before it looked at any'),
    at: z.iso.datetime().describe('by the modelled clock'),
    resources: z.array(resource),
  }),
  steps: z.array(step),
});
