import type { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';

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

/** How an answer is kept from its client: not a byte of it arrives, half of it, or nothing while the connection lasts. */
export type Loss = { readonly kind: 'reset' | 'truncate' } | { readonly kind: 'hang'; readonly limitMs: number };

/** What an answer can be made of: text, bytes, or what comes piece by piece. */
export type HttpBody = string | Uint8Array | Readable;

/** One answer, ready to be written. */
export interface HttpResponse<Body extends HttpBody = string> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A stream is destroyed when its client goes away. */
  readonly body: Body;
  /** True of a stream without an end of its own, which a server that stops does not wait for. */
  readonly endless?: boolean;
  /** Only of text. */
  readonly loss?: Loss;
}

/** Answers one request; never rejects. */
export type HttpHandler<Body extends HttpBody = string> = (request: HttpRequest) => Promise<HttpResponse<Body>>;
