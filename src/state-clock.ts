import { type Clock, ManualClock, systemClock } from './engine/clock.ts';
import type { TransitionProfile } from './engine/transitions.ts';
import { sql } from './store/statement.ts';
import { keep, type Store } from './store/store.ts';

const selectClock = sql<{ settingValue: string }>(
  `SELECT setting_value AS "settingValue" FROM setting WHERE setting_name = 'manual-clock-ms'`,
);
const putClock = sql(
  `INSERT INTO setting (setting_name, setting_value) VALUES ('manual-clock-ms', ?)
   ON CONFLICT (setting_name) DO UPDATE SET setting_value = excluded.setting_value`,
);

/** The clock of the modelled world. A manual one stands where it was left, also over a restart. */
export async function openClock(store: Store, profile: TransitionProfile): Promise<Clock> {
  if (profile !== 'manual') return systemClock;
  const stored = await store.peek(selectClock);
  const clock = new ManualClock(stored === undefined ? Date.now() : Number(stored.settingValue));
  if (stored === undefined) await saveClock(store, clock.nowMs());
  return clock;
}

export async function saveClock(store: Store, nowMs: number): Promise<void> {
  await store.write(async (tx) => {
    await tx.run(putClock, String(nowMs));
    return keep(undefined);
  });
}
