import { listSql } from '../store/placeholders.ts';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

/** Whose resources are meant. */
export interface ResourceScope {
  readonly tx: Transaction;
  readonly accountId: string;
  readonly regionId: string;
}

/** Where the rows of one kind of resource are, and what requests call it. */
interface KindDefinition {
  readonly product: 'ecs' | 'vpc';
  /** As `ResourceType` of requests and answers names it. */
  readonly name: string;
  readonly table: string;
  readonly idColumn: string;
}

/** A kind of resource that operations about resources of any kind (tags, resource groups) can be asked for. */
export interface ResourceKind {
  readonly name: string;
  /** As the state names it with tags, the product in front: `ecs/eni`. */
  readonly resourceType: string;
  /** Those of the ids that are no resources of the account in the region. */
  missing(scope: ResourceScope, ids: readonly string[]): Promise<readonly string[]>;
}

/** A kind whose resources are each in a resource group of their own choice; empty text stands for none named. */
export interface GroupedResourceKind extends ResourceKind {
  /** The resource group that a resource was put in; undefined when there is no such resource. */
  resourceGroupOf(scope: ResourceScope, id: string): Promise<string | undefined>;
  saveResourceGroup(scope: ResourceScope, id: string, resourceGroupId: string): Promise<void>;
  /** Some resource that was put in the group, in whatever region, or undefined when there is none. */
  someIn(tx: Transaction, resourceGroupId: string): Promise<string | undefined>;
}

export function resourceKind({ product, name, table, idColumn }: KindDefinition): ResourceKind {
  const select = listSql<{ id: string }>(
    (ids) =>
      `SELECT ${idColumn} AS "id" FROM ${table} WHERE account_id = ? AND region_id = ? AND ${idColumn} IN (${ids})`,
  );
  return {
    name,
    resourceType: `${product}/${name}`,
    async missing({ tx, accountId, regionId }, ids) {
      const { statement, values } = select.of(ids);
      const found = new Set((await tx.all(statement, accountId, regionId, ...values)).map(({ id }) => id));
      return ids.filter((id) => !found.has(id));
    },
  };
}

export function groupedResourceKind(definition: KindDefinition): GroupedResourceKind {
  const { table, idColumn } = definition;
  const selectGroup = sql<{ resourceGroupId: string }>(
    `SELECT resource_group_id AS "resourceGroupId" FROM ${table}
     WHERE ${idColumn} = ? AND account_id = ? AND region_id = ?`,
  );
  const updateGroup = sql(
    `UPDATE ${table} SET resource_group_id = ? WHERE ${idColumn} = ? AND account_id = ? AND region_id = ?`,
  );
  // The condition beside the group's id lets the engines use the index of the rows that name a group.
  const selectMember = sql<{ id: string }>(
    `SELECT ${idColumn} AS "id" FROM ${table} WHERE resource_group_id = ? AND resource_group_id <> '' LIMIT 1`,
  );
  return {
    ...resourceKind(definition),
    async resourceGroupOf({ tx, accountId, regionId }, id) {
      return (await tx.one(selectGroup, id, accountId, regionId))?.resourceGroupId;
    },
    async saveResourceGroup({ tx, accountId, regionId }, id, resourceGroupId) {
      await tx.run(updateGroup, resourceGroupId, id, accountId, regionId);
    },
    async someIn(tx, resourceGroupId) {
      return (await tx.one(selectMember, resourceGroupId))?.id;
    },
  };
}
