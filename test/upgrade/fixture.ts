import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Answered } from './wire.ts';

/** The engine that a state was written by. */
export type FixtureEngine = 'sqlite' | 'postgresql';

/** A state as one build has left it, and what that build told about it. */
export interface Fixture {
  readonly schemaVersion: number;
  /** The database file of the embedded engine, or the SQL that makes a schema of PostgreSQL. */
  readonly state: Buffer;
  readonly told: Told;
}

export interface Told {
  /** Ids and keys by the names that the life's steps give them. */
  readonly kept: Readonly<Record<string, string>>;
  /** The creation with a ClientToken. */
  readonly tokened: Answered;
  /** What each question was answered. */
  readonly looks: readonly Answered[];
}

const folder = join(import.meta.dirname, 'fixtures');
const stateNames = { sqlite: 'sqlite.db.gz', postgresql: 'postgresql.sql.gz' } as const;
const folderOf = (schemaVersion: number) => join(folder, `schema-${String(schemaVersion).padStart(2, '0')}`);

/** Of which schemas there are states, oldest first. */
export function fixtureVersions(): readonly number[] {
  return readdirSync(folder)
    .map((name) => Number(/^schema-(\d+)$/.exec(name)?.[1]))
    .sort((one, other) => one - other);
}

export function readFixture(schemaVersion: number, engine: FixtureEngine): Fixture {
  const read = (name: string) => gunzipSync(readFileSync(join(folderOf(schemaVersion), name)));
  const told = JSON.parse(read(`${engine}.json.gz`).toString('utf8')) as Told;
  return { schemaVersion, state: read(stateNames[engine]), told };
}

export function writeFixture({ schemaVersion, state, told }: Fixture, engine: FixtureEngine): void {
  mkdirSync(folderOf(schemaVersion), { recursive: true });
  const write = (name: string, content: Buffer | string) =>
    writeFileSync(join(folderOf(schemaVersion), name), gzipSync(content, { level: 9 }));
  write(stateNames[engine], state);
  write(`${engine}.json.gz`, JSON.stringify(told));
}
