import type { Caller } from '../operation/context.ts';

/** An account with what its operator fixed for it: gates, regions without network interfaces, quotas. */
export interface Account {
  readonly accountId: string;
  readonly name: string;
  /** False: every call answers InvalidUserType.NotSupported. */
  readonly userTypeSupported: boolean;
  /** False: every call answers Abs.InvalidAccount.NotFound. */
  readonly active: boolean;
  /** False: RAM users are refused with Forbidden.NotSupportRAM. */
  readonly ramSupported: boolean;
  /** Regions in which the account is offered no network interfaces. */
  readonly regionsWithoutNetworkInterfaces: ReadonlySet<string>;
  /** Overridden quotas by `region/name`; the region is empty where the value holds for all regions. */
  readonly quotas: ReadonlyMap<string, number>;
}

/** A key pair and whom it stands for. */
export interface AccessKey extends Caller {
  readonly accessKeySecret: string;
  /** The token that temporary keys must come with; empty for permanent keys. */
  readonly securityToken: string;
  readonly active: boolean;
}

/** The account of the built-in key. */
export const defaultAccountId = '1000000000000001';
/** The built-in key's id, its secret, the default account's name, and the secret of every `localyun-NAME` key. */
export const builtInKey = 'localyun';
