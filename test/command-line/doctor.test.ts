import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examine } from '../../src/command-line/doctor/examine.ts';
import type { Environment, Finding } from '../../src/command-line/doctor/finding.ts';
import { oldestNode } from '../../src/command-line/doctor/runtime.ts';
import { createAuthority } from '../../src/gateway/transport/certificate-signing.ts';
import { ensureCertificateAuthority } from '../../src/gateway/transport/certificates.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { version } from '../../src/version.ts';
import { builtCommand } from '../support/built-command.ts';
import { startTestLocalyun } from '../support/localyun.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let command: string;
const isRoot = process.getuid?.() === 0;
let folder: string;
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  command = await builtCommand();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'localyun-doctor-'));
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the doctor finds, by check, with flags as they were read. Nothing of this process's environment counts. */
async function findings(flags: Record<string, unknown> = {}, environment: Environment = {}): Promise<Finding[]> {
  return [...(await examine({ flags: { dataDir: join(folder, 'state'), ...flags }, environment }))];
}

async function found(check: string, flags: Record<string, unknown> = {}, environment: Environment = {}) {
  return (await findings(flags, environment)).filter((finding) => finding.check === check);
}

/** Runs the built command. */
function run(args: readonly string[], { node = [], cli = command, environment = {}, uid }: RunOptions = {}) {
  const env = { PATH: process.env.PATH, ...environment };
  const options = { cwd: folder, env, ...(uid === undefined ? {} : { uid }) };
  return new Promise<{ code: number; out: string; error: string }>((resolve) => {
    execFile(process.execPath, [...node, cli, 'doctor', ...args], options, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error });
    });
  });
}

interface RunOptions {
  readonly node?: readonly string[];
  readonly cli?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** Listens on a free port until the test is over. */
async function listen(server: net.Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return (server.address() as net.AddressInfo).port;
}

function put(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const problem = (says: RegExp, todo: RegExp = /./) => [
  {
    check: expect.any(String),
    outcome: 'problem',
    says: expect.stringMatching(says),
    todo: expect.stringMatching(todo),
  },
];
const warning = (says: RegExp, todo: RegExp = /./) => [{ ...problem(says, todo)[0], outcome: 'warning' }];
const ok = (says: RegExp) => [{ check: expect.any(String), outcome: 'ok', says: expect.stringMatching(says) }];

describe('localyun doctor', () => {
  const localyun = startTestLocalyun();

  it('finds nothing wrong with a server that is well, in one line a check, and ends with 0', async () => {
    const { code, out, error } = await run(['--port', String(localyun.port)]);
    expect([code, error]).toEqual([0, '']);
    expect(out.split('\n').slice(0, -1)).toSatisfy((lines: string[]) => lines.every((line) => line.startsWith('ok ')));
    expect(out).toMatch(/^ok +signature +DescribeRegions signed with the key localyun is answered$/m);
    expect(out).toMatch(new RegExp(`^ok +port +Localyun ${version} answers at 127.0.0.1:${localyun.port}$`, 'm'));
  });

  it('ends with 1 when there is a problem, and says as JSON the same as in lines', async () => {
    const port = await listen(net.createServer((socket) => socket.end('no http\r\n')));
    const { code, out } = await run(['--port', String(port)]);
    expect(code).toBe(1);
    expect(out).toMatch(/^problem +port +.* -> stop it/m);
    const asJson = await run(['--json', '--port', String(port)]);
    expect(asJson.code).toBe(1);
    const { findings: listed } = JSON.parse(asJson.out) as { findings: Finding[] };
    expect(listed.find(({ check }) => check === 'port')).toMatchObject({
      outcome: 'problem',
      says: expect.any(String),
    });
    expect(listed).toHaveLength(out.split('\n').length - 1);
  });

  it('changes nothing where it looks', async () => {
    expect((await run(['--port', '0'])).code).toBe(0);
    await expect(found('data directory')).resolves.toEqual(ok(/not there yet/));
  });
});

describe('the runtime', () => {
  it('is too old', async () => {
    const shift = put(
      'old.mjs',
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } });",
    );
    const { code, out } = await run(['--port', '0'], { node: ['--import', shift] });
    expect(code).toBe(1);
    expect(out).toMatch(/^problem +node +Node 18\.20\.4 is older than 20\.19 -> install/m);
  });

