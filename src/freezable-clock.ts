import { type Clock, SteadyClock } from './engine/clock.ts';
import { sql } from './store/statement.ts';
import { keep, type Store } from './store/store.ts';

const selectFrozen = sql<{ settingValue: string }>(
  `SELECT setting_value AS "settingValue" FROM setting WHERE setting_name = 'frozen-clock-ms'`,
);
const putFrozen = sql(
  `INSERT INTO setting (setting_name, setting_value) VALUES ('frozen-clock-ms', ?)
   ON CONFLICT (setting_name) DO NOTHING`,
);
const dropFrozen = sql(`DELETE FROM setting WHERE setting_name = 'frozen-clock-ms'`);

/** How long a server may not know that another server of the same state has frozen the clock, or let it go on. */
const noticedAfterMs = 200;

/**
 * The clock of real time, which can be frozen. Where it stands is in the state: it stands there too after a restart, and
 * for every server of the state. When it goes on, it is real time again: what fell due meanwhile is due at once.
 */
export class FreezableClock implements Clock {
  readonly #store: Store;
  readonly #running = new SteadyClock();
  #frozenAtMs: number | undefined;
  #askedAtMs = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  get isFrozen(): boolean {
    return this.#frozenAtMs !== undefined;
  }

  nowMs(): number {
    return this.#frozenAtMs ?? this.#running.nowMs();
  }

  /** Only of a state that other servers share, and not at every call. */
  catchUp(): Promise<void> | undefined {
    if (this.#store.exclusive) return undefined;
    const atMs = performance.now();
    if (atMs - this.#askedAtMs < noticedAfterMs) return undefined;
    this.#askedAtMs = atMs;
    return this.read();
  }

  /** Learns from the state whether it stands, and where. */
  async read(): Promise<void> {
    const stored = await this.#store.peek(selectFrozen);
    this.#frozenAtMs = stored === undefined ? undefined : Number(stored.settingValue);
  }

  /** One that is frozen already stays where it stands. */
  async freeze(): Promise<void> {
    await this.#store.write(async (tx) => keep(await tx.run(putFrozen, String(this.nowMs()))));
    await this.read();
  }

  async resume(): Promise<void> {
    await this.#store.write(async (tx) => keep(await tx.run(dropFrozen)));
    await this.read();
  }
}
