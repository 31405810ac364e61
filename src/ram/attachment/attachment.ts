/** What a policy can be attached to. */
export type PrincipalType = 'User' | 'Group' | 'Role';

/** `System` policies are the same for every account and no rows; `Custom` ones are an account's own. */
export type PolicyType = 'System' | 'Custom';

/** Who a policy is attached to; the id is that of the user, group or role. */
export interface Principal {
  readonly principalType: PrincipalType;
  readonly principalId: string;
}

export interface PolicyKey {
  readonly policyType: PolicyType;
  readonly policyName: string;
}

/** A policy that is attached to somebody. */
export interface Attachment extends Principal, PolicyKey {
  readonly accountId: string;
  readonly attachedAtMs: number;
}
