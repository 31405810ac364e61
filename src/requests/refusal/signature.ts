import { builtInKey } from '../../access/account.ts';
import type { Exchange } from '../../gateway/exchange.ts';
import { requireCredentials } from '../../gateway/protocol/mode.ts';
import { verifySignature } from '../../gateway/protocol/signature.ts';
import { stringToSignV1 } from '../../gateway/protocol/signature-v1.ts';
import { bodyHashV3, canonicalRequestV3, stringToSignV3 } from '../../gateway/protocol/signature-v3.ts';
import { isRefusal } from '../../operation/refusal.ts';

/** How the server saw a request whose signature is another. */
export interface SignatureEvidence {
  readonly algorithm: string;
  /** V3 only: the request in the form that is hashed. */
  readonly canonicalRequest: string | undefined;
  readonly stringToSign: string;
  readonly signedHeaders: readonly string[];
  /** Whether the signature is right for the secret that every built-in key has. */
  readonly signedWithBuiltInSecret: boolean;
}

/** What the server has signed of a request; undefined when there is not enough of it to be signed. */
export function signatureEvidence({ request, common, parameters }: Exchange): SignatureEvidence | undefined {
  if (common === undefined || parameters === undefined) return undefined;
  const credentials = requireCredentials(common);
  if (isRefusal(credentials)) return undefined;
  const { mode, signatureMethod: algorithm, signedHeaders } = credentials;
  const signedWithBuiltInSecret = verifySignature(request, parameters, credentials, builtInKey) === true;
  if (mode === 'V1') {
    const stringToSign = stringToSignV1(request.method, parameters.all);
    return { algorithm, canonicalRequest: undefined, stringToSign, signedHeaders, signedWithBuiltInSecret };
  }
  const canonicalRequest = canonicalRequestV3(request, parameters.query, signedHeaders, bodyHashV3(request.body));
  if (isRefusal(canonicalRequest)) return undefined;
  const stringToSign = stringToSignV3(canonicalRequest);
  return { algorithm, canonicalRequest, stringToSign, signedHeaders, signedWithBuiltInSecret };
}
