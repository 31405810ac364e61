import type { Exchange } from '../gateway/exchange.ts';
import type { Refusal } from '../operation/refusal.ts';
import { copyOf, cut, longestBody, longestName, longestValue } from './kept-text.ts';
import { withoutSignedHeaders, withoutSignedValues } from './masking.ts';
import { type PolicyInForce, policiesInForce } from './refusal/denial.ts';
import { type SignatureEvidence, signatureEvidence } from './refusal/signature.ts';
import type { RefusalEvidence } from './refusal/witness.ts';

/** What a refusal can be explained with. */
export interface RefusedDetail {
  /** Undefined for what was refused before its operation looked at the state. */
  readonly evidence: RefusalEvidence | undefined;
  /** The name of the account, which is its root key. */
  readonly accountName: string | undefined;
  /** Of a call that policies deny. */
  readonly policies: readonly PolicyInForce[];
  readonly signature: SignatureEvidence | undefined;
}

/** More headers are not told of. */
const mostHeaders = 64;
/** What a resource that a refusal had to do with takes, with what is related to it. */
const resourceBytes = 2_000;
const policyBytes = 200;

export function refusedDetail(
  exchange: Exchange,
  refusal: Refusal,
  evidence: RefusalEvidence | undefined,
): RefusedDetail {
  return {
    evidence,
    accountName: exchange.identity?.account.name,
    policies: refusal.accessDeniedDetail === undefined ? [] : policiesInForce(exchange),
    signature: refusal.code === 'SignatureDoesNotMatch' ? keptSignature(signatureEvidence(exchange)) : undefined,
  };
}

function keptSignature(signature: SignatureEvidence | undefined): SignatureEvidence | undefined {
  return (
    signature && {
      ...signature,
      algorithm: copyOf(signature.algorithm),
      stringToSign: withoutSignedValues(signature.stringToSign, longestBody),
      canonicalRequest:
        signature.canonicalRequest && copyOf(withoutSignedHeaders(signature.canonicalRequest, longestBody)),
      signedHeaders: signature.signedHeaders.slice(0, mostHeaders).map((name) => copyOf(cut(name, longestName))),
    }
  );
}

/** The detail of a denial, each text no longer than the value of a parameter. */
export function keptDenial(detail: Refusal['accessDeniedDetail']): Refusal['accessDeniedDetail'] {
  if (detail === undefined) return undefined;
  return Object.fromEntries(Object.entries(detail).map(([name, text]) => [name, copyOf(cut(text, longestValue))]));
}

/** What it takes in memory, roughly. */
export function bytesOfRefused(
  { evidence, policies, signature }: RefusedDetail,
  denial: Refusal['accessDeniedDetail'],
): number {
  let length = 0;
  if (signature !== undefined) {
    length += signature.stringToSign.length + (signature.canonicalRequest?.length ?? 0);
    for (const name of signature.signedHeaders) length += name.length;
  }
  for (const text of Object.values(denial ?? {})) length += text.length;
  return 2 * length + policyBytes * policies.length + resourceBytes * (evidence?.resources.length ?? 0);
}
