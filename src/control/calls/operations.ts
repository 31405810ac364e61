import { z } from 'zod';
import { productVersions } from '../../contracts/load.ts';
import { controlCall } from '../call.ts';

export const product = z.enum(productVersions().map((one) => one.product)).describe('the product, such as Ecs');

const named = { product, version: z.string().describe('of the API'), action: z.string(), implemented: z.boolean() };
const shape = z.record(z.string(), z.unknown());

export const operations = {
  list: controlCall({
    method: 'GET',
    path: '/operations',
    summary: 'list the operations of the official API, and which of them are implemented here',
    input: z.strictObject({
      product: product.optional().describe('those of one product only'),
      implemented: z.boolean().optional().describe('true for those that are implemented, false for the others'),
    }),
    output: z.strictObject({ operations: z.array(z.strictObject(named)) }),
    run: (levers, { product, implemented }) => ({
      operations: levers
        .operations()
        .filter((one) => product === undefined || one.product === product)
        .filter((one) => implemented === undefined || one.implemented === implemented),
    }),
  }),

  show: controlCall({
    method: 'GET',
    path: '/operations/{product}/{action}',
    summary: 'tell what an operation takes and answers',
    input: z.strictObject({ product, action: z.string().describe('the operation, spelt as in the official API') }),
    arguments: ['product', 'action'],
    output: z.strictObject({
      ...named,
      parameters: shape.describe(
        'by wire name: string, number, boolean, json (a list or object as one JSON text), comma (a list as one text), ' +
          'any, [shape of an item] for a list, or an object of shapes',
      ),
      required: z.array(z.string()).describe('the parameters that must be there'),
      response: shape.describe('the answer, in the same form'),
    }),
    run(levers, { product, action }) {
      const { parameters, required, response, ...named } = levers.operation(product, action);
      return { ...named, parameters: { ...parameters }, required: [...required], response: { ...response } };
    },
  }),
};
