import type { Draw } from '../crash/draw.ts';

/** What can go wrong, and of how many chances it takes one. */
const chances = {
  /** A statement takes seconds. */
  'slow statement': 150,
  /** The disk is full, or broken: a statement of the embedded engine fails. */
  'failing statement': 250,
  /** A commit of the embedded engine fails, and keeps nothing. */
  'failing commit': 40,
  /** What is committed cannot be brought to disk. */
  'failing sync': 60,
  /** The process dies at a statement. */
  'crash at a statement': 400,
  /** It dies once something is committed, before anybody is told. */
  'crash after a commit': 40,
  /** It dies at any time. */
  'crash at any time': 25,
  /** PostgreSQL could not serialize a transaction, or found a deadlock. */
  conflict: 60,
  /** A connection to PostgreSQL ends before a statement reaches it. */
  'lost connection': 300,
  /** A connection ends after a commit was carried out, before it is answered. */
  'commit in doubt': 30,
  /** PostgreSQL cannot be reached. */
  'refused connection': 100,
  /** A lock is not given in time. */
  'lock timeout': 300,
  /** PostgreSQL starts again: every connection of every server ends. */
  'database restart': 50,
  /** A server's clock jumps, forwards or backwards. */
  'clock jump': 10,
  /** A day passes. */
  'a day passes': 60,
  /** A client does not wait for the answer. */
  'client timeout': 12,
} as const;

export type FaultName = keyof typeof chances;

export const faultNames = Object.keys(chances) as FaultName[];
/** With none of these a state that can be read can be written too, by the kind of its place. */
const writesFail: Readonly<Record<PlaceKind, readonly FaultName[]>> = {
  embedded: ['failing statement', 'failing commit', 'failing sync'],
  shared: [
    'slow statement',
    'conflict',
    'lost connection',
    'commit in doubt',
    'refused connection',
    'lock timeout',
    'database restart',
  ],
};

/** Whether a state is one server's, in files, or that of several, in PostgreSQL. */
export type PlaceKind = 'embedded' | 'shared';

/** After so many crashes a life goes on without. */
const maxCrashes = 3;
/** Of so many conflicts one is the first of many, up to a number that no patience lasts for. */
const stormOnceIn = 4;
const maxStorm = 40;

/**
 * What goes wrong in one life. Each life has some kinds of fault, and one in eight has none: what only happens without
 * a certain fault is seen as well.
 */
export class Faults {
  readonly #draw: Draw;
  readonly #kinds: ReadonlySet<FaultName>;
  readonly #met = new Map<FaultName, number>();
  #isOver = false;
  /** So many conflicts follow each other. */
  #storm = 0;

  constructor(draw: Draw) {
    this.#draw = draw;
    const isCalm = draw(8) === 0;
    this.#kinds = new Set(isCalm ? [] : faultNames.filter(() => draw(2) === 0));
  }

  get kinds(): ReadonlySet<FaultName> {
    return this.#kinds;
  }

  /** Whether there are times when the state can be read and not written. */
  isUnwritableAtTimes(kind: PlaceKind): boolean {
    return writesFail[kind].some((name) => this.#kinds.has(name));
  }

  /** How often each has happened. */
  get met(): ReadonlyMap<FaultName, number> {
    return this.#met;
  }

  /** Whether it happens this time. */
  happens(name: FaultName): boolean {
    if (this.#isOver || !this.#kinds.has(name)) return false;
    if (name === 'conflict' && this.#storm > 0) this.#storm -= 1;
    else if (this.#draw(chances[name]) !== 0) return false;
    else if (name === 'conflict' && this.#draw(stormOnceIn) === 0) this.#storm = this.#draw(maxStorm);
    if (name.startsWith('crash') && this.#crashes() >= maxCrashes) return false;
    this.#met.set(name, (this.#met.get(name) ?? 0) + 1);
    return true;
  }

  /** A number that the fault needs, from 0 to `limit - 1`. */
  draw(limit: number): number {
    return this.#draw(limit);
  }

  /** From here on nothing goes wrong. */
  end(): void {
    this.#isOver = true;
  }

  #crashes(): number {
    let count = 0;
    for (const [name, times] of this.#met) if (name.startsWith('crash')) count += times;
    return count;
  }
}
