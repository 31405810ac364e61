import { createHash } from 'node:crypto';
import { stateTables } from '../store/reset.ts';
import { dynamicSql, type Value } from '../store/statement.ts';
import type { Store, Transaction } from '../store/store.ts';
import { keyColumns } from './key-columns.ts';
import type { SnapshotHeader } from './snapshot-format.ts';

/** How many rows are in memory at once. */
const pageSize = 1_000;

type Row = Readonly<Record<string, Value>>;

/** Every table that is saved, those that others refer to first. */
const tables = stateTables.map(([table]) => table).reverse();

/** The text of a snapshot of what the transaction sees, in pieces. */
export async function* snapshotText(
  tx: Transaction,
  engine: Store['engine'],
  header: SnapshotHeader,
): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const counted = (text: string): string => {
    digest.update(text);
    return text;
  };
  yield counted(line(header));
  let rows = 0;
  for (const table of tables) {
    let columns: readonly string[] | undefined;
    for await (const page of pagesOf(tx, engine, table)) {
      if (columns === undefined) {
        columns = Object.keys(page[0] ?? {});
        yield counted(line({ table, columns }));
      }
      const inOrder = columns;
      rows += page.length;
      yield counted(page.map((row) => line(inOrder.map((column) => row[column]))).join(''));
    }
  }
  yield line({ rows, sha256: digest.digest('hex') });
}

/** The rows of a table by its key, so that no page is looked for in those before it. */
async function* pagesOf(tx: Transaction, engine: Store['engine'], table: string): AsyncGenerator<readonly Row[]> {
  const key = await keyColumns(tx, engine, table);
  const order = `ORDER BY ${key.join(', ')} LIMIT ${pageSize}`;
  const first = dynamicSql<Row>(`SELECT * FROM ${table} ${order}`);
  const next = dynamicSql<Row>(
    `SELECT * FROM ${table} WHERE (${key.join(', ')}) > (${key.map(() => '?').join(', ')}) ${order}`,
  );
  let page = await tx.all(first);
  while (page.length > 0) {
    yield page;
    if (page.length < pageSize) return;
    const last = page.at(-1);
    page = await tx.all(next, ...key.map((column) => last?.[column] ?? null));
  }
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
