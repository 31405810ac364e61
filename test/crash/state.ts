import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PostgresStore } from '../../src/store/postgres.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { referenceCheck } from '../model/checks/references.ts';
import { checkRows } from '../model/checks/rows.ts';
import { logOf } from './log.ts';

/** Where the servers that are killed keep their state. */
export interface KilledState {
  /** What a server is told about it. */
  readonly flags: readonly string[];
  /** A kill comes this long after the clients began, at most. */
  readonly maxLifeMs: number;
  /** The folder of the embedded engine. */
  readonly directory: string | undefined;
  /**
   * Looks at what a kill has left, beside any server: every reference, count and address.
   * @param cutBytes looks at files whose log ends there
   */
  check(cutBytes?: number): Promise<void>;
  close(): Promise<void>;
}

/** A data directory of its own. */
function stateInFiles(): KilledState {
  const directory = mkdtempSync(join(tmpdir(), 'localyun-crash-'));
  return {
    flags: ['--data-dir', directory],
    directory,
    maxLifeMs: 250,
    check: (cutBytes) => checkFiles(directory, cutBytes),
    close: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** A schema of its own in a database that goes on while its servers are killed. */
function stateInPostgres(databaseUrl: string, schema: string): KilledState {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', schema);
  const connectionString = url.toString();
  url.searchParams.set('schema', schema);
  return {
    flags: ['--database-url', url.toString()],
    directory: undefined,
    maxLifeMs: 1_000,
    async check() {
      await untilAlone(connectionString, schema);
      await checkStore(await PostgresStore.open(url.toString()));
    },
    close: () => withClient(connectionString, (client) => client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)),
  };
}

/** The files as the crash left them are opened on the side. */
async function checkFiles(directory: string, cutBytes: number | undefined): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'localyun-crash-copy-'));
  try {
    cpSync(directory, copy, { recursive: true });
    if (cutBytes !== undefined) truncateSync(logOf(copy), cutBytes);
    await checkDirectory(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Opens a data directory that no server has open, and looks at every reference, count and address in it. */
export function checkDirectory(directory: string): Promise<void> {
  return checkStore(SqliteStore.open(directory));
}

function checkStore(store: Store): Promise<void> {
  return checkState(store).finally(() => store.close());
}

/** Looks at every reference, count and address of a state. */
export async function checkState(store: Store): Promise<void> {
  const checkReferences = await referenceCheck(store);
  await store.read(async (tx) => {
    await checkRows(tx);
    await checkReferences(tx);
  });
}

/** A commit that was sent before the kill may still be on its way in the database. */
async function untilAlone(connectionString: string, name: string): Promise<void> {
  await withClient(connectionString, async (client) => {
    const select = 'SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()';
    for (let attempt = 0; attempt < 1_000; attempt += 1) {
      if ((await client.query(select, [name])).rowCount === 0) return;
      await sleep(10);
    }
    throw new Error('the database still works for a server that was killed 10 s ago');
  });
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

/** How many servers live and die side by side: while one waits for its delayed changes, another is at work. */
const sideBySide = 4;

/** States for servers that are killed side by side: in files, or in a database. */
export function killedStates(databaseUrl: string | undefined): readonly KilledState[] {
  const run = randomBytes(6).toString('hex');
  return Array.from({ length: sideBySide }, (_, index) =>
    databaseUrl === undefined ? stateInFiles() : stateInPostgres(databaseUrl, `crash_${run}_${index}`),
  );
}
