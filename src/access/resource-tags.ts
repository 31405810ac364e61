import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { AccessedResource } from './resources.ts';

/** Tags of one resource, by key. */
export type Tags = ReadonlyMap<string, string>;

const selectTags = sql<{ tagKey: string; tagValue: string }>(
  `SELECT tag_key AS "tagKey", tag_value AS "tagValue" FROM tag
   WHERE resource_type = ? AND resource_id = ? AND account_id = ?`,
);

/** The tags of a resource of the account; none where it is not there or no single one is meant. */
export async function readTags(tx: Transaction, accountId: string, { named }: AccessedResource): Promise<Tags> {
  if (named === undefined) return new Map();
  const rows = await tx.all(selectTags, stateTypeOf(named), named.id, accountId);
  return new Map(rows.map(({ tagKey, tagValue }) => [tagKey, tagValue]));
}

/** As the state names the kind of resource with its tags. */
function stateTypeOf({ service, type }: NonNullable<AccessedResource['named']>): string {
  if (service === 'vpc') return `vpc/${type.toUpperCase()}`;
  return service === 'ram' && type === 'resourcegroup' ? 'resource-manager/ResourceGroup' : `${service}/${type}`;
}
