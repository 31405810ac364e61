import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildInto } from '../../tools/build.ts';
import { call, send } from '../support/signed-client.ts';

const key = { accessKeyId: 'localyun', accessKeySecret: 'localyun' };
const built = mkdtempSync(fileURLToPath(new URL('../../node_modules/.localyun-built-', import.meta.url)));
const command = join(built, 'cli.js');
let folder: string;
const running: ChildProcess[] = [];

beforeAll(() => buildInto(built));
afterAll(() => rmSync(built, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'localyun-cli-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command to its end. */
async function run(...args: string[]): Promise<{ code: number | null; out: string; error: string }> {
  const child = spawn(process.execPath, [command, ...args], { cwd: folder });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (error += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, error };
}

/** Starts a server and waits for the line that says it serves. */
async function serve(...args: string[]): Promise<{ child: ChildProcess; port: number; line: string }> {
  const child = spawn(process.execPath, [command, 'start', '--port', '0', ...args], { cwd: folder });
  running.push(child);
  const [chunk] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  const line = chunk.toString();
  return { child, line, port: Number(/:(\d+)\n$/.exec(line)?.[1]) };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('localyun start', () => {
  it('says on standard output where it serves, and nothing else there', async () => {
    const { child, line, port } = await serve('--memory');
    expect(line).toBe(`localyun ready on http://127.0.0.1:${port}\n`);
    const health = await send(port, 'GET', '/_localyun/health');
    expect(JSON.parse(health.text)).toMatchObject({ status: 'ok', engine: 'sqlite', transitions: 'fast' });
    for (const signal of ['SIGTERM'] as const) expect(await stop(child, signal)).toBe(0);
  });

  it('stops on SIGINT with open keep-alive connections', async () => {
    const { child, port } = await serve('--memory');
    const agent = new http.Agent({ keepAlive: true });
    await new Promise((resolve) => {
      http.get({ port, path: '/_localyun/health', agent }, (response) => response.resume().on('end', resolve));
    });
    expect(await stop(child, 'SIGINT')).toBe(0);
    agent.destroy();
  });

  it('finds its state again after a stop, and after a kill', async () => {
    const first = await serve('--data-dir', 'state');
    const made = await call(first.port, key, 'Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou', CidrBlock: '10.0.0.0/8' });
    expect(made.status).toBe(200);
    await stop(first.child);
    for (let restart = 0; restart < 2; restart += 1) {
      const { child, port } = await serve('--data-dir', 'state');
      const listed = await call(port, key, 'Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' });
      expect(JSON.parse(listed.text)).toMatchObject({
        TotalCount: 1,
        Vpcs: { Vpc: [{ VpcId: JSON.parse(made.text).VpcId }] },
      });
      await stop(child, 'SIGKILL');
    }
  });

  it('gives the last page of a list a token when it is told to', async () => {
    const parameters = { RegionId: 'cn-hangzhou', InstanceTypeFamily: 'ecs.i2', MaxResults: 100 };
    for (const flags of [['--next-token-on-last-page'], []]) {
      const { child, port } = await serve('--memory', ...flags);
      const { text } = await call(port, key, 'Ecs', 'DescribeInstanceTypes', parameters);
      expect(JSON.parse(text).NextToken !== '').toBe(flags.length > 0);
      await stop(child);
    }
  });

  it('takes accounts from a seed file', async () => {
    writeFileSync(join(folder, 'seed.yaml'), 'accounts:\n  - accessKeyId: localyun-gone\n    active: false\n');
    const { port } = await serve('--memory', '--seed', 'seed.yaml');
    const gone = { ...key, accessKeyId: 'localyun-gone' };
    const refused = await call(port, gone, 'Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-hangzhou' });
    expect([refused.status, JSON.parse(refused.text).Code]).toEqual([403, 'Abs.InvalidAccount.NotFound']);
  });

  it('denies with the code of --denial-code', async () => {
    const bob = { accessKeyId: 'bob-key', accessKeySecret: 'bob-secret' };
    const accounts = [{ accessKeyId: 'localyun-team', ramUsers: [{ userName: 'bob', ...bob }] }];
    writeFileSync(join(folder, 'team.yaml'), JSON.stringify({ accounts }));
    const { port } = await serve('--memory', '--seed', 'team.yaml', '--denial-code', 'Forbidden.SubUser');
    const denied = await call(port, bob, 'Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-hangzhou' });
    expect([denied.status, JSON.parse(denied.text).Code]).toEqual([403, 'Forbidden.SubUser']);
  });

  it('takes access keys at their word with --auth off', async () => {
    const { port } = await serve('--memory', '--auth', 'off');
    const answer = await send(port, 'GET', '/?Action=DescribeRegions&Version=2014-05-26&Format=JSON');
    expect(answer.status).toBe(200);
    const wrong = await call(port, { ...key, accessKeySecret: 'wrong' }, 'Ecs', 'DescribeRegions', {});
    expect(wrong.status).toBe(200);
  });

  it('repeats ids and addresses from a random seed', async () => {
    const ids: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { child, port } = await serve('--memory', '--random-seed', '7');
      const { text } = await call(port, key, 'Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou', CidrBlock: '10.0.0.0/8' });
      // The middle of an id is its time; the tail comes from the seed.
      ids.push((JSON.parse(text).VpcId as string).slice(-10));
      await stop(child);
    }
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('localyun refuses', () => {
  it.each([
    [['start', '--port', 'many'], /--port <number>.*many.*whole number/s],
    [['start', '--port', '65536'], /--port/],
    [['start', '--transitions', 'slow'], /--transitions.*slow.*instant, fast, real, manual/s],
    [['start', '--auth', 'maybe'], /--auth.*maybe.*strict, off/s],
    [['start', '--colour'], /unknown option '--colour'/],
    [['start', '--memory', '--data-dir', 'x'], /--memory.*cannot be used with.*--data-dir/s],
    [['begin'], /begin/],
  ])('%j with exit code 2 and a word on what is wrong', async (args, message) => {
    const { code, out, error } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(message);
  });

  it('a busy port', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    const { code, error } = await run('start', '--memory', '--port', String(port));
    expect([code, error]).toEqual([1, expect.stringContaining(`${port}`)]);
    expect(error).toMatch(/in use/);
    expect(error).not.toMatch(/ at /);
    server.close();
  });

  it('a data directory that another server uses, or that is a file', async () => {
    await serve('--data-dir', 'state');
    expect(await run('start', '--port', '0', '--data-dir', 'state')).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^localyun: cannot open the data directory state: it is in use/),
    });
    writeFileSync(join(folder, 'file'), '');
    expect(await run('start', '--port', '0', '--data-dir', 'file')).toMatchObject({ code: 1 });
  });

  it('a seed file that is missing, not YAML, or says something unknown', async () => {
    const start = ['start', '--memory', '--port', '0', '--seed'];
    expect(await run(...start, 'none.yaml')).toMatchObject({ code: 1, error: expect.stringContaining('none.yaml') });
    writeFileSync(join(folder, 'bad.yaml'), 'accounts: [');
    expect(await run(...start, 'bad.yaml')).toMatchObject({ code: 1, error: expect.stringContaining('not YAML') });
    writeFileSync(join(folder, 'odd.yaml'), 'accounts:\n  - accessKeyId: localyun\n    quotas: { enis: 3 }\n');
    expect(await run(...start, 'odd.yaml')).toMatchObject({
      code: 1,
      error: expect.stringContaining('accounts.0.quotas'),
    });
  });

  it('a database it cannot reach', async () => {
    const { code, error } = await run('start', '--port', '0', '--database-url', 'postgres://localyun@127.0.0.1:1/none');
    expect([code, error]).toEqual([1, expect.stringContaining('cannot open the database')]);
  });
});

describe('localyun tells', () => {
  it('its version and its flags', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    const help = await run('start', '--help');
    expect(help.code).toBe(0);
    for (const flag of [
      '--host',
      '--port',
      '--data-dir',
      '--memory',
      '--database-url',
      '--transitions',
      '--auth',
      '--denial-code',
      '--seed',
    ]) {
      expect(help.out).toContain(flag);
    }
  });

  it('where the CA is that a server with its state in memory uses', async () => {
    const { port } = await serve('--memory');
    const ca = readFileSync((await run('ca')).out.trim(), 'utf8');
    const [response] = (await once(
      https.get({ port, host: '127.0.0.1', path: '/_localyun/health', ca }),
      'response',
    )) as [http.IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(200);
  });

  it('where its CA is, the same one each time', async () => {
    const first = await run('ca', '--data-dir', 'state');
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/\.pem\n$/) });
    expect((await run('ca', '--data-dir', 'state')).out).toBe(first.out);
  });
});
