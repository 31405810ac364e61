/** An interface is idle, moving to or from an instance, attached, or on its way out. `Creating` is never seen: creation is synchronous. */
export type NetworkInterfaceStatus = 'Available' | 'Attaching' | 'InUse' | 'Detaching' | 'Deleting';

/** An attached trunk carries further interfaces, its members, which are secondary ones before and after. */
export type NetworkInterfaceType = 'Primary' | 'Secondary' | 'Trunk' | 'Member';

/** An elastic network interface (ENI), without its addresses, groups and tags, which are rows of their own. */
export interface NetworkInterface {
  readonly networkInterfaceId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly vpcId: string;
  readonly vSwitchId: string;
  readonly zoneId: string;
  readonly type: NetworkInterfaceType;
  readonly status: NetworkInterfaceStatus;
  readonly networkInterfaceName: string;
  readonly description: string;
  readonly macAddress: string;
  /** Set from Attaching to Detaching, null otherwise. */
  readonly instanceId: string | null;
  readonly networkCardIndex: number | null;
  /** Set on members only, with the index that no other member of the trunk has: the VLAN of its packets. */
  readonly trunkNetworkInterfaceId: string | null;
  readonly deviceIndex: number | null;
  readonly trafficMode: 'Standard' | 'HighPerformance';
  /** Null until it was set: then the instance type's default counts. */
  readonly queueNumber: number | null;
  readonly queuePairNumber: number | null;
  readonly deleteOnRelease: 0 | 1;
  readonly sourceDestCheck: 0 | 1;
  /** The service that manages the interface, or null: the owner manages it. */
  readonly serviceId: number | null;
  /** Interfaces that are bonded to this one; no public operation makes bonds, an operator can. */
  readonly slaveCount: number;
  readonly tcpEstablishedTimeout: number;
  readonly tcpClosedAndTimeWaitTimeout: number;
  readonly udpTimeout: number;
  readonly resourceGroupId: string;
  /** How many of each it holds, so that whoever reads the row knows whether there are any to look up. */
  readonly ipv4PrefixCount: number;
  readonly ipv6AddressCount: number;
  readonly ipv6PrefixCount: number;
  /** What few interfaces have set, as JSON text: see `settings.ts`. */
  readonly settings: string;
  readonly createdAtMs: number;
}

/** Under this name network interfaces' delayed changes are recorded. */
export const networkInterfaceResource = 'network-interface';
