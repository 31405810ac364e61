import { operation } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import type { Transaction } from '../../store/store.ts';
import { findInstance } from '../instance/instance.table.ts';
import type { Instance } from '../instance/instance.ts';
import { refuse } from '../refusals.ts';
import { findNetworkInterface, networkInterfacesOf } from './network-interface.table.ts';
import type { NetworkInterface } from './network-interface.ts';
import { trafficOf } from './traffic-record.ts';

const periods: readonly number[] = [60, 600, 3600];
const maxPoints = 400;
const minuteMs = 60_000;
const oldestMs = 30 * 24 * 60 * minuteMs;

/** What the traffic of an instance's secondary network interfaces was, by equal spans of time (ENI-162). It is made up. */
export const describeEniMonitorData = operation('Ecs', 'DescribeEniMonitorData', {
  permits: ['instance/{InstanceId}', 'eni/{EniId}?'],
  networkInterfaces: true,
  rules: {
    StartTime: (value) =>
      wholeMinute(value) === undefined ? refuse('InvalidStartTime.Malformed', { value }) : undefined,
    EndTime: (value) => (wholeMinute(value) === undefined ? refuse('InvalidEndTime.Malformed', { value }) : undefined),
    Period: (value) => (periods.includes(value) ? undefined : refuse('InvalidPeriod.ValueNotSupported', { value })),
  },

  async execute(parameters, { tx, nowMs, accountId, regionId }) {
    const { StartTime, EndTime, Period = 60, InstanceId: instanceId, EniId: eniId } = parameters;
    const startMs = wholeMinute(StartTime) ?? 0;
    const endMs = wholeMinute(EndTime) ?? 0;
    const periodMs = Period * 1000;
    if (endMs < startMs) return refuse('InvalidParameter.EndTime', { start: StartTime, end: EndTime });
    if (startMs < nowMs - oldestMs) return refuse('InvalidStartTime.TooEarly', { value: StartTime });
    const points = (endMs - startMs) / periodMs;
    if (points > maxPoints) return refuse('InvalidParameter.TooManyDataQueried', { points, limit: maxPoints });
    const instance = await findInstance(tx, accountId, regionId, instanceId);
    if (instance === undefined) return refuse('InvalidEcsId.NotFound', { id: instanceId });
    const attached = await networkInterfacesOf(tx, instanceId);
    const shown = attached.filter((eni) => eniId === undefined || eni.networkInterfaceId === eniId);
    if (eniId !== undefined && shown.length === 0) {
      const refused = await checkOther(tx, { accountId, regionId }, eniId, instanceId);
      if (refused) return refused;
    }
    const data = shown.filter(isMonitored).flatMap((eni) => {
      const sinceMs = Math.max(eni.createdAtMs, upSinceMs(instance));
      const starts = Array.from({ length: Math.floor(points) }, (_, index) => startMs + index * periodMs);
      const complete = starts.filter((start) => start >= sinceMs && start + periodMs <= nowMs);
      return complete.map((start) => described(eni, start, Period / 60));
    });
    return { TotalCount: data.length, MonitorData: { EniMonitorData: data } };
  },
});

/** Seconds count as the next minute. */
function wholeMinute(text: string): number | undefined {
  const timeMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(timeMs) ? undefined : Math.ceil(timeMs / minuteMs) * minuteMs;
}

/** An interface that is idle has no data, which is no error; that it is on another instance is. */
async function checkOther(
  tx: Transaction,
  { accountId, regionId }: { readonly accountId: string; readonly regionId: string },
  id: string,
  instanceId: string,
): Promise<Refusal | undefined> {
  const eni = await findNetworkInterface(tx, accountId, regionId, id);
  if (eni === undefined) return refuse('InvalidEniId.NotFound.Monitor', { id });
  return eni.instanceId === null ? undefined : refuse('InvalidParam.Malformed.Monitor', { id, instanceId });
}

function isMonitored({ type, status }: NetworkInterface): boolean {
  return type !== 'Primary' && status === 'InUse';
}

/** Nothing is measured while the instance is not up. */
function upSinceMs({ status, startedAtMs }: Instance): number {
  return status === 'Running' || status === 'Stopping' ? startedAtMs : Number.POSITIVE_INFINITY;
}

function described({ networkInterfaceId }: NetworkInterface, startMs: number, minutes: number) {
  const traffic = trafficOf(networkInterfaceId, startMs, minutes);
  return {
    EniId: networkInterfaceId,
    TimeStamp: utcSeconds(startMs),
    PacketRx: String(traffic.packetRx),
    PacketTx: String(traffic.packetTx),
    IntranetRx: String(traffic.intranetRx),
    IntranetTx: String(traffic.intranetTx),
    DropPacketRx: String(traffic.dropPacketRx),
    DropPacketTx: String(traffic.dropPacketTx),
  };
}
