import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addControlCommands } from '../../src/command-line/control/commands.ts';
import { listCalls } from '../../src/control/calls/index.ts';
import { type Localyun, startLocalyun } from '../../src/index.ts';
import { buildInto } from '../../tools/build.ts';
import type { TestLocalyun } from '../support/localyun.ts';
import { TestAccount } from '../support/test-account.ts';

const built = mkdtempSync(fileURLToPath(new URL('../../node_modules/.localyun-built-', import.meta.url)));
const command = join(built, 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'localyun-control-'));
let localyun: Localyun;

beforeAll(async () => {
  await buildInto(built);
  localyun = await startLocalyun({ transitions: 'manual', logLevel: 'error' });
});
afterAll(async () => {
  await localyun.close();
  rmSync(built, { recursive: true });
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

async function end(child: ChildProcess): Promise<Ended> {
  let out = '';
  let error = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    error += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, error };
}

/** Runs the command against the server. */
function run(args: readonly string[], variables: Record<string, string> = {}): Promise<Ended> {
  const env = { PATH: process.env.PATH ?? '', LOCALYUN_ENDPOINT: localyun.endpoint, ...variables };
  return end(spawn(process.execPath, [command, ...args], { cwd: folder, env }));
}

/** What a command prints as JSON. */
async function json(...args: string[]): Promise<unknown> {
  const { code, out, error } = await run([...args, '--json']);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return JSON.parse(out);
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};

describe('the commands of a running server', () => {
  it('are all in the help, in a group of their own', async () => {
    const { out } = await run(['--help']);
    const [own = '', control = ''] = out.split('Commands for a running server:');
    expect(own).toMatch(/ start .*\n.* ca /s);
    const commands = listCalls().filter(({ call }) => call.httpOnly !== true);
    for (const [subject] of commands.map(({ words }) => words))
      expect(control).toMatch(new RegExp(`^ {2}${subject} `, 'm'));
  });

  it('say what they do, each of them', () => {
    const program = new Command();
    addControlCommands(program, (error) => {
      throw error;
    });
    for (const { words, call } of listCalls().filter((one) => one.call.httpOnly !== true)) {
      const found = words.reduce<Command | undefined>(
        (parent, word) => parent?.commands.find((one) => one.name() === word),
        program,
      );
      expect({ words, summary: found?.description() }).toEqual({ words, summary: call.summary });
    }
  });

  it.each([
    [['clock', 'advance', '--milliseconds', '1000'], { now: expect.any(String) }],
    [['clock', 'run-until-idle', '--within-ms', '1000'], { left: 0 }],
    [['accounts', 'add', '--name', 'cli'], { accessKeyId: 'localyun-cli', accessKeySecret: 'localyun' }],
    [
      ['quotas', 'set', '--account', 'localyun-cli', '--name', 'eips', '--value', '2'],
      { name: 'eips', value: 2, default: 20 },
    ],
    [['quotas', 'set', '--account', 'localyun-cli', '--name', 'eips', '--value', 'null'], { value: 20 }],
    [['operations', 'show', 'Ecs', 'DeleteNetworkInterface'], { implemented: true }],
    [
      [
        'transition-faults',
        'add',
        '--resource-type',
        'vpc',
        '--kind',
        'create',
        '--outcome',
        'complete',
        '--count',
        '2',
      ],
      { status: 'ok' },
    ],
  ])('%j does what the call does', async (args, answer) => {
    expect(await json(...args)).toMatchObject(answer);
  });

  it('take a file, or standard input', async () => {
    const seed = 'accounts:\n  - accessKeyId: localyun-filed\n    quotas: { vpcs: 4 }\n';
    expect((await run(['seed', file('seed.yaml', seed)])).code).toBe(0);
    const child = spawn(process.execPath, [command, 'seed', '-'], {
      env: { PATH: '', LOCALYUN_ENDPOINT: localyun.endpoint },
    });
    child.stdin.end(seed.replace('filed', 'piped'));
    expect((await end(child)).code).toBe(0);
    for (const account of ['localyun-filed', 'localyun-piped']) {
      const { quotas } = await localyun.quotas.list(account);
      expect(quotas).toContainEqual({ name: 'vpcs', value: 4, default: 10 });
    }
    const missing = await run(['seed', 'nowhere.yaml']);
    expect(missing).toMatchObject({ code: 1, error: expect.stringContaining('nowhere.yaml') });
  });

  it('write a file, and read it again', async () => {
    expect((await run(['snapshots', 'save', 'first'])).code).toBe(0);
    expect(await run(['snapshots', 'export', 'first', 'first.snapshot'])).toMatchObject({ code: 0, out: '' });
    expect((await run(['snapshots', 'import', 'second', 'first.snapshot'])).code).toBe(0);
    const { snapshots } = await localyun.snapshots.list();
    expect(snapshots.map(({ name }) => name)).toEqual(expect.arrayContaining(['first', 'second']));
    const piped = await run(['snapshots', 'export', 'first']);
    expect(piped.out.length).toBeGreaterThan(0);
  });
});

describe('what is printed', () => {
  it('is a table, values by name, or what the server says as it is', async () => {
    await localyun.accounts.add('printed');
    expect((await run(['accounts', 'list'])).out).toMatch(
      /^ID +ACCESS KEY ID +CREATED AT +USERS.*\n(.*\n)*\d{16} +localyun-printed +\S+ +0/,
    );
    expect((await run(['clock', 'show'])).out).toMatch(/^now +\d{4}-.*Z\ntransitions +manual\nfrozen +false\n$/);
    expect((await run(['metrics'])).out).toContain('# HELP localyun_requests_total');
    expect((await run(['reset', '--account', 'localyun-nobody'])).out).toBe('ok\n');
    expect((await run(['errors', 'list', '--action', 'DeleteNetworkInterface'])).out).toMatch(
      /^CODE +PRODUCT +STATUS +CAUSE\n(.*\n)*InvalidEniId\.NotFound +Ecs +404 +\S/,
    );
  });
});

describe('the exit code', () => {
  it.each([
    ['an unknown word', ['clock', 'stop'], 'stop'],
    ['a missing option', ['clock', 'advance'], '--milliseconds'],
    ['an option that there is none of', ['clock', 'show', '--minutes', '1'], '--minutes'],
    ['a value of another type', ['clock', 'advance', '--milliseconds', 'soon'], '"soon"'],
    ['a missing argument', ['operations', 'show', 'Ecs'], 'action'],
    [
      'what only the server knows to be wrong',
      ['transition-faults', 'add', '--resource-type', 'x', '--kind', 'y', '--outcome', 'fail'],
      'x/y',
    ],
    ['an endpoint that is none', ['health', '--endpoint', 'ftp://x'], 'ftp://x'],
    ['a subject without a verb', ['clock'], 'advance'],
  ])('is 2 for %s', async (_, args, text) => {
    expect(await run(args)).toMatchObject({ code: 2, error: expect.stringContaining(text) });
  });

  it('is 1 for what is not there, and for what cannot be done now', async () => {
    expect(await run(['network-interfaces', 'fix', 'eni-none', '--service-id', '1'])).toMatchObject({
      code: 1,
      error: expect.stringContaining('eni-none'),
    });
    await localyun.accounts.add('twice');
    expect((await run(['accounts', 'add', '--name', 'twice'])).code).toBe(1);
  });

  it('is 1 where no server answers, which is said', async () => {
    const { code, error } = await run(['health'], { LOCALYUN_ENDPOINT: 'http://127.0.0.1:1' });
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining('nothing answers at http://127.0.0.1:1'),
    });
    const other = createServer((_, response) => response.end('<html>'));
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await run(['health', '--endpoint', `127.0.0.1:${port}`])).toMatchObject({
      code: 1,
      error: expect.stringContaining('is not the control API of Localyun'),
    });
    other.close();
  });

  it('is 3 for leaks that --fail was to fail for, and 0 when there are none', async () => {
    const port = localyun.port;
    const advance = async (milliseconds: number) => void (await localyun.clock.advance(milliseconds));
    const account = new TestAccount({ port, advance } as TestLocalyun, 'leaking');
    const look = (...flags: string[]) => run(['leaks', '--account', account.accountId, ...flags]);
    expect(await look('--fail')).toMatchObject({ code: 0, out: expect.stringContaining('no network interfaces') });
    const { NetworkInterfaceId } = await account.createNetworkInterface(await account.network());
    expect(await look('--fail')).toMatchObject({ code: 3, out: expect.stringContaining(NetworkInterfaceId) });
    expect(await look()).toMatchObject({ code: 0, out: expect.stringContaining(NetworkInterfaceId) });
    const byName = await run(['leaks', '--account', 'localyun-leaking', '--fail']);
    expect(byName).toMatchObject({ code: 3, out: expect.stringContaining(NetworkInterfaceId) });
    expect(await run(['leaks', '--account', 'leaking', '--fail'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('"leaking" is neither the id of an account nor a name'),
    });
    const { code, out } = await look('--fail', '--json');
    expect([code, JSON.parse(out).networkInterfaces[0].id]).toEqual([3, NetworkInterfaceId]);
  });

  it('is 1 without the token of the server', async () => {
    await using guarded = await startLocalyun({ controlToken: 'opensesame', logLevel: 'error' });
    const at = { LOCALYUN_ENDPOINT: guarded.endpoint };
    expect(await run(['accounts', 'list'], at)).toMatchObject({
      code: 1,
      error: expect.stringContaining('Authorization'),
    });
    expect((await run(['accounts', 'list', '--control-token', 'opensesame'], at)).code).toBe(0);
    expect((await run(['accounts', 'list'], { ...at, LOCALYUN_CONTROL_TOKEN: 'opensesame' })).code).toBe(0);
  });
});
