import type { Readable, Writable } from 'node:stream';

/** A snapshot that is kept under a name. */
export interface ShelvedSnapshot {
  readonly name: string;
  readonly sizeBytes: number;
}

/** What is being put on a shelf: nobody sees it before it is kept. */
export interface NewSnapshot {
  /** Where its bytes go; what was written before is forgotten. */
  begin(): Writable;
  /** What was written, to be looked through. */
  open(): Readable;
  /** Puts it in the place of what had the name. */
  keep(): Promise<void>;
  forget(): Promise<void>;
}

/** Where snapshots are kept. */
export interface Shelf {
  list(): Promise<readonly ShelvedSnapshot[]>;
  /** Undefined when there is none of this name. */
  find(name: string): Promise<ShelvedSnapshot | undefined>;
  open(name: string): Readable;
  put(name: string): NewSnapshot;
  /** Whether there was one of this name. */
  remove(name: string): Promise<boolean>;
}
