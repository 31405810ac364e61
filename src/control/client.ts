import { once } from 'node:events';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { isText, parseJson } from '../operation/json.ts';
import type { ControlCall } from './call.ts';
import { ControlRefused, type RefusedStatus } from './control-refused.ts';
import { membersOf } from './members.ts';
import { controlPrefix } from './prefix.ts';

/** A server as its control API is called. */
export interface ControlConnection {
  /** `http://HOST:PORT`, or `https`. */
  readonly endpoint: string;
  /** What the server asks for, if it was started with `--control-token`. */
  readonly controlToken?: string | undefined;
}

/** Nothing answers, or what answers is no Localyun or will not take calls of the control API. */
export class ControlUnreachable extends Error {
  override readonly name = 'ControlUnreachable';
}

/**
 * Carries out a call on a server elsewhere.
 * @param input its members; the server checks them
 * @returns the JSON value, the text, or the bytes that the call answers
 * @throws ControlRefused as the server says, ControlUnreachable when there is no server that does
 */
export async function callControl(connection: ControlConnection, call: ControlCall, input: object): Promise<unknown> {
  const { endpoint } = connection;
  const { target, body, contentType } = requestOf(call, input);
  const url = `${endpoint}${controlPrefix}${target}`;
  let answer: Answer;
  try {
    answer = await send(url, { method: call.method, headers: headersOf(connection, contentType) }, body);
  } catch (error) {
    throw unreachable(endpoint, error as NodeJS.ErrnoException);
  }
  if (answer.status !== 200) throw refusalOf(answer, endpoint);
  if (call.contentType === undefined) return readJson(answer, endpoint);
  return call.contentType.startsWith('text/') ? answer.body.toString('utf8') : new Uint8Array(answer.body);
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** Waits as long as the server does: some calls answer when something has happened. */
async function send(url: string, options: RequestOptions, body: string | Uint8Array | undefined): Promise<Answer> {
  const { request } = url.startsWith('https:') ? await import('node:https') : await import('node:http');
  const sent = request(url, options);
  // What fails after the answer has begun is seen in its body.
  sent.on('error', () => undefined);
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await buffer(response) };
}

function unreachable(endpoint: string, error: NodeJS.ErrnoException): ControlUnreachable {
  const message =
    error.code === 'ECONNREFUSED'
      ? `nothing answers at ${endpoint}; localyun start makes it serve`
      : `${endpoint} cannot be reached: ${error.message || error.code}`;
  return new ControlUnreachable(message, { cause: error });
}

function headersOf({ controlToken }: ControlConnection, contentType: string | undefined): Record<string, string> {
  return {
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
    ...(controlToken === undefined ? {} : { authorization: `Bearer ${controlToken}` }),
  };
}

interface Target {
  readonly target: string;
  readonly contentType?: string;
  readonly body?: string | Uint8Array;
}

function requestOf(call: ControlCall, input: object): Target {
  const given = new Map<string, unknown>(Object.entries(input));
  const path = call.path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = String(given.get(name) ?? '');
    // Such a path would name another call.
    if (value === '' || value === '.' || value === '..' || !isText(value)) {
      throw new ControlRefused(`${name}: ${JSON.stringify(value)} cannot be used`);
    }
    given.delete(name);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  const rest: Record<string, unknown> = {};
  const places = new Map(membersOf(call).map(({ name, place }) => [name, place]));
  const whole = call.body === undefined ? undefined : given.get(call.body.member);
  for (const [name, value] of given) {
    if (name === call.body?.member || value === undefined) continue;
    // A name that the call does not know goes along, so that the server says so.
    if (call.body === undefined && places.get(name) !== 'query' && call.method !== 'GET') rest[name] = value;
    else for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const target = query.size === 0 ? path : `${path}?${query}`;
  if (call.body !== undefined) return { target, ...wholeBody(call.body.contentTypes, whole) };
  if (Object.keys(rest).length === 0) return { target };
  return { target, body: JSON.stringify(rest), contentType: 'application/json' };
}

/** Bytes and texts go as they are where the call takes such; everything else is JSON. */
function wholeBody(contentTypes: readonly string[], whole: unknown): Pick<Target, 'body' | 'contentType'> {
  const other = contentTypes.find((one) => one !== 'application/json' && one !== 'application/octet-stream');
  if (whole instanceof Uint8Array) return { body: whole, contentType: 'application/octet-stream' };
  if (typeof whole === 'string' && other !== undefined) return { body: whole, contentType: other };
  return { body: JSON.stringify(whole ?? {}), contentType: 'application/json' };
}

const refusedStatuses: readonly number[] = [400, 404, 408, 409, 503] satisfies readonly RefusedStatus[];

function refusalOf(answer: Answer, endpoint: string): Error {
  const { error, Message } = (parseJson(answer.body.toString('utf8')) ?? {}) as Readonly<Record<string, unknown>>;
  // The transport answers in the words of the protocol: what is too large, or a defect.
  if (typeof Message === 'string') return new ControlUnreachable(`${endpoint} has refused the call: ${Message}`);
  if (typeof error !== 'string') {
    return new ControlUnreachable(`what answers at ${endpoint} is not the control API of Localyun (${answer.status})`);
  }
  if (isRefusedStatus(answer.status)) return new ControlRefused(error, answer.status);
  return new ControlUnreachable(error);
}

function isRefusedStatus(status: number): status is RefusedStatus {
  return refusedStatuses.includes(status);
}

function readJson({ body }: Answer, endpoint: string): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new ControlUnreachable(`what answers at ${endpoint} is not the control API of Localyun`, { cause: error });
  }
}
