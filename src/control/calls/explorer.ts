import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { flattenParameters } from '../../contracts/flatten.ts';
import { utcSeconds } from '../../operation/time.ts';
import { controlCall } from '../call.ts';
import { signedByV1, signedByV3 } from '../explorer/signed-request.ts';
import { product } from './operations.ts';

const printable = /^[\x20-\x7e]+$/;
const headerText = z.string().regex(printable, 'must be one line of ASCII');

export const explorer = {
  sign: controlCall({
    method: 'POST',
    path: '/explorer/sign',
    summary: 'sign a call, step by step, without sending it',
    httpOnly: true,
    input: z.strictObject({
      product,
      action: z.string().describe('the operation, spelt as in the official API'),
      parameters: z
        .record(z.string().min(1), z.unknown())
        .default({})
        .describe('by wire name, nested as the operation has them, or flat as they travel'),
      accessKeyId: headerText.regex(/^[^\s,]+$/, 'must be without spaces and commas').describe('whose signature it is'),
      accessKeySecret: z.string().min(1).describe('what it is signed with; not looked up'),
      securityToken: headerText.optional().describe('of temporary keys'),
      scheme: z.enum(['V1', 'V3']).default('V3').describe('V1 signs parameters, V3 headers too'),
      method: z.enum(['GET', 'POST']).default('POST').describe('GET has the parameters in the query, POST in a form'),
      format: z.enum(['JSON', 'XML']).default('JSON').describe('of the answer'),
      host: headerText.describe('the Host header that the request is going to have, with its port'),
    }),
    output: z.strictObject({
      canonicalQuery: z.string().describe('the parameters, encoded and sorted; of V3 those in the query only'),
      canonicalRequest: z.string().exactOptional().describe('of V3: what is hashed'),
      stringToSign: z.string(),
      signingKey: z.string().describe('of V1 the secret with & after it'),
      signature: z.string(),
      request: z.strictObject({
        method: z.enum(['GET', 'POST']),
        path: z.string().describe('with the query'),
        headers: z.record(z.string(), z.string()),
        body: z.string(),
      }),
    }),
    run(levers, { product, parameters, securityToken, scheme, ...call }) {
      const { version, parameters: shape } = levers.operation(product, call.action);
      const sign = scheme === 'V1' ? signedByV1 : signedByV3;
      return sign({
        ...call,
        version,
        parameters: flattenParameters(shape, parameters),
        securityToken,
        timestamp: utcSeconds(Date.now()),
        nonce: randomUUID(),
      });
    },
  }),
};
