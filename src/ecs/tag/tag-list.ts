import { placeOf, tokenOf } from '../../operation/page-token.ts';
import { inList } from '../../store/placeholders.ts';
import { dynamicSql } from '../../store/statement.ts';
import type { TagParameter } from './tag-parameters.ts';
import { type Tag, type TagScope, tagCondition } from './tags.ts';

/** Which tags are looked for. */
interface TagQuery {
  /** As stored: `ecs/eni`. */
  readonly resourceType: string;
  /** Of these resources only; of any when empty. */
  readonly ids: readonly string[];
  /** Of resources that carry all of these. */
  readonly tags: readonly TagParameter[];
}

/** What the last page ended with: tags are listed by resource and key. */
type Place = readonly [resourceId: string, tagKey: string];

/** Some of the tags looked for, and the token of those that follow; empty when these were the last. */
interface TagPage {
  readonly tags: readonly Tag[];
  readonly nextToken: string;
}

/** One page of tags of the account's resources in the region; undefined when the token is not one of a page. */
export async function tagPage(
  scope: TagScope,
  query: TagQuery,
  { pageSize, token }: { readonly pageSize: number; readonly token: string | undefined },
): Promise<TagPage | undefined> {
  const after = token === undefined ? undefined : placeOf(token, ['string', 'string']);
  if (token !== undefined && after === undefined) return undefined;
  // One row more than a page tells whether another one follows.
  const rows = await selectTags(scope, query, after, pageSize + 1);
  const tags = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? tags.at(-1) : undefined;
  return { tags, nextToken: last === undefined ? '' : tokenOf([last.resourceId, last.tagKey]) };
}

function selectTags(
  { tx, accountId, regionId }: TagScope,
  { resourceType, ids, tags }: TagQuery,
  after: Place | undefined,
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
    values.push(...after);
  }
  const statement = dynamicSql<Tag>(
    `SELECT resource_type AS "resourceType", resource_id AS "resourceId", tag_key AS "tagKey", tag_value AS "tagValue"
     FROM tag WHERE ${conditions.join(' AND ')} ORDER BY resource_id, tag_key LIMIT ?`,
  );
  return tx.all(statement, ...values, limit);
}
