import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { Instance } from './instance.ts';
import { type Renewal, settingsOf } from './settings.ts';

const statuses = ['AutoRenewal', 'Normal', 'NotRenewal'] as const;
const durations: ReadonlyMap<string, readonly number[]> = new Map([
  ['Week', [1, 2, 3, 4]],
  ['Month', [1, 2, 3, 6, 12, 24, 36, 48, 60]],
  ['Year', [1, 2, 3, 4, 5]],
]);

/** What is set for a subscription, and until then what its creation said. */
export function renewalOf(instance: Instance): Renewal {
  const { renewal, AutoRenew = false, AutoRenewPeriod = 1, PeriodUnit = 'Month' } = settingsOf(instance);
  if (renewal !== undefined) return renewal;
  return AutoRenew
    ? { status: 'AutoRenewal', duration: AutoRenewPeriod, periodUnit: PeriodUnit }
    : { status: 'Normal', duration: 0, periodUnit: 'Month' };
}

export function isRenewalStatus(value: string): value is Renewal['status'] {
  return statuses.some((known) => known === value);
}

/** What a request sets, beside what is set already; only a renewal has a duration. */
export function renewalAfter(
  before: Renewal,
  wanted: { readonly status: Renewal['status']; readonly duration: number | undefined; readonly periodUnit: string },
): Renewal | Refusal {
  const { status, periodUnit, duration = before.duration || 1 } = wanted;
  if (status !== 'AutoRenewal') return { status, duration: 0, periodUnit: 'Month' };
  const allowed = durations.get(periodUnit);
  if (allowed === undefined) return refuse('InvalidPeriodUnit.ValueNotSupported', { value: periodUnit });
  return allowed.includes(duration)
    ? { status, duration, periodUnit }
    : refuse('InvalidParameter.Duration', { value: duration, allowed: allowed.join(', '), periodUnit });
}
