/** The bounds of the transport. Sizes in bytes, times in milliseconds. */
export interface TransportLimits {
  /** Largest request body that is read; a larger one is answered 413. */
  readonly maxBodyBytes: number;
  /** Largest request line and headers together; more is answered 431. Parameters of a GET travel in the request line. */
  readonly maxHeaderBytes: number;
  /** From the first byte of a request to the end of its body; later is answered 408. */
  readonly requestTimeoutMs: number;
  /** From the first byte of a request to the end of its headers (408), and from the connection to the first byte (closed). */
  readonly headersTimeoutMs: number;
  /** How long an idle connection is kept for the next request. */
  readonly keepAliveTimeoutMs: number;
  /** Connections held at once; further ones are closed on arrival. */
  readonly maxConnections: number;
}

export const defaultTransportLimits: TransportLimits = {
  maxBodyBytes: 10 * 1024 * 1024,
  maxHeaderBytes: 64 * 1024,
  requestTimeoutMs: 120_000,
  headersTimeoutMs: 30_000,
  keepAliveTimeoutMs: 75_000,
  maxConnections: 10_000,
};
