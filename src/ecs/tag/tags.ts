import { groupBy } from '../../operation/group-by.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { listSql } from '../../store/placeholders.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import { faultOf, type TagParameter } from './tag-parameters.ts';

/** One tag of one resource. `resourceType` is as TagResources names it, with the product in front: `ecs/eni`. */
export interface Tag {
  readonly resourceType: string;
  readonly resourceId: string;
  readonly tagKey: string;
  readonly tagValue: string;
}

const columns = `resource_type AS "resourceType", resource_id AS "resourceId", tag_key AS "tagKey", tag_value AS "tagValue"`;
/** The tags of one resource, by the beginning of their key. Some ids are names, which every account and region has its own of. */
const ofResource = 'account_id = ? AND region_id = ? AND resource_type = ? AND resource_id = ?';
const putTag = sql(
  `INSERT INTO tag (account_id, region_id, resource_type, resource_id, tag_key, tag_value) VALUES (?, ?, ?, ?, ?, ?)
   ON CONFLICT (account_id, region_id, resource_type, resource_id, tag_key)
   DO UPDATE SET tag_value = excluded.tag_value`,
);
const deleteTags = sql(`DELETE FROM tag WHERE ${ofResource}`);
const deleteTag = sql(`DELETE FROM tag WHERE ${ofResource} AND tag_key = ?`);
const selectTags = sql<Tag>(`SELECT ${columns} FROM tag WHERE ${ofResource} ORDER BY tag_key`);

/** Checks the tags of a request: keys given, well formed and each once (ENI-42). */
export function checkTags(tags: readonly TagParameter[], limit = 20): Refusal | undefined {
  const fault = faultOf(tags, { limit, reservedValue: /^acs:/i });
  switch (fault?.kind) {
    case 'count':
      return refuse('QuotaExceed.Tags', { limit, count: fault.count });
    case 'key':
      return refuse('InvalidTagKey.Malformed', { key: fault.key });
    case 'value':
      return refuse('InvalidTagValue.Malformed', { value: fault.value });
    case 'duplicate':
      return refuse('Duplicate.TagKey', { key: fault.key });
    default:
      return undefined;
  }
}

const mostCompared = 20;

/** Checks the tags that resources are to carry to be listed: as many as one request may have, in whatever form. */
export function comparedTags(tags: readonly TagParameter[], name: string): Refusal | undefined {
  return tags.length > mostCompared
    ? refuse('InvalidParameter', { name: `${name}.N`, value: `${tags.length} values, at most ${mostCompared}` })
    : undefined;
}

/** Whose tags are meant, those of the account or of the row that carries them; the region is empty for resources that are in none. */
export interface TagScope {
  readonly tx: Transaction;
  readonly accountId: string;
  readonly regionId: string;
}

/** Sets tags of a resource; a key that is there gets the new value. */
export async function putTags(
  { tx, accountId, regionId }: TagScope,
  resourceType: string,
  resourceId: string,
  tags: readonly TagParameter[],
): Promise<void> {
  for (const { Key: key = '', Value: value = '' } of tags) {
    await tx.run(putTag, accountId, regionId, resourceType, resourceId, key, value);
  }
}

export function tagsOf(
  { tx, accountId, regionId }: TagScope,
  resourceType: string,
  resourceId: string,
): Promise<readonly Tag[]> {
  return tx.all(selectTags, accountId, regionId, resourceType, resourceId);
}

const selectTagsOfAll = listSql<Tag>(
  (ids) =>
    `SELECT ${columns} FROM tag
     WHERE account_id = ? AND region_id = ? AND resource_type = ? AND resource_id IN (${ids})
     ORDER BY resource_id, tag_key`,
);

/** The tags of several resources of one type, all of the same account and region. */
export function tagsOfAll(
  { tx, accountId, regionId }: TagScope,
  resourceType: string,
  ids: readonly string[],
): Promise<readonly Tag[]> {
  const { statement, values } = selectTagsOfAll.of(ids);
  return tx.all(statement, accountId, regionId, resourceType, ...values);
}

/** The tags of resources of one type from their rows, which mostly are of the same account and region. */
export async function tagsOfRows<Row extends Omit<TagScope, 'tx'>>(
  tx: Transaction,
  resourceType: string,
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Promise<readonly Tag[]> {
  const tags: Tag[] = [];
  for (const [, ofScope] of groupBy(rows, ({ accountId, regionId }) => `${accountId}/${regionId}`)) {
    const [{ accountId, regionId }] = ofScope as [Row];
    tags.push(...(await tagsOfAll({ tx, accountId, regionId }, resourceType, ofScope.map(idOf))));
  }
  return tags;
}

/**
 * Sets tags of several resources of one type. Where one would have more than `limit` tags, none is set and that one is
 * answered.
 */
export async function setTags(
  scope: TagScope,
  resourceType: string,
  ids: readonly string[],
  tags: readonly TagParameter[],
  limit: number,
): Promise<{ readonly id: string; readonly count: number } | undefined> {
  const different = [...new Set(ids)];
  const present = groupBy(await tagsOfAll(scope, resourceType, different), (tag) => tag.resourceId);
  for (const id of different) {
    const keys = new Set((present.get(id) ?? []).map((tag) => tag.tagKey));
    for (const { Key: key = '' } of tags) keys.add(key);
    if (keys.size > limit) return { id, count: keys.size };
  }
  for (const id of different) await putTags(scope, resourceType, id, tags);
  return undefined;
}

/** Takes tags off a resource; all of them when no keys are named. */
export async function removeTags(
  { tx, accountId, regionId }: TagScope,
  resourceType: string,
  resourceId: string,
  keys?: readonly string[],
): Promise<void> {
  const resource = [accountId, regionId, resourceType, resourceId];
  if (keys === undefined) {
    await tx.run(deleteTags, ...resource);
    return;
  }
  for (const key of keys) await tx.run(deleteTag, ...resource, key);
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
