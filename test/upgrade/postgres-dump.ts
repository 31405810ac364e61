import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

/** The schema that dumps are made of; they are restored under other names. */
export const dumpedSchema = 'localyun_upgrade_fixture';

/** What makes the schema again, as plain SQL that any PostgreSQL of today takes. */
export async function dumpSchema(databaseUrl: string): Promise<Buffer> {
  const { stdout } = await promisify(execFile)(
    dumpCommand(),
    ['--schema', dumpedSchema, '--no-owner', '--no-privileges', '--inserts', '--dbname', databaseUrl],
    { maxBuffer: 64 << 20 },
  );
  // Settings differ by version, and what begins with a backslash is for psql.
  const lines = stdout.split('\n').filter((line) => !/^(--|\\|SET )|^$/.test(line));
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Makes a schema as it was when the dump was made. */
export async function restoreSchema(databaseUrl: string, schema: string, dump: Buffer): Promise<void> {
  await withClient(databaseUrl, (client) => client.query(dump.toString('utf8').replaceAll(dumpedSchema, schema)));
}

export async function dropSchema(databaseUrl: string, schema: string): Promise<void> {
  await withClient(databaseUrl, (client) => client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`));
}

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Debian keeps those of each version in a folder that is not searched. */
function dumpCommand(): string {
  const versions = '/usr/lib/postgresql';
  const newest = existsSync(versions)
    ? readdirSync(versions).sort((one, other) => Number(other) - Number(one))[0]
    : undefined;
  return newest === undefined ? 'pg_dump' : join(versions, newest, 'bin/pg_dump');
}
