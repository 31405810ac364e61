import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { builtInKey } from './access/account.ts';
import { urlHost } from './command-line/url-host.ts';
import { accountAt, type LocalyunAccount } from './library/account.ts';
import type { RemoteLocalyun } from './library/connect.ts';
import type { LocalyunOptions } from './options.ts';
import { startServer } from './server.ts';

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
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a server in this process: in memory and on a free port, unless the options say otherwise. */
export async function startLocalyun(options: LocalyunOptions = {}): Promise<Localyun> {
  const [server, { createLibrary }, { runCall }] = await Promise.all([
    startServer({ port: 0, ...options }),
    import('./library/create-levers.ts'),
    import('./control/run-call.ts'),
  ]);
  const url = new URL(`http://${urlHost(server.host)}:${server.port}`);
  const close = () => server.close();
  return {
    ...createLibrary(async (call, input) => {
      const answer = await runCall(call, server.levers, input);
      return answer instanceof Readable ? buffer(answer) : answer;
    }),
    endpoint: url.origin,
    host: url.host,
    port: server.port,
    credentials: { accessKeyId: builtInKey, accessKeySecret: builtInKey },
    account: (name): LocalyunAccount => accountAt(url, name),
    close,
    [Symbol.asyncDispose]: close,
  };
}
