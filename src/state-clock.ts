import { type Clock, ManualClock } from './engine/clock.ts';
import type { TransitionProfile } from './engine/transitions.ts';
import { FreezableClock } from './freezable-clock.ts';
import { sql } from './store/statement.ts';
import { forget, keep, type Store, type Transaction } from './store/store.ts';

const selectClock = sql<{ settingValue: string }>(
  `SELECT setting_value AS "settingValue" FROM setting WHERE setting_name = 'manual-clock-ms'`,
);
const putClock = sql(
  `INSERT INTO setting (setting_name, setting_value) VALUES ('manual-clock-ms', ?)
   ON CONFLICT (setting_name) DO UPDATE SET setting_value = excluded.setting_value`,
);

/** A manual clock whose time is in the state, where each server of the state finds it. */
class SharedClock extends ManualClock implements Clock {
  readonly #store: Store;

  constructor(store: Store, nowMs: number) {
    super(nowMs);
    this.#store = store;
  }

  async catchUp(): Promise<void> {
    const stored = await this.#store.peek(selectClock);
    // Answers may come out of order; the clock only goes forward.
    if (stored !== undefined) this.set(Math.max(this.nowMs(), Number(stored.settingValue)));
  }
}

/** The clock of the modelled world. A manual or frozen one stands where it was left, also over a restart. */
export async function openClock(store: Store, profile: TransitionProfile): Promise<Clock> {
  if (profile !== 'manual') {
    const clock = new FreezableClock(store);
    await clock.read();
    return clock;
  }
  const nowMs = await store.write(async (tx) => {
    const stored = await tx.one(selectClock);
    if (stored !== undefined) return keep(Number(stored.settingValue));
    return keep(await writeClock(tx, Date.now()));
  });
  return store.exclusive ? new ManualClock(nowMs) : new SharedClock(store, nowMs);
}

/** Moves a manual clock on, for every server of the state: the new time, or nothing where that would be beyond the last. */
export async function advanceClock(
  store: Store,
  clock: ManualClock,
  { milliseconds, lastMs }: { readonly milliseconds: number; readonly lastMs: number },
): Promise<number | undefined> {
  const movedMs = await store.write(async (tx) => {
    const stored = clock instanceof SharedClock ? await tx.one(selectClock) : undefined;
    const nowMs = Number(stored?.settingValue ?? clock.nowMs()) + milliseconds;
    return nowMs > lastMs ? forget(undefined) : keep(await writeClock(tx, nowMs));
  });
  if (movedMs !== undefined) clock.set(Math.max(clock.nowMs(), movedMs));
  return movedMs;
}

/** Where a manual clock stands, for servers that begin with the state. */
export async function writeClock(tx: Transaction, nowMs: number): Promise<number> {
  await tx.run(putClock, String(nowMs));
  return nowMs;
}
