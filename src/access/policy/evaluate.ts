import type { CompiledPolicy, ConditionValues } from './compile.ts';

/** What an identity wants to do to one resource. */
export interface AccessRequest {
  /** As policies write it, `ecs:DeleteNetworkInterface`. */
  readonly action: string;
  /** The ARN, or `*` for an operation without resources. */
  readonly resource: string;
  readonly values: ConditionValues;
}

/** Policies one of which has to allow. A session's policy is a set of its own: it can only take away. */
export interface PolicySet {
  /** As answers name the kind. */
  readonly kind: 'AccountLevelIdentityBasedPolicy' | 'SessionPolicy';
  readonly policies: readonly CompiledPolicy[];
}

/** The statement that settled a decision. */
export interface DecidedBy {
  readonly policyName: string;
  readonly policyType: CompiledPolicy['policyType'];
  readonly attachment?: CompiledPolicy['attachment'];
  /** Counted from 0. */
  readonly statement: number;
}

export type Decision =
  | { readonly allowed: true; readonly by: readonly DecidedBy[] }
  | {
      readonly allowed: false;
      readonly reason: 'ExplicitDeny';
      readonly kind: PolicySet['kind'];
      readonly by: DecidedBy;
    }
  | { readonly allowed: false; readonly reason: 'ImplicitDeny'; readonly kind: PolicySet['kind'] };

/** A statement that denies settles it; else each set has to have one that allows. */
export function decide(sets: readonly PolicySet[], request: AccessRequest): Decision {
  for (const { kind, policies } of sets) {
    const by = firstStatement('Deny', policies, request);
    if (by !== undefined) return { allowed: false, reason: 'ExplicitDeny', kind, by };
  }
  const allowing: DecidedBy[] = [];
  for (const { kind, policies } of sets) {
    const by = firstStatement('Allow', policies, request);
    if (by === undefined) return { allowed: false, reason: 'ImplicitDeny', kind };
    allowing.push(by);
  }
  return { allowed: true, by: allowing };
}

function firstStatement(
  effect: 'Allow' | 'Deny',
  policies: readonly CompiledPolicy[],
  { action, resource, values }: AccessRequest,
): DecidedBy | undefined {
  const lowerAction = action.toLowerCase();
  for (const { policyName, policyType, attachment, statements } of policies) {
    const statement = statements.findIndex(
      (one) => one.effect === effect && one.appliesTo(lowerAction, resource, values),
    );
    if (statement >= 0) return { policyName, policyType, attachment, statement };
  }
  return undefined;
}
