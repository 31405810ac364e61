import type { Instance } from './instance.ts';
import { settingsOf, withSettings } from './settings.ts';

/** In Mbit/s; to the internet up to this, and into the instance at least so much. */
const maxOut = 100;
const leastIn = 10;

/** A change of the bandwidth; what is not given stays. */
export interface WantedBandwidth {
  readonly InternetMaxBandwidthIn?: number | undefined;
  readonly InternetMaxBandwidthOut?: number | undefined;
}

export function isBandwidthOut(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= maxOut;
}

/** How much can come in: 10, or as much as can go out. */
export function mostInOf(out: number): number {
  return Math.max(leastIn, out);
}

/** The instance with another bandwidth; one in that is not said follows a change of the one out. */
export function withBandwidth(instance: Instance, wanted: WantedBandwidth): Instance {
  const before = settingsOf(instance);
  const { InternetMaxBandwidthOut = before.InternetMaxBandwidthOut } = wanted;
  const follows = wanted.InternetMaxBandwidthOut !== undefined;
  const InternetMaxBandwidthIn = wanted.InternetMaxBandwidthIn ?? (follows ? undefined : before.InternetMaxBandwidthIn);
  return withSettings(instance, { InternetMaxBandwidthOut, InternetMaxBandwidthIn });
}

/** The bandwidth in, where it is out of its range, and the limit. */
export function checkBandwidthIn(instance: Instance): { readonly value: number; readonly limit: number } | undefined {
  const { InternetMaxBandwidthIn: value, InternetMaxBandwidthOut = 0 } = settingsOf(instance);
  const limit = mostInOf(InternetMaxBandwidthOut);
  const fits = value === undefined || (Number.isInteger(value) && value >= 1 && value <= limit);
  return fits ? undefined : { value, limit };
}
