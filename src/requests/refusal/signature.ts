import { builtInKey } from '../../access/account.ts';
import type { Exchange } from '../../gateway/exchange.ts';
import { sameText } from '../../gateway/protocol/constant-time.ts';
import { requireCredentials } from '../../gateway/protocol/mode.ts';
import { signV1, stringToSignV1 } from '../../gateway/protocol/signature-v1.ts';
import { bodyHashV3, canonicalRequestV3, stringToSignV3, verifyV3 } from '../../gateway/protocol/signature-v3.ts';
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
  const { mode, signatureMethod: algorithm, signedHeaders, signature } = credentials;
  if (mode === 'V1') {
    const stringToSign = stringToSignV1(request.method, parameters.all);
    const signedWithBuiltInSecret = sameText(signV1(stringToSign, builtInKey, algorithm), signature);
    return { algorithm, canonicalRequest: undefined, stringToSign, signedHeaders, signedWithBuiltInSecret };
  }
  const canonicalRequest = canonicalRequestV3(request, parameters.query, signedHeaders, bodyHashV3(request.body));
  if (isRefusal(canonicalRequest)) return undefined;
  const signedWithBuiltInSecret = verifyV3(request, parameters.query, credentials, builtInKey) === true;
  const stringToSign = stringToSignV3(canonicalRequest);
  return { algorithm, canonicalRequest, stringToSign, signedHeaders, signedWithBuiltInSecret };
}
