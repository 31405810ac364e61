import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';

const periods: ReadonlyMap<string, readonly number[]> = new Map([
  ['Week', [1, 2, 3, 4]],
  ['Month', [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 48, 60]],
]);

/** Years are only for the change of how an instance is paid for. */
const years = [1, 2, 3, 4, 5];

/** Whether a subscription can be so long. */
export function checkPeriod({
  Period,
  PeriodUnit = 'Month',
}: {
  readonly Period?: number | undefined;
  readonly PeriodUnit?: string | undefined;
}): Refusal | undefined {
  const allowed = PeriodUnit === 'Year' ? years : periods.get(PeriodUnit);
  if (allowed === undefined) return refuse('InvalidPeriod.UnitMismatch', { value: PeriodUnit });
  if (Period !== undefined && allowed.includes(Period)) return undefined;
  const given = Period === undefined ? 'Period is not given' : `Period is ${Period}`;
  return refuse('InvalidPeriod', { reason: `${given}, and PrePaid takes one of ${allowed.join(', ')} ${PeriodUnit}s` });
}

const renewals: ReadonlyMap<string, readonly number[]> = new Map([
  ['Week', [1, 2, 3]],
  ['Month', [1, 2, 3, 6, 12, 24, 36, 48, 60]],
]);

/** Whether a subscription can be renewed for so long each time. */
export function checkAutoRenewPeriod({
  AutoRenew = false,
  AutoRenewPeriod: value = 1,
  PeriodUnit = 'Month',
}: {
  readonly AutoRenew?: boolean | undefined;
  readonly AutoRenewPeriod?: number | undefined;
  readonly PeriodUnit?: string | undefined;
}): Refusal | undefined {
  const allowed = renewals.get(PeriodUnit) ?? [];
  if (!AutoRenew || allowed.includes(value)) return undefined;
  return refuse('InvalidAutoRenewPeriod.ValueNotSupported', { value, allowed: `${allowed.join(', ')} ${PeriodUnit}s` });
}
