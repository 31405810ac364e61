import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { createAuthority } from '../../src/gateway/transport/certificate-signing.ts';
import { ensureCertificateAuthority } from '../../src/gateway/transport/certificates.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import { ok, problem, startDoctorScene, warning } from './doctor-scene.ts';

const isRoot = process.getuid?.() === 0;
const scene = startDoctorScene();
const { found, run, put } = scene;

describe('the data directory', () => {
  const port = 0;
  const state = () => join(scene.folder, 'state');
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
    chmodSync(scene.folder, 0o755);
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
    const server = spawn(process.execPath, [scene.command, 'start', '--port', '0', '--data-dir', state()], { env: {} });
    scene.atEnd(() => server.kill('SIGKILL'));
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const itsPort = Number(/:(\d+)\n$/.exec(line.toString())?.[1]);
    expect(await found('database file', { port })).toEqual(problem(/in use by another server/));
    expect(await found('database file', { port: itsPort })).toEqual(ok(/in use, as by the server/));
  });
});

describe('the certificate authority', () => {
  const port = 0;
  const directory = () => join(scene.folder, 'state');

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
    const environment = { NODE_EXTRA_CA_CERTS: join(scene.folder, 'none.pem'), SSL_CERT_FILE: other };
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
