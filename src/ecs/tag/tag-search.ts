import type { Page } from '../../operation/paging.ts';
import type { ResourceKind } from '../../operation/resource-kind.ts';
import { inList } from '../../store/placeholders.ts';
import { dynamicSql, type Value } from '../../store/statement.ts';
import type { TagParameter } from './tag-parameters.ts';
import type { TagScope } from './tags.ts';

/** Rows of one page, and how many there are on all. */
interface Found<Row> {
  readonly rows: readonly Row[];
  readonly totalCount: number;
}

/** A tag, and how many resources of each kind carry it, by the kind's name. */
export type CountedTag = { readonly tagKey: string; readonly tagValue: string } & Readonly<
  Record<string, string | number>
>;

/** A resource that carries tags. */
export interface TaggedResource {
  readonly resourceType: string;
  readonly resourceId: string;
}

interface Where {
  readonly conditions: string[];
  readonly values: Value[];
}

/** The tags of resources of these kinds, each once: those named, or all; of one resource, or of any. */
export function findTags(
  scope: TagScope,
  wanted: {
    readonly kinds: readonly ResourceKind[];
    readonly resourceId: string | undefined;
    readonly tags: readonly TagParameter[];
  },
  page: Page,
): Promise<Found<CountedTag>> {
  const { kinds, resourceId, tags } = wanted;
  const where = ofKinds(scope, kinds);
  if (resourceId !== undefined) {
    where.conditions.push('tag.resource_id = ?');
    where.values.push(resourceId);
  }
  if (tags.length > 0) {
    // The keys once more by themselves, so that all of them are looked up in the index.
    const keys = inList(tags.map(({ Key: key = '' }) => key));
    where.conditions.push(`tag.tag_key IN (${keys.placeholders})`);
    where.values.push(...keys.values);
    where.conditions.push(`(${tags.map((tag) => isTag('tag', tag, where)).join(' OR ')})`);
  }
  const counts = kinds.map(
    ({ name, resourceType }) => `SUM(CASE WHEN resource_type = '${resourceType}' THEN 1 ELSE 0 END) AS "${name}"`,
  );
  const columns = `tag_key AS "tagKey", tag_value AS "tagValue", ${counts.join(', ')}`;
  return pageOfGroups(scope, columns, 'tag_key, tag_value', where, page);
}

/** The resources of these kinds that carry every one of the tags; any tag when none is named. */
export function findTagged(
  scope: TagScope,
  wanted: { readonly kinds: readonly ResourceKind[]; readonly tags: readonly TagParameter[] },
  page: Page,
): Promise<Found<TaggedResource>> {
  const where = ofKinds(scope, wanted.kinds);
  const [first, ...others] = wanted.tags;
  if (first !== undefined) where.conditions.push(isTag('tag', first, where));
  for (const other of others) {
    where.conditions.push(
      `EXISTS (SELECT 1 FROM tag other WHERE other.account_id = tag.account_id AND other.region_id = tag.region_id
       AND other.resource_type = tag.resource_type AND other.resource_id = tag.resource_id
       AND ${isTag('other', other, where)})`,
    );
  }
  const columns = 'resource_type AS "resourceType", resource_id AS "resourceId"';
  return pageOfGroups(scope, columns, 'resource_type, resource_id', where, page);
}

function ofKinds({ accountId, regionId }: TagScope, kinds: readonly ResourceKind[]): Where {
  const list = kinds.map(({ resourceType }) => `'${resourceType}'`).join(', ');
  return {
    conditions: ['tag.account_id = ?', 'tag.region_id = ?', `tag.resource_type IN (${list})`],
    values: [accountId, regionId],
  };
}

/** SQL that holds for rows of the tag; a key alone stands for every value. Its values are added to the condition's. */
function isTag(table: string, { Key: key = '', Value: value }: TagParameter, { values }: Where): string {
  values.push(key);
  if (value === undefined) return `${table}.tag_key = ?`;
  values.push(value);
  return `(${table}.tag_key = ? AND ${table}.tag_value = ?)`;
}

async function pageOfGroups<Row>(
  { tx }: TagScope,
  columns: string,
  group: string,
  { conditions, values }: Where,
  page: Page,
): Promise<Found<Row>> {
  const from = `FROM tag WHERE ${conditions.join(' AND ')} GROUP BY ${group}`;
  const select = dynamicSql<Row>(`SELECT ${columns} ${from} ORDER BY ${group} LIMIT ? OFFSET ?`);
  const rows = await tx.all(select, ...values, page.limit, page.offset);
  const isWholeList = page.offset === 0 && rows.length < page.limit;
  if (isWholeList) return { rows, totalCount: rows.length };
  const count = dynamicSql<{ count: number }>(`SELECT COUNT(*) AS "count" FROM (SELECT ${group} ${from}) found`);
  return { rows, totalCount: (await tx.one(count, ...values))?.count ?? 0 };
}
