import type { Refusal } from '../../operation/refusal.ts';
import { listSql } from '../../store/placeholders.ts';
import type { Transaction } from '../../store/store.ts';
import { instanceTable } from '../instance/instance.table.ts';
import { networkInterfaceTable } from '../network-interface/network-interface.table.ts';
import { refuse } from '../refusals.ts';
import { securityGroupTable } from '../security-group/security-group.table.ts';

/** Answers which of the ids are resources of the account in the region. */
type Existing = (scope: Scope, ids: readonly string[]) => Promise<ReadonlySet<string>>;

interface Scope {
  readonly tx: Transaction;
  readonly accountId: string;
  readonly regionId: string;
}

/** The resource types that can be tagged, as `ResourceType` names them, and how their existence is checked. */
const taggable: ReadonlyMap<string, Existing> = new Map([
  ['eni', inTable(networkInterfaceTable.name, 'network_interface_id')],
  ['instance', inTable(instanceTable.name, 'instance_id')],
  ['securitygroup', inTable(securityGroupTable.name, 'security_group_id')],
]);

/** How a resource type of a request is stored with its tags; refuses one that cannot be tagged. */
export function storedType(resourceType: string): string | Refusal {
  return taggable.has(resourceType) ? `ecs/${resourceType}` : refuse('InvalidResourceType.NotFound', { resourceType });
}

/** The resource type of a request, from the stored one. */
export function requestedType(stored: string): string {
  return stored.slice(stored.indexOf('/') + 1);
}

/** Refuses when any of the resources does not exist (ENI-150). */
export async function checkResources(
  scope: Scope,
  resourceType: string,
  ids: readonly string[],
): Promise<Refusal | undefined> {
  const existing = await taggable.get(resourceType)?.(scope, ids);
  const missing = ids.filter((id) => !existing?.has(id));
  return missing.length > 0
    ? refuse('InvalidResourceId.NotFound', { resourceType, ids: missing.join(', ') })
    : undefined;
}

function inTable(table: string, idColumn: string): Existing {
  const select = listSql<{ id: string }>(
    (ids) =>
      `SELECT ${idColumn} AS "id" FROM ${table} WHERE account_id = ? AND region_id = ? AND ${idColumn} IN (${ids})`,
  );
  return async ({ tx, accountId, regionId }, ids) => {
    const { statement, values } = select.of(ids);
    return new Set((await tx.all(statement, accountId, regionId, ...values)).map(({ id }) => id));
  };
}
