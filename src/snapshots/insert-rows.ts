import { dynamicSql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { SnapshotRow, TableLine } from './snapshot-format.ts';

/** How many values go into the database with one statement. */
const valuesAtOnce = 2_000;

/** Puts the rows of tables into the state, many with one statement. */
export async function insertRows(
  tx: Transaction,
  rows: AsyncIterable<readonly [table: TableLine, row: SnapshotRow]>,
): Promise<void> {
  let current: TableLine | undefined;
  let gathered: SnapshotRow[] = [];
  for await (const [table, row] of rows) {
    if (table !== current || gathered.length >= rowsAtOnce(table)) {
      if (current !== undefined) await insert(tx, current, gathered);
      current = table;
      gathered = [];
    }
    gathered.push(row);
  }
  if (current !== undefined) await insert(tx, current, gathered);
}

function rowsAtOnce({ columns }: TableLine): number {
  return Math.max(1, Math.floor(valuesAtOnce / columns.length));
}

/** A group that is not full goes one by one: a statement for each length of group would be prepared for once. */
async function insert(tx: Transaction, table: TableLine, rows: readonly SnapshotRow[]): Promise<void> {
  const most = rowsAtOnce(table);
  if (rows.length === most) {
    await tx.run(insertOf(table, most), ...rows.flat());
    return;
  }
  for (const row of rows) await tx.run(insertOf(table, 1), ...row);
}

function insertOf({ table, columns }: TableLine, count: number) {
  const group = `(${columns.map(() => '?').join(', ')})`;
  return dynamicSql<never>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${new Array(count).fill(group).join(', ')}`,
  );
}
