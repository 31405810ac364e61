import type { Buffer } from 'node:buffer';

/** One request as received, before anything of the protocol is understood. */
export interface HttpRequest {
  readonly method: string;
  /** The path as sent, without the query, for example `/`. */
  readonly path: string;
  /** The raw query text without `?`; empty when there is none. */
  readonly query: string;
  /** Header names in lower case; repeated headers joined as Node joins them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly secure: boolean;
  readonly remoteAddress: string;
}

/** One answer, ready to be written. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers one request; never rejects. */
export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>;