  it('is held to what the package asks for', () => {
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(engines.node).toBe(`>=${oldestNode}`);
  });

  it('lacks the module that is compiled for it', async () => {
    const other = mkdtempSync(join(root, 'node_modules/.localyun-doctor-'));
    closing.push(() => rmSync(other, { recursive: true, force: true }));
    cpSync(dirname(command), other, { recursive: true });
    const fake = join(other, 'node_modules/better-sqlite3');
    mkdirSync(fake, { recursive: true });
    writeFileSync(join(fake, 'package.json'), '{"main": "index.js"}');
    writeFileSync(
      join(fake, 'index.js'),
      'module.exports = function () { process.dlopen({ exports: {} }, __filename); };',
    );
    const { code, out } = await run(['--port', '0'], { cli: join(other, 'cli.js') });
    expect(code).toBe(1);
    expect(out).toMatch(/^problem +sqlite +better-sqlite3 cannot be loaded: .* -> npm rebuild better-sqlite3/m);
  });
});

describe('the configuration', () => {
  it('cannot be read', async () => {
    const config = put('localyun.yaml', 'port: many\ncolour: red\n');
    const listed = await found('configuration', { config });
    expect(listed).toEqual([
      ...problem(/localyun\.yaml:1:7: port: "many" is not/),
      ...problem(/:2:1: unknown key colour/),
    ]);
    expect(await found('configuration', {}, { LOCALYUN_PORT: '-1' })).toEqual(problem(/^LOCALYUN_PORT: "-1"/));
  });

  it('has a variable that nobody reads', async () => {
    const listed = await found('configuration', { port: 0 }, { LOCALYUN_PROT: '1', LOCALYUN_ENDPOINT: '127.0.0.1:0' });
    expect(listed).toEqual([...ok(/no file/), ...warning(/^LOCALYUN_PROT is no variable/)]);
  });

  it('names a seed file that is missing, no YAML, or says what is not known', async () => {
    expect(await found('seed', { port: 0, seed: join(folder, 'none.yaml') })).toEqual(
      problem(/cannot read the seed file/),
    );
    expect(await found('seed', { port: 0, seed: put('a.yaml', 'accounts: [') })).toEqual(problem(/is not YAML/));
    expect(await found('seed', { port: 0, seed: put('b.yaml', 'users: []') })).toEqual(problem(/users/));
    expect(await found('seed', { port: 0, seed: put('c.yaml', 'accounts: []') })).toEqual(ok(/c\.yaml/));
  });
});

describe('the port', () => {
  it('is free', async () => {
    const port = await listen(net.createServer());
    await closing.pop()?.();
    expect(await found('port', { port })).toEqual(ok(/is free/));
    expect(await found('port', { port: 0 })).toEqual(ok(/any free one/));
  });

  it('is taken by another web server', async () => {
    const port = await listen(
      http.createServer((_, response) => response.writeHead(418, { server: 'teapot' }).end('{}')),
    );
    expect(await found('port', { port })).toEqual(problem(/another web server \(status 418, teapot\)/, /--port/));
  });

  it('is taken by what does not speak http', async () => {
    const port = await listen(net.createServer((socket) => socket.end('+OK\r\n')));
    expect(await found('port', { port })).toEqual(problem(/does not speak http/, /--port/));
  });

  it('is of an address that this machine does not have', async () => {
    expect(await found('port', { host: '192.0.2.1', port: 20_140 })).toEqual(problem(/no address of this machine/));
  }, 60_000);

  it('is served by another version', async () => {
    const health = { status: 'ok', version: '9.9.9', engine: 'sqlite', schemaVersion: 99 };
    const port = await listen(http.createServer((_, response) => response.end(JSON.stringify(health))));
    expect(await found('port', { port })).toEqual(warning(/Localyun 9\.9\.9 answers .* this is/));
  });
});

