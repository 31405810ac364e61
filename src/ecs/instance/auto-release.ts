import type { Transitions } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { autoReleaseResource, type Instance } from './instance.ts';

const minuteMs = 60_000;
const soonestMs = 30 * minuteMs;
const latestMs = 3 * 365 * 24 * 60 * minuteMs;

/** What is said of the release of an instance, to be made or there already. */
export interface WantedRelease {
  readonly AutoReleaseTime?: string | undefined;
  readonly InstanceChargeType?: string | undefined;
}

/**
 * The beginning of the minute in which an instance is to be released by itself, half an hour to three years from now; 0
 * when that is not asked for, and for subscriptions, which end by themselves.
 */
export function autoReleaseAtMsOf(
  { AutoReleaseTime: value, InstanceChargeType }: WantedRelease,
  nowMs: number,
): number | Refusal {
  if (value === undefined || InstanceChargeType === 'PrePaid') return 0;
  const atMs = Date.parse(value);
  return atMs >= nowMs + soonestMs && atMs <= nowMs + latestMs
    ? Math.floor(atMs / minuteMs) * minuteMs
    : refuse('InvalidAutoReleaseTime.Malformed.Range', { value });
}

/** Has an instance released by itself at its time, or no longer. */
export async function setAutoRelease(
  transitions: Transitions,
  { instanceId, autoReleaseAtMs }: Pick<Instance, 'instanceId' | 'autoReleaseAtMs'>,
): Promise<void> {
  if (autoReleaseAtMs === 0) await transitions.cancel(autoReleaseResource, instanceId);
  else await transitions.scheduleAt(autoReleaseResource, instanceId, 'release', autoReleaseAtMs);
}
