import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { gunzippedLines } from './lines.ts';
import {
  isSnapshotRow,
  type SnapshotHeader,
  type SnapshotRow,
  snapshotHeader,
  type TableLine,
  tableLine,
  trailerLine,
} from './snapshot-format.ts';
import { SnapshotRefused } from './snapshot-refused.ts';

/** The header alone. */
export async function readHeader(bytes: Readable): Promise<SnapshotHeader> {
  for await (const line of gunzippedLines(bytes)) return headerIn(line);
  throw new SnapshotRefused('the file is no snapshot: it is empty');
}

/**
 * Looks through a whole snapshot.
 * @throws SnapshotRefused when it is none, or is damaged
 */
export async function checkSnapshot(bytes: Readable): Promise<SnapshotHeader> {
  const digest = createHash('sha256');
  let header: SnapshotHeader | undefined;
  let rows = 0;
  let last: string | undefined;
  for await (const line of gunzippedLines(bytes)) {
    if (last !== undefined) {
      digest.update(`${last}\n`);
      if (last.startsWith('[')) rows += 1;
    }
    header ??= headerIn(line);
    last = line;
  }
  if (header === undefined || last === undefined) throw new SnapshotRefused('the file is no snapshot: it is empty');
  const trailer = parsed(trailerLine, last);
  if (trailer === undefined) throw new SnapshotRefused('the snapshot is damaged: its end is missing');
  if (trailer.rows !== rows) {
    throw new SnapshotRefused(`the snapshot is damaged: it has ${rows} rows, and should have ${trailer.rows}`);
  }
  if (trailer.sha256 !== digest.digest('hex')) {
    throw new SnapshotRefused('the snapshot is damaged: its content does not have the digest that it ends with');
  }
  return header;
}

/** The rows of a snapshot that was looked through, each with its table. */
export async function* rowsIn(bytes: Readable): AsyncGenerator<readonly [table: TableLine, row: SnapshotRow]> {
  let table: TableLine | undefined;
  for await (const line of gunzippedLines(bytes)) {
    if (!line.startsWith('[')) {
      table = parsed(tableLine, line);
      continue;
    }
    const row = jsonOf(line);
    if (table === undefined || !isSnapshotRow(row) || row.length !== table.columns.length) {
      throw new SnapshotRefused(`the snapshot is damaged: ${line.slice(0, 80)} is no row of its table`);
    }
    yield [table, row];
  }
}

function headerIn(line: string): SnapshotHeader {
  const header = parsed(snapshotHeader, line);
  if (header === undefined) throw new SnapshotRefused('the file is no snapshot of this format: it begins otherwise');
  return header;
}

function parsed<Shape extends z.ZodType>(shape: Shape, line: string): z.output<Shape> | undefined {
  return shape.safeParse(jsonOf(line)).data;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