describe('the data directory', () => {
  const port = 0;
  const state = () => join(folder, 'state');
  /** A state as a server leaves it. */
  async function makeState(): Promise<void> {
    await SqliteStore.open(state()).close();
  }

  it('is a file, or in one', async () => {
    put('state', '');
    expect(await found('data directory', { port })).toEqual(problem(/state is not a folder/));
    const dataDir = join(state(), 'deeper');
    expect(await found('data directory', { port, dataDir })).toEqual(problem(/state is not a folder/));
  });

  it('is open to others', async () => {
    await makeState();
    expect(await found('data directory', { port })).toEqual(ok(/700/));
    chmodSync(state(), 0o755);
    expect(await found('data directory', { port })).toEqual(warning(/open to others \(755\)/, /^chmod 700 /));
  });

  it.runIf(isRoot)('belongs to somebody else', async () => {
    await makeState();
    chownSync(state(), 12_345, 12_345);
    expect(await found('data directory', { port })).toEqual(warning(/owned by user 12345, and this is user 0/));
  });

  it.runIf(isRoot)('may not be read, written or made by this user', async () => {
    await makeState();
    chmodSync(folder, 0o755);
    chmodSync(state(), 0o555);
    const args = ['--port', '0', '--data-dir'];
    const readable = await run([...args, 'state'], { uid: 65_534 });
    expect(readable.out).toMatch(/^problem +data directory +state cannot be written by this user \(555\) -> /m);
    chmodSync(state(), 0o700);
    const closed = await run([...args, 'state'], { uid: 65_534 });
    expect(closed.out).toMatch(/^problem +data directory +state cannot be read or written by this user \(700\)/m);
    const absent = await run([...args, 'new'], { uid: 65_534 });
    expect(absent.out).toMatch(/^problem +data directory +new is not there, and this user may not make it in /m);
    expect([readable.code, closed.code, absent.code]).toEqual([1, 1, 1]);
  });

  it('has a database that is whole', async () => {
    await makeState();
    expect(await found('database file', { port })).toEqual(ok(/^whole, schema \d+$/));
  });

  it('has a database that is damaged, or none of Localyun', async () => {
    await makeState();
    writeFileSync(
      join(state(), 'localyun.db'),
      'this is no database, and long enough to be looked at as one'.repeat(20),
    );
    expect(await found('database file', { port })).toEqual(problem(/damaged: file is not a database/, /restore/));
    rmSync(state(), { recursive: true });
    mkdirSync(state(), { mode: 0o700 });
    const other = new Database(join(state(), 'localyun.db'));
    other.exec('CREATE TABLE other (name TEXT)');
    other.close();
    expect(await found('database file', { port })).toEqual(problem(/no database of Localyun/));
  });

  it('has a database with a page that is overwritten', async () => {
    await makeState();
    const file = join(state(), 'localyun.db');
    const bytes = readFileSync(file);
    bytes.fill(0xab, 4096 * 2, 4096 * 6);
    writeFileSync(file, bytes);
    expect(await found('database file', { port })).toEqual(problem(/damaged/));
  });

  it('was written by a newer version', async () => {
    await makeState();
    const database = new Database(join(state(), 'localyun.db'));
    database.prepare('INSERT INTO schema_version (version) VALUES (9999)').run();
    database.close();
    expect(await found('database file', { port })).toEqual(problem(/newer Localyun \(schema 9999\)/));
  });

  it('is in use, by a server that answers or by one that is elsewhere', async () => {
    const server = spawn(process.execPath, [command, 'start', '--port', '0', '--data-dir', state()], { env: {} });
    closing.push(() => server.kill('SIGKILL'));
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const itsPort = Number(/:(\d+)\n$/.exec(line.toString())?.[1]);
    expect(await found('database file', { port })).toEqual(problem(/in use by another server/));
    expect(await found('database file', { port: itsPort })).toEqual(ok(/in use, as by the server/));
  });
});

