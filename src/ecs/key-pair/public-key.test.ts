import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ed25519, publicKeys } from './public-key.fixture.ts';
import { parsePublicKey, rsaPublicKey } from './public-key.ts';

/** The wire form of these parts, as Base64. */
const wire = (...parts: readonly string[]): string =>
  Buffer.concat(
    parts.map((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return Buffer.concat([length, Buffer.from(part, 'latin1')]);
    }),
  ).toString('base64');

describe('public keys', () => {
  it.each(Object.entries(publicKeys))(
    'of %s have the fingerprint that OpenSSH gives them',
    (_, { line, fingerPrint }) => {
      expect(parsePublicKey(line)).toEqual({ line, fingerPrint });
      const [kind, encoded] = line.split(' ');
      expect(parsePublicKey(` ${kind}\t${encoded}\n`)).toEqual({ line: `${kind}\t${encoded}`, fingerPrint });
    },
  );

  it('of RSA are written as OpenSSH writes them', () => {
    for (let index = 0; index < 8; index += 1) {
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
      const written = rsaPublicKey(publicKey);
      expect(parsePublicKey(written.line)).toEqual(written);
      const parts = Buffer.from(written.line.split(' ')[1] ?? '', 'base64');
      // A zero in front keeps the number of 1024 bits from being a negative one.
      expect([...parts.subarray(11, 23)]).toEqual([0, 0, 0, 3, 1, 0, 1, 0, 0, 0, 129, 0].slice(0, 12));
      expect(parts.subarray(-128).toString('base64url')).toBe(publicKey.export({ format: 'jwk' }).n);
    }
  });

  const [kind, encoded] = publicKeys.rsa.line.split(' ') as [string, string];
  it.each([
    ['nothing', ''],
    ['a kind alone', 'ssh-rsa'],
    ['a key alone', encoded],
    ['a kind that is not supported', ed25519],
    ['another kind than the key is of', `ssh-dss ${encoded}`],
    ['what is not Base64', `${kind} ${encoded.replace('A', '*')}`],
    ['a key that is cut off', `${kind} ${encoded.slice(0, -8)}`],
    [
      'a key that goes on',
      `${kind} ${Buffer.concat([Buffer.from(encoded, 'base64'), Buffer.alloc(3)]).toString('base64')}`,
    ],
    ['two lines', `${publicKeys.rsa.line}\n${publicKeys.dsa.line}`],
    ['too few parts', `ssh-rsa ${wire('ssh-rsa', 'e')}`],
    ['too many parts', `ssh-rsa ${wire('ssh-rsa', 'e', 'n', 'x')}`],
    ['an empty part', `ssh-rsa ${wire('ssh-rsa', '', 'n')}`],
    ['another curve than the kind says', `ecdsa-sha2-nistp256 ${wire('ecdsa-sha2-nistp256', 'nistp384', 'point')}`],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
  ])('are none of %s', (_, text) => {
    expect(parsePublicKey(text)).toBeUndefined();
  });
});
