import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findRole } from './role.table.ts';
import type { Role } from './role.ts';

/** The account's role of this name, or EntityNotExist.Role. */
export async function foundRole(
  { tx, accountId }: Pick<OperationContext, 'tx' | 'accountId'>,
  roleName = '',
): Promise<Role | Refusal> {
  return (await findRole(tx, accountId, roleName)) ?? refuse('EntityNotExist.Role', { roleName });
}
