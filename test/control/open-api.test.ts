import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { listCalls } from '../../src/control/calls/index.ts';
import { membersOf } from '../../src/control/members.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { send } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';

const localyun = startTestLocalyun();
let document: Body;

beforeAll(async () => {
  const { status, headers, text } = await send(localyun.port, 'GET', '/_localyun/openapi.json');
  expect([status, headers['content-type']]).toEqual([200, 'application/json']);
  document = JSON.parse(text);
});

describe('openapi.json', () => {
  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(validator.version).toBe('3.1');
  });

  it('refers to nothing that is not in it', () => {
    for (const [, reference] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
      const [root, ...names] = reference!.split('/');
      expect(root).toBe('#');
      expect(
        names.reduce((part, name) => part?.[name], document),
        reference,
      ).toBeTypeOf('object');
    }
  });

  it.each(listCalls().map(({ words, call }) => ({ name: words.join(' '), call })))('has $name', ({ call }) => {
    const operation = document.paths[call.path][call.method.toLowerCase()];
    expect(operation.summary).toBe(call.summary);
    const inBody = operation.requestBody?.content['application/json']?.schema.properties ?? {};
    const named = [...(operation.parameters ?? []).map(({ name }: Body) => name), ...Object.keys(inBody)];
    const members = membersOf(call).map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining(members.filter((name) => name !== call.body?.member)));
    const types = Object.keys(operation.requestBody?.content ?? {});
    if (call.body !== undefined) expect(types).toEqual(call.body.contentTypes);
  });

  it('gives each operation a name of its own', () => {
    const ids = Object.values(document.paths as Body).flatMap((path) =>
      Object.values(path as Body).map((one) => one.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(listCalls().length);
  });
});
