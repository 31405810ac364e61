import type { HttpResponse } from '../http-message.ts';

/** What can go wrong with a request below the protocol, and `internal`: the handler itself failed. */
export type TransportErrorKind = 'bad-request' | 'headers-too-large' | 'body-too-large' | 'timeout' | 'internal';

/** The HTTP status each kind is answered with. */
export const transportErrorStatus: Readonly<Record<TransportErrorKind, number>> = {
  'bad-request': 400,
  timeout: 408,
  'body-too-large': 413,
  'headers-too-large': 431,
  internal: 500,
};

/** Words an error of the transport in the error format of the protocol. Must not throw. */
export type TransportErrorAnswer = (kind: TransportErrorKind) => HttpResponse;

/** The kind of an error that `node:http` reports for a connection; undefined when nobody is left to be answered. */
export function transportErrorKind(code: string | undefined): TransportErrorKind | undefined {
  switch (code) {
    case 'ECONNRESET':
    case 'EPIPE':
      return undefined;
    case 'HPE_HEADER_OVERFLOW':
      return 'headers-too-large';
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 'body-too-large';
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 'timeout';
    default:
      return 'bad-request';
  }
}
