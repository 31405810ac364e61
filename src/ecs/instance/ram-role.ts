import { isPolicyFault, parseTrustPolicy } from '../../access/policy/document.ts';
import { trusts } from '../../access/policy/trust.ts';
import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { findRole } from '../../ram/role/role.table.ts';
import { refuse } from '../refusals.ts';

const ecs = { kind: 'Service', names: ['ecs.aliyuncs.com'] } as const;

/** Whether instances can have the role: it exists, and its trust policy lets ECS assume it. Naming none costs nothing. */
export async function checkRamRole(
  { tx, accountId }: Pick<OperationContext, 'tx' | 'accountId'>,
  name: string | undefined,
): Promise<Refusal | undefined> {
  if (name === undefined) return undefined;
  const role = await findRole(tx, accountId, name);
  if (role === undefined) return refuse('InvalidRamRole.NotFound', { name });
  const policy = parseTrustPolicy(role.assumeRolePolicyDocument);
  const isTrusted = !isPolicyFault(policy) && trusts(policy, ecs, () => undefined);
  return isTrusted ? undefined : refuse('InvalidRamRole.NotEcsRole', { name });
}
