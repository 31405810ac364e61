import { performance } from 'node:perf_hooks';

/** No request may keep all others waiting for longer, in milliseconds. */
export const longestStallMs = 50;

/** How often a suspect is tried once more: other processes make anything slow now and then, and nothing fast. */
export const repeats = 5;

/** Work that held up the event loop, measured alone and several times. */
export class Stalled extends Error {
  override readonly name = 'Stalled';
}

/** Begins to measure; the answer tells for how long the event loop has had work since, in milliseconds. */
export function stopwatch(): () => number {
  const start = performance.eventLoopUtilization();
  return () => performance.eventLoopUtilization(start).active;
}

/**
 * Runs work, and looks how long it keeps the event loop busy. Work that takes too long is repeated; the shortest time
 * counts.
 * @throws Stalled
 */
export async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const read = stopwatch();
  const result = await work();
  let shortestMs = read();
  for (let repeat = 0; repeat < repeats && shortestMs > longestStallMs; repeat += 1) {
    const readAgain = stopwatch();
    await work();
    shortestMs = Math.min(shortestMs, readAgain());
  }
  if (shortestMs > longestStallMs) throw new Stalled(`${what} takes ${shortestMs.toFixed(0)} ms at least`);
  return result;
}