describe('the certificate authority', () => {
  const port = 0;
  const directory = () => join(folder, 'state');

  it('is there and valid, and trusted by what names it', async () => {
    const file = await ensureCertificateAuthority(directory());
    const bundle = put('bundle.pem', `${(await createAuthority(new Date())).cert}\n${readFileSync(file, 'utf8')}`);
    const environment = { NODE_EXTRA_CA_CERTS: file, SSL_CERT_FILE: bundle };
    expect(await found('certificate authority', { port }, environment)).toEqual(ok(/ca\.pem, valid until/));
    expect(await found('NODE_EXTRA_CA_CERTS', { port }, environment)).toEqual(ok(/trusts this authority/));
    expect(await found('SSL_CERT_FILE', { port }, environment)).toEqual(ok(/trusts this authority/));
  });

  it('is not there, and something else or nothing at all is trusted', async () => {
    const other = put('other.pem', (await createAuthority(new Date())).cert);
    const environment = { NODE_EXTRA_CA_CERTS: join(folder, 'none.pem'), SSL_CERT_FILE: other };
    expect(await found('certificate authority', { port }, environment)).toEqual(ok(/not there yet/));
    expect(await found('NODE_EXTRA_CA_CERTS', { port }, environment)).toEqual(problem(/cannot be read/, /^export/));
    expect(await found('SSL_CERT_FILE', { port }, environment)).toEqual(warning(/does not trust/, /^export/));
    expect(await found('SSL_CERT_FILE', { port })).toEqual(ok(/not set/));
  });

  it('is damaged, over, or not of its key', async () => {
    const file = await ensureCertificateAuthority(directory());
    const whole = readFileSync(file, 'utf8');
    const long = new Date('1990-01-01T00:00:00Z');
    for (const cert of [
      whole.slice(0, 200),
      (await createAuthority(long)).cert,
      (await createAuthority(new Date())).cert,
    ]) {
      writeFileSync(file, cert);
      expect(await found('certificate authority', { port })).toEqual(problem(/damaged, not of its key, or over/));
    }
  });

  it('is a file where a folder should be', async () => {
    put('state/ca', '');
    expect(await found('certificate authority', { port })).toEqual(problem(/cannot be read/));
  });

  describe('of a server', () => {
    const its = mkdtempSync(join(tmpdir(), 'localyun-doctor-ca-'));
    const localyun = startTestLocalyun({ certificateDir: its });
    afterAll(() => rmSync(its, { recursive: true, force: true }));

    it('is that of the data directory, or another', async () => {
      await ensureCertificateAuthority(its);
      expect(await found('https', { port: localyun.port, dataDir: its })).toEqual(ok(/of this authority/));
      await ensureCertificateAuthority(directory());
      expect(await found('https', { port: localyun.port })).toEqual(
        problem(/no certificate of this authority/, /--data-dir/),
      );
    });
  });
});

