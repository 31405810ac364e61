import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Disk, realDisk } from './disk.ts';

/** Called once what was committed before is on disk, or with why it cannot be brought there. */
export type Synced = (failure: Error | undefined) => void;

/**
 * Brings the write-ahead log to disk, away from the event loop: while one sync is on its way, the next commits gather
 * and share the one after it. A sync that fails is never tried again, for the system may have dropped what it could
 * not write: from then on everything fails.
 */
export class LogSync {
  readonly #path: string;
  readonly #disk: Disk;
  #file: number | undefined;
  #waiting: Synced[] = [];
  #isSyncing = false;
  #failure: Error | undefined;

  /** @param path the log's file; it exists by the first sync, and keeps existing until `close` */
  constructor(path: string, disk: Disk = realDisk) {
    this.#path = path;
    this.#disk = disk;
  }

  /** Whether something was committed that is not known to be on disk. */
  get isBusy(): boolean {
    return this.#isSyncing;
  }

  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Has what was committed so far synced, and says so. */
  after(synced: Synced): void {
    this.#waiting.push(synced);
    if (!this.#isSyncing) this.#sync();
  }

  /** The same on the spot: quicker where nothing else is to be done meanwhile. Not while another sync is on its way. */
  now(): Error | undefined {
    if (this.#failure !== undefined) return this.#failure;
    try {
      this.#disk.syncNow(this.#open());
    } catch (error) {
      this.#failure = error as Error;
    }
    return this.#failure;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #sync(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#isSyncing = true;
    this.#begin((failure) => {
      this.#isSyncing = false;
      this.#failure ??= failure;
      for (const synced of waiting) synced(this.#failure);
      if (this.#waiting.length > 0 && !this.#isSyncing) this.#sync();
    });
  }

  #begin(done: Synced): void {
    if (this.#failure !== undefined) {
      queueMicrotask(() => done(this.#failure));
      return;
    }
    try {
      this.#disk.sync(this.#open(), (error) => done(error ?? undefined));
    } catch (error) {
      queueMicrotask(() => done(error as Error));
    }
  }

  /** With the log's name in its folder, which the engine leaves to its own syncs. */
  #open(): number {
    if (this.#file !== undefined) return this.#file;
    this.#file = openSync(this.#path, 'r+');
    // Windows has no handle for folders, and keeps names itself.
    if (process.platform !== 'win32') {
      const folder = openSync(dirname(this.#path), 'r');
      fsyncSync(folder);
      closeSync(folder);
    }
    return this.#file;
  }
}
