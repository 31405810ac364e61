import { beginningOf, refusalsOf } from '../../operation/refusal.ts';

/**
 * Makes the refusals of the gateway: everything that can be wrong with a request before its operation runs.
 * A code that has several causes has an entry for each, so that every message says what exactly is wrong.
 *
 * `InvalidAction.NotImplemented` is the one code Alibaba Cloud does not have. Its status is 400, because Terraform takes
 * 404 for a resource that is gone and retries 5xx for minutes.
 */
export const refuse = refusalsOf({
  MissingParameter: [
    400,
    'The input parameter "{name}" that is mandatory for processing this request is not supplied.',
  ],
  'InvalidAction.NotFound': [
    404,
    'There is no operation "{action}" in version "{version}". Check the Action, the Version and the endpoint.',
  ],
  'InvalidAction.NotImplemented': [
    400,
    'The operation "{action}" of version "{version}" exists at Alibaba Cloud but is not implemented here.',
  ],
  InvalidVersion: [400, 'The Version "{version}" is not valid: no product served here has it.'],
  UnsupportedHTTPMethod: [403, 'The HTTP method "{method}" is not supported. Use GET or POST.'],
  'Forbidden.WebPage': [403, 'Web pages of other sites may not call this server: {reason}.'],
  MalformedRequest: [400, 'The request is not valid HTTP.'],
  RequestTimeout: [408, 'The request did not arrive in time.'],
  RequestHeadersTooLarge: [431, 'The request line and headers are larger than {limitBytes} bytes.'],
  RequestEntityTooLarge: [413, 'The request body is larger than {limitBytes} bytes.'],

  MalformedEncoding: [
    400,
    'The parameter "{name}" is not valid: "{value}" is not percent-encoded UTF-8.',
    'InvalidParameter',
  ],
  MalformedText: [400, 'The {part} of the request is not valid UTF-8.', 'InvalidParameter'],
  NulCharacter: [400, 'The parameter "{name}" is not valid: it holds a NUL character.', 'InvalidParameter'],
  TooManyParameters: [400, 'The request has more than {limit} parameters.', 'InvalidParameter'],
  TooManyResources: [400, 'The request names more than {limit} resources.', 'InvalidParameter'],
  ParameterNameTooLong: [400, 'The parameter name "{name}" is longer than {limit} characters.', 'InvalidParameter'],
  ParameterNameTooDeep: [
    400,
    'The parameter "{name}" is not valid: its name has more than {limit} parts.',
    'InvalidParameter',
  ],
  IndexOutOfRange: [
    400,
    'The parameter "{name}" is not valid: a list is numbered from 1 to {limit}.',
    'InvalidParameter',
  ],
  NotANumber: [
    400,
    'The parameter "{name}" is not valid: its value "{value}" is not a decimal number.',
    'InvalidParameter',
  ],
  NotAWholeNumber: [
    400,
    'The parameter "{name}" is not valid: its value "{value}" is not a whole number between -2^53 and 2^53.',
    'InvalidParameter',
  ],
  NotABoolean: [
    400,
    'The parameter "{name}" is not valid: its value "{value}" is neither true nor false.',
    'InvalidParameter',
  ],
  NotJson: [
    400,
    'The parameter "{name}" is not valid: its value "{value}" is not a JSON list or object.',
    'InvalidParameter',
  ],

  UnsupportedSignature: [
    400,
    'The {name} "{value}" is not supported. Use {supported}.',
    'InvalidParamater', // spelt like this in the official table of common errors
  ],
  MalformedAuthorization: [
    400,
    'The Authorization header is not of the form "ACS3-HMAC-SHA256 Credential=...,SignedHeaders=...,Signature=...".',
    'IncompleteSignature',
  ],
  UnsignedHeader: [
    400,
    'The header "{name}" must be among the SignedHeaders of the Authorization header.',
    'IncompleteSignature',
  ],
  AbsentSignedHeader: [
    400,
    'The header "{name}" is named in SignedHeaders but the request does not carry it.',
    'IncompleteSignature',
  ],
  RepeatedSignedHeader: [400, 'The header "{name}" is named more than once in SignedHeaders.', 'IncompleteSignature'],
  ContentHashMismatch: [
    400,
    'The header "x-acs-content-sha256" is "{value}", but the SHA-256 of the received body is "{expected}".',
    'IncompleteSignature',
  ],
  SignatureDoesNotMatch: [
    400,
    'Specified signature is not matched with our calculation. server string to sign is:{stringToSign}',
  ],
  SignatureNonceUsed: [400, 'The signature nonce "{nonce}" was used already.'],
  NonceTooLong: [
    400,
    'The parameter "{name}" is not valid: a nonce has at most {limit} characters.',
    'InvalidParameter',
  ],
  'InvalidTimeStamp.Format': [
    400,
    'The timestamp "{timestamp}" is not valid. Use UTC in the form YYYY-MM-DDThh:mm:ssZ.',
  ],
  'InvalidTimeStamp.Expired': [
    400,
    'The timestamp "{timestamp}" is more than {windowMinutes} minutes away from the time of the server, {now}.',
  ],

  'InvalidAccessKeyId.NotFound': [404, 'The access key "{accessKeyId}" does not exist.'],
  'Forbidden.AccessKeyDisabled': [403, 'The access key "{accessKeyId}" is disabled.'],
  MissingSecurityToken: [
    400,
    'The temporary access key "{accessKeyId}" needs its SecurityToken, which is not supplied.',
  ],
  'InvalidSecurityToken.Malformed': [400, 'The supplied SecurityToken is not one that was issued here.'],
  'InvalidSecurityToken.Expired': [400, 'The supplied SecurityToken expired at {expiration}.'],
  'InvalidSecurityToken.MismatchWithAccessKey': [
    400,
    'The supplied SecurityToken was not issued together with the access key "{accessKeyId}".',
  ],

  Throttling: [400, 'The request was denied because the rate limit of "{action}" is exceeded. Try again later.'],
  InternalError: [500, 'The request failed because of an error of the server.'],
  ServiceUnavailable: [503, 'The server cannot take the request now. Try again later.'],
});

const shownLength = 128;

/** A name or value as a message shows it: at most 128 characters, so that a message never repeats a whole body. */
export function shown(text: string): string {
  return beginningOf(text, shownLength);
}