describe('what clients read', () => {
  const on = (environment: Environment) => found('client variables', { port: 20_140, host: '192.0.2.1' }, environment);
  const local = (environment: Environment) => found('client variables', { port: 0 }, environment);
  const builtIn = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'localyun', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'localyun' };

  it('leads here', async () => {
    expect(await local({})).toEqual(ok(/none are set/));
    const { out } = await new Promise<{ out: string }>((resolve) => {
      execFile(process.execPath, [command, 'env', '--port', '1'], { env: {} }, (_failure, stdout) =>
        resolve({ out: stdout }),
      );
    });
    const environment = Object.fromEntries(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s, 2)),
    );
    expect(await found('client variables', { port: 1 }, environment)).toEqual(
      ok(/are set, and lead to 127\.0\.0\.1:1$/),
    );
    const named = { ...environment, ECS_ENDPOINT: 'http://localhost:1/' };
    expect(await found('client variables', { port: 1 }, named)).toEqual(ok(/lead to/));
  });

  it.each([
    [{ ALIBABA_CLOUD_ENDPOINT: 'ecs.cn-hangzhou.aliyuncs.com' }, /ALIBABA_CLOUD_ENDPOINT is ecs\.cn-hangzhou/],
    [{ ALIBABA_CLOUD_ENDPOINT_ECS: '192.0.2.1:20141' }, /ALIBABA_CLOUD_ENDPOINT_ECS is 192\.0\.2\.1:20141/],
    [{ ALICLOUD_ECS_ENDPOINT: '127.0.0.1:20140' }, /not this server/],
    [{ ECS_ENDPOINT: '192.0.2.1' }, /ECS_ENDPOINT is 192\.0\.2\.1,/],
    [{ ALICLOUD_CLIENT_SCHEME: 'http' }, /exactly HTTP/],
    [{ ...builtIn, ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tExample' }, /key of Alibaba Cloud/],
    [{ ...builtIn, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'other' }, /SECRET is not the secret of localyun/],
    [{ ALICLOUD_ACCESS_KEY: 'localyun' }, /only one of ALICLOUD_ACCESS_KEY and/],
    [{ ALIBABA_CLOUD_REGION_ID: 'cn-atlantis' }, /no region here/],
  ])('leads elsewhere: %j', async (environment, says) => {
    expect(await on(environment)).toEqual(problem(says));
  });

  it.each([
    [{ ...builtIn, ALIBABA_CLOUD_ACCESS_KEY_ID: 'alice' }, /is alice, known here only if/],
    [{ ALIBABA_CLOUD_PROFILE: 'prod' }, /PROFILE is set/],
    [{ ALIBABA_CLOUD_SECURITY_TOKEN: 'token' }, /SECURITY_TOKEN is set/],
  ])('may lead elsewhere: %j', async (environment, says) => {
    expect(await on(environment)).toEqual(warning(says));
  });

  it('never shows a secret', async () => {
    const environment = {
      ...builtIn,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'hidden',
      ALIBABA_CLOUD_SECURITY_TOKEN: 'hidden',
    };
    expect(JSON.stringify(await on(environment))).not.toContain('hidden');
  });

  it.each([
    [
      { HTTP_PROXY: 'http://proxy:3128' },
      /HTTP_PROXY may catch .*NO_PROXY is not set/,
      'export NO_PROXY=127.0.0.1,localhost',
    ],
    [
      { https_proxy: 'http://proxy', no_proxy: 'a.example' },
      /no_proxy does not/,
      'export no_proxy=a.example,127.0.0.1,localhost',
    ],
    [
      { ALL_PROXY: 'socks5://proxy', NO_PROXY: '127.0.0.1', no_proxy: 'b' },
      /no_proxy does not/,
      'export no_proxy=b,127.0.0.1,localhost',
    ],
    [
      { HTTP_PROXY: 'http://proxy', NO_PROXY: '127.0.0.1:99,10.0.0.0/8,0.0.1' },
      /does not name it/,
      /^export NO_PROXY=/,
    ],
  ])('goes through a proxy: %j', async (environment, says, todo) => {
    expect(await found('proxy', { port: 0 }, environment)).toEqual([
      { ...problem(says)[0], todo: expect.stringMatching(todo) },
    ]);
  });

  it.each(['127.0.0.1', '*', 'x, 127.0.0.0/8', '127.0.0.1:1'])('goes around a proxy: %s', async (list) => {
    const environment = { HTTP_PROXY: 'http://proxy', NO_PROXY: list };
    expect(await found('proxy', { port: 1 }, environment)).toEqual(ok(/HTTP_PROXY, but not for 127\.0\.0\.1/));
  });
});

