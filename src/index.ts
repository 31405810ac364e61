import { builtInKey } from './access/account.ts';
import type { LocalyunOptions } from './options.ts';
import { startServer } from './server.ts';

export { ListenError } from './gateway/transport/listen-error.ts';
export type { LocalyunOptions } from './options.ts';
export { StoreRefused } from './store/store.ts';

/** A server inside this process. */
export interface Localyun {
  /** `http://127.0.0.1:PORT`; https is served on the same port. */
  readonly endpoint: string;
  /** `127.0.0.1:PORT`, the form that the official SDKs take. */
  readonly host: string;
  readonly port: number;
  /** The root key of the default account. Any `localyun-NAME` with the same secret is an account of its own. */
  readonly credentials: { readonly accessKeyId: string; readonly accessKeySecret: string };
  readonly clock: {
    /** Moves the clock on; only under `transitions: 'manual'`. */
    advance(milliseconds: number): Promise<void>;
  };
  /** Empties the state, or what one account owns of it. */
  reset(accountId?: string): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a server in this process: in memory and on a free port, unless the options say otherwise. */
export async function startLocalyun(options: LocalyunOptions = {}): Promise<Localyun> {
  const server = await startServer({ port: 0, ...options });
  const host = `${server.host}:${server.port}`;
  const close = () => server.close();
  return {
    endpoint: `http://${host}`,
    host,
    port: server.port,
    credentials: { accessKeyId: builtInKey, accessKeySecret: builtInKey },
    clock: {
      async advance(milliseconds) {
        await server.levers.advance(milliseconds);
      },
    },
    reset: (accountId) => server.levers.reset(accountId),
    close,
    [Symbol.asyncDispose ?? Symbol.for('Symbol.asyncDispose')]: close,
  } as Localyun;
}
