import type { Identity } from './identity.ts';

/** Who calls without credentials an operation that needs none: of no account, and nothing else may be asked. */
export const nobody: Identity = {
  key: {
    accountId: '',
    accessKeyId: '',
    accessKeySecret: '',
    userName: '',
    userId: '',
    roleName: '',
    roleId: '',
    sessionName: '',
    sessionPolicy: '',
    expiresAtMs: 0,
    securityToken: '',
    active: true,
  },
  account: {
    accountId: '',
    name: '',
    userTypeSupported: true,
    active: true,
    ramSupported: true,
    regionsWithoutNetworkInterfaces: new Set(),
    quotas: new Map(),
  },
  access: undefined,
};
