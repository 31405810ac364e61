import type { Readable } from 'node:stream';
import { schemaVersion } from '../store/migrate.ts';
import { withOlderState } from '../store/older-state.ts';
import { resetState, stateTables } from '../store/reset.ts';
import { dynamicSql } from '../store/statement.ts';
import { keep, type Store, type Transaction } from '../store/store.ts';
import { insertRows } from './insert-rows.ts';
import { checkSnapshot, rowsIn } from './read-snapshot.ts';
import type { SnapshotHeader, SnapshotRow, TableLine } from './snapshot-format.ts';
import { SnapshotRefused } from './snapshot-refused.ts';
import { shiftTimes } from './time-shift.ts';
import { snapshotText } from './write-snapshot.ts';

/** Where the bytes of a snapshot come from: they are read more than once. */
export type OpenBytes = () => Readable;

export interface LoadingParts {
  readonly store: Store;
  /** By how much what is measured from now has moved since the snapshot was saved, in milliseconds. */
  readonly shiftMs: (header: SnapshotHeader) => number;
  /** What else changes together with the state. */
  readonly alongside: (tx: Transaction, header: SnapshotHeader) => Promise<void>;
}

/**
 * Replaces the whole state by that of a snapshot, in one transaction: all of it or nothing.
 * @throws SnapshotRefused when it cannot be used; nothing has changed then
 */
export async function loadSnapshot(open: OpenBytes, parts: LoadingParts): Promise<SnapshotHeader> {
  const header = await checkUsable(open);
  if (header.schemaVersion === schemaVersion) {
    await replaceState(() => rowsIn(open()), header, parts);
    return header;
  }
  try {
    await withOlderState(header.schemaVersion, rowsIn(open()), (older) =>
      older.write(async (tx) => {
        await replaceState(() => rowsOf(tx, header), header, parts);
        return keep(undefined);
      }),
    );
  } catch (error) {
    throw complaintOf(error) ?? error;
  }
  return header;
}

/** A snapshot that is whole and of a schema that this build knows. */
export async function checkUsable(open: OpenBytes): Promise<SnapshotHeader> {
  const header = await checkSnapshot(open());
  if (header.schemaVersion > schemaVersion) {
    throw new SnapshotRefused(
      `the snapshot was saved by a newer Localyun, ${header.localyun} (schema ${header.schemaVersion}; this one, with schema ${schemaVersion}, knows no newer ones)`,
    );
  }
  return header;
}

async function replaceState(
  rows: () => AsyncIterable<readonly [TableLine, SnapshotRow]>,
  header: SnapshotHeader,
  { store, shiftMs, alongside }: LoadingParts,
): Promise<void> {
  try {
    await store.write(async (tx) => {
      if (store.engine === 'sqlite') await tx.run(deferReferences);
      await resetState(tx, undefined);
      await insertRows(tx, knownOnly(rows()));
      await shiftTimes(tx, shiftMs(header));
      await alongside(tx, header);
      if (store.engine === 'sqlite') await checkReferences(tx);
      return keep(undefined);
    });
  } catch (error) {
    throw complaintOf(error) ?? error;
  }
}

const deferReferences = dynamicSql<never>('PRAGMA defer_foreign_keys = ON');
const brokenReferences = dynamicSql<{ table: string }>('SELECT "table" FROM pragma_foreign_key_check LIMIT 1');

/** A reference to nothing would be found by the commit only, which others share. */
async function checkReferences(tx: Transaction): Promise<void> {
  const broken = await tx.one(brokenReferences);
  if (broken !== undefined) {
    throw new SnapshotRefused(`the snapshot is damaged: a row of ${broken.table} refers to one that is not there`);
  }
}

const known: ReadonlySet<string> = new Set(stateTables.map(([table]) => table));

async function* knownOnly(rows: AsyncIterable<readonly [TableLine, SnapshotRow]>) {
  for await (const one of rows) {
    if (!known.has(one[0].table))
      throw new SnapshotRefused(`the snapshot is damaged: there is no table ${one[0].table}`);
    yield one;
  }
}

/** The rows of an older state that was brought up to date, as its own snapshot would have them. */
async function* rowsOf(tx: Transaction, header: SnapshotHeader): AsyncGenerator<readonly [TableLine, SnapshotRow]> {
  let table: TableLine | undefined;
  for await (const text of snapshotText(tx, 'sqlite', header)) {
    for (const line of text.split('\n')) {
      if (line.startsWith('{"table"')) table = JSON.parse(line) as TableLine;
      else if (line.startsWith('[') && table !== undefined) yield [table, JSON.parse(line) as SnapshotRow];
    }
  }
}

/** The codes by which databases complain about rows and columns: those of SQLite, and the classes of PostgreSQL's. */
const complaint = /^(SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE)|22...$|23...$|42...$)/;

/** What the database says of rows that do not fit, if it is that; a store may have wrapped it. */
function complaintOf(error: unknown): SnapshotRefused | undefined {
  for (const one of [error, (error as Error).cause]) {
    const { code, message } = (one ?? {}) as { readonly code?: unknown; readonly message?: string };
    if (typeof code !== 'string' || !complaint.test(code)) continue;
    return new SnapshotRefused(`the snapshot is damaged: ${message}`, { cause: error });
  }
  return undefined;
}
