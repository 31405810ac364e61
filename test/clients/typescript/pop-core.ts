import https from 'node:https';
import { createRequire } from 'node:module';
import type PopCore from '@alicloud/pop-core';
import { expect } from 'vitest';
import { type Product, versions } from '../../support/signed-client.ts';
import type { Body } from '../../support/test-account.ts';
import {
  type ClientKind,
  type ExposedRefusal,
  type OfficialClient,
  type Target,
  timeoutMs,
} from '../official-client.ts';

const { RPCClient } = createRequire(import.meta.url)('@alicloud/pop-core') as { RPCClient: typeof PopCore };
type Method = 'GET' | 'POST';

/** `@alicloud/pop-core` as it comes: everything in the query of a GET. */
export const popCoreGet = popCore('GET');
/** `@alicloud/pop-core` with `{ method: 'POST' }`: everything in the form, the signature too. */
export const popCorePost = popCore('POST');

interface PopCoreError extends Error {
  readonly code: string;
  readonly url: string;
  readonly data: { readonly Message: string; readonly RequestId: string };
  readonly entry: { readonly response: { readonly statusCode: number } };
}

function popCore(method: Method): ClientKind {
  return { name: `pop-core (V1, ${method})`, connect: (target) => new Pop(target, method), exposed };
}

/** pop-core tells the status only in the exchange that it attaches, and puts the address after the message. */
function exposed(thrown: unknown): ExposedRefusal {
  const error = thrown as PopCoreError;
  if (error.data === undefined) throw thrown;
  const { code, data } = error;
  expect(error.name).toBe(`${code}Error`);
  expect(error.message).toBe(`${data.Message}, URL: ${error.url}`);
  return { code, status: error.entry.response.statusCode, message: data.Message, requestId: data.RequestId };
}

class Pop implements OfficialClient {
  readonly #target: Target;
  readonly #method: Method;
  readonly #clients = new Map<Product, PopCore>();

  constructor(target: Target, method: Method) {
    this.#target = target;
    this.#method = method;
  }

  call(product: Product, action: string, parameters: Readonly<Record<string, unknown>>): Promise<Body> {
    const { host, ca, ...credentials } = this.#target;
    const client =
      this.#clients.get(product) ??
      new RPCClient({
        endpoint: `${ca === undefined ? 'http' : 'https'}://${host}`,
        apiVersion: versions[product],
        ...credentials,
        opts: { timeout: timeoutMs, ...(ca === undefined ? {} : { agent: new https.Agent({ ca, keepAlive: true }) }) },
      });
    this.#clients.set(product, client);
    return client.request<Body>(action, dotted(parameters), { method: this.#method });
  }
}

/** pop-core takes lists as they are, but the fields of an object only by their dotted names. */
function dotted(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([field, item]) => [`${name}.${field}`, item])
        : [[name, value]],
    ),
  );
}
