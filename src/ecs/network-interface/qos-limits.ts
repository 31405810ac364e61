import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { QosLimits } from './settings.ts';

/** The least of each and its step: kbit/s in whole Mbit/s, packets/s and connections in tens of thousands. */
const bounds: readonly (readonly [name: keyof QosLimits, least: number, step: number])[] = [
  ['BandwidthTx', 50_000, 1000],
  ['BandwidthRx', 50_000, 1000],
  ['PpsTx', 10_000, 10_000],
  ['PpsRx', 10_000, 10_000],
  ['ConcurrentConnections', 10_000, 10_000],
];

/** Whether there is a limit, and every one is high enough and in its step. */
export function checkQosLimits(limits: QosLimits): Refusal | undefined {
  const given = bounds.filter(([name]) => limits[name] !== undefined);
  if (given.length === 0) return refuse('MissingParameter', { name: 'QoS' });
  for (const [name, least, step] of given) {
    const value = limits[name] ?? 0;
    if (value < least || value % step !== 0) {
      return refuse('InvalidParameter.QosLimit', { name, value, least, step });
    }
  }
  return undefined;
}
