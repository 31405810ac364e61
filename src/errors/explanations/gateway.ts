import type { Explanations } from '../explanation.ts';

/** What any request can be refused with before its operation runs. */
export const gatewayExplanations: Explanations = {
  MissingParameter: [
    'A parameter that the request cannot do without is absent or empty: one of the protocol, such as Signature, or one of the operation.',
    'Send the parameter that the message names.',
  ],
  'InvalidAction.NotFound': [
    'The version is known, but it has no operation of this name; letter case counts.',
    'Compare Action and Version with GET /_localyun/operations. An SDK sends a wrong Version when its endpoint is that of another product.',
  ],
  'InvalidAction.NotImplemented': [
    'The operation is one of the real service that this server does not have.',
    'GET /_localyun/operations lists what is implemented. Leave the call out locally, or add the operation.',
  ],
  InvalidVersion: [
    'No product that is served here has this API version.',
    'Send the Version of the product, such as 2014-05-26 for ECS and 2016-04-28 for VPC.',
  ],
  UnsupportedHTTPMethod: ['The request was sent by another method than GET and POST.', 'Send it by GET or POST.'],
  'Forbidden.WebPage': [
    'A browser sent the request for a page of another web site. Everybody knows the secret of the built-in key, so only this keeps such pages out.',
    'Call the server from a program, or from a page that the server itself serves.',
  ],
  MalformedRequest: [
    'What arrived on the connection is not HTTP, or has no Host header.',
    'Look for a client that speaks HTTP/2 or another protocol to this port.',
  ],
  RequestTimeout: [
    'The request began and did not arrive as a whole in time.',
    'Look at the network and at the length of the body that the client announces.',
  ],
  RequestHeadersTooLarge: [
    'Request line and headers together are too long, often because many ids stand in the URL.',
    'Send the parameters as a form in the body of a POST.',
  ],
  RequestEntityTooLarge: ['The body is longer than 10 MiB.', 'Divide the call into several.'],
  InvalidParameter: [
    'A parameter cannot be read, has not the type that the contract says, or has a value that the operation does not take.',
    'The message names the parameter and the value; GET /_localyun/operations/PRODUCT/ACTION shows the type.',
  ],
  InvalidParamater: [
    'SignatureMethod, SignatureVersion or the algorithm of the Authorization header is none that exists. The spelling of the code is the documented one.',
    'Use HMAC-SHA1 or HMAC-SHA256 with SignatureVersion 1.0, or ACS3-HMAC-SHA256.',
  ],
  IncompleteSignature: [
    'The Authorization header cannot be read, leaves out a header that has to be signed, or the body is not the one whose hash was signed.',
    'Sign host, x-acs-action, x-acs-version, x-acs-date and x-acs-signature-nonce, and send the body unchanged after signing.',
  ],
  SignatureDoesNotMatch: [
    'The server signed the same request with the secret of the access key and got another signature: the secret is another, or the request was changed after it was signed, by a proxy for instance.',
    'Compare the string to sign of the message with that of the client. If they are alike, the secret is wrong; the secret of localyun and of every localyun-NAME is "localyun". POST /_localyun/explorer/sign shows each step.',
  ],
  SignatureNonceUsed: [
    'A request with this access key and nonce was answered before; every request needs one of its own.',
    'Make a new nonce for each request, for each attempt of a retry too.',
  ],
  'InvalidTimeStamp.Format': ['The timestamp has not the form of UTC times.', 'Send it as 2026-01-31T12:00:00Z.'],
  'InvalidTimeStamp.Expired': [
    "The timestamp is more than 15 minutes away from the server's wall clock. The clock of --transitions manual has no part in it.",
    'Set the clock of the machine that the client runs on, and sign when sending.',
  ],
  'InvalidAccessKeyId.NotFound': [
    'Nobody has this access key: it was deleted, its user or role is gone, the state was reset, or it is one of the real cloud.',
    'Use localyun or any localyun-NAME with the secret "localyun", or make a key by CreateAccessKey of RAM or in a seed file.',
  ],
  'Forbidden.AccessKeyDisabled': [
    'UpdateAccessKey made the key Inactive.',
    'Make it Active by UpdateAccessKey, called with another key of the account.',
  ],
  MissingSecurityToken: [
    'The access key is a temporary one of AssumeRole, and came without its token.',
    'Send the SecurityToken that AssumeRole answered together with the key.',
  ],
  'InvalidSecurityToken.Malformed': ['The token was not issued here.', 'Call AssumeRole of this server again.'],
  'InvalidSecurityToken.Expired': [
    'The session has ended, by the time of the modelled world: a manual clock that is moved on ends sessions too.',
    'Call AssumeRole again, with a longer DurationSeconds if need be.',
  ],
  'InvalidSecurityToken.MismatchWithAccessKey': [
    'The token belongs to another key, or the key is a permanent one, which has no token.',
    'Send key and token of the same answer of AssumeRole, or leave the token out.',
  ],
  Throttling: [
    'Localyun has no rate limits: a fault that was set by POST /_localyun/faults answers this.',
    'Try again later; DELETE /_localyun/faults takes the faults away.',
  ],
  InternalError: [
    'A defect of Localyun, or a fault that was set by POST /_localyun/faults. The log of the server has the exception.',
    'Report the request with the log.',
  ],
  ServiceUnavailable: [
    'The state cannot be read or written now: the database is away, the disk is full, or too many write the same rows. Nothing has changed.',
    'Try again; look at the database and at the free space.',
  ],
  'InvalidRegionId.NotFound': [
    'There is no such region.',
    'Take one that DescribeRegions lists, such as cn-hangzhou. Without RegionId the host name of the endpoint names the region.',
  ],
  'InvalidRegionId.MalFormed': ['The RegionId has not the form of one.', 'Take one that DescribeRegions lists.'],
  'Forbidden.RegionId': [
    'A seed has put the region among the regionsWithoutNetworkInterfaces of the account.',
    'Use another region, or seed the account without that region in its list.',
  ],
};
