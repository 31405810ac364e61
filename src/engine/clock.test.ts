import { expect, it } from 'vitest';
import { SteadyClock } from './clock.ts';

it('a steady clock goes on where the wall clock steps back, and follows it where it steps forward', () => {
  let wallMs = 1_000_000;
  let elapsedMs = 7.25;
  const clock = new SteadyClock(
    () => wallMs,
    () => elapsedMs,
  );
  const after = (wallStepMs: number, passedMs: number): number => {
    wallMs += wallStepMs + passedMs;
    elapsedMs += passedMs;
    return clock.nowMs();
  };
  expect(clock.nowMs()).toBe(1_000_000);
  expect(after(0, 500)).toBe(1_000_500);
  expect(after(-60_000, 250)).toBe(1_000_750);
  expect(after(0, 50)).toBe(1_000_800);
  // The wall clock stands at 940,800; it catches up, and goes ahead.
  expect(after(60_000, 0)).toBe(1_000_800);
  expect(after(5_000, 0)).toBe(1_005_800);
  expect(after(0, 1)).toBe(1_005_801);
});
