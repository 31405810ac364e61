import { ManualClock } from '../../engine/clock.ts';
import type { TransitionProfile } from '../../engine/transitions.ts';
import { advanceClock } from '../../state-clock.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

export interface ClockLevers {
  /** As this server knows it. */
  clock(): { readonly now: string; readonly transitions: TransitionProfile };
  /** Learns where other servers of the same state have moved a manual clock. */
  catchUp(): Promise<void>;
  /** Moves a manual clock on and applies everything that has become due. */
  advance(milliseconds: number): Promise<{ readonly now: string }>;
}

/** Times are written with years of four digits. */
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export function createClockLevers({ store, clock, profile, engine }: LeverParts): ClockLevers {
  return {
    catchUp: async () => engine.catchUp(),

    clock: () => ({ now: new Date(clock.nowMs()).toISOString(), transitions: profile }),

    async advance(milliseconds) {
      if (!(clock instanceof ManualClock)) {
        throw new ControlRefused(`the clock can only be moved under --transitions manual, not ${profile}`, 409);
      }
      const nowMs = await advanceClock(store, clock, { milliseconds, lastMs });
      if (nowMs === undefined) throw new ControlRefused('the clock cannot be moved beyond the year 9999');
      await engine.settle(nowMs);
      return { now: new Date(nowMs).toISOString() };
    },
  };
}
