import { createPrivateKey, createPublicKey, generateKeyPair, randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';
import type { JsonGeneralName } from '@peculiar/x509';
import type { TlsKeyPair } from './tls-acceptor.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const AUTHORITY_LIFETIME_MS = 3650 * DAY_MS;
const LEAF_LIFETIME_MS = 365 * DAY_MS;
/** Certificates begin a day early, for clients whose clock is behind. */
const BACKDATED_MS = DAY_MS;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Makes a private key (ECDSA P-256), PKCS #8 PEM. */
export async function createKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

/** Makes a certificate authority of ten years that may sign leaf certificates only. */
export async function createAuthority(now: Date): Promise<TlsKeyPair> {
  const x509 = await loadX509();
  const key = await createKey();
  const keys = await importKey(key);
  // Told apart by the serial number, so that a client never takes one authority for another of the same name.
  const serialNumber = createSerialNumber();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber,
    name: `CN=Localyun local CA ${serialNumber.slice(0, 8)}, O=Localyun`,
    notBefore: new Date(now.getTime() - BACKDATED_MS),
    notAfter: new Date(now.getTime() + AUTHORITY_LIFETIME_MS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key, cert: `${certificate.toString('pem')}\n` };
}

/**
 * Signs a server certificate of a year, or as long as the authority still lives.
 *
 * @param names host names, wildcards and IP addresses it is good for
 */
export async function signLeaf(
  authority: TlsKeyPair,
  leafKey: string,
  names: readonly string[],
  now: Date,
): Promise<string> {
  const x509 = await loadX509();
  const issuer = new x509.X509Certificate(authority.cert);
  const issuerKeys = await importKey(authority.key);
  const { publicKey } = await importKey(leafKey);
  const alternativeNames = names.map((value): JsonGeneralName => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value }));
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: createSerialNumber(),
    issuer: issuer.subject,
    subject: 'CN=localhost, O=Localyun',
    notBefore: new Date(now.getTime() - BACKDATED_MS),
    notAfter: new Date(Math.min(now.getTime() + LEAF_LIFETIME_MS, issuer.notAfter.getTime())),
    signingAlgorithm: ALGORITHM,
    publicKey,
    signingKey: issuerKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(alternativeNames),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuerKeys.publicKey),
    ],
  });
  return `${certificate.toString('pem')}\n`;
}

/** Loaded when something is signed, which most runs never do. The library asks for the polyfill before it. */
async function loadX509(): Promise<typeof import('@peculiar/x509')> {
  await import('reflect-metadata/lite');
  return import('@peculiar/x509');
}

async function importKey(pem: string): Promise<webcrypto.CryptoKeyPair> {
  const key = createPrivateKey(pem);
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  return {
    publicKey: await webcrypto.subtle.importKey('spki', spki, ALGORITHM, true, ['verify']),
    privateKey: await webcrypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']),
  };
}

/** 16 random bytes, positive and without a leading zero as the encoding wants it. */
function createSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}
