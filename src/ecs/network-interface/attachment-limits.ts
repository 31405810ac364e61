import type { Refusal } from '../../operation/refusal.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { refuse } from '../refusals.ts';
import type { NetworkInterface } from './network-interface.ts';
import { checkQueues } from './queues.ts';
import { checkRdma, type Occasion } from './rdma.ts';

/** What of an interface takes from what the type of its instance offers. */
export type Share = Pick<
  NetworkInterface,
  'type' | 'trafficMode' | 'queueNumber' | 'queuePairNumber' | 'networkCardIndex'
>;

/**
 * Whether the type has room for one more interface beside those of an instance: their number, their queues, and what
 * the RDMA mode takes (ENI-81, ENI-145). Members of trunks take nothing of it.
 */
export function checkRoom(
  share: Share,
  attached: readonly Share[],
  type: InstanceType,
  occasion: Occasion = 'attach',
): Refusal | undefined {
  const { eniQuantity: limit, instanceTypeId: instanceType } = type;
  const others = attached.filter((other) => other.type !== 'Member');
  if (others.length >= limit) return refuse('EniPerInstanceLimitExceeded', { limit, instanceType });
  return checkQueues(type, share, others) ?? checkRdma(type, share, others, occasion);
}

/** Whether an interface can be put on the card of this index; without cards to choose from none can be named (ENI-88). */
export function checkNetworkCard(index: number | undefined, type: InstanceType): Refusal | undefined {
  const { networkCardQuantity, instanceTypeId: instanceType } = type;
  if (index === undefined) return undefined;
  if (Number.isInteger(index) && index >= 0 && index < networkCardQuantity) return undefined;
  const allowed = networkCardQuantity === 0 ? 'has none' : `has 0 to ${networkCardQuantity - 1}`;
  return refuse('InvalidParameter.NetworkCardIndexInvalid', { value: index, instanceType, allowed });
}
