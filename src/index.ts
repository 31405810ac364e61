import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { builtInKey } from './access/account.ts';
import { checkOptions } from './check-options.ts';
import { urlHost } from './command-line/url-host.ts';
import { ControlUnreachable } from './control/client.ts';
import { ControlRefused } from './control/control-refused.ts';
import { accountAt, type LocalyunAccount } from './library/account.ts';
import type { RemoteLocalyun } from './library/connect.ts';
import type { Invoke } from './library/create-levers.ts';
import type { LocalyunLevers } from './library/levers.ts';
import type { LocalyunOptions } from './options.ts';
import { type Server, startServer } from './server.ts';

export { ConfigurationRefused } from './command-line/configuration-refused.ts';
export { ControlUnreachable } from './control/client.ts';
export { ControlRefused } from './control/control-refused.ts';
export { ListenError } from './gateway/transport/listen-error.ts';
export type { LocalyunAccount } from './library/account.ts';
export { connectLocalyun, type RemoteLocalyun } from './library/connect.ts';
export type { LocalyunLevers } from './library/levers.ts';
export type { LocalyunOptions } from './options.ts';
export { StoreRefused } from './store/store.ts';

/** A server inside this process; its controls are called without HTTP. */
export interface Localyun extends RemoteLocalyun {
  /** Stops it, once; calls after that reject with ControlUnreachable. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a server in this process: in memory and on a free port, unless the options say otherwise.
 * @throws ConfigurationRefused for an option that there is not, or a value that it cannot have, StoreRefused when the
 *   state cannot be opened, ListenError when the address cannot be listened on
 */
export async function startLocalyun(options: LocalyunOptions = {}): Promise<Localyun> {
  const starting = startServer({ port: 0, ...checkOptions(options) });
  const loading = Promise.all([import('./library/create-levers.ts'), import('./control/run-call.ts')]);
  // Nobody waits for it when the server does not start.
  loading.catch(() => undefined);
  const server = await starting;
  try {
    const [{ createLibrary }, { runCall }] = await loading;
    return localyunOf(server, createLibrary, (call, input) => runCall(call, server.levers, input));
  } catch (error) {
    await server.close();
    throw error;
  }
}

function localyunOf(server: Server, createLibrary: (invoke: Invoke) => LocalyunLevers, run: Invoke): Localyun {
  const url = new URL(`http://${urlHost(server.host)}:${server.port}`);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.close();
    return closing;
  };
  const invoke: Invoke = async (call, input) => {
    if (closing !== undefined) throw new ControlUnreachable(closed);
    try {
      const answer = await run(call, input);
      return answer instanceof Readable ? await buffer(answer) : answer;
    } catch (error) {
      if (closing === undefined || error instanceof ControlRefused) throw error;
      throw new ControlUnreachable(closed, { cause: error });
    }
  };
  return {
    ...createLibrary(invoke),
    endpoint: url.origin,
    host: url.host,
    port: server.port,
    credentials: { accessKeyId: builtInKey, accessKeySecret: builtInKey },
    account: (name): LocalyunAccount => accountAt(url, name),
    close,
    [Symbol.asyncDispose]: close,
  };
}

const closed = 'the server was closed';
