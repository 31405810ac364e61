import fc from 'fast-check';
import { acs3, sdkV1, sdkV1Common, teaRpc, type WireRequest } from '../../scenarios/wire.ts';
import { send } from '../../support/signed-client.ts';
import { readAnswer } from '../answer.ts';
import type { Target } from '../target.ts';

/** A call as some client signs it, and what becomes of it on the way. */
export interface SignedCall {
  readonly client: keyof typeof wires;
  readonly action: string;
  /** Beside those that every client sends; none of them means anything to the operation. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly spoilt: keyof typeof spoils | 'nothing';
}

const wires = { teaRpc, sdkV1, sdkV1Common, acs3 };

/** What somebody on the way would have to get past the server. */
const spoils = {
  query: (request: WireRequest) => ({ ...request, path: `${request.path}&Surplus=1` }),
  value: (request: WireRequest) => ({ ...request, path: request.path.replace(/=[^&]/, '=%7F') }),
  body: (request: WireRequest) => ({
    ...request,
    body: `${request.body}&Surplus=1`,
    headers: { ...request.headers, 'content-type': 'application/x-www-form-urlencoded' },
  }),
  order: (request: WireRequest) => ({ ...request, path: `${request.path}&Action=DescribeZones` }),
  method: (request: WireRequest) => ({ ...request, method: 'GET' as const, body: '' }),
} as const satisfies Record<string, (request: WireRequest) => WireRequest>;

const name = fc
  .string({
    minLength: 1,
    maxLength: 8,
    unit: fc.oneof(
      fc.constantFrom('a', 'Z', '0', '_', '-', '~', '*', "'", '(', ' ', '+', '%', '&', '=', '/', 'é', '😀'),
      fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
    ),
  })
  .map((one) => `X${one.replace(/[\0.]/g, '')}`);
const value = fc.string({ maxLength: 12, unit: 'binary' }).map((one) => one.replaceAll('\0', ''));

/**
 * Signatures of each kind of client: what is as it was signed is carried out, whatever characters are in it; what is
 * not, is refused.
 */
export function signaturesTarget(port: number): Target<SignedCall> {
  return {
    name: 'signatures',
    inputs: fc.record({
      client: fc.constantFrom('teaRpc' as const, 'sdkV1' as const, 'sdkV1Common' as const, 'acs3' as const),
      action: fc.constantFrom('DescribeRegions', 'DescribeNetworkInterfaces', 'DescribeVpcs', 'CreateVpc'),
      parameters: fc.dictionary(name, value, { maxKeys: 5 }),
      spoilt: fc.constantFrom('nothing' as const, ...(Object.keys(spoils) as (keyof typeof spoils)[])),
    }),
    async check({ client, action, parameters, spoilt }) {
      const signed = wires[client]({
        key: { accessKeyId: 'localyun-signatures', accessKeySecret: 'localyun' },
        ...{ host: `127.0.0.1:${port}`, regionId: 'cn-hangzhou', action, query: undefined },
        product: /Vpc/.test(action) ? 'Vpc' : 'Ecs',
        parameters: { RegionId: 'cn-hangzhou', DryRun: 'true', ...parameters },
      });
      const { method, path, body, headers } = spoilt === 'nothing' ? signed : spoils[spoilt](signed);
      const answer = await send(port, method, path, body, headers);
      const { body: read } = readAnswer(
        { ...answer, headers: answer.headers as Record<string, string>, body: answer.text },
        path + body,
      );
      const isAccepted = answer.status === 200 || read.Code === 'DryRunOperation';
      if (isAccepted !== (spoilt === 'nothing'))
        throw new Error(`${client} ${spoilt}: ${answer.status} ${answer.text}`);
    },
  };
}
