import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/command-line/doctor/finding.ts';
import { oldestNode } from '../../src/command-line/doctor/runtime.ts';
import { ensureCertificateAuthority } from '../../src/gateway/transport/certificates.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { version } from '../../src/version.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { ok, problem, startDoctorScene, warning } from './doctor-scene.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scene = startDoctorScene();
const { findings, found, run, listen, put } = scene;

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
    scene.atEnd(() => rmSync(other, { recursive: true, force: true }));
    cpSync(dirname(scene.command), other, { recursive: true });
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
    expect(await found('seed', { port: 0, seed: join(scene.folder, 'none.yaml') })).toEqual(
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
    await scene.endNow();
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
    await ensureCertificateAuthority(join(scene.folder, 'state'));
    await SqliteStore.open(join(scene.folder, 'state')).close();
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
