import { type AccessKeyLevers, createAccessKeyLevers } from './levers/access-keys.ts';
import { type AccountLevers, createAccountLevers } from './levers/accounts.ts';
import { type ClockLevers, createClockLevers } from './levers/clock.ts';
import { createDiagnosisLevers, type DiagnosisLevers } from './levers/diagnosis.ts';
import { createEventLevers, type EventLevers } from './levers/events.ts';
import { createFaultLevers, type FaultLevers } from './levers/faults.ts';
import { createFixtureLevers, type FixtureLevers } from './levers/fixtures.ts';
import { createHealthLevers, type HealthLevers } from './levers/health.ts';
import { createLeakLevers, type LeakLevers } from './levers/leaks.ts';
import { createMetricLevers, type MetricLevers } from './levers/metrics.ts';
import { createOperationLevers, type OperationLevers } from './levers/operations.ts';
import type { LeverParts } from './levers/parts.ts';
import { createQuotaLevers, type QuotaLevers } from './levers/quotas.ts';
import { createReachabilityLevers, type ReachabilityLevers } from './levers/reachability.ts';
import { createRequestLevers, type RequestLevers } from './levers/requests.ts';
import { createSnapshotLevers, type SnapshotLevers } from './levers/snapshots.ts';
import { createStateLevers, type StateLevers } from './levers/state.ts';

/** What the operator of a server can do to it, over the control API and through the library alike, by subject. */
export interface Levers
  extends HealthLevers,
    StateLevers,
    ClockLevers,
    AccountLevers,
    QuotaLevers,
    MetricLevers,
    FaultLevers,
    FixtureLevers,
    SnapshotLevers,
    OperationLevers,
    ReachabilityLevers,
    RequestLevers,
    DiagnosisLevers,
    EventLevers,
    LeakLevers,
    AccessKeyLevers {}

export function createLevers(parts: LeverParts): Levers {
  return {
    ...createHealthLevers(parts),
    ...createStateLevers(parts),
    ...createClockLevers(parts),
    ...createAccountLevers(parts),
    ...createQuotaLevers(parts),
    ...createMetricLevers(parts),
    ...createFaultLevers(parts),
    ...createFixtureLevers(parts),
    ...createSnapshotLevers(parts),
    ...createOperationLevers(parts),
    ...createReachabilityLevers(parts),
    ...createRequestLevers(parts),
    ...createDiagnosisLevers(parts),
    ...createEventLevers(parts),
    ...createLeakLevers(parts),
    ...createAccessKeyLevers(parts),
  };
}
