import { dynamicSql } from '../store/statement.ts';
import type { Store, Transaction } from '../store/store.ts';

/** The columns of a table's primary key, in its order. */
export async function keyColumns(tx: Transaction, engine: Store['engine'], table: string): Promise<readonly string[]> {
  const statement = dynamicSql<{ column: string }>(engine === 'sqlite' ? inSqlite(table) : inPostgres(table));
  const rows = await tx.all(statement);
  if (rows.length === 0) throw new Error(`the table ${table} has no primary key`);
  return rows.map(({ column }) => column);
}

function inSqlite(table: string): string {
  return `SELECT name AS "column" FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`;
}

function inPostgres(table: string): string {
  return `SELECT a.attname::text AS "column" FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = '${table}'::regclass AND i.indisprimary ORDER BY array_position(i.indkey, a.attnum)`;
}
