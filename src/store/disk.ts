import { fdatasync, fdatasyncSync } from 'node:fs';
import Database from 'better-sqlite3';

/** What a state in files stands on. Another one takes its place where it is to fail. */
export interface Disk {
  /** Opens the database in the file, which is there. */
  open(path: string): Database.Database;
  /** Brings to disk what was written to the file so far, and then says so, or why not. */
  sync(file: number, done: (failure: Error | null) => void): void;
  /** The same on the spot. @throws Error why not */
  syncNow(file: number): void;
}

/** How long a database waits that another process holds, in milliseconds. */
const busyTimeoutMs = 200;

export const realDisk: Disk = {
  open: (path) => new Database(path, { timeout: busyTimeoutMs }),
  sync: fdatasync,
  syncNow: fdatasyncSync,
};
