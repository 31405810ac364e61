import { randomBytes } from 'node:crypto';
import { builtInKey } from '../access/account.ts';
import { impliedAccount } from '../access/directory.ts';
import { defaultRegionId } from '../operation/regions.ts';

/** An account of its own, with what clients need to use it. */
export interface LocalyunAccount {
  /** 16 digits, the same for the same name on every server. */
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** For `new Config(...)` of the official SDKs: `@alicloud/openapi-core`, `@alicloud/openapi-client` and their like. */
  readonly sdkConfig: {
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    /** `HOST:PORT`. */
    readonly endpoint: string;
    readonly protocol: 'http' | 'https';
    readonly regionId: string;
  };
  /** For `new RPCClient({ ...popCoreConfig, apiVersion: '2014-05-26' })` of `@alicloud/pop-core`. */
  readonly popCoreConfig: {
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    /** `http://HOST:PORT`. */
    readonly endpoint: string;
  };
}

/**
 * The account of a name; the server makes it when it is first used.
 * @param name up to 64 letters, digits, `.`, `_` and `-`; without one it is an account that nobody else has
 */
export function accountAt(endpoint: URL, name: string = randomBytes(8).toString('hex')): LocalyunAccount {
  const accessKeyId = `${builtInKey}-${name}`;
  const account = impliedAccount(accessKeyId);
  if (account === undefined) {
    throw new TypeError(`${JSON.stringify(name)} is no name of an account: 1 to 64 letters, digits, ".", "_" and "-"`);
  }
  const key = { accessKeyId, accessKeySecret: builtInKey };
  return {
    accountId: account.accountId,
    ...key,
    sdkConfig: {
      ...key,
      endpoint: endpoint.host,
      protocol: endpoint.protocol === 'https:' ? 'https' : 'http',
      regionId: defaultRegionId,
    },
    popCoreConfig: { ...key, endpoint: endpoint.origin },
  };
}
