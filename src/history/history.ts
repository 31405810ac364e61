import type { Store } from '../store/store.ts';
import { KnownRows } from './known-rows.ts';
import { ObservedStore } from './observed-store.ts';
import type { ObservedTable } from './observed-tables.ts';
import type { ResourceEvent } from './resource-event.ts';
import { type Change, eventsOf, type Memory } from './work.ts';

/** How many rows of a table are known at most, so that events can say what was before. */
const mostRows = 50_000;

/** What one piece of work has changed, and when it was committed. */
interface Commit {
  readonly changes: readonly Change[];
  readonly atMs: number;
}

/** After so long without a look at them, a few commits are made events of. */
const soonMs = 250;
/** Under load, where more commits than this come meanwhile, they wait until somebody looks. */
const fewCommits = 500;

/**
 * The changes of resources that were committed last, in memory, in the order of their commits. Commits become events
 * when somebody looks at them: it is work, and under load mostly nobody does.
 */
export class History implements Memory {
  readonly #most: number;
  readonly #clock: () => number;
  readonly #rows = new Map<string, KnownRows>();
  readonly #listeners = new Set<(event: ResourceEvent) => void>();
  /** A ring once it is full: the oldest is at `#next`. */
  readonly #events: ResourceEvent[] = [];
  #next = 0;
  /** Commits that are not events yet. */
  #pending: Commit[] = [];
  /** How many changes are in them. */
  #pendingChanges = 0;
  #timer: NodeJS.Timeout | undefined;
  /** When the commit was that is being made events of. */
  #commitMs = 0;

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

  /** The time of the commit that is being told. */
  nowMs(): number {
    return this.#commitMs;
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
    this.#pending.push({ changes, atMs: this.#clock() });
    this.#pendingChanges += changes.length;
    if (this.#listeners.size > 0) this.#tell();
    else if (this.#pendingChanges > 2 * this.#most) this.#forgetOldest();
    else this.#tellSoon();
  }

  /** Forgets what the state was like: somebody has replaced it as a whole. What has happened stays known. */
  stateReplaced(): void {
    this.#tell();
    this.#rows.clear();
  }

  /** Oldest first. */
  oldestFirst(): readonly ResourceEvent[] {
    this.#tell();
    return [...this.#events.slice(this.#next), ...this.#events.slice(0, this.#next)];
  }

  /** Makes the commits that wait events. */
  #tell(): void {
    const commits = this.#pending;
    this.#pending = [];
    this.#pendingChanges = 0;
    for (const { changes, atMs } of commits) {
      this.#commitMs = atMs;
      for (const event of eventsOf(changes, this)) this.#keep(event);
    }
  }

  #keep(event: ResourceEvent): void {
    this.#events[this.#next] = event;
    this.#next = (this.#next + 1) % this.#most;
    for (const listener of this.#listeners) listener(event);
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#pending.length <= fewCommits) this.#tell();
    }, soonMs).unref();
  }

  /** Keeps as many changes as there may be events. What rows were like before those is not known any more. */
  #forgetOldest(): void {
    let first = 0;
    while (this.#pendingChanges > this.#most) {
      this.#pendingChanges -= this.#pending[first]?.changes.length ?? 0;
      first += 1;
    }
    this.#pending = this.#pending.slice(first);
    this.#events.length = 0;
    this.#next = 0;
    this.#rows.clear();
  }

  /** Tells of every event from now on; answers what ends it. The listener must not throw. */
  subscribe(listener: (event: ResourceEvent) => void): () => void {
    this.#tell();
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
