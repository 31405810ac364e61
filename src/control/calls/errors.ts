import { z } from 'zod';
import { controlCall } from '../call.ts';
import { ControlRefused } from '../control-refused.ts';

const entry = {
  code: z.string(),
  product: z.string().describe('any, where any operation can be refused with it'),
  answered: z.boolean().describe('whether this server can answer it; else it is only published for the real service'),
  status: z.int().describe('of the operation that is asked for; else the one that most operations answer it with'),
  answers: z.array(z.strictObject({ status: z.int(), message: z.string() })).readonly(),
  operations: z.array(z.string()).readonly().describe('the actions that answer it; empty where any does'),
  cause: z.string(),
  wayOut: z.string(),
};
const listed = z.strictObject(entry);

export const errors = {
  list: controlCall({
    method: 'GET',
    path: '/errors',
    summary: 'list every error code: its answers, why it is answered here, and how to get out of it',
    input: z.strictObject({
      product: z.string().optional().describe('those of one product, such as Ecs, and those of all'),
      action: z.string().optional().describe('those that this operation answers, and those that any does'),
      answered: z.boolean().optional().describe('true for those that this server can answer, false for the others'),
    }),
    output: z.strictObject({ errors: z.array(listed) }),
    columns: ['code', 'product', 'status', 'cause'],
    async run(_, { product, action, answered }) {
      const { errorCatalogue } = await import('../../errors/error-catalogue.ts');
      const wanted = product?.toLowerCase();
      return {
        errors: errorCatalogue()
          .filter((one) => wanted === undefined || one.product === 'any' || one.product.toLowerCase() === wanted)
          .filter((one) => action === undefined || one.product === 'any' || one.operations.includes(action))
          .filter((one) => answered === undefined || one.answered === answered)
          .map(({ unanswered: _, statusOf, ...one }) => ({
            ...one,
            status: (action === undefined ? undefined : statusOf.get(action)) ?? one.status,
          })),
      };
    },
  }),

  show: controlCall({
    method: 'GET',
    path: '/errors/{code}',
    summary: 'show what is known of an error code, product by product',
    input: z.strictObject({ code: z.string().describe('such as InvalidEniId.NotFound') }),
    arguments: ['code'],
    output: z.strictObject({
      code: z.string(),
      entries: z.array(
        z.strictObject({
          ...entry,
          unanswered: z
            .array(z.strictObject({ operation: z.string(), reason: z.string() }))
            .readonly()
            .describe('operations whose published table has the code, and why they do not answer it here'),
        }),
      ),
    }),
    async run(_, { code }) {
      const { errorsNamed } = await import('../../errors/error-catalogue.ts');
      const entries = errorsNamed(code);
      if (entries.length === 0) throw new ControlRefused(`there is no error code ${code}`, 404);
      return { code, entries: entries.map(({ statusOf: _, ...entry }) => entry) };
    },
  }),
};
