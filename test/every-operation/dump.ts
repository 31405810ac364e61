import { stateTables } from '../../src/store/reset.ts';
import { sql } from '../../src/store/statement.ts';
import type { Store, Transaction } from '../../src/store/store.ts';

const ofEach = stateTables.map(
  ([table]) => [table, sql<Readonly<Record<string, unknown>>>(`SELECT * FROM ${table}`)] as const,
);
const ofAll = sql<{ line: string }>(
  `${stateTables.map(([table]) => `SELECT '${table} ' || (to_jsonb(t) - 'last_used_at_ms')::text AS line FROM ${table} t`).join(' UNION ALL ')} ORDER BY 1`,
);

/** Everything the state holds, as comparable lines; except when keys were used last, for that changes by calling. */
export function dumpState(store: Store): Promise<readonly string[]> {
  return store.read(async (tx) => (store.engine === 'sqlite' ? dumpEach(tx) : dumpAll(tx)));
}

async function dumpAll(tx: Transaction): Promise<readonly string[]> {
  return (await tx.all(ofAll)).map(({ line }) => line);
}

async function dumpEach(tx: Transaction): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [table, select] of ofEach) {
    for (const { last_used_at_ms: _, ...row } of await tx.all(select)) lines.push(`${table} ${JSON.stringify(row)}`);
  }
  return lines.sort();
}
