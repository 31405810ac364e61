import type { Rule } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { startsWithScheme } from '../../operation/text.ts';
import { refuse } from '../refusals.ts';
import { type EipInstanceType, type EipMode, eipModes, type InternetChargeType } from './eip.ts';

const offeredTypes = ['EcsInstance', 'NetworkInterface'] as const satisfies readonly EipInstanceType[];
/** The types that exist; the others' products are not here. */
const instanceTypes = [...offeredTypes, 'SlbInstance', 'Nat', 'HaVip', 'IpAddress'];

const isps = [
  'BGP',
  'BGP_PRO',
  'ChinaTelecom',
  'ChinaUnicom',
  'ChinaMobile',
  'ChinaTelecom_L2',
  'ChinaUnicom_L2',
  'ChinaMobile_L2',
  'BGP_FinanceCloud',
  'BGP_International',
];

const maxBandwidthMbps: Readonly<Record<InternetChargeType, number>> = { PayByBandwidth: 500, PayByTraffic: 200 };

const text =
  (maxLength: number): Rule<string> =>
  (value, name) =>
    value.length > maxLength || startsWithScheme(value) || /\p{Cc}/u.test(value)
      ? refuse('InvalidParameter', { name, value })
      : undefined;

/** At most 128 characters, no URL scheme in front, no control characters. Empty text, where it is kept, clears. */
export const eipName = text(128);
/** At most 256 characters, otherwise like a name. */
export const eipDescription = text(256);

/** The name of a project or a store of the log service. */
export const logName = text(128);

/** A rule for values of a fixed list. */
export const oneOf =
  (...allowed: readonly string[]): Rule<string> =>
  (value, name) =>
    allowed.includes(value) ? undefined : refuse('InvalidParameter', { name, value });

export const isp: Rule<string> = (value) =>
  isps.includes(value) ? undefined : refuse('IllegalParam.Isp', { value, allowed: isps.join(', ') });

/** In Mbit/s, a whole number from 1 to what the billing of the traffic allows. */
export function bandwidthMbps(value: string, chargeType: InternetChargeType): number | Refusal {
  const mbps = /^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined;
  return mbps !== undefined && mbps <= maxBandwidthMbps[chargeType]
    ? mbps
    : refuse('InvalidParameter', { name: 'Bandwidth', value });
}

export const mode: Rule<string> = (value) =>
  isMode(value) ? undefined : refuse('IllegalParam.Mode', { value, allowed: eipModes.join(', ') });

export function isMode(value: string): value is EipMode {
  return eipModes.some((known) => known === value);
}

/** Any type that exists, offered here or not. */
export const knownInstanceType: Rule<string> = (value) =>
  instanceTypes.includes(value)
    ? undefined
    : refuse('InvalidInstanceType.ValueNotSupported', { value, allowed: instanceTypes.join(', ') });

/** A type that an address can be associated with here. */
export const offeredInstanceType: Rule<string> = (value, name) =>
  isOffered(value)
    ? undefined
    : (knownInstanceType(value, name) ??
      refuse('BindInstance.NotSupported', { value, allowed: offeredTypes.join(', ') }));

export function isOffered(value: string): value is EipInstanceType {
  return offeredTypes.some((offered) => offered === value);
}

/** A type to look for. */
export const associatedInstanceType: Rule<string> = (value) =>
  instanceTypes.includes(value)
    ? undefined
    : refuse('InvalidIAssociatedInstanceType.ValueNotSupported', { value, allowed: instanceTypes.join(', ') });
