import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { listSql } from '../../store/placeholders.ts';
import { refuse } from '../refusals.ts';
import type { TaggedType } from './tagged.ts';

const selectNames = {
  role: listSql<{ name: string }>(
    (names) => `SELECT role_name AS "name" FROM ram_role WHERE account_id = ? AND role_name IN (${names})`,
  ),
  policy: listSql<{ name: string }>(
    (names) => `SELECT policy_name AS "name" FROM ram_policy WHERE account_id = ? AND policy_name IN (${names})`,
  ),
};

/** Refuses when one of the names is no role, or no policy, of the account. */
export async function checkNames(
  { tx, accountId }: Pick<OperationContext, 'tx' | 'accountId'>,
  type: TaggedType,
  names: readonly string[],
): Promise<Refusal | undefined> {
  const { statement, values } = selectNames[type].of(names);
  const found = new Set((await tx.all(statement, accountId, ...values)).map(({ name }) => name));
  const missing = names.find((name) => !found.has(name));
  if (missing === undefined) return undefined;
  return type === 'role'
    ? refuse('EntityNotExist.Role', { roleName: missing })
    : refuse('EntityNotExist.Policy', { policyType: 'Custom', policyName: missing });
}
