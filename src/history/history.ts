import type { Store } from '../store/store.ts';
import { KnownRows } from './known-rows.ts';
import { ObservedStore } from './observed-store.ts';
import type { ObservedTable } from './observed-tables.ts';
import type { ResourceEvent } from './resource-event.ts';
import { type Change, eventsOf, type Memory } from './work.ts';

/** How many rows of a table are known at most, so that events can say what was before. */
const mostRows = 50_000;

/** The changes of resources that were committed last, in memory, in the order of their commits. */
export class History implements Memory {
  readonly #most: number;
  readonly #clock: () => number;
  readonly #rows = new Map<string, KnownRows>();
  readonly #listeners = new Set<(event: ResourceEvent) => void>();
  /** A ring once it is full: the oldest is at `#next`. */
  readonly #events: ResourceEvent[] = [];
  #next = 0;

  /**
   * @param most how many events are kept
   * @param nowMs the time of the modelled world
   */
  constructor(most: number, nowMs: () => number) {
    this.#most = most;
    this.#clock = nowMs;
  }

  /** The same state, whose changes become events. */
  watch(store: Store): Store {
    return new ObservedStore(store, this);
  }

  nowMs(): number {
    return this.#clock();
  }

  rowsOf(table: string, of: ObservedTable): KnownRows {
    let rows = this.#rows.get(table);
    if (rows === undefined) {
      rows = new KnownRows(of, mostRows);
      this.#rows.set(table, rows);
    }
    return rows;
  }

  /** Takes in what a piece of work has changed, once it is committed. */
  commit(changes: readonly Change[]): void {
    for (const event of eventsOf(changes, this)) {
      this.#events[this.#next] = event;
      this.#next = (this.#next + 1) % this.#most;
      for (const listener of this.#listeners) listener(event);
    }
  }

  /** Forgets what the state was like: somebody has replaced it as a whole. What has happened stays known. */
  stateReplaced(): void {
    this.#rows.clear();
  }

  /** Oldest first. */
  oldestFirst(): readonly ResourceEvent[] {
    return [...this.#events.slice(this.#next), ...this.#events.slice(0, this.#next)];
  }

  /** Tells of every event from now on; answers what ends it. The listener must not throw. */
  subscribe(listener: (event: ResourceEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
