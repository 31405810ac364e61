/** What the instance types of one family have in common. */
export interface InstanceTypeFamily {
  /** With its prefix, for example `ecs.g6`. */
  readonly family: string;
  /** As DescribeInstanceTypes names it, for example `General-purpose`. */
  readonly category: string;
  readonly level: 'EntryLevel' | 'EnterpriseLevel' | 'CreditEntryLevel';
  readonly processorModel: string;
  readonly cpuSpeedGhz: number;
  readonly cpuTurboGhz: number;
  /** Network interfaces can be trunks, with further interfaces as their members. */
  readonly eniTrunkSupported: boolean;
  /** Network interfaces can work in the RDMA mode, `HighPerformance`: elastic RDMA interfaces (ERI). */
  readonly eriSupported: boolean;
  /** Network cards that an interface can be put on by index; 0: the type has none to choose from. */
  readonly networkCardQuantity: number;
  readonly nvmeSupport: 'required' | 'unsupported';
  /** Empty without GPU. */
  readonly gpuSpec: string;
  readonly gpuMemoryGib: number;
  /** Empty without local disks. */
  readonly localStorageCategory: string;
}

/** What an instance type allows; the figures that network interfaces are held to come from eni facts, the rest is filler. */
export interface InstanceType extends Omit<InstanceTypeFamily, 'eriSupported'> {
  readonly instanceTypeId: string;
  readonly cpuCoreCount: number;
  readonly memoryGib: number;
  /** Network interfaces of an instance, the primary one included. */
  readonly eniQuantity: number;
  /** Private IPv4 addresses of one network interface, the primary one included. */
  readonly eniPrivateIpAddressQuantity: number;
  readonly eniIpv6AddressQuantity: number;
  /** Network interfaces including members of trunks. */
  readonly eniTotalQuantity: number;
  /** Interfaces of the RDMA mode; 0 without it. */
  readonly eriQuantity: number;
  /** Queue pairs of all interfaces of the RDMA mode together; with network cards, of those on one card. */
  readonly queuePairNumber: number;
  readonly primaryEniQueueNumber: number;
  readonly secondaryEniQueueNumber: number;
  readonly maximumQueueNumberPerEni: number;
  readonly totalEniQueueQuantity: number;
  /** False: network interfaces are attached and detached only while the instance is stopped (ENI-78). */
  readonly hotPlug: boolean;
  /** In each direction. */
  readonly bandwidthKbps: number;
  /** Packets a second, in each direction. */
  readonly packetsPerSecond: number;
  readonly diskQuantity: number;
  readonly gpuAmount: number;
  readonly localStorageAmount: number;
  /** Of one local disk. */
  readonly localStorageCapacityGib: number;
}
