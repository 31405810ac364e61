import { createRequire } from 'node:module';
import type OpenApi from '@alicloud/openapi-core';
import { $OpenApiUtil, OpenApiUtil } from '@alicloud/openapi-core';
import { expect } from 'vitest';
import { type Product, versions } from '../../support/signed-client.ts';
import type { Body } from '../../support/test-account.ts';
import type { ClientKind, OfficialClient, Target } from '../official-client.ts';
import { exposedByOpenApi } from './openapi-error.ts';
import { configOf } from './product-sdks.ts';

const { default: GenericClient } = createRequire(import.meta.url)('@alicloud/openapi-core') as typeof OpenApi;
type Place = 'query' | 'body';

/** The generic client told to sign by V1, with the parameters in the query of a POST. */
export const genericQuery = generic('generic client (V1, POST query)', 'query');
/** The same with the parameters in a form, sent in chunks, while the common ones stay in the query. */
export const genericForm = generic('generic client (V1, POST query and form)', 'body');

function generic(name: string, place: Place): ClientKind {
  return { name, connect: (target) => new Generic(target, place), exposed: exposedByOpenApi };
}

class Generic implements OfficialClient {
  readonly #client: InstanceType<typeof GenericClient>;
  readonly #place: Place;

  constructor(target: Target, place: Place) {
    const config = configOf(target);
    config.signatureAlgorithm = 'v2';
    this.#client = new GenericClient(config);
    this.#place = place;
  }

  async call(product: Product, action: string, parameters: Readonly<Record<string, unknown>>): Promise<Body> {
    const operation = new $OpenApiUtil.Params({
      action,
      version: versions[product],
      protocol: 'HTTPS',
      pathname: '/',
      method: 'POST',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      bodyType: 'json',
    });
    const request = new $OpenApiUtil.OpenApiRequest(
      this.#place === 'query' ? { query: OpenApiUtil.query(parameters) } : { body: parameters },
    );
    const answer = await this.#client.callApi(operation, request, {} as never);
    expect(answer.statusCode).toBe(200);
    expect(answer.body.RequestId).toBe(answer.headers['x-acs-request-id']);
    return answer.body as Body;
  }
}
