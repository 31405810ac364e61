import path from 'node:path';
import { isUsableAuthority, isUsableKey, isUsableLeaf, renewalTimeMs } from './certificate-checks.ts';
import {
  certificateDirectory,
  hasCertificateFiles,
  installCertificateDirectory,
  readCertificateFile,
  replaceCertificateFile,
  restoreCertificateDirectory,
  setCertificateDirectoryAside,
} from './certificate-files.ts';
import { createAuthority, createKey, signLeaf } from './certificate-signing.ts';
import type { TlsKeyPair } from './tls-acceptor.ts';

/** What https is served with; all PEM. */
export interface ServerCertificate extends TlsKeyPair {
  /** The certificate authority that clients have to trust. */
  readonly ca: string;
}

export interface CertificateOptions {
  /** The data directory; its `ca` directory holds authority and certificate. Without one they live in memory only. */
  readonly directory?: string | undefined;
  /** Regions whose endpoints (`ecs.<region>.aliyuncs.com`) the certificate is good for. */
  readonly regions: readonly string[];
  /** Further host names and IP addresses, for example the address listened on. */
  readonly hosts?: readonly string[];
  readonly now?: () => Date;
}

const LOCAL_NAMES = ['localhost', '127.0.0.1', '::1', '*.aliyuncs.com'];
const AUTHORITY_ATTEMPTS = 5;

/**
 * Makes the source of the certificate for https. Nothing is read or made before it is called for the first time; later
 * calls give the same object until the certificate comes near its end. Rejects when the directory cannot be read or
 * written, and tries again at the next call.
 */
export function createCertificateSource(options: CertificateOptions): () => Promise<ServerCertificate> {
  const now = options.now ?? (() => new Date());
  const names = certificateNames(options.regions, options.hosts ?? []);
  let current: Promise<ServerCertificate> | undefined;
  let renewalMs = Number.POSITIVE_INFINITY;

  async function provide(): Promise<ServerCertificate> {
    const certificate = await provideCertificate(options.directory, names, now());
    renewalMs = renewalTimeMs(certificate.cert);
    return certificate;
  }

  return () => {
    if (current === undefined || now().getTime() >= renewalMs) {
      renewalMs = Number.POSITIVE_INFINITY;
      current = provide();
      current.catch(() => {
        current = undefined;
      });
    }
    return current;
  };
}

/**
 * Makes the certificate authority of a data directory, or finds the one it has.
 * @returns the absolute path of its certificate (PEM), for `SSL_CERT_FILE`, `--cacert` and their like
 */
export async function ensureCertificateAuthority(dataDirectory: string): Promise<string> {
  const directory = certificateDirectory(dataDirectory);
  await provideAuthority(directory, new Date());
  return path.join(directory, 'ca.pem');
}

/** The names a certificate is made out for. A wildcard stands for one label, so every region has its own. */
function certificateNames(regions: readonly string[], hosts: readonly string[]): readonly string[] {
  const endpoints = regions.map((region) => `*.${region}.aliyuncs.com`);
  // A certificate has no place for the interface of a link-local address (`fe80::1%eth0`).
  const addresses = hosts.map((host) => host.replace(/%.*/, ''));
  return [...new Set([...LOCAL_NAMES, ...endpoints, ...addresses])];
}

async function provideCertificate(
  dataDirectory: string | undefined,
  names: readonly string[],
  now: Date,
): Promise<ServerCertificate> {
  if (dataDirectory === undefined) {
    const authority = await createAuthority(now);
    const key = await createKey();
    return { key, cert: await signLeaf(authority, key, names, now), ca: authority.cert };
  }
  const directory = certificateDirectory(dataDirectory);
  const authority = await provideAuthority(directory, now);
  return { ...(await provideLeaf(directory, authority, names, now)), ca: authority.cert };
}

/**
 * The authority of a directory. A new one comes with the key for its leaf certificates, as one directory: of two
 * processes that start at once, both use what the first has put in place.
 */
async function provideAuthority(directory: string, now: Date): Promise<TlsKeyPair> {
  let failure: unknown;
  for (let attempt = 0; attempt < AUTHORITY_ATTEMPTS; attempt += 1) {
    // Asked before reading: what is put in place meanwhile is complete, and must not be taken for a ruin.
    const occupied = await hasCertificateFiles(directory);
    const found = await readPair(directory, 'ca.pem', 'ca-key.pem');
    if (found !== undefined && isUsableAuthority(found, now)) return found;
    if (occupied) await removeUnusableAuthority(directory, now);
    const authority = await createAuthority(now);
    try {
      await installCertificateDirectory(directory, {
        'ca.pem': authority.cert,
        'ca-key.pem': authority.key,
        'leaf-key.pem': await createKey(),
      });
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function removeUnusableAuthority(directory: string, now: Date): Promise<void> {
  const aside = await setCertificateDirectoryAside(directory);
  if (aside === undefined) return;
  const moved = await readPair(aside, 'ca.pem', 'ca-key.pem');
  // Another process has replaced it since it was looked at.
  if (moved !== undefined && isUsableAuthority(moved, now)) await restoreCertificateDirectory(aside, directory);
}

/**
 * The leaf certificate of a directory. A renewal keeps the key, so that one file is replaced and key and certificate
 * match at any moment.
 */
async function provideLeaf(
  directory: string,
  authority: TlsKeyPair,
  names: readonly string[],
  now: Date,
): Promise<TlsKeyPair> {
  const found = await readPair(directory, 'leaf.pem', 'leaf-key.pem');
  if (found !== undefined && isUsableLeaf(found, authority.cert, names, now)) return found;
  let key = await readCertificateFile(directory, 'leaf-key.pem');
  if (key === undefined || !isUsableKey(key)) {
    key = await createKey();
    await replaceCertificateFile(directory, 'leaf-key.pem', key);
  }
  const cert = await signLeaf(authority, key, names, now);
  await replaceCertificateFile(directory, 'leaf.pem', cert);
  return { key, cert };
}

async function readPair(
  directory: string,
  certFile: 'ca.pem' | 'leaf.pem',
  keyFile: 'ca-key.pem' | 'leaf-key.pem',
): Promise<TlsKeyPair | undefined> {
  const cert = await readCertificateFile(directory, certFile);
  const key = await readCertificateFile(directory, keyFile);
  return cert === undefined || key === undefined ? undefined : { cert, key };
}
