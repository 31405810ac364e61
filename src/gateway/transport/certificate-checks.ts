import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { TlsKeyPair } from './tls-acceptor.ts';

/** How long before its end a certificate is renewed. */
const RENEWAL_MS = 30 * 24 * 60 * 60 * 1000;

/** When a certificate should be renewed, in milliseconds of the epoch. */
export function renewalTimeMs(cert: string): number {
  return Date.parse(new X509Certificate(cert).validTo) - RENEWAL_MS;
}

/** Tells whether this is a certificate authority with its own key, far enough from its end. */
export function isUsableAuthority(authority: TlsKeyPair, now: Date): boolean {
  return isTrue(() => {
    const certificate = new X509Certificate(authority.cert);
    return (
      certificate.ca && certificate.checkPrivateKey(createPrivateKey(authority.key)) && isCurrent(certificate, now)
    );
  });
}

/** Tells whether this is a certificate of the authority with its own key, good for all the names, far enough from its end. */
export function isUsableLeaf(leaf: TlsKeyPair, authorityCert: string, names: readonly string[], now: Date): boolean {
  return isTrue(() => {
    const certificate = new X509Certificate(leaf.cert);
    const issuer = new X509Certificate(authorityCert);
    return (
      certificate.checkPrivateKey(createPrivateKey(leaf.key)) &&
      certificate.checkIssued(issuer) &&
      certificate.verify(issuer.publicKey) &&
      isCurrent(certificate, now) &&
      names.every((name) => covers(certificate, name))
    );
  });
}

/** Tells whether this is the PEM of a key that can sign for a certificate of ours. */
export function isUsableKey(key: string): boolean {
  return isTrue(() => createPrivateKey(key).asymmetricKeyDetails?.namedCurve === 'prime256v1');
}

function isCurrent(certificate: X509Certificate, now: Date): boolean {
  const time = now.getTime();
  return Date.parse(certificate.validFrom) <= time && time < Date.parse(certificate.validTo) - RENEWAL_MS;
}

function covers(certificate: X509Certificate, name: string): boolean {
  if (isIP(name) !== 0) return certificate.checkIP(name) !== undefined;
  return certificate.checkHost(name.replace('*', 'any'), { subject: 'never' }) !== undefined;
}

/** Text that is no certificate or key makes `node:crypto` throw. */
function isTrue(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
