import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { foundPolicy } from '../policy/found-policy.ts';
import { policyName, policyType } from '../policy/rules.ts';
import { refuse } from '../refusals.ts';
import { countAttachmentsOf, insertAttachment, removeAttachment } from './attachment.table.ts';
import type { Principal } from './attachment.ts';

/** Who is meant, under the name that the request gave. */
export interface NamedPrincipal extends Principal {
  readonly name: string;
}

interface PolicyParameters {
  readonly PolicyType?: string;
  readonly PolicyName?: string;
}

/** Rules of what every operation that attaches or detaches a policy takes. */
export const attachmentRules = {
  PolicyType: policyType,
  PolicyName: policyName,
  ResourceGroupId: (id: string) => refuse('InvalidParameter.ResourceGroupId', { id }),
} as const;

/** Attaches a policy to a user, group or role that is there. The codes are those of its kind. */
export async function attach(
  context: OperationContext,
  { PolicyType, PolicyName }: PolicyParameters,
  principal: NamedPrincipal,
  codes: {
    readonly attached:
      | 'EntityAlreadyExists.User.Policy'
      | 'EntityAlreadyExists.Group.Policy'
      | 'EntityAlreadyExists.Role.Policy';
    readonly full: 'LimitExceeded.User.Policy' | 'LimitExceeded.Group.Policy' | 'LimitExceeded.Role.Policy';
  },
): Promise<Refusal | Record<string, never>> {
  const { tx, accountId, nowMs } = context;
  const { principalType, principalId, name } = principal;
  const policy = await foundPolicy(context, PolicyType, PolicyName);
  if (isRefusal(policy)) return policy;
  const key = { policyType: policy.policyType, policyName: policy.policyName };
  if (!(await insertAttachment(tx, { accountId, principalType, principalId, ...key, attachedAtMs: nowMs }))) {
    return refuse(codes.attached, { ...key, name });
  }
  const limit = context.quota('attached-policies-per-type');
  const count = await countAttachmentsOf(tx, accountId, principal, policy.policyType);
  return count > limit ? refuse(codes.full, { policyType: policy.policyType, limit }) : {};
}

/** Detaches a policy from a user, group or role that is there. The code is that of its kind. */
export async function detach(
  context: OperationContext,
  { PolicyType, PolicyName }: PolicyParameters,
  { principalType, principalId, name }: NamedPrincipal,
  notAttached: 'EntityNotExist.User.Policy' | 'EntityNotExist.Group.Policy' | 'EntityNotExist.Role.Policy',
): Promise<Refusal | Record<string, never>> {
  const { tx, accountId } = context;
  const policy = await foundPolicy(context, PolicyType, PolicyName);
  if (isRefusal(policy)) return policy;
  const key = { policyType: policy.policyType, policyName: policy.policyName };
  const wasAttached = await removeAttachment(tx, { accountId, principalType, principalId, ...key });
  return wasAttached ? {} : refuse(notAttached, { ...key, name });
}
