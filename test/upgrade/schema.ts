import { dynamicSql } from '../../src/store/statement.ts';
import type { Store } from '../../src/store/store.ts';

const inSqlite = dynamicSql<{ part: string }>(
  `SELECT type || ' ' || name || ' ' || COALESCE(sql, '') AS "part" FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'`,
);
const inPostgres = dynamicSql<{ part: string }>(
  `SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || COALESCE(column_default, '')
     AS "part" FROM information_schema.columns WHERE table_schema = current_schema()
   UNION ALL
   SELECT replace(indexdef, current_schema() || '.', '') FROM pg_indexes WHERE schemaname = current_schema()
   UNION ALL
   SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
   WHERE connamespace = current_schema()::regnamespace AND contype <> 'n'`,
);

/** Every table, column, index and condition of a state's schema, in order. */
export async function schemaOf(store: Store): Promise<readonly string[]> {
  const parts = await store.read((tx) => tx.all(store.engine === 'sqlite' ? inSqlite : inPostgres));
  return parts.map(({ part }) => part).sort();
}
