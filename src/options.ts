import type { TransitionProfile } from './engine/transitions.ts';

/** How a server is to run. */
export interface LocalyunOptions {
  /** The address to listen on; loopback unless told otherwise. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Where the state is kept; undefined keeps it in memory. Not together with `databaseUrl`. */
  readonly dataDir?: string | undefined;
  /** Where the certificate authority for https is kept; `dataDir` unless given, and memory without either. */
  readonly certificateDir?: string | undefined;
  /** `postgres://...`, optionally with `?schema=NAME`. */
  readonly databaseUrl?: string | undefined;
  readonly transitions?: TransitionProfile;
  /** `off` takes access keys at their word. */
  readonly auth?: 'strict' | 'off';
  /** The code of ECS for a call that policies deny; `Forbidden.SubUser` is that of older services. */
  readonly denialCode?: 'Forbidden.RAM' | 'Forbidden.SubUser';
  /** What to start with: the text of a seed file, or what was read from one; see docs/seeds.md. */
  readonly seed?: unknown;
  /** The same number gives the same ids and addresses again. */
  readonly randomSeed?: number | undefined;
  /** The permitted difference between a request's timestamp and the wall clock, in milliseconds; default 15 minutes. */
  readonly timestampWindowMs?: number;
  /** Whether a signature nonce may be used only once; default true. */
  readonly refuseUsedNonces?: boolean;
  /**
   * Whether the last page of a list that is read by tokens has a NextToken too, to an empty page after it; default false.
   * Clients that throw a page without token away need it.
   */
  readonly nextTokenOnLastPage?: boolean;
  /** What calls of the control API must bring along; needed wherever the server does not listen on loopback. */
  readonly controlToken?: string;
  /** How many answered requests are kept in memory for the control API; 0 keeps none. Default 5,000, and 32 MB. */
  readonly requestLog?: number;
  /** How many changes of resources are kept in memory for the control API; 0 keeps none. Default 20,000. */
  readonly history?: number;
  /** Where traces go by OTLP over HTTP, such as `http://127.0.0.1:4318`; nowhere unless given. */
  readonly tracesEndpoint?: string | undefined;
  readonly logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

export const defaults = {
  host: '127.0.0.1',
  port: 20140,
  dataDir: '.localyun',
  transitions: 'fast',
  auth: 'strict',
  denialCode: 'Forbidden.RAM',
  requestLog: 5_000,
  history: 20_000,
  logLevel: 'warn',
} as const satisfies LocalyunOptions;
