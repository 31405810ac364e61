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
  // VPC names its kinds of resources in capitals.
  const type = named.service === 'vpc' ? named.type.toUpperCase() : named.type;
  const rows = await tx.all(selectTags, `${named.service}/${type}`, named.id, accountId);
  return new Map(rows.map(({ tagKey, tagValue }) => [tagKey, tagValue]));
}
