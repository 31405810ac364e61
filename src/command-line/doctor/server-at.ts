import http from 'node:http';
import { controlPrefix } from '../../control/prefix.ts';

/** How long a server is waited for, in milliseconds. */
const patienceMs = 3_000;

/** An answer as it came, with the moment it came at. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  readonly atMs: number;
}

/** What is found where a server should be. */
export type FoundThere =
  | { readonly kind: 'localyun'; readonly version: string; readonly engine: string; readonly answer: Answer }
  | { readonly kind: 'other'; readonly answer: Answer }
  | { readonly kind: 'silent'; readonly reason: string };

/** Where a server is called, and with what its control API is opened. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly controlToken?: string | undefined;
}

/** Sends one request over http, through no proxy; rejects when nothing that speaks http answers in time. */
export function ask(target: Target, method: string, path: string, body = ''): Promise<Answer> {
  const { host, port, controlToken } = target;
  const isControl = path.startsWith(controlPrefix);
  const headers = {
    ...(isControl && controlToken !== undefined ? { authorization: `Bearer ${controlToken}` } : {}),
    ...(body === '' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  const signal = AbortSignal.timeout(patienceMs);
  return new Promise((resolve, reject) => {
    // An agent of its own: the common one may go through a proxy.
    const agent = new http.Agent();
    const request = http.request({ host, port, method, path, headers, agent, signal }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, atMs: Date.now() }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Asks whoever is there for the health of a Localyun. */
export async function findThere(target: Target): Promise<FoundThere> {
  let answer: Answer;
  try {
    answer = await ask(target, 'GET', `${controlPrefix}/health`);
  } catch (error) {
    return { kind: 'silent', reason: error instanceof Error ? error.message : String(error) };
  }
  const health = jsonOf(answer.text);
  const { version, engine } = health;
  if (typeof version !== 'string' || typeof engine !== 'string' || !('schemaVersion' in health)) {
    return { kind: 'other', answer };
  }
  return { kind: 'localyun', version, engine, answer };
}

/** The members of a JSON object; none where the text is anything else. */
export function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
