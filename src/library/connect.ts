import { inspect } from 'node:util';
import { builtInKey } from '../access/account.ts';
import { callControl } from '../control/client.ts';
import { ControlRefused } from '../control/control-refused.ts';
import { accountAt, type LocalyunAccount } from './account.ts';
import type { LocalyunLevers } from './levers.ts';

/** A server that runs elsewhere. */
export interface RemoteLocalyun extends LocalyunLevers {
  /** `http://HOST:PORT`. */
  readonly endpoint: string;
  /** `HOST:PORT`, the form that the official SDKs take. */
  readonly host: string;
  readonly port: number;
  /** The root key of the default account. Any `localyun-NAME` with the same secret is an account of its own. */
  readonly credentials: { readonly accessKeyId: string; readonly accessKeySecret: string };
  /** An account by its name, or a fresh one, with the settings of the official SDKs. */
  account(name?: string): LocalyunAccount;
}

/**
 * The controls of a server that runs elsewhere, over its control API.
 * @param endpoint `http://HOST:PORT`, or `HOST:PORT`
 * @throws ControlUnreachable when nothing answers there or what answers is another program, ControlRefused for an
 *   endpoint that is none
 */
export async function connectLocalyun(
  endpoint: string,
  { controlToken }: { readonly controlToken?: string | undefined } = {},
): Promise<RemoteLocalyun> {
  const url = readEndpoint(endpoint);
  const connection = { endpoint: url.origin, controlToken };
  const { createLibrary } = await import('./create-levers.ts');
  const levers = createLibrary((call, input) => callControl(connection, call, input));
  await levers.health();
  return {
    ...levers,
    endpoint: url.origin,
    host: url.host,
    port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
    credentials: { accessKeyId: builtInKey, accessKeySecret: builtInKey },
    account: (name) => accountAt(url, name),
  };
}

/** @throws ControlRefused for what is no text, or no address of a server */
export function readEndpoint(text: string): URL {
  if (typeof text !== 'string') throw new ControlRefused(`endpoint: must be http://HOST:PORT, not ${inspect(text)}`);
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw new ControlRefused(`endpoint: must be http://HOST:PORT, not ${JSON.stringify(text)}`);
  }
  return url;
}
