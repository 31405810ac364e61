import { execFile } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCertificateSource, ensureCertificateAuthority } from './certificates.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const regions = ['cn-hangzhou'];
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'localyun-certificates-'));
});
afterEach(() => rm(directory, { recursive: true }));

const file = (name: string) => path.join(directory, 'ca', name);
const read = (name: string) => readFile(file(name), 'utf8');
const mode = async (name: string) => (await stat(file(name))).mode & 0o777;
const inDays = (days: number) => () => new Date(Date.now() + days * DAY_MS);

async function expectMatchingFiles(): Promise<void> {
  const ca = new X509Certificate(await read('ca.pem'));
  const leaf = new X509Certificate(await read('leaf.pem'));
  expect(ca.checkPrivateKey(createPrivateKey(await read('ca-key.pem')))).toBe(true);
  expect(leaf.checkPrivateKey(createPrivateKey(await read('leaf-key.pem')))).toBe(true);
  expect(leaf.verify(ca.publicKey)).toBe(true);
}

describe('the certificate authority', () => {
  it('is made where `localyun ca` says, with keys only the owner can read', async () => {
    const caPath = await ensureCertificateAuthority(directory);
    expect(caPath).toBe(file('ca.pem'));
    await createCertificateSource({ directory, regions })();
    expect(new X509Certificate(await readFile(caPath)).ca).toBe(true);
    expect((await readdir(path.join(directory, 'ca'))).sort()).toEqual([
      'ca-key.pem',
      'ca.pem',
      'leaf-key.pem',
      'leaf.pem',
    ]);
    expect(await mode('.')).toBe(0o700);
    expect(await mode('ca-key.pem')).toBe(0o600);
    expect(await mode('leaf-key.pem')).toBe(0o600);
    expect(await readdir(directory)).toEqual(['ca']);
  });

  it('is made in a data directory that does not exist yet, and given as an absolute path', async () => {
    const relative = path.relative(process.cwd(), path.join(directory, 'deeper', 'data'));
    expect(await ensureCertificateAuthority(relative)).toBe(path.join(directory, 'deeper', 'data', 'ca', 'ca.pem'));
  });

  it('is kept at the next start, with its leaf', async () => {
    const first = await createCertificateSource({ directory, regions })();
    expect(await createCertificateSource({ directory, regions })()).toEqual(first);
    expect(await readFile(await ensureCertificateAuthority(directory), 'utf8')).toBe(first.ca);
  });

  it('is one for all processes that start at once', async () => {
    const script = `
      const { createCertificateSource } = await import(${JSON.stringify(path.join(import.meta.dirname, 'certificates.ts'))});
      process.stdout.write((await createCertificateSource({ directory: process.argv[1], regions: ['cn-hangzhou'] })()).ca);`;
    const run = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, directory]);
    const outputs = await Promise.all([run(), run(), run()]);
    const ca = await read('ca.pem');
    expect(outputs.map((output) => output.stdout)).toEqual([ca, ca, ca]);
    await expectMatchingFiles();
    expect(await readdir(directory)).toEqual(['ca']);
  }, 30_000);

  it('is one for many that ask at once in this process', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => createCertificateSource({ directory, regions: [`region-${i}`] })()),
    );
    expect(new Set(all.map((certificate) => certificate.ca)).size).toBe(1);
    await expectMatchingFiles();
  });

  it.each([
    ['without its key', () => rm(file('ca-key.pem'))],
    ['with broken text', () => writeFile(file('ca.pem'), 'broken')],
    ['with the key of another', async () => writeFile(file('ca-key.pem'), await read('leaf-key.pem'))],
  ])('%s is replaced and kept aside', async (_, damage) => {
    const first = await createCertificateSource({ directory, regions })();
    await damage();
    const second = await createCertificateSource({ directory, regions })();
    expect(second.ca).not.toBe(first.ca);
    await expectMatchingFiles();
    expect((await readdir(directory)).filter((name) => name.startsWith('ca.old-'))).toHaveLength(1);
  });

  it('is replaced before its end', async () => {
    const first = await createCertificateSource({ directory, regions })();
    const kept = await createCertificateSource({ directory, regions, now: inDays(3_600) })();
    expect(kept.ca).toBe(first.ca);
    const replaced = await createCertificateSource({ directory, regions, now: inDays(3_640) })();
    expect(replaced.ca).not.toBe(first.ca);
  });

  it('that cannot be read is an error, and is asked for again', async () => {
    await writeFile(path.join(directory, 'ca'), 'not a directory');
    const source = createCertificateSource({ directory, regions });
    await expect(source()).rejects.toThrow('ENOTDIR');
    await rm(path.join(directory, 'ca'));
    expect((await source()).ca).toContain('BEGIN CERTIFICATE');
  });
});

describe('the server certificate', () => {
  const namesOf = (pem: string) => new X509Certificate(pem).subjectAltName;

  it('names the local addresses and the endpoints of the regions', async () => {
    const { cert } = await createCertificateSource({ regions, hosts: ['localyun', '192.0.2.1', 'fe80::1%eth0'] })();
    expect(namesOf(cert)).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:*.aliyuncs.com, ' +
        'DNS:*.cn-hangzhou.aliyuncs.com, DNS:localyun, IP Address:192.0.2.1, IP Address:FE80:0:0:0:0:0:0:1',
    );
  });

  it('is renewed when a name is missing, with the same key and authority', async () => {
    const first = await createCertificateSource({ directory, regions })();
    const second = await createCertificateSource({ directory, regions: ['cn-beijing'], hosts: ['192.0.2.1'] })();
    expect(namesOf(second.cert)).toContain('DNS:*.cn-beijing.aliyuncs.com, IP Address:192.0.2.1');
    expect(second).toMatchObject({ ca: first.ca, key: first.key });
    expect(await read('leaf.pem')).toBe(second.cert);
  });

  it('is renewed near its end, at a start and in a running process', async () => {
    let days = 0;
    const source = createCertificateSource({ directory, regions, now: () => inDays(days)() });
    const first = await source();
    days = 330;
    expect(await source()).toBe(first);
    days = 336;
    const second = await source();
    expect(second.cert).not.toBe(first.cert);
    expect(await source()).toBe(second);
    const later = await createCertificateSource({ directory, regions, now: inDays(336 + 336) })();
    expect([first.cert, second.cert]).not.toContain(later.cert);
    expect(later.ca).toBe(first.ca);
  });

  it('never outlives its authority', async () => {
    await createCertificateSource({ directory, regions })();
    const { cert, ca } = await createCertificateSource({ directory, regions, now: inDays(3_600) })();
    expect(new X509Certificate(cert).validTo).toBe(new X509Certificate(ca).validTo);
  });

  it.each([
    ['broken key', () => writeFile(file('leaf-key.pem'), 'broken')],
    ['missing key', () => rm(file('leaf-key.pem'))],
    ['broken certificate', () => writeFile(file('leaf.pem'), 'broken')],
    ['key of the authority', async () => writeFile(file('leaf-key.pem'), await read('ca-key.pem'))],
  ])('heals a %s', async (_, damage) => {
    const first = await createCertificateSource({ directory, regions })();
    await damage();
    expect((await createCertificateSource({ directory, regions })()).ca).toBe(first.ca);
    await expectMatchingFiles();
  });

  it('lives in memory without a directory', async () => {
    const source = createCertificateSource({ regions });
    const certificate = await source();
    expect(await source()).toBe(certificate);
    expect(new X509Certificate(certificate.cert).checkIssued(new X509Certificate(certificate.ca))).toBe(true);
  });
});
