import pg from 'pg';
import { schemaVersion } from './migrate.ts';

/** What is found in a PostgreSQL database. Nothing of it is changed. */
export interface FoundPostgres {
  /** `17.5`. */
  readonly serverVersion: string;
  readonly user: string;
  readonly schema: string;
  /** What the user lacks, each in words; empty when a server can work with it. */
  readonly lacking: readonly string[];
  /** The schema version of the state; 0 where there is none yet. */
  readonly stateVersion: number;
  readonly isNewer: boolean;
}

interface Row {
  readonly version: string;
  readonly user: string;
  readonly schema: string | null;
  readonly may_create_schemas: boolean;
}

const about = `SELECT current_setting('server_version') AS version, current_user AS "user", current_schema() AS schema,
  has_database_privilege(current_database(), 'CREATE') AS may_create_schemas`;

/**
 * Connects and looks at version, schema and rights.
 * @param url as for the server, optionally with `?schema=NAME`
 * @throws Error when the URL is none, or the database cannot be reached
 */
export async function inspectPostgres(url: string): Promise<FoundPostgres> {
  const location = new URL(url);
  if (!/^postgres(ql)?:$/.test(location.protocol)) throw new Error('it is not a postgres:// URL');
  const wanted = location.searchParams.get('schema');
  location.searchParams.delete('schema');
  if (wanted !== null && !/^[a-z_][a-z0-9_]{0,62}$/.test(wanted)) {
    throw new Error(`schema ${wanted} is not a plain lower-case name`);
  }
  const client = new pg.Client({
    connectionString: location.toString(),
    application_name: 'localyun doctor',
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    ...(wanted === null ? {} : { options: `-c search_path=${wanted}` }),
  });
  try {
    await client.connect();
    const [row] = (await client.query<Row>(about)).rows;
    if (row === undefined) throw new Error('it answers nothing');
    const { version: serverVersion, user } = row;
    const common = { serverVersion, user, schema: row.schema ?? wanted ?? 'public' };
    if (row.schema === null) {
      const lacking =
        row.may_create_schemas && wanted !== null ? [] : [`CREATE on the database (no schema ${common.schema})`];
      return { ...common, lacking, stateVersion: 0, isNewer: false };
    }
    const stateVersion = await stateVersionIn(client, row.schema);
    const lacking = await lackingIn(client, row.schema);
    return { ...common, lacking, stateVersion, isNewer: stateVersion > schemaVersion };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stateVersionIn(client: pg.Client, schema: string): Promise<number> {
  const readable = `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = $1 AND tablename = 'schema_version'
    AND has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT')`;
  const { rows } = await client.query<{ count: number }>(readable, [schema]);
  if (rows[0]?.count !== 1) return 0;
  const found = await client.query<{ version: number | null }>('SELECT max(version) AS version FROM schema_version');
  return Number(found.rows[0]?.version ?? 0);
}

async function lackingIn(client: pg.Client, schema: string): Promise<readonly string[]> {
  const onSchema = `SELECT has_schema_privilege($1, 'USAGE') AND has_schema_privilege($1, 'CREATE') AS may`;
  const { rows } = await client.query<{ may: boolean }>(onSchema, [schema]);
  const onTables = `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = $1
    AND EXISTS (SELECT FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS needed
      WHERE NOT has_table_privilege(format('%I.%I', schemaname, tablename), needed))`;
  const others = `SELECT count(*)::int AS count FROM pg_tables t JOIN pg_class c
    ON c.oid = format('%I.%I', t.schemaname, t.tablename)::regclass
    WHERE t.schemaname = $1 AND NOT pg_has_role(c.relowner, 'USAGE')`;
  const [locked, foreign] = await Promise.all(
    [onTables, others].map(async (text) => (await client.query<{ count: number }>(text, [schema])).rows[0]?.count ?? 0),
  );
  return [
    ...(rows[0]?.may === true ? [] : [`USAGE and CREATE on the schema ${schema}`]),
    ...(locked === 0 ? [] : [`SELECT, INSERT, UPDATE or DELETE on ${locked} of its tables`]),
    ...(foreign === 0 ? [] : [`the ownership of ${foreign} of its tables`]),
  ];
}
