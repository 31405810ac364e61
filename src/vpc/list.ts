import type { Page } from '../operation/paging.ts';
import { inResourceGroup } from '../resource-manager/resource-group/filter.ts';
import { inList } from '../store/placeholders.ts';
import { dynamicSql, type Table, type Value } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

/** SQL that has to hold, and the values for its placeholders in order. */
export interface Condition {
  readonly where: string;
  readonly values: readonly Value[];
}

/** What no row fulfils. */
export const nothing: Condition = { where: '1 = 0', values: [] };

/** Holds where the column has the value; no condition at all when there is no value to look for. */
export function equals(column: string, value: Value | undefined): Condition | undefined {
  return value === undefined ? undefined : { where: `${column} = ?`, values: [value] };
}

/** Holds where the column has one of the values; an empty list holds nowhere. */
export function isOneOf(column: string, values: readonly Value[] | undefined): Condition | undefined {
  if (values === undefined) return undefined;
  if (values.length === 0) return nothing;
  const list = inList(values);
  return { where: `${column} IN (${list.placeholders})`, values: list.values };
}

/** Holds where the flag is as asked for. */
export function isFlag(column: string, wanted: boolean | undefined): Condition | undefined {
  return equals(column, wanted === undefined ? undefined : wanted ? 1 : 0);
}

/** Holds where the table's rows have an IPv6 block, or have none, as asked for. */
export function hasIpv6(table: 'vpc' | 'v_switch', wanted: boolean | undefined): Condition | undefined {
  if (wanted === undefined) return undefined;
  return { where: `${table}.ipv6_cidr_block ${wanted ? '<>' : '='} ''`, values: [] };
}

/** Holds where the row of the table is in the account's resource group; no condition when none is asked for. */
export function isInResourceGroup(table: string, accountId: string, id: string | undefined): Condition | undefined {
  return id === undefined ? undefined : inResourceGroup(table, accountId, id);
}

/** Holds where every one of the conditions holds. */
export function allOf(...conditions: readonly (Condition | undefined)[]): Condition {
  const present = conditions.filter((condition) => condition !== undefined);
  return {
    where: present.map(({ where }) => where).join(' AND '),
    values: present.flatMap(({ values }) => values),
  };
}

/** One page of a table's rows, newest first, and how many rows there are on all pages. */
export async function listRows<Row extends object>(
  tx: Transaction,
  table: Table<Row>,
  idColumn: string,
  { where, values }: Condition,
  page: Page,
): Promise<{ readonly rows: readonly Row[]; readonly totalCount: number }> {
  const { name } = table;
  const select = dynamicSql<Row>(
    `SELECT ${table.columns} FROM ${name} WHERE ${where}
     ORDER BY ${name}.created_at_ms DESC, ${name}.${idColumn} DESC LIMIT ? OFFSET ?`,
  );
  const rows = await tx.all(select, ...values, page.limit, page.offset);
  const isWholeList = page.offset === 0 && rows.length < page.limit;
  if (isWholeList) return { rows, totalCount: rows.length };
  const count = dynamicSql<{ count: number }>(`SELECT COUNT(*) AS "count" FROM ${name} WHERE ${where}`);
  return { rows, totalCount: (await tx.one(count, ...values))?.count ?? 0 };
}
