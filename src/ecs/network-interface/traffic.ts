import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { Holder } from './holder.ts';
import type { NetworkInterface } from './network-interface.ts';
import { checkQueues } from './queues.ts';
import { checkRdma } from './rdma.ts';

/** What is to become of the way an interface moves its packets; what is absent stays. */
export interface WantedTraffic {
  readonly mode?: NetworkInterface['trafficMode'] | undefined;
  readonly queueNumber?: number | undefined;
  readonly queuePairNumber?: number | undefined;
}

/** The interface with the traffic that was asked for, if itself and the instance that holds it allow that (ENI-145). */
export function withTraffic(
  eni: NetworkInterface,
  wanted: WantedTraffic,
  holder: Holder | undefined,
): NetworkInterface | Refusal {
  const { networkInterfaceId: id, type } = eni;
  const changed: NetworkInterface = {
    ...eni,
    trafficMode: wanted.mode ?? eni.trafficMode,
    queueNumber: wanted.queueNumber ?? eni.queueNumber,
    queuePairNumber: wanted.queuePairNumber ?? eni.queuePairNumber,
  };
  if (wanted.queueNumber !== undefined && type === 'Member') {
    return refuse('InvalidOperation.NotSupportModifyQueueNumber', { id });
  }
  const modeChanges = changed.trafficMode !== eni.trafficMode;
  if (modeChanges) {
    const refused = checkMode(eni, changed.trafficMode);
    if (refused) return refused;
  }
  if (changed.trafficMode === 'Standard' && wanted.queuePairNumber !== undefined) {
    return refuse('InvalidParameter.QueuePairNumberMustEmpty', { value: wanted.queuePairNumber, id });
  }
  if (holder === undefined) return changed;
  const pairsChange = modeChanges || wanted.queuePairNumber !== undefined;
  return (
    (pairsChange ? checkRdma(holder.instance, changed, holder.others, 'attach') : undefined) ??
    (wanted.queueNumber === undefined ? undefined : checkQueues(holder.instance, changed, holder.others)) ??
    changed
  );
}

/** The RDMA mode is for good, and for secondary interfaces without IPv6. */
function checkMode(eni: NetworkInterface, mode: NetworkInterface['trafficMode']): Refusal | undefined {
  const { networkInterfaceId: id, type } = eni;
  if (mode === 'Standard') return refuse('InvalidTrafficMode.ModifyToStandardNotSupported', { id });
  if (type !== 'Secondary') return refuse('InvalidOperation.TrunkAttachmentMustEmpty', { id, type });
  const hasIpv6 = eni.ipv6AddressCount + eni.ipv6PrefixCount > 0;
  return hasIpv6 ? refuse('InvalidOperation.EniTrafficModeNotSupportIPv6', { id }) : undefined;
}
