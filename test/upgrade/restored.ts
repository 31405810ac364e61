import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalyunOptions } from '../../src/options.ts';
import { PostgresStore } from '../../src/store/postgres.ts';
import { SqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { dropSchema, restoreSchema } from './postgres-dump.ts';

/** A fixture's state, laid out where a server can be started on it. */
export interface Restored {
  readonly options: LocalyunOptions;
  /** Opens it beside any server, brought up to date. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** @param state nothing for a state that is new */
export function restoreSqlite(state: Buffer | undefined): Restored {
  const directory = mkdtempSync(join(tmpdir(), 'localyun-upgrade-'));
  if (state !== undefined) writeFileSync(join(directory, 'localyun.db'), state);
  return {
    options: { dataDir: directory },
    open: async () => SqliteStore.open(directory),
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** @param state nothing for a state that is new */
export async function restorePostgres(databaseUrl: string, state: Buffer | undefined): Promise<Restored> {
  const schema = `upgrade_${randomBytes(6).toString('hex')}`;
  if (state !== undefined) await restoreSchema(databaseUrl, schema, state);
  const url = `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}schema=${schema}`;
  return {
    options: { databaseUrl: url },
    open: () => PostgresStore.open(url),
    remove: () => dropSchema(databaseUrl, schema),
  };
}
