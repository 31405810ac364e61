import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { type PublicKey, rsaPublicKey } from './public-key.ts';

/** A new key: the public half to be kept, the private one to be told. */
export interface GeneratedKey {
  readonly publicKey: PublicKey;
  /** PEM, unencrypted. */
  readonly privateKey: string;
}

const generate = promisify(generateKeyPair);

/** Makes an RSA key of 2048 bits. It takes a good part of a second, on a thread of its own. */
export async function generateKey(): Promise<GeneratedKey> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
  return {
    publicKey: rsaPublicKey(publicKey),
    privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }) as string,
  };
}
