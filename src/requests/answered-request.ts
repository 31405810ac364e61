import { findProductName } from '../contracts/load.ts';
import type { Exchange } from '../gateway/exchange.ts';
import type { HttpResponse } from '../gateway/http-message.ts';
import type { RequestRecord } from '../gateway/pipeline.ts';
import { escapeXml } from '../gateway/protocol/render-xml.ts';
import type { Refusal } from '../operation/refusal.ts';
import { copyOf, cut, longestBody, longestName, longestValue } from './kept-text.ts';
import { withoutSignedValues, withoutUndecodable, withoutValues } from './masking.ts';
import type { RefusalEvidence } from './refusal/witness.ts';
import { bytesOfRefused, keptDenial, type RefusedDetail, refusedDetail } from './refused-detail.ts';
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

const none: readonly string[] = [];
/** What an entry takes beside its texts, and a text beside its characters. */
const entryBytes = 1_200;
const textBytes = 24;
/** The texts of a request are parts of the text that it was sent in, which a small one may keep in memory. */
const largeRequest = 4_096;

/** What the log keeps of a request. It runs once a request: no more than one pass over the parameters. */
export function answeredRequest(
  { exchange, refusal, answer, durationMs }: RequestRecord,
  evidence: RefusalEvidence | undefined,
): AnsweredRequest {
  const { request, identity, version, common } = exchange;
  const { host = '', authorization = '' } = request.headers;
  const sentLength = request.query.length + request.body.length + host.length + authorization.length;
  const isLarge = sentLength > largeRequest;
  const { parameters, secrets, length } = keptParameters(exchange, isLarge);
  const message = refusal && keptMessage(exchange, refusal, secrets);
  const responseBody = keptBody(exchange, answer.body, refusal?.message, message);
  const accessDeniedDetail = keptDenial(refusal?.accessDeniedDetail);
  const refused = refusal && refusedDetail(exchange, refusal, evidence);
  const userAgent = keptName(request.headers['user-agent'], isLarge);
  return {
    requestId: exchange.requestId,
    atMs: exchange.receivedAtMs,
    durationMs,
    httpMethod: request.method,
    scheme: common?.mode,
    format: exchange.format,
    product: version === undefined ? undefined : findProductName(version),
    version: keptName(version, isLarge),
    action: keptName(exchange.action ?? common?.action, isLarge),
    regionId: keptName(exchange.regionId, isLarge),
    accountId: identity?.account.accountId,
    accessKeyId: keptName(common?.accessKeyId, isLarge),
    userName: identity?.key.userName ?? '',
    roleName: identity?.key.roleName ?? '',
    sessionName: identity?.key.sessionName ?? '',
    parameters,
    status: answer.status,
    code: refusal?.code,
    message,
    accessDeniedDetail,
    responseBody,
    refused,
    userAgent,
    address: request.remoteAddress,
    sizeBytes:
      entryBytes +
      textBytes * parameters.length +
      2 *
        ((isLarge ? length + 4 * longestName : sentLength) +
          responseBody.length +
          (message?.length ?? 0) +
          (userAgent?.length ?? 0)) +
      (refused === undefined ? 0 : bytesOfRefused(refused, accessDeniedDetail)),
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

interface KeptParameters {
  readonly parameters: readonly string[];
  /** The values that were left out. */
  readonly secrets: readonly string[];
  readonly length: number;
}

const noParameters: KeptParameters = { parameters: none, secrets: none, length: 0 };

function keptParameters({ parameters: received }: Exchange, isLarge: boolean): KeptParameters {
  if (received === undefined) return noParameters;
  const parameters: string[] = [];
  let secrets: string[] | undefined;
  let length = 0;
  for (const [sentName, value] of received.all) {
    const keeping = keepingOf(sentName);
    if (keeping === 'omit') continue;
    const name = isLarge ? copyOf(sentName) : sentName;
    length += name.length;
    if (keeping === 'mask') {
      secrets ??= [];
      if (value !== '') secrets.push(value);
      parameters.push(name, masked);
    } else {
      const kept = keptText(value, longestValue, isLarge);
      parameters.push(name, kept);
      length += kept.length;
    }
  }
  return { parameters, secrets: secrets ?? none, length };
}

function keptName(name: string | undefined, isLarge: boolean): string | undefined {
  return name && keptText(name, longestName, isLarge);
}

function keptText(text: string, longest: number, isLarge: boolean): string {
  if (text.length > longest) return cut(text, longest);
  return isLarge ? copyOf(text) : text;
}

function keptMessage({ parameters }: Exchange, { code, message }: Refusal, secrets: readonly string[]): string {
  if (code === 'SignatureDoesNotMatch') return withoutSignedValues(message, longestBody);
  return withoutValues(parameters === undefined ? withoutUndecodable(message) : message, secrets, longestBody);
}

/** The body as answered; that of a refusal with the message as it is kept. */
function keptBody(
  { contract, format }: Exchange,
  body: string,
  message: string | undefined,
  kept: string | undefined,
): string {
  if (message === undefined || kept === undefined) {
    return cut(contract === undefined ? body : withoutSecrets(body, contract), longestBody);
  }
  if (message === kept) return cut(body, longestBody);
  const [before, written] = format === 'json' ? ['"Message":', JSON.stringify] : ['<Message>', escapeXml];
  const from = body.indexOf(before) + before.length;
  const until = from + written(message).length;
  return cut(`${body.slice(0, from)}${written(kept)}${body.slice(until)}`, longestBody);
}
