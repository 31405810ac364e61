import type { Contract, ObjectShape, Shape } from '../contracts/contract.ts';

/** Parameters and fields that nobody may read again, in lower case. */
export const secretNames: ReadonlySet<string> = new Set([
  'accesskeysecret',
  'authenticationcode1',
  'authenticationcode2',
  'base32stringseed',
  'bearertoken',
  'loginpassword',
  'newpassword',
  'oidctoken',
  'oldpassword',
  'password',
  'privatekeybody',
  'qrcodepng',
  'samlassertion',
  'securitytoken',
  'signature',
  'vncpassword',
]);

/** What stands where a secret was. */
export const masked = '***';

/** Whether a parameter or field holds a secret; of a dotted name the last part tells. */
export function isSecret(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return secretNames.has((dot < 0 ? name : name.slice(dot + 1)).toLowerCase());
}

/** What becomes of parameters in the log: kept, masked, or left out as one of the protocol. */
export type Keeping = 'keep' | 'mask' | 'omit';

const protocolParameters: ReadonlySet<string> = new Set([
  'AccessKeyId',
  'Action',
  'Format',
  'Signature',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureType',
  'SignatureVersion',
  'Timestamp',
  'Version',
]);

/** Clients send a few names again and again. */
const keepingOfName = new Map<string, Keeping>();
const mostNames = 2_000;

export function keepingOf(name: string): Keeping {
  let keeping = keepingOfName.get(name);
  if (keeping === undefined) {
    keeping = protocolParameters.has(name) ? 'omit' : isSecret(name) ? 'mask' : 'keep';
    if (keepingOfName.size < mostNames) keepingOfName.set(name, keeping);
  }
  return keeping;
}

const hasSecrets = new WeakMap<Contract, boolean>();
/** A text field as JSON has it, or an element of XML. */
const textField = /"(\w+)":"(?:[^"\\]|\\.)*|<(\w+)>[^<]*/g;

/** A success body without the secrets that its contract has fields for. */
export function withoutSecrets(body: string, contract: Contract): string {
  let has = hasSecrets.get(contract);
  if (has === undefined) {
    has = holdsSecret(contract.response);
    hasSecrets.set(contract, has);
  }
  if (!has) return body;
  return body.replace(textField, (whole, ofJson: string | undefined, ofXml: string | undefined) => {
    if (!isSecret(ofJson ?? ofXml ?? '')) return whole;
    return ofJson === undefined ? `<${ofXml}>${masked}` : `"${ofJson}":"${masked}`;
  });
}

function holdsSecret(shape: ObjectShape): boolean {
  return Object.entries(shape).some(([name, member]) => {
    const inner = membersOf(member);
    return inner === undefined ? isSecret(name) : holdsSecret(inner);
  });
}

function membersOf(shape: Shape): ObjectShape | undefined {
  if (typeof shape === 'string') return undefined;
  return Array.isArray(shape) ? membersOf((shape as readonly [Shape])[0]) : (shape as ObjectShape);
}
