import { createRequire } from 'node:module';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { expect } from 'vitest';
import type { Product } from '../../support/signed-client.ts';
import type { Body } from '../../support/test-account.ts';
import { type ClientKind, type OfficialClient, type Target, timeoutMs } from '../official-client.ts';
import { exposedByOpenApi } from './openapi-error.ts';

/** A request or response class of an SDK: it knows its wire names and the types of its fields. */
interface ModelClass {
  new (fields: Readonly<Record<string, unknown>>): object;
  names(): Readonly<Record<string, string>>;
  types(): Readonly<Record<string, FieldType>>;
}
type FieldType = string | ModelClass | { readonly type: string; readonly itemType?: FieldType };

interface SdkAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { toMap(): Body };
}
type SdkClient = Readonly<Record<string, (request?: object) => Promise<SdkAnswer>>>;
interface Sdk extends Readonly<Record<string, unknown>> {
  readonly default: new (config: $OpenApiUtil.Config) => SdkClient;
}

/** The npm packages; Location has none. */
const packages: Readonly<Record<Exclude<Product, 'Location'>, string>> = {
  Ecs: '@alicloud/ecs20140526',
  Vpc: '@alicloud/vpc20160428',
  Sts: '@alicloud/sts20150401',
  Ram: '@alicloud/ram20150501',
  ResourceManager: '@alicloud/resourcemanager20200331',
  BssOpenApi: '@alicloud/bssopenapi20171214',
};
const require = createRequire(import.meta.url);

/** The typed SDK of each product: V3 signature in headers, POST, parameters in the query. */
export const productSdks: ClientKind = {
  name: 'TypeScript SDKs (V3)',
  connect: (target) => new ProductSdks(target),
  exposed: exposedByOpenApi,
};

class ProductSdks implements OfficialClient {
  readonly #target: Target;
  readonly #clients = new Map<Product, SdkClient>();

  constructor(target: Target) {
    this.#target = target;
  }

  async call(product: Product, action: string, parameters: Readonly<Record<string, unknown>>): Promise<Body> {
    if (product === 'Location') throw new Error('there is no SDK package of Location');
    const sdk = require(packages[product]) as Sdk;
    const client = this.#clients.get(product) ?? new sdk.default(configOf(this.#target));
    this.#clients.set(product, client);
    const method = `${action[0]?.toLowerCase()}${action.slice(1)}`;
    const requestClass = sdk[`${action}Request`] as ModelClass | undefined;
    if (client[method] === undefined) throw new Error(`${packages[product]} has no ${method}`);
    const { statusCode, headers, body } = await client[method](
      requestClass && new requestClass(fieldsOf(requestClass, parameters)),
    );
    expect(statusCode).toBe(200);
    const decoded = body.toMap();
    expect(decoded.RequestId).toBe(headers['x-acs-request-id']);
    return decoded;
  }
}

/** How an SDK over `@alicloud/openapi-core` is pointed at a target. */
export function configOf({ host, ca, ...credentials }: Target): $OpenApiUtil.Config {
  return new $OpenApiUtil.Config({
    ...credentials,
    endpoint: host,
    readTimeout: timeoutMs,
    protocol: ca === undefined ? 'http' : 'https',
    ...(ca === undefined ? {} : { ca }),
  });
}

/** The fields of a request class, whose names differ from those of the wire. */
function fieldsOf(model: ModelClass, wire: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const wireNames = new Map(Object.entries(model.names()).map(([field, name]) => [name, field]));
  for (const [name, value] of Object.entries(wire)) {
    const field = wireNames.get(name);
    if (field === undefined) throw new Error(`${model.name} has no field for ${name}`);
    fields[field] = typedValue(model.types()[field], value);
  }
  return fields;
}

function typedValue(type: FieldType | undefined, value: unknown): unknown {
  if (Array.isArray(value) && typeof type === 'object') return value.map((item) => typedValue(type.itemType, item));
  if (typeof type === 'function') return new type(fieldsOf(type, value as Record<string, unknown>));
  return value;
}
