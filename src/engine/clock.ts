/** The time of the modelled world. Signatures are checked against the wall clock, not this one. */
export interface Clock {
  nowMs(): number;
  /** Reads where other servers have moved it; only of a clock that they can move. Undefined: nothing to wait for. */
  catchUp?(): Promise<void> | undefined;
}

/**
 * The wall clock, but for its steps backwards: over those it goes on at the pace of real time, ahead of the wall clock
 * until that has caught up. So nothing that is under way waits longer, and nothing has happened in the future.
 */
export class SteadyClock implements Clock {
  readonly #wallMs: () => number;
  readonly #elapsedMs: () => number;
  #aheadMs: number;

  constructor(wallMs: () => number = Date.now, elapsedMs: () => number = () => performance.now()) {
    this.#wallMs = wallMs;
    this.#elapsedMs = elapsedMs;
    this.#aheadMs = wallMs() - elapsedMs();
  }

  nowMs(): number {
    const elapsedMs = this.#elapsedMs();
    this.#aheadMs = Math.max(this.#aheadMs, this.#wallMs() - elapsedMs);
    return Math.floor(elapsedMs + this.#aheadMs);
  }
}

/** A clock that stands still until it is told to move. */
export class ManualClock implements Clock {
  #nowMs: number;

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  set(nowMs: number): void {
    this.#nowMs = nowMs;
  }
}
