/** What an instance type allows; the figures that network interfaces are held to come from eni facts, the rest is filler. */
export interface InstanceType {
  readonly instanceTypeId: string;
  readonly family: string;
  readonly cpuCoreCount: number;
  readonly memoryGib: number;
  /** Network interfaces of an instance, the primary one included. */
  readonly eniQuantity: number;
  /** Private IPv4 addresses of one network interface, the primary one included. */
  readonly eniPrivateIpAddressQuantity: number;
  readonly eniIpv6AddressQuantity: number;
  /** Network interfaces including members of trunks. */
  readonly eniTotalQuantity: number;
  readonly eniTrunkSupported: boolean;
  readonly primaryEniQueueNumber: number;
  readonly secondaryEniQueueNumber: number;
  readonly maximumQueueNumberPerEni: number;
  readonly totalEniQueueQuantity: number;
  /** False: network interfaces are attached and detached only while the instance is stopped (ENI-78). */
  readonly hotPlug: boolean;
}
