import type { InstanceType } from './instance-type.ts';

const large: InstanceType = {
  instanceTypeId: 'ecs.g6.large',
  family: 'ecs.g6',
  cpuCoreCount: 2,
  memoryGib: 8,
  eniQuantity: 2,
  eniPrivateIpAddressQuantity: 6,
  eniIpv6AddressQuantity: 1,
  eniTotalQuantity: 2,
  eniTrunkSupported: false,
  primaryEniQueueNumber: 2,
  secondaryEniQueueNumber: 1,
  maximumQueueNumberPerEni: 2,
  totalEniQueueQuantity: 3,
  hotPlug: true,
};

export function findInstanceType(instanceTypeId: string): InstanceType | undefined {
  return instanceTypeId === large.instanceTypeId ? large : undefined;
}
