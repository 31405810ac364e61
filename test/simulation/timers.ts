import type { Draw } from '../crash/draw.ts';
import type { Scheduler } from './scheduler.ts';

/** While `run` goes on, whoever asks for a turn of the event loop, a time or a random number is given a simulated one. */
export async function withTimersOf<T>(scheduler: Scheduler, draw: Draw, run: () => Promise<T>): Promise<T> {
  const real = { setImmediate, setTimeout, clearTimeout };
  const { random } = Math;
  const { now } = Date;
  const simulated = {
    setImmediate: (callback: () => void) => scheduler.later(0, 'turn', callback),
    setTimeout: (callback: () => void, delayMs = 0) => timerOf(scheduler.later(delayMs, 'timer', callback)),
    // Timers that were set before, by what other tests of this process have left behind, are real ones.
    clearTimeout: (timer?: (() => void) | NodeJS.Timeout) =>
      typeof timer === 'function' ? timer() : real.clearTimeout(timer),
  };
  Object.assign(globalThis, simulated);
  Math.random = () => draw(2 ** 31) / 2 ** 31;
  Date.now = () => Math.floor(scheduler.nowMs);
  performance.now = () => scheduler.nowMs;
  try {
    return await run();
  } finally {
    Object.assign(globalThis, real);
    Math.random = random;
    Date.now = now;
    // The real one is the prototype's.
    Reflect.deleteProperty(performance, 'now');
  }
}

/** What calls a timer off, with what callers expect of a timer of Node. */
function timerOf(callOff: () => void) {
  const timer: { (): void; ref(): unknown; unref(): unknown } = Object.assign(() => callOff(), {
    ref: () => timer,
    unref: () => timer,
  });
  return timer;
}
