/** The time of the modelled world. Signatures are checked against the wall clock, not this one. */
export interface Clock {
  nowMs(): number;
  /** Reads where other servers have moved it; only of a clock that they can move. */
  catchUp?(): Promise<void>;
}

export const systemClock: Clock = { nowMs: () => Date.now() };

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
