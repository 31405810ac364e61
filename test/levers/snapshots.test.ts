import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { LocalyunOptions } from '../../src/options.ts';
import { type Server, startServer } from '../../src/server.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { testDatabaseUrl } from '../support/localyun.ts';
import { call, send } from '../support/signed-client.ts';
import { type Body, TestAccount } from '../support/test-account.ts';

const folder = mkdtempSync(join(tmpdir(), 'localyun-snapshots-'));
const servers: Server[] = [];
const region = { RegionId: 'cn-hangzhou' };

afterAll(async () => {
  for (const server of servers) await server.close(0);
  rmSync(folder, { recursive: true, force: true });
});

/** A server on the engine of the suite, unless the options say otherwise. */
async function serve(options: LocalyunOptions = {}) {
  const server = await startServer({
    port: 0,
    transitions: 'manual',
    logLevel: 'error',
    databaseUrl: options.dataDir === undefined ? testDatabaseUrl() : undefined,
    ...options,
  });
  servers.push(server);
  const account = (name: string) =>
    new TestAccount(
      { server, port: server.port, account, advance: async (ms) => void (await server.levers.advance(ms)) },
      name,
    );
  const ask = async (method: string, path: string) => {
    const { status, text } = await send(server.port, method, `/_localyun${path}`);
    return { status, body: JSON.parse(text) };
  };
  return { server, account, ask };
}
type Served = Awaited<ReturnType<typeof serve>>;

/** An account with something of everything, and an attachment under way. */
async function furnish({ account, server }: Served, name: string) {
  const owner = account(name);
  const network = await owner.network();
  const instanceId = await owner.runInstance(network);
  const Tag = [{ Key: 'stage', Value: 'тест 😀' }];
  const eni = await owner.createNetworkInterface(network, {
    Tag,
    SecondaryPrivateIpAddressCount: 3,
    ClientToken: 'once',
  });
  const { AllocationId } = await owner.ok('Vpc', 'AllocateEipAddress', region);
  await owner.ok('Ecs', 'AttachNetworkInterface', {
    ...region,
    InstanceId: instanceId,
    NetworkInterfaceId: eni.NetworkInterfaceId,
  });
  await owner.ok('Ram', 'CreateUser', { UserName: 'bob' });
  await server.levers.failTransition({ resourceType: 'network-interface', kind: 'delete', outcome: 'stick', count: 2 });
  return { owner, network, instanceId, networkInterfaceId: eni.NetworkInterfaceId as string, AllocationId };
}

/** What everybody can see of an account. */
async function answers(owner: TestAccount): Promise<Body[]> {
  const asked = [
    ['Ecs', 'DescribeNetworkInterfaces'],
    ['Ecs', 'DescribeInstances'],
    ['Ecs', 'DescribeSecurityGroups'],
    ['Vpc', 'DescribeVpcs'],
    ['Vpc', 'DescribeVSwitches'],
    ['Vpc', 'DescribeEipAddresses'],
    ['Ram', 'ListUsers'],
  ] as const;
  const all = [];
  for (const [product, action] of asked) {
    const { RequestId: _, ...body } = await owner.ok(product, action, region);
    all.push(body);
  }
  return all;
}

