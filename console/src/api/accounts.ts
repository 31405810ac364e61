import type { Identity } from '../settings/settings.ts';

/** One account, as `GET /accounts` lists it; more members are there. */
export interface AccountSummary {
  readonly id: string;
  /** Of its root's access key, which names the account. */
  readonly accessKeyId: string;
}

/** One access key, as `GET /access-keys` lists it. */
export interface ListedAccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of temporary keys only. */
  readonly securityToken?: string;
  readonly kind: 'root' | 'user' | 'session';
  /** Of the user, or of the role and its session: `deployer/ci`; empty for the root. */
  readonly name: string;
  readonly active: boolean;
  /** When a temporary key ends. */
  readonly expiresAt?: string;
}

export function identityOf({ accessKeyId, accessKeySecret, securityToken, kind, name }: ListedAccessKey): Identity {
  return {
    accessKeyId,
    accessKeySecret,
    ...(securityToken === undefined ? {} : { securityToken }),
    label: kind === 'root' ? 'root' : `${kind === 'user' ? 'user' : 'role'} ${name}`,
  };
}
