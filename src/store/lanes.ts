/** How many pieces of work share one transaction at most. */
const maxBatch = 32;
/** How many batches run at once at most. */
const maxRunning = 8;
/** A lane becomes narrow when more than this part of its batches have conflicts; of the last few, mostly. */
const bearable = 0.5;
const weightOfLast = 0.2;
/** For so long at least, in milliseconds, it stays so. */
const narrowForMs = 500;
const narrowForMaxMs = 4_000;
/** Of how many lanes it is remembered how they went. */
const maxKnown = 1_000;

/** How a batch went: without a conflict, with one of its own lane, or with one although it had the lane for itself. */
export type Course = 'clean' | 'own-lane' | 'other-lane';

/** Carries a batch out; never rejects. A lane that is narrow has one batch at a time, here and on other servers. */
export type RunBatch<Job> = (lane: string, batch: readonly Job[], isNarrow: boolean) => Promise<Course>;

interface Lane<Job> {
  readonly waiting: Job[];
  running: number;
  conflictRate: number;
  narrowUntilMs: number;
  narrowForMs: number;
}

/**
 * Pieces of work that wait for a transaction to share. What is of one lane, such as an account, may get in its own way:
 * it runs side by side until it does, and then, for a while that grows with each conflict soon after, one batch after
 * another, of whatever has gathered meanwhile. Where even lanes get in each other's way, fewer of them run at once: what
 * is undone costs more than what waits.
 */
export class Lanes<Job> {
  readonly #run: RunBatch<Job>;
  readonly #nowMs: () => number;
  /** The one whose turn comes next comes first. */
  readonly #lanes = new Map<string, Lane<Job>>();
  #running = 0;
  #limit = maxRunning;
  #isScheduled = false;
  readonly #onIdle: (() => void)[] = [];

  constructor(run: RunBatch<Job>, nowMs = () => performance.now()) {
    this.#run = run;
    this.#nowMs = nowMs;
  }

  add(name: string, job: Job): void {
    let lane = this.#lanes.get(name);
    if (lane === undefined) {
      if (this.#lanes.size >= maxKnown) this.#forgetIdle();
      lane = { waiting: [], running: 0, conflictRate: 0, narrowUntilMs: 0, narrowForMs };
      this.#lanes.set(name, lane);
    }
    lane.waiting.push(job);
    this.#schedule();
  }

  /** Resolves once nothing waits and nothing runs. */
  idle(): Promise<void> {
    if (this.#isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.#onIdle.push(resolve));
  }

  #forgetIdle(): void {
    for (const [name, { running, waiting }] of this.#lanes) {
      if (running === 0 && waiting.length === 0) this.#lanes.delete(name);
    }
  }

  #isIdle(): boolean {
    return this.#running === 0 && [...this.#lanes.values()].every(({ waiting }) => waiting.length === 0);
  }

  /** What arrives in the same turn of the event loop can share a batch. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#start();
    });
  }

  #start(): void {
    for (const [name, lane] of [...this.#lanes]) {
      const isNarrow = this.#nowMs() < lane.narrowUntilMs;
      const places = isNarrow ? 1 - lane.running : Number.POSITIVE_INFINITY;
      const free = Math.min(places, Math.floor(this.#limit) - this.#running);
      if (free <= 0 || lane.waiting.length === 0) continue;
      const size = Math.min(maxBatch, Math.ceil(lane.waiting.length / free));
      for (let place = 0; place < free && lane.waiting.length > 0; place += 1) {
        this.#begin(name, lane, lane.waiting.splice(0, size), isNarrow);
      }
      this.#lanes.delete(name);
      this.#lanes.set(name, lane);
    }
  }

  #begin(name: string, lane: Lane<Job>, batch: readonly Job[], isNarrow: boolean): void {
    lane.running += 1;
    this.#running += 1;
    void this.#run(name, batch, isNarrow).then((course) => this.#end(lane, course));
  }

  #end(lane: Lane<Job>, course: Course): void {
    lane.running -= 1;
    this.#running -= 1;
    if (course === 'other-lane') this.#limit = Math.max(1, this.#limit * 0.75);
    else this.#limit = Math.min(maxRunning, this.#limit + 0.25);
    note(lane, course, this.#nowMs());
    if (!this.#isIdle()) this.#schedule();
    else for (const resolve of this.#onIdle.splice(0)) resolve();
  }
}

function note(lane: Lane<unknown>, course: Course, nowMs: number): void {
  // What ran side by side before the lane became narrow tells nothing new.
  if (nowMs < lane.narrowUntilMs) return;
  lane.conflictRate += weightOfLast * ((course === 'own-lane' ? 1 : 0) - lane.conflictRate);
  if (lane.conflictRate <= bearable) return;
  const isSoonAgain = nowMs - lane.narrowUntilMs < lane.narrowForMs;
  lane.narrowForMs = isSoonAgain ? Math.min(2 * lane.narrowForMs, narrowForMaxMs) : narrowForMs;
  lane.narrowUntilMs = nowMs + lane.narrowForMs;
  // What is tried anew is given up soon if it goes no better.
  lane.conflictRate = bearable / 2;
}
