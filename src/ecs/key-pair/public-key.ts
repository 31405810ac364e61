import { createHash, type KeyObject } from 'node:crypto';

/** The parts of a key of each kind, in the order of its wire form, after the name of the kind. */
const partsOf: ReadonlyMap<string, number> = new Map([
  ['ssh-rsa', 2],
  ['ssh-dss', 4],
  ['ecdsa-sha2-nistp256', 2],
  ['ecdsa-sha2-nistp384', 2],
  ['ecdsa-sha2-nistp521', 2],
]);

const ecdsa = 'ecdsa-sha2-';
const base64 =
  /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/;

/** A public key as `authorized_keys` has it, and its fingerprint. */
export interface PublicKey {
  readonly line: string;
  /** The MD5 sum of the key's wire form, in pairs of hex digits between colons (RFC 4716). */
  readonly fingerPrint: string;
}

/**
 * Reads a public key in the form of OpenSSH: kind, Base64, and perhaps a comment. Undefined for anything else: a kind
 * that is not supported, or a key whose wire form is not one of that kind.
 */
export function parsePublicKey(text: string): PublicKey | undefined {
  const line = text.trim();
  const [kind = '', encoded = ''] = line.split(/[ \t]+/, 2);
  if (/[\r\n]/.test(line) || !base64.test(encoded)) return undefined;
  const wire = Buffer.from(encoded, 'base64');
  const parts = partsIn(wire);
  const [named, curve] = (parts ?? []).map((part) => part.toString('latin1'));
  if (parts === undefined || named !== kind || parts.length - 1 !== partsOf.get(kind)) return undefined;
  if (kind.startsWith(ecdsa) && curve !== kind.slice(ecdsa.length)) return undefined;
  return parts.every((part) => part.length > 0) ? { line, fingerPrint: fingerPrintOf(wire) } : undefined;
}

/** The OpenSSH form of an RSA key. */
export function rsaPublicKey(key: KeyObject): PublicKey {
  const { n = '', e = '' } = key.export({ format: 'jwk' });
  const numbers = [e, n].map((number) => positive(Buffer.from(number, 'base64url')));
  const wire = Buffer.concat([Buffer.from('ssh-rsa'), ...numbers].flatMap((part) => [lengthOf(part), part]));
  return { line: `ssh-rsa ${wire.toString('base64')}`, fingerPrint: fingerPrintOf(wire) };
}

/** The parts of a wire form, each after its length; undefined when it does not end with one. */
function partsIn(wire: Buffer): readonly Buffer[] | undefined {
  const parts: Buffer[] = [];
  for (let offset = 0; offset < wire.length; ) {
    const end = offset + 4 <= wire.length ? offset + 4 + wire.readUInt32BE(offset) : Number.POSITIVE_INFINITY;
    if (end > wire.length) return undefined;
    parts.push(wire.subarray(offset + 4, end));
    offset = end;
  }
  return parts;
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}

/** A number whose first bit is set would be a negative one. */
function positive(number: Buffer): Buffer {
  return (number[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), number]) : number;
}

function fingerPrintOf(wire: Buffer): string {
  const digits = createHash('md5').update(wire).digest('hex');
  return (digits.match(/../g) ?? []).join(':');
}
