import { findProductName } from '../contracts/load.ts';
import type { Exchange } from '../gateway/exchange.ts';
import type { HttpResponse } from '../gateway/http-message.ts';
import type { RequestRecord } from '../gateway/pipeline.ts';
import type { Refusal } from '../operation/refusal.ts';
import { type PolicyInForce, policiesInForce } from './refusal/denial.ts';
import { type SignatureEvidence, signatureEvidence } from './refusal/signature.ts';
import type { RefusalEvidence } from './refusal/witness.ts';
import { keepingOf, masked, withoutSecrets } from './secrets.ts';

/** A request after its answer, as the log keeps it: texts that are there anyway, without any secret. */
export interface AnsweredRequest {
  readonly requestId: string;
  /** The wall clock when it arrived, in milliseconds. */
  readonly atMs: number;
  readonly durationMs: number;
  readonly httpMethod: string;
  /** How it said who calls: `V1`, `V3`, `bearer` or `anonymous`; undefined when it could not be read. */
  readonly scheme: string | undefined;
  readonly format: string;
  readonly product: string | undefined;
  readonly version: string | undefined;
  readonly action: string | undefined;
  readonly regionId: string | undefined;
  readonly accountId: string | undefined;
  readonly accessKeyId: string | undefined;
  /** Empty for everyone but a RAM user, and for everyone but the session of a role. */
  readonly userName: string;
  readonly roleName: string;
  readonly sessionName: string;
  /** Name, value, name, value... as sent, those of the protocol itself left out. */
  readonly parameters: readonly string[];
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly accessDeniedDetail: Refusal['accessDeniedDetail'];
  readonly responseBody: string;
  /** Of a refused request: what it had to do with. */
  readonly refused: RefusedDetail | undefined;
  readonly userAgent: string | undefined;
  readonly address: string;
  /** What it takes in memory, roughly. */
  readonly sizeBytes: number;
}

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

/** Texts beyond these are cut, in characters. */
const longestValue = 32_768;
const longestBody = 65_536;
const none: readonly string[] = [];
/** What an entry takes beside its texts. */
const entryBytes = 1_200;
/** What a resource that a refusal had to do with takes, with what is related to it. */
const resourceBytes = 2_000;

/** What the log keeps of a request. It runs once a request: no more than one pass over the parameters. */
export function answeredRequest(
  { exchange, refusal, answer, durationMs }: RequestRecord,
  evidence: RefusalEvidence | undefined,
): AnsweredRequest {
  const { request, identity, version, common } = exchange;
  const { parameters, secrets, length } = keptParameters(exchange);
  const responseBody = keptBody(exchange, answer.body, refusal, secrets);
  const message = refusal === undefined ? undefined : keptMessage(refusal, secrets);
  return {
    requestId: exchange.requestId,
    atMs: exchange.receivedAtMs,
    durationMs,
    httpMethod: request.method,
    scheme: common?.mode,
    format: exchange.format,
    product: version === undefined ? undefined : findProductName(version),
    version,
    action: exchange.action ?? common?.action,
    regionId: exchange.regionId,
    accountId: identity?.account.accountId,
    accessKeyId: common?.accessKeyId,
    userName: identity?.key.userName ?? '',
    roleName: identity?.key.roleName ?? '',
    sessionName: identity?.key.sessionName ?? '',
    parameters,
    status: answer.status,
    code: refusal?.code,
    message,
    accessDeniedDetail: refusal?.accessDeniedDetail,
    responseBody,
    refused: refusal === undefined ? undefined : refusedDetail(exchange, refusal, secrets, evidence),
    userAgent: request.headers['user-agent'],
    address: request.remoteAddress,
    sizeBytes:
      entryBytes +
      2 * (length + responseBody.length + (message?.length ?? 0)) +
      resourceBytes * (evidence?.resources.length ?? 0),
  };
}

/** What the log keeps of what never became a request of the protocol. */
export function unreadRequest(requestId: string, refusal: Refusal, { status, body }: HttpResponse): AnsweredRequest {
  return {
    requestId,
    atMs: Date.now(),
    durationMs: 0,
    httpMethod: '',
    scheme: undefined,
    format: 'json',
    product: undefined,
    version: undefined,
    action: undefined,
    regionId: undefined,
    accountId: undefined,
    accessKeyId: undefined,
    userName: '',
    roleName: '',
    sessionName: '',
    parameters: none,
    status,
    code: refusal.code,
    message: refusal.message,
    accessDeniedDetail: undefined,
    responseBody: body,
    refused: undefined,
    userAgent: undefined,
    address: '',
    sizeBytes: entryBytes + 2 * (body.length + refusal.message.length),
  };
}

function refusedDetail(
  exchange: Exchange,
  refusal: Refusal,
  secrets: readonly string[],
  evidence: RefusalEvidence | undefined,
): RefusedDetail {
  const signature = refusal.code === 'SignatureDoesNotMatch' ? signatureEvidence(exchange) : undefined;
  const masking = (text: string): string => cut(withoutValues(text, refusal, secrets), longestBody);
  return {
    evidence,
    accountName: exchange.identity?.account.name,
    policies: refusal.accessDeniedDetail === undefined ? [] : policiesInForce(exchange),
    signature: signature && {
      ...signature,
      stringToSign: masking(signature.stringToSign),
      canonicalRequest: signature.canonicalRequest && masking(signature.canonicalRequest),
    },
  };
}

interface KeptParameters {
  readonly parameters: readonly string[];
  /** The values that were left out. */
  readonly secrets: readonly string[];
  readonly length: number;
}

const noParameters: KeptParameters = { parameters: none, secrets: none, length: 0 };

function keptParameters({ parameters: received }: Exchange): KeptParameters {
  if (received === undefined) return noParameters;
  const parameters: string[] = [];
  let secrets: string[] | undefined;
  let length = 0;
  for (const [name, value] of received.all) {
    const keeping = keepingOf(name);
    if (keeping === 'omit') continue;
    if (keeping === 'mask') {
      secrets ??= [];
      if (value !== '') secrets.push(value);
      parameters.push(name, masked);
    } else {
      const kept = cut(value, longestValue);
      parameters.push(name, kept);
      length += name.length + kept.length;
    }
  }
  return { parameters, secrets: secrets ?? none, length };
}

function keptBody(
  { contract }: Exchange,
  body: string,
  refusal: Refusal | undefined,
  secrets: readonly string[],
): string {
  if (refusal !== undefined) return cut(withoutValues(body, refusal, secrets), longestBody);
  return cut(contract === undefined ? body : withoutSecrets(body, contract), longestBody);
}

function keptMessage(refusal: Refusal, secrets: readonly string[]): string {
  return cut(withoutValues(refusal.message, refusal, secrets), longestBody);
}

/** The string to sign repeats every parameter, encoded twice. */
const signedSecret = /((?:Password|Secret|Token|Code\d|Assertion|Body)(?:%3D|=))[^&]*?(?=%26|["<&\s]|$)/g;

function withoutValues(text: string, { code }: Refusal, secrets: readonly string[]): string {
  let shown = text;
  for (const secret of secrets) shown = shown.replaceAll(secret, masked);
  return code === 'SignatureDoesNotMatch' ? shown.replace(signedSecret, `$1${masked}`) : shown;
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // A copy, because a slice keeps the whole alive; half of a character would not be text.
  const head = Buffer.from(text.slice(0, longest).replace(/[\ud800-\udbff]$/, ''), 'utf8').toString('utf8');
  return `${head}... (${text.length} characters)`;
}
