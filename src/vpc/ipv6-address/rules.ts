import type { Rule } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { type InternetChargeType, internetChargeTypes } from './ipv6-internet-bandwidth.ts';

const maxBandwidthMbps: Readonly<Record<InternetChargeType, number>> = { PayByBandwidth: 2000, PayByTraffic: 1000 };

export const internetChargeType: Rule<string> = (value) =>
  chargeTypeNamed(value) === undefined
    ? refuse('IllegalParam.InternetChargeType', { value, allowed: internetChargeTypes.join(', ') })
    : undefined;

export function chargeTypeNamed(value: string): InternetChargeType | undefined {
  return internetChargeTypes.find((type) => type === value);
}

/** A whole number of Mbit/s, as much as the billing of the traffic allows. */
export function checkBandwidth(value: number, chargeType: InternetChargeType): Refusal | undefined {
  const limit = maxBandwidthMbps[chargeType];
  return Number.isInteger(value) && value >= 1 && value <= limit
    ? undefined
    : refuse('IllegalParam.Bandwidth', { value, limit });
}
