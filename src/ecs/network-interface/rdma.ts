import type { Refusal } from '../../operation/refusal.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { refuse } from '../refusals.ts';
import type { NetworkInterface } from './network-interface.ts';

/** RunInstances has codes and statuses of its own for what an interface cannot have. */
export type Occasion = 'attach' | 'launch';

type Rdma = Pick<NetworkInterface, 'trafficMode' | 'queuePairNumber' | 'networkCardIndex'>;

/**
 * Whether an instance type allows one more interface of the RDMA mode, `HighPerformance`, beside the others of an
 * instance, and the queue pairs it takes: one that names no number takes all that the type has on its network card.
 */
export function checkRdma(
  type: InstanceType,
  eni: Rdma,
  others: readonly Rdma[],
  occasion: Occasion,
): Refusal | undefined {
  if (eni.trafficMode !== 'HighPerformance') return undefined;
  const { instanceTypeId: instanceType, eriQuantity } = type;
  const launch = occasion === 'launch';
  if (eriQuantity === 0) {
    return launch
      ? refuse('InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode', { instanceType })
      : refuse('InvalidOperation.InstanceTypeNotSupportHighPerformance', { instanceType });
  }
  const highPerformance = others.filter((other) => other.trafficMode === 'HighPerformance');
  if (highPerformance.length >= eriQuantity) {
    const code = 'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded';
    return refuse(launch ? `${code}.Launch` : code, { limit: eriQuantity, instanceType });
  }
  return checkQueuePairs(type, eni, highPerformance, launch);
}

function checkQueuePairs(type: InstanceType, eni: Rdma, others: readonly Rdma[], launch: boolean) {
  const { instanceTypeId: instanceType, queuePairNumber: limit } = type;
  const own = eni.queuePairNumber ?? limit;
  if (own > limit) {
    const code = 'InvalidOperation.MaxEniQueuePairNumberExceed';
    return refuse(launch ? `${code}.Launch` : code, { value: own, limit, instanceType });
  }
  const onSameCard = others.filter((other) => cardOf(other) === cardOf(eni));
  const value = onSameCard.reduce((sum, other) => sum + (other.queuePairNumber ?? limit), own);
  if (value <= limit) return undefined;
  const code = 'InvalidOperation.EniQueuePairNumberOverflow';
  return refuse(launch ? `${code}.Launch` : code, { value, limit, instanceType });
}

/** Without an index it is on the first. */
function cardOf({ networkCardIndex }: Rdma): number {
  return networkCardIndex ?? 0;
}
