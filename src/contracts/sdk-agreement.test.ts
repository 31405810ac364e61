import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productSources } from '../../tools/contracts/products.ts';
import type { Shape } from './contract.ts';
import { findContract, findProduct } from './load.ts';

/**
 * Every operation of every official client is called over HTTP with every parameter filled in. What arrives must be
 * what the contract takes, and an answer with every field of the contract must come out of the client unchanged.
 */

const require = createRequire(import.meta.url);
const legacyParameter = /^(Resource)?Owner(Id|Account)$/;
/** Unsigned calls carry the protocol's own fields among the parameters; no operation has parameters of these names. */
const protocolParameter = /^(Action|Version|Format|Timestamp|SignatureNonce)$/;

interface ReceivedRequest {
  readonly action: string;
  readonly version: string;
  readonly parameters: Readonly<Record<string, string>>;
}

interface SdkModel {
  new (fields: object): object;
  types(): Record<string, unknown>;
}

type SdkClient = Record<string, (...requestAndRuntime: object[]) => Promise<SdkResponse>>;

interface SdkResponse {
  readonly body: { toMap(): unknown };
}

/** The exports of an SDK package: its models by class name, and the client class as `default`. */
type SdkPackage = Readonly<Record<string, SdkModel>> & { readonly default: new (config: object) => SdkClient };

const received: ReceivedRequest[] = [];
const server = createServer(async (request, response) => {
  const call = await receive(request);
  received.push(call);
  const contract = findContract(call.version, call.action);
  response.setHeader('content-type', 'application/json;charset=utf-8');
  response.end(JSON.stringify(contract ? sampleOf(contract.response) : {}));
});

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  await once(server.close(), 'close');
});

describe.each(productSources)('the contracts of $product', ({ product, sdkPackage }) => {
  it('agree with every operation of the official client', async () => {
    const sdk: SdkPackage = require(sdkPackage);
    const client = new sdk.default(clientConfig());
    const methods = Object.getOwnPropertyNames(sdk.default.prototype).filter((name) => name.endsWith('WithOptions'));
    const called: ReceivedRequest[] = [];

    for (const method of methods) {
      received.length = 0;
      const response = await client[method]!(...filledInRequests(sdk, method), {});
      const [request] = received;
      const contract = request && findContract(request.version, request.action);
      if (!request || !contract) throw new Error(`No contract describes what ${method} sends.`);
      expect(request.parameters, request.action).toEqual(Object.fromEntries(wireValues(contract.parameters)));
      expect(response.body.toMap(), request.action).toEqual(sampleOf(contract.response));
      called.push(request);
    }

    const contracts = findProduct(called[0]!.version)!;
    expect(contracts.product).toBe(product);
    expect(Object.keys(contracts.operations).sort()).toEqual(called.map(({ action }) => action).sort());
  }, 20_000);
});

function clientConfig(): $OpenApiUtil.Config {
  const { port } = server.address() as AddressInfo;
  const endpoint = `127.0.0.1:${port}`;
  return new $OpenApiUtil.Config({ accessKeyId: 'id', accessKeySecret: 'secret', protocol: 'http', endpoint });
}

async function receive(request: IncomingMessage): Promise<ReceivedRequest> {
  const query = new URL(request.url ?? '', 'http://localhost').searchParams;
  const form = new URLSearchParams(await text(request));
  const isOwn = ([name]: [string, string]) => !legacyParameter.test(name) && !protocolParameter.test(name);
  const parameters = [...query, ...form].filter(isOwn);
  return {
    action: String(request.headers['x-acs-action']),
    version: String(request.headers['x-acs-version']),
    parameters: Object.fromEntries(parameters),
  };
}

/** The request argument of a client method with every field filled in; none for a method that takes no request. */
function filledInRequests(sdk: SdkPackage, method: string): object[] {
  const className = method.replace(/WithOptions$/, 'Request').toLowerCase();
  const model = Object.keys(sdk).find((name) => name.toLowerCase() === className);
  return model ? [filledIn(sdk[model]!)] : [];
}

function filledIn(model: SdkModel): object {
  const values = Object.entries(model.types()).map(([property, type]) => [property, valueOfType(type)]);
  return new model(Object.fromEntries(values));
}

function valueOfType(type: unknown): unknown {
  if (type === 'string' || type === 'any') return 'text';
  if (type === 'number') return 7;
  if (type === 'boolean') return true;
  if (typeof type === 'function') return filledIn(type as SdkModel);
  const { type: kind, itemType, valueType } = type as { type: string; itemType?: unknown; valueType?: unknown };
  return kind === 'array' ? [valueOfType(itemType)] : { key: valueOfType(valueType) };
}

/** What a client sends of a contract's parameters when every field is filled in and every list has one item. */
function wireValues(shape: Shape, prefix = ''): [string, unknown][] {
  if (shape === 'number') return [[prefix, '7']];
  if (shape === 'boolean') return [[prefix, 'true']];
  if (shape === 'any') return [[`${prefix}.key`, 'text']];
  if (shape === 'json') return [[prefix, expect.stringMatching(/^[[{].*[\]}]$/)]];
  if (typeof shape === 'string') return [[prefix, 'text']];
  const separator = prefix === '' ? '' : '.';
  const members = Array.isArray(shape) ? [['1', shape[0] as Shape] as const] : Object.entries(shape);
  return members.flatMap(([name, child]) => wireValues(child, `${prefix}${separator}${name}`));
}

/** A body with every field of a response shape. */
function sampleOf(shape: Shape): unknown {
  if (shape === 'number') return 7;
  if (shape === 'boolean') return true;
  if (shape === 'any') return { key: 'text' };
  if (typeof shape === 'string') return 'text';
  if (Array.isArray(shape)) return [sampleOf(shape[0] as Shape)];
  return Object.fromEntries(Object.entries(shape).map(([name, child]) => [name, sampleOf(child)]));
}
