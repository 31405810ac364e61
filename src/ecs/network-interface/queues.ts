import type { Refusal } from '../../operation/refusal.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { refuse } from '../refusals.ts';
import type { NetworkInterface } from './network-interface.ts';

type Queues = Pick<NetworkInterface, 'type' | 'queueNumber'>;

/** What was set, otherwise the default of the instance type (ENI-71). */
export function queuesOn(type: InstanceType, eni: Queues): number {
  return eni.queueNumber ?? (eni.type === 'Primary' ? type.primaryEniQueueNumber : type.secondaryEniQueueNumber);
}

/**
 * Whether an instance type allows an interface its queues, beside those of the instance's other interfaces (ENI-145).
 * Members of trunks use the queues of their trunk and are not among the others.
 */
export function checkQueues(type: InstanceType, eni: Queues, others: readonly Queues[]): Refusal | undefined {
  const { instanceTypeId: instanceType } = type;
  const own = queuesOn(type, eni);
  if (own > type.maximumQueueNumberPerEni) {
    const limit = type.maximumQueueNumberPerEni;
    return refuse('InvalidOperation.MaxEniQueueNumberExceeded', { value: own, limit, instanceType });
  }
  const value = others.reduce((sum, other) => sum + queuesOn(type, other), own);
  const limit = type.totalEniQueueQuantity;
  return value > limit
    ? refuse('InvalidOperation.ExceedInstanceTypeQueueNumber', { value, limit, instanceType })
    : undefined;
}
