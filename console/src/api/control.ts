import { isSendableToken } from './sendable-token.ts';

/** What the control API refused, or that it could not be reached: status 0. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The control API under `/_localyun`; paths are given without that, `/requests/ID`. All calls throw ControlError. */
export interface ControlClient {
  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T>;
  post<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T>;
  put<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T>;
  patch<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T>;
  delete<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T>;
  /** The answer itself, for files, texts and streams of events; a refusal is thrown all the same. */
  open(path: string, options?: RequestInit): Promise<Response>;
}

const prefix = '/_localyun';

/**
 * @param controlToken what is sent along as bearer token; empty for none
 * @param onTokenRefused called when the server wants another
 */
export function createControlClient(controlToken: string, onTokenRefused: () => void): ControlClient {
  async function open(path: string, options: RequestInit = {}): Promise<Response> {
    if (!isSendableToken(controlToken)) {
      onTokenRefused();
      throw new ControlError(401, 'the control token has characters that no header can carry');
    }
    const headers = new Headers(options.headers);
    if (controlToken !== '') headers.set('authorization', `Bearer ${controlToken}`);
    const response = await fetch(`${prefix}${path}`, { ...options, headers }).catch((error: unknown) => {
      if (options.signal?.aborted === true) throw error;
      throw new ControlError(0, 'the server cannot be reached');
    });
    if (response.ok) return response;
    if (response.status === 401) onTokenRefused();
    throw new ControlError(response.status, await reasonOf(response));
  }

  async function send<T>(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<T> {
    const response = await open(path, {
      method,
      ...(signal === undefined ? {} : { signal }),
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer: T = await response.json();
    return answer;
  }

  return {
    open,
    get: (path, query = {}, signal) => send('GET', withQuery(path, query), undefined, signal),
    post: (path, body, signal) => send('POST', path, body, signal),
    put: (path, body, signal) => send('PUT', path, body, signal),
    patch: (path, body, signal) => send('PATCH', path, body, signal),
    delete: (path, query = {}, signal) => send('DELETE', withQuery(path, query), undefined, signal),
  };
}

/** The path with what is given of a query. */
export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { error }: { error?: unknown } = JSON.parse(text);
    if (typeof error === 'string') return error;
  } catch {
    // Not the control API's own answer; the text is all there is.
  }
  return text === '' ? `status ${response.status}` : text.slice(0, 500);
}