describe('the server', () => {
  const strict = startTestLocalyun();
  const lax = startTestLocalyun({ auth: 'off' });
  const barred = startTestLocalyun({ seed: { accounts: [{ accessKeyId: 'localyun', active: false }] } });
  const guarded = startTestLocalyun({ controlToken: 'secret-token' });

  it('has another time than this machine', async () => {
    const shift = put(
      'shift.mjs',
      `const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...args) { super(...(args.length === 0 ? [Real.now() + 20 * 60_000] : args)); }
        static now() { return Real.now() + 20 * 60_000; }
      };`,
    );
    const { code, out } = await run(['--port', String(strict.port)], { node: ['--import', shift] });
    expect(code).toBe(1);
    expect(out).toMatch(
      /^problem +clock +the clocks here and at the server differ by (1199|120\d) s: .*refused -> set/m,
    );
    expect(out).toMatch(/^problem +signature +.*InvalidTimeStamp/m);
    expect(await found('clock', { port: strict.port })).toEqual(ok(/agree/));
  });

  it('refuses the key that every server has, or takes any', async () => {
    expect(await found('signature', { port: barred.port })).toEqual(
      problem(/refused: 403 Abs\.InvalidAccount\.NotFound/),
    );
    expect(await found('signature', { port: lax.port })).toEqual(ok(/not checked \(--auth off\)/));
    expect(await found('signature', { port: strict.port })).toEqual(ok(/is answered/));
  });

  it('does not open its control API', async () => {
    expect(await found('control', { port: guarded.port })).toEqual(warning(/answers 401: .*Bearer/, /--control-token/));
    expect(await found('control', { port: guarded.port, controlToken: 'secret-token' })).toEqual(ok(/answers/));
  });

  it('will not open its control API where everybody can reach it', async () => {
    const open = { port: 0, host: '0.0.0.0' };
    expect(await found('control', open)).toEqual(warning(/closed, except for health/, /--control-token/));
    expect(await found('control', { ...open, controlToken: 'secret-token' })).toEqual([]);
    expect(await found('control', { port: 0 })).toEqual([]);
  });

  it('keeps its state elsewhere than configured', async () => {
    const flags = { port: strict.port, dataDir: undefined, databaseUrl: 'postgres://localyun@127.0.0.1:1/none' };
    expect(await found('state', flags)).toEqual(warning(/in sqlite, but the configuration says postgresql/));
  });
});

describe('the database', () => {
  it('cannot be reached, or is none', async () => {
    const at = (databaseUrl: string) => found('database', { port: 0, dataDir: undefined, databaseUrl });
    const unreachable = await at('postgres://me:hidden@127.0.0.1:1/none');
    expect(unreachable).toEqual(
      problem(/postgres:\/\/me:\*\*\*@127\.0\.0\.1:1\/none: .*ECONNREFUSED/, /--database-url/),
    );
    expect(await at('mysql://localhost/none')).toEqual(problem(/not a postgres:\/\/ URL/));
    expect(await at('nonsense')).toEqual(problem(/\*\*\*: Invalid URL/));
    const port = await listen(net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect(await at(`postgres://localhost:${port}/none`)).toEqual(problem(/localhost/));
  });
});

describe('docs/doctor.md', () => {
  const page = readFileSync(join(root, 'docs/doctor.md'), 'utf8');
  const localyun = startTestLocalyun();

  it('names every check', async () => {
    await ensureCertificateAuthority(join(folder, 'state'));
    await SqliteStore.open(join(folder, 'state')).close();
    const seed = put('seed.yaml', 'accounts: []');
    const onSqlite = await findings({ port: localyun.port, seed });
    const onDatabase = await findings({ port: 0, dataDir: undefined, databaseUrl: 'postgres://127.0.0.1:1/none' });
    const named = [...page.matchAll(/^\| (`.*?) \| /gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)]);
    const checks = new Set([...onSqlite, ...onDatabase].map(({ check }) => check));
    expect(new Set(named.map(([, name]) => name))).toEqual(checks);
  });

  it('shows lines as they are printed', async () => {
    const { out } = await run(['--port', '1'], { environment: { ECS_ENDPOINT: 'ecs.cn-hangzhou.aliyuncs.com' } });
    const squeezed = (line: string) => line.replaceAll(/ +/g, ' ');
    const shown = /```\n(ok .*?)```/s.exec(page)![1]!.trim().replaceAll('20140', '1').split('\n').map(squeezed);
    expect(out.split('\n').map(squeezed)).toEqual(expect.arrayContaining(shown));
  });
});
