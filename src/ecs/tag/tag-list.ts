import { inList } from '../../store/placeholders.ts';
import { dynamicSql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { type Tag, type TagParameter, tagCondition } from './tags.ts';

/** Which tags are looked for. */
export interface TagQuery {
  /** As stored: `ecs/eni`. */
  readonly resourceType: string;
  /** Of these resources only; of any when empty. */
  readonly ids: readonly string[];
  /** Of resources that carry all of these. */
  readonly tags: readonly TagParameter[];
  /** What the last page ended with. */
  readonly after?: { readonly resourceId: string; readonly tagKey: string } | undefined;
}

/** Tags of the account's resources in the region, by resource and key. */
export function selectTags(
  { tx, accountId, regionId }: { readonly tx: Transaction; readonly accountId: string; readonly regionId: string },
  { resourceType, ids, tags, after }: TagQuery,
  limit: number,
): Promise<readonly Tag[]> {
  const conditions = ['resource_type = ?', 'account_id = ?', 'region_id = ?'];
  const values: string[] = [resourceType, accountId, regionId];
  if (ids.length > 0) {
    const list = inList(ids);
    conditions.push(`resource_id IN (${list.placeholders})`);
    values.push(...list.values);
  }
  const carrying = tagCondition(resourceType, 'resource_id', tags, { accountId, regionId });
  conditions.push(...carrying.conditions);
  values.push(...carrying.values);
  if (after !== undefined) {
    conditions.push('(resource_id, tag_key) > (?, ?)');
    values.push(after.resourceId, after.tagKey);
  }
  const statement = dynamicSql<Tag>(
    `SELECT resource_type AS "resourceType", resource_id AS "resourceId", tag_key AS "tagKey", tag_value AS "tagValue"
     FROM tag WHERE ${conditions.join(' AND ')} ORDER BY resource_id, tag_key LIMIT ?`,
  );
  return tx.all(statement, ...values, limit);
}
