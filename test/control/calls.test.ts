import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ControlCall } from '../../src/control/call.ts';
import { listCalls } from '../../src/control/calls/index.ts';
import { membersOf, typeOf } from '../../src/control/members.ts';
import { ControlRefused, connectLocalyun, type Localyun, type LocalyunLevers, startLocalyun } from '../../src/index.ts';
import { testDatabaseUrl } from '../support/localyun.ts';

let localyun: Localyun;
let remote: LocalyunLevers;

beforeAll(async () => {
  localyun = await startLocalyun({ transitions: 'manual', logLevel: 'error', databaseUrl: testDatabaseUrl() });
  remote = await connectLocalyun(localyun.endpoint);
});
afterAll(() => localyun.close());

const every = listCalls().map(({ words, call }) => ({ name: words.join(' '), words, call }));

function callOf(name: string): ControlCall {
  return every.find((one) => one.name === name)!.call;
}

/** A request as any HTTP client sends it. */
async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${localyun.endpoint}/_localyun${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type') === 'application/json';
  return { status: answer.status, body: isJson ? JSON.parse(text) : text };
}

interface Way {
  readonly name: string;
  readonly http: readonly [method: string, path: string, body?: unknown];
  readonly library: (levers: LocalyunLevers) => Promise<unknown>;
  readonly answer: unknown;
}

const quotaOfVpcs = { name: 'vpcs', region: 'cn-hangzhou', value: 3, default: 10 };
const ways: readonly Way[] = [
  {
    name: 'health',
    http: ['GET', '/health'],
    library: ({ health }) => health(),
    answer: expect.objectContaining({ status: 'ok', transitions: 'manual' }),
  },
  {
    name: 'metrics',
    http: ['GET', '/metrics'],
    library: ({ metrics }) => metrics(),
    answer: expect.stringContaining('# TYPE localyun_requests_total counter'),
  },
  {
    name: 'reset',
    http: ['POST', '/reset?account=2000000000000000'],
    library: ({ reset }) => reset('2000000000000000'),
    answer: { status: 'ok' },
  },
  {
    name: 'clock show',
    http: ['GET', '/clock'],
    library: ({ clock }) => clock.show(),
    answer: { now: expect.any(String), transitions: 'manual', frozen: false },
  },
  {
    name: 'clock advance',
    http: ['POST', '/clock/advance', { milliseconds: 10 }],
    library: ({ clock }) => clock.advance(10),
    answer: { now: expect.any(String) },
  },
  {
    name: 'clock freeze',
    http: ['POST', '/clock/freeze'],
    library: ({ clock }) => clock.freeze(),
    answer: expect.objectContaining({ frozen: false, note: expect.stringContaining('nothing to freeze') }),
  },
  {
    name: 'clock resume',
    http: ['POST', '/clock/resume'],
    library: ({ clock }) => clock.resume(),
    answer: expect.objectContaining({ frozen: false }),
  },
  {
    name: 'clock run-until-idle',
    http: ['POST', '/clock/run-until-idle', { withinMs: 1_000 }],
    library: ({ clock }) => clock.runUntilIdle({ withinMs: 1_000 }),
    answer: { now: expect.any(String), left: expect.any(Number) },
  },
  {
    name: 'accounts add',
    http: ['POST', '/accounts', {}],
    library: ({ accounts }) => accounts.add(),
    answer: {
      id: expect.any(String),
      accessKeyId: expect.stringMatching(/^localyun-\w+$/),
      accessKeySecret: 'localyun',
    },
  },
  {
    name: 'accounts list',
    http: ['GET', '/accounts'],
    library: ({ accounts }) => accounts.list(),
    answer: { accounts: expect.any(Array) },
  },
  {
    name: 'quotas set',
    http: ['PUT', '/quotas', { account: 'localyun-q', name: 'vpcs', region: 'cn-hangzhou', value: 3 }],
    library: ({ quotas }) => quotas.set({ account: 'localyun-q', name: 'vpcs', region: 'cn-hangzhou', value: 3 }),
    answer: quotaOfVpcs,
  },
  {
    name: 'quotas list',
    http: ['GET', '/quotas?account=localyun-q'],
    library: ({ quotas }) => quotas.list('localyun-q'),
    answer: { quotas: expect.arrayContaining([{ name: 'vpcs', value: 10, default: 10 }, quotaOfVpcs]) },
  },
  {
    name: 'transition-faults add',
    http: ['POST', '/transition-faults', { resourceType: 'network-interface', kind: 'delete', outcome: 'stick' }],
    library: ({ transitionFaults }) =>
      transitionFaults.add({ resourceType: 'network-interface', kind: 'delete', outcome: 'stick' }),
    answer: { status: 'ok' },
  },
  {
    name: 'operations show',
    http: ['GET', '/operations/Ecs/DeleteNetworkInterface'],
    library: ({ operations }) => operations.show('Ecs', 'DeleteNetworkInterface'),
    answer: expect.objectContaining({ implemented: true, required: expect.arrayContaining(['NetworkInterfaceId']) }),
  },
];

