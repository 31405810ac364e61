import { setTimeout as sleep } from 'node:timers/promises';
import { ManualClock } from '../../engine/clock.ts';
import { neverMs, selectNextDue, type TransitionProfile } from '../../engine/transitions.ts';
import { FreezableClock } from '../../freezable-clock.ts';
import { advanceClock } from '../../state-clock.ts';
import { sql } from '../../store/statement.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

export interface ClockState {
  readonly now: string;
  readonly transitions: TransitionProfile;
  /** Whether it stands still until it is resumed; never of a manual clock, which stands still anyway. */
  readonly frozen: boolean;
}

export interface ClockLevers {
  /** As this server knows it. */
  clock(): ClockState;
  /** Learns where other servers of the same state have moved or frozen the clock. */
  catchUp(): Promise<void>;
  /** Moves a manual clock on and applies everything that has become due. */
  advance(milliseconds: number): Promise<{ readonly now: string }>;
  /** Lets time stand still; a manual clock is left as it is. */
  freeze(): Promise<void>;
  /** Lets time go on, and applies what has become due meanwhile. */
  resume(): Promise<void>;
  /**
   * Applies every delayed change that is due within a time: a manual clock is moved from one to the next, under the other
   * profiles they are waited for. Ends when there is no more of them; answers how many are left, due later or stuck.
   */
  runUntilIdle(withinMs: number): Promise<{ readonly now: string; readonly left: number }>;
}

/** Times are written with years of four digits. */
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** How long it is waited before what is pending is looked at again: calls add to it. */
const lookAgainMs = 100;

const countPending = sql<{ pending: number }>('SELECT COUNT(*) AS "pending" FROM transition');

export function createClockLevers({ store, clock, profile, engine }: LeverParts): ClockLevers {
  const isoNow = (): string => new Date(clock.nowMs()).toISOString();
  const catchUp = async (): Promise<void> => {
    if (clock instanceof FreezableClock) await clock.read();
    else await engine.catchUp();
  };

  async function moveTo(target: ManualClock, milliseconds: number): Promise<void> {
    const nowMs = await advanceClock(store, target, { milliseconds, lastMs });
    if (nowMs === undefined) {
      throw new ControlRefused(`milliseconds: ${milliseconds} would move the clock beyond the year 9999`);
    }
    await engine.settle(nowMs);
  }

  return {
    catchUp,

    clock: () => ({ now: isoNow(), transitions: profile, frozen: clock instanceof FreezableClock && clock.isFrozen }),

    async advance(milliseconds) {
      if (!(clock instanceof ManualClock)) {
        throw new ControlRefused(`the clock can only be moved under --transitions manual, not ${profile}`, 409);
      }
      await moveTo(clock, milliseconds);
      return { now: isoNow() };
    },

    async freeze() {
      if (!(clock instanceof FreezableClock)) return;
      await clock.freeze();
    },

    async resume() {
      if (!(clock instanceof FreezableClock)) return;
      await clock.resume();
      await engine.settle();
    },

    async runUntilIdle(withinMs) {
      await catchUp();
      const untilMs = clock.nowMs() + withinMs;
      for (;;) {
        if (clock instanceof FreezableClock && clock.isFrozen) {
          throw new ControlRefused('the clock is frozen: what is pending waits until it is resumed', 409);
        }
        await engine.settle();
        const { dueAtMs } = (await store.peek(selectNextDue)) ?? {};
        const nextMs = dueAtMs ?? neverMs;
        if (nextMs > untilMs) break;
        const aheadMs = Math.max(0, nextMs - clock.nowMs());
        if (clock instanceof ManualClock) await moveTo(clock, aheadMs);
        else await sleep(Math.min(aheadMs, lookAgainMs), undefined, { ref: false });
        await catchUp();
      }
      const pending = await store.peek(countPending);
      return { now: isoNow(), left: pending?.pending ?? 0 };
    },
  };
}