describe('a snapshot', () => {
  it('brings back everything as it was, with the time and what was under way', async () => {
    const served = await serve();
    const { owner, networkInterfaceId } = await furnish(served, 'life');
    const before = await answers(owner);
    const now = served.server.levers.clock().now;
    const saved = await served.ask('PUT', '/snapshots/before');
    expect(saved).toMatchObject({
      status: 200,
      body: { name: 'before', engine: served.server.levers.health().engine },
    });
    await served.server.levers.advance(60_000);
    await owner.ok('Ecs', 'CreateSecurityGroup', { ...region, VpcId: before[3]?.Vpcs.Vpc[0].VpcId });
    expect(await answers(owner)).not.toEqual(before);
    expect(await served.ask('POST', '/snapshots/before/load')).toMatchObject({ status: 200, body: { now } });
    expect(await answers(owner)).toEqual(before);
    expect((await served.ask('GET', '/faults')).body.faults).toMatchObject([{ effect: 'stick', remaining: 2 }]);
    expect(before[0]?.NetworkInterfaceSets.NetworkInterfaceSet).toContainEqual(
      expect.objectContaining({ NetworkInterfaceId: networkInterfaceId, Status: 'Attaching' }),
    );
    await served.server.levers.advance(10_000);
    expect(await owner.describeNetworkInterface({ regionId: region.RegionId }, networkInterfaceId)).toMatchObject({
      Status: 'InUse',
    });
  });

  it('goes to an embedded server and back, with equal answers', async () => {
    const here = await serve();
    const { owner, network } = await furnish(here, 'traveller');
    const before = await answers(owner);
    await here.ask('PUT', '/snapshots/trip');
    const there = await serve({ dataDir: join(folder, 'there') });
    const file = await fetch(`http://127.0.0.1:${here.server.port}/_localyun/snapshots/trip/file`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const put = await fetch(`http://127.0.0.1:${there.server.port}/_localyun/snapshots/arrived/file`, {
      method: 'PUT',
      body: bytes,
    });
    expect([put.status, await put.json()]).toMatchObject([200, { name: 'arrived', sizeBytes: bytes.length }]);
    expect((await there.ask('POST', '/snapshots/arrived/load')).status).toBe(200);
    const abroad = there.account('traveller');
    expect(await answers(abroad)).toEqual(before);
    const again = await abroad.createNetworkInterface(network, {
      Tag: [{ Key: 'stage', Value: 'тест 😀' }],
      SecondaryPrivateIpAddressCount: 3,
      ClientToken: 'once',
    });
    expect(before[0]?.NetworkInterfaceSets.NetworkInterfaceSet.map((eni: Body) => eni.NetworkInterfaceId)).toContain(
      again.NetworkInterfaceId,
    );
    await there.server.levers.advance(10_000);
    await there.ask('PUT', '/snapshots/back');
    const later = await answers(abroad);
    const back = await there.server.levers.snapshots.export('back');
    await here.server.levers.snapshots.import('back', back);
    await here.ask('POST', '/snapshots/back/load');
    expect(await answers(owner)).toEqual(later);
    expect(here.server.levers.clock().now).toBe(there.server.levers.clock().now);
  });

  it('is of one moment while clients write', async () => {
    const busy = await serve();
    const owner = busy.account('busy');
    const network = await owner.network();
    const creations = Array.from({ length: 40 }, () => owner.createNetworkInterface(network));
    await Promise.race(creations);
    const [saved] = await Promise.all([busy.ask('PUT', '/snapshots/between'), ...creations]);
    expect(saved.status).toBe(200);
    await busy.ask('POST', '/snapshots/between/load');
    const { TotalCount, NetworkInterfaceSets } = await owner.ok('Ecs', 'DescribeNetworkInterfaces', region);
    expect(TotalCount).toBeGreaterThan(0);
    expect(NetworkInterfaceSets.NetworkInterfaceSet.every((eni: Body) => eni.PrivateIpAddress !== '')).toBe(true);
    const { AvailableIpAddressCount } = await owner.ok('Vpc', 'DescribeVSwitchAttributes', {
      ...region,
      VSwitchId: network.vSwitchId,
    });
    expect(AvailableIpAddressCount).toBe(252 - TotalCount);
  });

  it('keeps what is left of the time of changes and ClientTokens under the clock of real time', async () => {
    const slow = await serve();
    await furnish(slow, 'real');
    await slow.ask('PUT', '/snapshots/moment');
    const before = await textOf(slow, 'moment');
    const real = await serve({ transitions: 'real' });
    await real.server.levers.snapshots.import('moment', await slow.server.levers.snapshots.export('moment'));
    await real.server.levers.freeze();
    await real.ask('POST', '/snapshots/moment/load');
    await real.ask('PUT', '/snapshots/again');
    const after = await textOf(real, 'again');
    const left = (text: string, table: string, column: string) =>
      Number(rowOf(text, table)[column]) - JSON.parse(text.split('\n', 1)[0]!).nowMs;
    expect(left(after, 'transition', 'due_at_ms')).toBeGreaterThan(0);
    expect(left(after, 'transition', 'due_at_ms')).toBe(left(before, 'transition', 'due_at_ms'));
    expect(left(after, 'client_token', 'expires_at_ms')).toBe(left(before, 'client_token', 'expires_at_ms'));
    expect(rowOf(after, 'vpc').created_at_ms).toBe(rowOf(before, 'vpc').created_at_ms);
  });

  it('is a file that only its owner reads, and stays over a restart', async () => {
    const dataDir = join(folder, 'files');
    const first = await serve({ dataDir });
    await furnish(first, 'files');
    await first.ask('PUT', '/snapshots/one.of-2');
    const file = join(dataDir, 'snapshots', 'one.of-2.snapshot');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await first.server.close(0);
    const second = await serve({ dataDir });
    expect((await second.ask('GET', '/snapshots')).body.snapshots).toEqual([
      {
        name: 'one.of-2',
        savedAt: expect.any(String),
        engine: 'sqlite',
        schemaVersion: migrations.length,
        localyun: expect.any(String),
        sizeBytes: statSync(file).size,
      },
    ]);
    expect((await second.ask('DELETE', '/snapshots/one.of-2')).status).toBe(200);
    expect(readdirSync(join(dataDir, 'snapshots'))).toEqual([]);
    expect(await second.ask('DELETE', '/snapshots/one.of-2')).toMatchObject({ status: 404 });
  });

  it('of an older schema is brought up to date', async () => {
    const lines = [
      { ...header(8), nowMs: 1_000 },
      {
        table: 'account',
        columns: ['account_id', 'name', 'user_type_supported', 'active', 'ram_supported', 'created_at_ms'],
      },
      ['1000000000000001', 'localyun', 1, 1, 1, 0],
      {
        table: 'access_key',
        columns: ['access_key_id', 'account_id', 'access_key_secret', 'user_name', 'security_token', 'active'],
      },
      ['localyun', '1000000000000001', 'localyun', '', '', 1],
      { table: 'tag', columns: ['resource_type', 'resource_id', 'tag_key', 'tag_value', 'account_id', 'region_id'] },
      ['ecs/eni', 'eni-1', 'stage', 'live', '1000000000000001', 'cn-hangzhou'],
    ];
    const served = await serve();
    await served.server.levers.snapshots.import('older', sealed(lines));
    expect(await served.ask('POST', '/snapshots/older/load')).toMatchObject({
      status: 200,
      body: { now: '1970-01-01T00:00:01.000Z' },
    });
    const key = { accessKeyId: 'localyun', accessKeySecret: 'localyun' };
    const { text } = await call(served.server.port, key, 'Sts', 'GetCallerIdentity', {});
    expect(JSON.parse(text).AccountId).toBe('1000000000000001');
    await served.ask('PUT', '/snapshots/newer');
    expect(rowOf(await textOf(served, 'newer'), 'tag')).toMatchObject({ tag_key: 'stage', tag_value: 'live' });
  });
});

const header = (schemaVersion: number) => ({
  format: 'localyun-snapshot',
  formatVersion: 1,
  localyun: '9.9.9',
  schemaVersion,
  engine: 'sqlite',
  savedAt: '2026-01-01T00:00:00.000Z',
  nowMs: 0,
});

/** The file with these lines, and the end that they need. */
function sealed(lines: readonly unknown[], end: object = {}): Uint8Array {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const rows = lines.filter(Array.isArray).length;
  const trailer = { rows, sha256: createHash('sha256').update(text).digest('hex'), ...end };
  return gzipSync(`${text}${JSON.stringify(trailer)}\n`);
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function textOf({ server }: Served, name: string): Promise<string> {
  return gunzipSync(await bytesOf(await server.levers.snapshots.export(name))).toString();
}

/** The first row of a table in the text of a snapshot, by column. */
function rowOf(text: string, table: string): Record<string, unknown> {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
  const { columns } = JSON.parse(lines[at] ?? '{}');
  const row = JSON.parse(lines[at + 1] ?? '[]');
  return Object.fromEntries(columns.map((column: string, index: number) => [column, row[index]]));
}

describe('a file that cannot be used', () => {
  const account = { table: 'account', columns: ['account_id', 'name', 'created_at_ms'] };

  it.each([
    ['of a newer Localyun', sealed([header(migrations.length + 1)]), /saved by a newer Localyun, 9\.9\.9 \(schema \d+/],
    ['of another format', sealed([{ ...header(1), format: 'other' }]), 'is no snapshot of this format'],
    ['that is not gzipped', Buffer.from('nothing'), 'cannot be unpacked'],
    ['that is cut off', sealed([header(migrations.length)]).slice(0, 60), 'cannot be unpacked'],
    ['without an end', gzipSync(`${JSON.stringify(header(1))}\n`), 'its end is missing'],
    ['that was changed', sealed([header(1)], { sha256: 'x' }), 'does not have the digest'],
    ['that lost a row', sealed([header(1)], { rows: 1 }), 'has 0 rows, and should have 1'],
    ['that is empty', Buffer.alloc(0), 'no snapshot'],
  ])('%s is not kept', async (_name, bytes, error) => {
    const { server, ask } = await serve();
    const refusal = await server.levers.snapshots.import('bad', bytes).catch(String);
    expect(refusal).toMatch(error);
    expect((await ask('GET', '/snapshots')).body.snapshots).toEqual([]);
  });

  it.each([
    ['of an unknown table', [{ table: 'nothing', columns: ['a'] }, [1]], 'there is no table nothing'],
    ['with a table whose name is none', [{ table: 'a b; --', columns: ['a'] }, [1]], 'is no row of its table'],
    ['with an unknown column', [{ table: 'account', columns: ['colour'] }, ['red']], /colour/],
    ['with a row that is too short', [account, ['1']], 'is no row of its table'],
    ['with a row twice', [account, ['1', 'a', 0], ['1', 'a', 0]], 'is damaged'],
    [
      'with a reference to nothing',
      [{ table: 'quota', columns: ['account_id', 'region_id', 'quota_name', 'quota_value'] }, ['7', '', 'vpcs', 1]],
      'is damaged',
    ],
  ])('%s changes nothing', async (_name, lines, error) => {
    const served = await serve();
    const owner = served.account('kept');
    await owner.network();
    const before = await answers(owner);
    await served.server.levers.snapshots.import('bad', sealed([header(migrations.length), ...lines]));
    const refused = await served.ask('POST', '/snapshots/bad/load');
    expect(refused).toMatchObject({ status: 409, body: { error: expect.stringMatching(error) } });
    expect(await answers(owner)).toEqual(before);
  });
});

describe('a name', () => {
  it.each(['..', '.hidden', 'a%2Fb', '..%2F..%2Fescape', 'a%00', 'a%20b', 'x'.repeat(101)])(
    '%s is refused',
    async (name) => {
      const dataDir = join(folder, 'names');
      const { server, ask } = await serve({ dataDir });
      const { status, body } = await ask('PUT', `/snapshots/${name}`);
      expect([400, 404]).toContain(status);
      expect(body.error).toEqual(expect.any(String));
      expect(existsSync(join(dataDir, 'snapshots'))).toBe(false);
      await server.close(0);
    },
  );

  it('that nothing has is told', async () => {
    const { ask } = await serve();
    for (const [method, path] of [
      ['POST', '/snapshots/none/load'],
      ['DELETE', '/snapshots/none'],
      ['GET', '/snapshots/none/file'],
    ] as const) {
      expect(await ask(method, path)).toMatchObject({ status: 404, body: { error: 'there is no snapshot none' } });
    }
  });

  it('of a file that somebody else has put there is listed when it is a snapshot', async () => {
    const dataDir = join(folder, 'foreign');
    const first = await serve({ dataDir });
    await first.ask('PUT', '/snapshots/mine');
    const own = readFileSync(join(dataDir, 'snapshots', 'mine.snapshot'));
    writeFileSync(join(dataDir, 'snapshots', 'theirs.snapshot'), own);
    writeFileSync(join(dataDir, 'snapshots', 'odd.snapshot'), 'nothing');
    const { snapshots } = (await first.ask('GET', '/snapshots')).body;
    expect(snapshots.map(({ name }: Body) => name).sort()).toEqual(['mine', 'theirs']);
    expect((await first.ask('POST', '/snapshots/theirs/load')).status).toBe(200);
  });
});
