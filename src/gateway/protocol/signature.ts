import type { Refusal } from '../../operation/refusal.ts';
import type { HttpRequest } from '../http-message.ts';
import type { Credentials } from './mode.ts';
import type { RequestParameters } from './parse.ts';
import { verifyV1 } from './signature-v1.ts';
import { verifyV3 } from './signature-v3.ts';

/**
 * Checks the signature of a request with the secret of its access key.
 *
 * @returns `true`, `SignatureDoesNotMatch` with the string the server signed, or `IncompleteSignature`
 */
export function verifySignature(
  request: HttpRequest,
  parameters: RequestParameters,
  credentials: Credentials,
  accessKeySecret: string,
): true | Refusal {
  return credentials.mode === 'V1'
    ? verifyV1(request.method, parameters.all, credentials, accessKeySecret)
    : verifyV3(request, parameters.query, credentials, accessKeySecret);
}
