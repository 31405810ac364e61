import { createHash } from 'node:crypto';
import type { Draw } from '../crash/draw.ts';

/** Of the real event loop: after it, every promise that could settle has. */
const nextTurn = setImmediate;

interface Event {
  readonly atMs: number;
  /** Which of those due at the same time comes first. */
  readonly place: number;
  readonly what: string;
  readonly run: () => void;
}

/** What a life does not end by itself is ended after so many events. */
const maxEvents = 100_000;

/**
 * Time and order of a simulated world: everything that happens later than now is an event, one happens after the other,
 * and which comes first is drawn. Time passes only from one event to the next.
 */
export class Scheduler {
  #nowMs: number;
  readonly #draw: Draw;
  readonly #events: Event[] = [];
  readonly #trace = createHash('sha256');
  #count = 0;

  constructor(startMs: number, draw: Draw) {
    this.#nowMs = startMs;
    this.#draw = draw;
  }

  /** In milliseconds, with fractions. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** How many events there were. */
  get count(): number {
    return this.#count;
  }

  /** Has something happen after so many milliseconds; the answer calls it off. */
  later(delayMs: number, what: string, run: () => void): () => void {
    const event = { atMs: this.#nowMs + delayMs, place: this.#draw(2 ** 30), what, run };
    this.#events.push(event);
    return () => {
      const index = this.#events.indexOf(event);
      if (index !== -1) this.#events.splice(index, 1);
    };
  }

  /** A wait of up to so many milliseconds. */
  pause(maxMs: number, what: string): Promise<void> {
    return this.sleep((this.#draw(1_000) * maxMs) / 1_000, what);
  }

  sleep(delayMs: number, what: string): Promise<void> {
    return new Promise((resolve) => this.later(delayMs, what, resolve));
  }

  /** The whole world stands still for so long. */
  stall(forMs: number): void {
    this.#nowMs += forMs;
  }

  /** Adds a line to what tells two runs apart. */
  note(line: string): void {
    this.#trace.update(`${this.#nowMs.toFixed(3)} ${line}\n`);
  }

  /** Of everything that was noted so far. */
  traceHash(): string {
    return this.#trace.copy().digest('hex').slice(0, 16);
  }

  /**
   * Lets one event after the other happen until the work is done, or fails.
   * @param between what has to end before the next event
   * @throws Error when nothing will ever end the work
   */
  async run<T>(work: Promise<T>, between: () => Promise<void> | undefined): Promise<T> {
    let isDone = false;
    work.then(
      () => (isDone = true),
      () => (isDone = true),
    );
    for (;;) {
      await settled();
      await between();
      if (isDone) return work;
      const event = this.#next();
      if (event === undefined) throw new Error('nothing happens any more, and something is not answered');
      if (++this.#count > maxEvents) throw new Error(`after ${maxEvents} events something is still not answered`);
      this.#nowMs = Math.max(this.#nowMs, event.atMs);
      this.note(event.what);
      event.run();
    }
  }

  #next(): Event | undefined {
    let first = 0;
    for (let index = 1; index < this.#events.length; index += 1) {
      const [one, other] = [this.#events[index]!, this.#events[first]!];
      if (one.atMs < other.atMs || (one.atMs === other.atMs && one.place < other.place)) first = index;
    }
    return this.#events.splice(first, 1)[0];
  }
}

function settled(): Promise<void> {
  return new Promise((resolve) => nextTurn(resolve));
}
