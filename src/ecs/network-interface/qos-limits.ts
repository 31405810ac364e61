import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { QosLimits } from './settings.ts';

interface Bounds {
  readonly least: number;
  readonly step: number;
}

/** kbit/s in whole Mbit/s, packets/s and connections in tens of thousands. */
const bounds: Readonly<Record<keyof QosLimits, Bounds>> = {
  BandwidthTx: { least: 50_000, step: 1000 },
  BandwidthRx: { least: 50_000, step: 1000 },
  PpsTx: { least: 10_000, step: 10_000 },
  PpsRx: { least: 10_000, step: 10_000 },
  ConcurrentConnections: { least: 10_000, step: 10_000 },
};

/** Whether there is a limit, and every one is high enough and in its step. */
export function checkQosLimits(limits: QosLimits): Refusal | undefined {
  const given = Object.keys(bounds).filter((name) => limits[name as keyof QosLimits] !== undefined);
  if (given.length === 0) return refuse('MissingParameter', { name: 'QoS' });
  for (const name of given as (keyof QosLimits)[]) {
    const value = limits[name] ?? 0;
    const { least, step } = bounds[name];
    if (value < least || value % step !== 0) {
      return refuse('InvalidParameter.QosLimit', { name, value, least, step });
    }
  }
  return undefined;
}
