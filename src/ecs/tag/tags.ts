import type { Refusal } from '../../operation/refusal.ts';
import { listSql } from '../../store/placeholders.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';

/** One tag of one resource. `resourceType` is as TagResources names it, with the product in front: `ecs/eni`. */
export interface Tag {
  readonly resourceType: string;
  readonly resourceId: string;
  readonly tagKey: string;
  readonly tagValue: string;
}

/** A tag as requests carry it. */
export interface TagParameter {
  readonly Key?: string;
  readonly Value?: string;
}

const putTag = sql(
  `INSERT INTO tag (resource_type, resource_id, tag_key, tag_value, account_id, region_id) VALUES (?, ?, ?, ?, ?, ?)
   ON CONFLICT (resource_type, resource_id, tag_key) DO UPDATE SET tag_value = excluded.tag_value`,
);
const deleteTags = sql('DELETE FROM tag WHERE resource_type = ? AND resource_id = ?');
const deleteTag = sql('DELETE FROM tag WHERE resource_type = ? AND resource_id = ? AND tag_key = ?');
const selectTags = sql<Tag>(
  `SELECT resource_type AS "resourceType", resource_id AS "resourceId", tag_key AS "tagKey", tag_value AS "tagValue"
   FROM tag WHERE resource_type = ? AND resource_id = ? ORDER BY tag_key`,
);

/** Checks the tags of a request: keys given, well formed and each once (ENI-42). */
export function checkTags(tags: readonly TagParameter[], limit = 20): Refusal | undefined {
  if (tags.length > limit) return refuse('QuotaExceed.Tags', { limit, count: tags.length });
  const keys = new Set<string>();
  for (const { Key: key = '', Value: value = '' } of tags) {
    if (key.length < 1 || key.length > 128 || /^(aliyun|acs:)/i.test(key) || /https?:\/\//i.test(key)) {
      return refuse('InvalidTagKey.Malformed', { key });
    }
    if (value.length > 128 || /^acs:/i.test(value) || /https?:\/\//i.test(value)) {
      return refuse('InvalidTagValue.Malformed', { value });
    }
    if (keys.has(key)) return refuse('Duplicate.TagKey', { key });
    keys.add(key);
  }
  return undefined;
}

/** Sets tags of a resource; a key that is there gets the new value. */
export async function putTags(
  { tx, accountId, regionId }: { tx: Transaction; accountId: string; regionId: string },
  resourceType: string,
  resourceId: string,
  tags: readonly TagParameter[],
): Promise<void> {
  for (const { Key: key = '', Value: value = '' } of tags) {
    await tx.run(putTag, resourceType, resourceId, key, value, accountId, regionId);
  }
}

export function tagsOf(tx: Transaction, resourceType: string, resourceId: string): Promise<readonly Tag[]> {
  return tx.all(selectTags, resourceType, resourceId);
}

const selectTagsOfAll = listSql<Tag>(
  (ids) =>
    `SELECT resource_type AS "resourceType", resource_id AS "resourceId", tag_key AS "tagKey", tag_value AS "tagValue"
     FROM tag WHERE resource_type = ? AND resource_id IN (${ids}) ORDER BY resource_id, tag_key`,
);

/** The tags of several resources of one type. */
export function tagsOfAll(tx: Transaction, resourceType: string, ids: readonly string[]): Promise<readonly Tag[]> {
  const { statement, values } = selectTagsOfAll.of(ids);
  return tx.all(statement, resourceType, ...values);
}

/** Takes tags off a resource; all of them when no keys are named. */
export async function removeTags(
  tx: Transaction,
  resourceType: string,
  resourceId: string,
  keys?: readonly string[],
): Promise<void> {
  if (keys === undefined) {
    await tx.run(deleteTags, resourceType, resourceId);
    return;
  }
  for (const key of keys) await tx.run(deleteTag, resourceType, resourceId, key);
}

/**
 * SQL that holds for resources of the account (and region) that carry every tag asked for; a tag without value matches
 * any (ENI-62).
 */
export function tagCondition(
  resourceType: string,
  idColumn: string,
  tags: readonly TagParameter[],
  { accountId, regionId }: { readonly accountId: string; readonly regionId: string | undefined },
): { conditions: string[]; values: string[] } {
  const conditions: string[] = [];
  const values: string[] = [];
  const inRegion = regionId === undefined ? '' : ' AND region_id = ?';
  for (const { Key: key = '', Value: value } of tags) {
    const matchValue = value === undefined ? '' : ' AND tag_value = ?';
    conditions.push(
      `${idColumn} IN (SELECT resource_id FROM tag
        WHERE account_id = ?${inRegion} AND resource_type = ? AND tag_key = ?${matchValue})`,
    );
    values.push(
      accountId,
      ...(regionId === undefined ? [] : [regionId]),
      resourceType,
      key,
      ...(value === undefined ? [] : [value]),
    );
  }
  return { conditions, values };
}
