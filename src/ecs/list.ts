import type { OperationContext } from '../operation/context.ts';
import { afterCondition, lastShown, nextTokenAfter, type Page } from '../operation/paging.ts';
import { dynamicSql, type Table } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import { allOf, type Condition } from '../vpc/list.ts';

/** One page of a list, with what answers say of where it is in the whole. */
interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** The head of the answer. */
  readonly paging: {
    readonly TotalCount: number;
    readonly PageNumber: number;
    readonly PageSize: number;
    readonly NextToken: string;
  };
}

/** The rows of a table that fulfil the condition, newest first, by page numbers or tokens. */
export async function listPage<Row extends { readonly createdAtMs: number }>(
  context: OperationContext,
  table: Table<Row>,
  { column, of: idOf }: { readonly column: string; readonly of: (row: Row) => string },
  condition: Condition,
  page: Page,
): Promise<ListPage<Row>> {
  const { name, columns } = table;
  const after = afterCondition(page, name, column);
  const { where, values } = allOf(condition, after && { where: after.condition, values: after.values });
  const select = dynamicSql<Row>(
    `SELECT ${columns} FROM ${name} WHERE ${where}
     ORDER BY ${name}.created_at_ms DESC, ${name}.${column} DESC LIMIT ? OFFSET ?`,
  );
  // One row more than asked for tells whether another page follows.
  const found = await context.tx.all(select, ...values, page.limit + 1, page.offset);
  const rows = found.slice(0, page.limit);
  const last = lastShown(found, page, context);
  const isWholeList = page.offset === 0 && page.after === undefined && found.length <= page.limit;
  return {
    rows,
    paging: {
      TotalCount: isWholeList ? rows.length : await countRows(context.tx, name, condition),
      PageNumber: page.pageNumber,
      PageSize: page.byToken ? page.limit : page.pageSize,
      NextToken: nextTokenAfter(last && { createdAtMs: last.createdAtMs, id: idOf(last) }),
    },
  };
}

async function countRows(tx: Transaction, table: string, { where, values }: Condition): Promise<number> {
  const count = dynamicSql<{ count: number }>(`SELECT COUNT(*) AS "count" FROM ${table} WHERE ${where}`);
  return (await tx.one(count, ...values))?.count ?? 0;
}
