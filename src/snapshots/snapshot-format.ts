import { z } from 'zod';
import type { Value } from '../store/statement.ts';

/**
 * What a snapshot is: gzipped lines of JSON. A header; then, of each table that has rows, those it refers to first, a line
 * with its name and columns and a line for each row, with the values in that order; a trailer at the end. Both engines
 * write and read the same.
 */
export const snapshotHeader = z.strictObject({
  format: z.literal('localyun-snapshot'),
  formatVersion: z.literal(1),
  /** The version of Localyun that wrote it. */
  localyun: z.string(),
  schemaVersion: z.int().min(1),
  engine: z.enum(['sqlite', 'postgresql']),
  savedAt: z.iso.datetime(),
  /** The time of the modelled world, in milliseconds. */
  nowMs: z.int().min(0),
});
export type SnapshotHeader = z.infer<typeof snapshotHeader>;

const identifier = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

/** What comes before the rows of a table. */
export const tableLine = z.strictObject({ table: identifier, columns: z.array(identifier).min(1).max(200) });
export type TableLine = z.infer<typeof tableLine>;

/** Checked by hand: there may be millions. */
export type SnapshotRow = readonly Value[];

export function isSnapshotRow(value: unknown): value is SnapshotRow {
  return (
    Array.isArray(value) && value.every((one) => one === null || typeof one === 'string' || typeof one === 'number')
  );
}

/** The end of a snapshot that is whole; the digest is that of every line before it, line feeds included. */
export const trailerLine = z.strictObject({ rows: z.int().min(0), sha256: z.string() });