describe('a call', () => {
  it.each(ways)('$name is the same over HTTP, in the library, and in the library of another process', async (way) => {
    const [method, path, body] = way.http;
    const { status, body: overHttp } = await ask(method, path, body);
    expect(status, JSON.stringify(overHttp)).toBe(200);
    const answers = [overHttp, await way.library(localyun), await way.library(remote)];
    for (const answer of answers) {
      expect(answer).toEqual(way.answer);
      callOf(way.name).output.parse(answer);
    }
  });

  it.each(every.filter(({ call }) => call.httpOnly !== true))('$name has its function in the library', ({ words }) => {
    const names = words.map((word) => word!.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()));
    for (const levers of [localyun, remote]) {
      const found = names.reduce<unknown>((tree, name) => (tree as Record<string, unknown>)[name], levers);
      expect(found).toBeTypeOf('function');
    }
  });
});

/** Members that not any text is good for. */
const typed = every.flatMap(({ name, call }) =>
  membersOf(call)
    .filter(
      ({ schema }) => ['integer', 'number', 'boolean'].includes(typeOf(schema) ?? '') || schema.enum !== undefined,
    )
    .map((member) => ({ name, call, member: member.name, place: member.place })),
);

/** The path of a call with something in each place. */
const pathOf = (call: ControlCall) => call.path.replace(/\{[^}]+\}/g, 'x');
const inQuery = (call: ControlCall) => call.method === 'GET' || call.method === 'DELETE' || call.body !== undefined;

describe('bad input', () => {
  it.each(typed.filter(({ place }) => place !== 'path'))(
    'of $name names $member and its value',
    async ({ call, member }) => {
      const { status, body } = inQuery(call)
        ? await ask(call.method, `${pathOf(call)}?${member}=surely-wrong`)
        : await ask(call.method, pathOf(call), { [member]: 'surely-wrong' });
      expect({ status, body }).toEqual({ status: 400, body: { error: expect.stringContaining(member) } });
      expect(body).toEqual({ error: expect.stringContaining('surely-wrong') });
    },
  );

  it.each(every)('of $name names a member that there is none of', async ({ call }) => {
    const { status, body } = inQuery(call)
      ? await ask(call.method, `${pathOf(call)}?surelyUnknown=1`)
      : await ask(call.method, pathOf(call), { surelyUnknown: 1 });
    expect({ status, body }).toEqual({ status: 400, body: { error: expect.stringContaining('surelyUnknown') } });
  });

  it.each([
    ['twice in the query', '/reset?account=1&account=2', undefined, 'account'],
    ['in query and body', '/reset?account=1', { account: '2' }, 'account'],
    ['that is no object', '/reset', [1], 'not a JSON object'],
    ['in a path that cannot be decoded', '/snapshots/%FF/load', undefined, 'name'],
    ['in a path with a NUL', '/snapshots/%00/load', undefined, 'name'],
  ])('%s is refused', async (_, path, body, error) => {
    expect(await ask('POST', path, body)).toEqual({ status: 400, body: { error: expect.stringContaining(error) } });
  });

  it('rejects with ControlRefused in the library, there and elsewhere', async () => {
    for (const { clock, networkInterfaces } of [localyun, remote]) {
      const bad = clock.advance('soon' as never);
      await expect(bad).rejects.toThrow(ControlRefused);
      await expect(bad).rejects.toMatchObject({ status: 400, message: expect.stringMatching(/milliseconds.*"soon"/) });
      const unknown = networkInterfaces.fix('eni-none', { serviceId: 1 });
      await expect(unknown).rejects.toMatchObject({ status: 404, message: expect.stringContaining('eni-none') });
    }
  });

  it('of more than the server reads is refused in its words', async () => {
    const tooLarge = remote.seed({ accounts: ['x'.repeat(11 * 1024 * 1024)] });
    await expect(tooLarge).rejects.toThrow(/has refused the call: .*10485760/);
  });

  it('of a path that would be another call is refused before it is sent', async () => {
    await expect(remote.snapshots.save('..')).rejects.toThrow('name');
    await expect(remote.networkInterfaces.fix('', {})).rejects.toThrow('id');
  });
});
