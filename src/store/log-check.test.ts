import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findLogDamage } from './log-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'localyun-log-'));
const path = join(folder, 'copy');
let log: Buffer;
/** Where each commit ends in the log. */
const ends: number[] = [];

beforeAll(() => {
  const file = join(folder, 'some.db');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE word (text TEXT)');
  for (let commit = 0; commit < 6; commit += 1) {
    database.prepare('INSERT INTO word VALUES (?)').run(`${commit}`.repeat(5_000));
    ends.push(readFileSync(`${file}-wal`).length);
  }
  copyFileSync(`${file}-wal`, path);
  database.close();
  log = readFileSync(path);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const beforeLast = () => ends.at(-2) ?? 0;

describe('a log', () => {
  it('that is whole, or not there, or empty, is not damaged', () => {
    writeFileSync(path, log);
    expect(findLogDamage(path)).toBeUndefined();
    expect(findLogDamage(join(folder, 'none'))).toBeUndefined();
    truncateSync(path, 0);
    expect(findLogDamage(path)).toBeUndefined();
  });

  it('that ends anywhere is not damaged: what it lacks was not written to its end', () => {
    fc.assert(
      fc.property(fc.nat(log.length), (length) => {
        writeFileSync(path, log.subarray(0, length));
        expect(findLogDamage(path)).toBeUndefined();
      }),
    );
  });

  it('with any byte changed is damaged at the page that it is in, unless no commit lies behind', () => {
    fc.assert(
      fc.property(fc.nat(log.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(log);
        changed.writeUInt8(changed.readUInt8(at) ^ change, at);
        writeFileSync(path, changed);
        const found = findLogDamage(path);
        if (at < 32) expect(found).toBe(0);
        else if (at < beforeLast()) expect(found).toBe(32 + Math.floor((at - 32) / 4_120) * 4_120);
        else expect(found === undefined || found >= beforeLast()).toBe(true);
      }),
    );
  });
});
