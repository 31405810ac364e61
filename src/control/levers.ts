import { type ClockLevers, createClockLevers } from './levers/clock.ts';
import { createFixtureLevers, type FixtureLevers } from './levers/fixtures.ts';
import { createHealthLevers, type HealthLevers } from './levers/health.ts';
import type { LeverParts } from './levers/parts.ts';
import { createReachabilityLevers, type ReachabilityLevers } from './levers/reachability.ts';
import { createStateLevers, type StateLevers } from './levers/state.ts';

/** What the operator of a server can do to it, over the control API and through the library alike, by subject. */
export interface Levers extends HealthLevers, StateLevers, ClockLevers, FixtureLevers, ReachabilityLevers {}

export function createLevers(parts: LeverParts): Levers {
  return {
    ...createHealthLevers(parts),
    ...createStateLevers(parts),
    ...createClockLevers(parts),
    ...createFixtureLevers(parts),
    ...createReachabilityLevers(parts),
  };
}
