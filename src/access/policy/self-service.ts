import { type CompiledPolicy, compilePolicy } from './compile.ts';

/** What an account lets each of its RAM users do for itself, whatever its policies; named as the wire names it. */
export interface SelfService {
  readonly AllowUserToChangePassword: boolean;
  readonly AllowUserToManageAccessKeys: boolean;
  readonly AllowUserToManageMFADevices: boolean;
}

/** What holds until an account sets something else. */
export const defaultSelfService: SelfService = {
  AllowUserToChangePassword: true,
  AllowUserToManageAccessKeys: false,
  AllowUserToManageMFADevices: true,
};

const actions: Readonly<Record<keyof SelfService, readonly string[]>> = {
  AllowUserToChangePassword: ['ram:ChangePassword'],
  AllowUserToManageAccessKeys: [
    'ram:CreateAccessKey',
    'ram:ListAccessKeys',
    'ram:UpdateAccessKey',
    'ram:DeleteAccessKey',
    'ram:GetAccessKeyLastUsed',
  ],
  AllowUserToManageMFADevices: ['ram:BindMFADevice', 'ram:UnbindMFADevice', 'ram:GetUserMFAInfo'],
};

/** The policy that says what a user may do for itself; a policy that denies still counts for more. */
export function selfServicePolicy(
  allowed: SelfService,
  { accountId, userName }: { readonly accountId: string; readonly userName: string },
): CompiledPolicy {
  const names = Object.keys(actions) as (keyof SelfService)[];
  const patterns = names.flatMap((name) => (allowed[name] ? actions[name] : []));
  const itself = [`acs:ram:*:${accountId}:user/${userName}`];
  return compilePolicy({
    policyName: 'SecurityPreference',
    policyType: 'System',
    document: {
      version: '1',
      statements: [
        {
          effect: 'Allow',
          actions: { negated: false, patterns },
          resources: { negated: false, patterns: itself },
          conditions: [],
        },
      ],
    },
  });
}
