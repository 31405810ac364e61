import type { Flag } from '../../store/statement.ts';

/**
 * `Associating` and `Releasing` are never seen: an association is there when the call returns, since clients read it
 * right after, and a released address is gone.
 */
export type EipStatus = 'Available' | 'InUse' | 'Unassociating';

/** Translated to the private address (NAT), in its place on the interface (BINDED), or beside it (MULTI_BINDED). */
export const eipModes = ['NAT', 'BINDED', 'MULTI_BINDED'] as const;
export type EipMode = (typeof eipModes)[number];

/** What an address can be associated with here. */
export type EipInstanceType = 'EcsInstance' | 'NetworkInterface';

/** What an address is associated with; all null, and the mode NAT, while it is Available. */
export interface Association {
  readonly mode: EipMode;
  readonly instanceType: EipInstanceType | null;
  /** The instance or the network interface, as the request named it. */
  readonly instanceId: string | null;
  /** The network interface that holds the private address; an instance's primary one. */
  readonly networkInterfaceId: string | null;
  readonly privateAddress: number | null;
  /** Whether the request chose the private address: only then it is answered. */
  readonly privateAddressGiven: Flag;
}

/** An elastic IP address (EIP). Its tags are rows of their own. */
export interface Eip extends Association {
  readonly allocationId: string;
  readonly accountId: string;
  readonly regionId: string;
  /** The public address as a whole number. */
  readonly ipAddress: number;
  readonly eipName: string;
  readonly description: string;
  readonly status: EipStatus;
  readonly bandwidthMbps: number;
  readonly internetChargeType: InternetChargeType;
  readonly isp: string;
  /** Empty unless it was asked for. */
  readonly zoneId: string;
  /** Separated by commas. */
  readonly securityProtectionTypes: string;
  readonly deletionProtection: Flag;
  readonly resourceGroupId: string;
  /** Whether the traffic of every second is written down, and in which project and store of the log service. */
  readonly hdMonitorStatus: 'ON' | 'OFF';
  readonly hdMonitorLogProject: string;
  readonly hdMonitorLogStore: string;
  readonly createdAtMs: number;
}

export type InternetChargeType = 'PayByBandwidth' | 'PayByTraffic';

/** Under this name elastic IP addresses' delayed changes are recorded. */
export const eipResource = 'eip';

/** The tag resource type of elastic IP addresses. */
export const eipTags = 'vpc/EIP';
