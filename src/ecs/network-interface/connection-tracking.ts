import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';

/** How long idle connections are remembered, in seconds. */
export interface ConnectionTracking {
  readonly TcpEstablishedTimeout?: number;
  readonly TcpClosedAndTimeWaitTimeout?: number;
  readonly UdpTimeout?: number;
}

const allowed = {
  TcpEstablishedTimeout: [30, 60, 80, 100, 200, 300, 500, 700, 910],
  TcpClosedAndTimeWaitTimeout: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  UdpTimeout: [10, 20, 30, 60, 80, 100],
} as const satisfies Record<keyof ConnectionTracking, readonly number[]>;

/** Each timeout is one of a few values (ENI-146). */
export function checkConnectionTracking(configuration: ConnectionTracking): Refusal | undefined {
  for (const name of Object.keys(allowed) as (keyof ConnectionTracking)[]) {
    const value = configuration[name];
    const values: readonly number[] = allowed[name];
    if (value === undefined || values.includes(value)) continue;
    return refuse('InvalidParameter.EniConnectionTrackingConfiguration', { name, value, allowed: values.join(', ') });
  }
  return undefined;
}
