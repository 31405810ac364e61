import type { Block } from './ipv4.ts';

/** The two accounts of a sequence: one that owns most of what there is, and one that looks on. */
export type AccountName = 'owner' | 'stranger';

export interface Vpc {
  readonly id: string;
  readonly owner: AccountName;
  readonly block: Block;
  readonly ipv6: boolean;
  status: 'Pending' | 'Available';
  readonly tags: Map<string, string>;
  /** Empty where none was named. */
  resourceGroup: string;
}

export interface VSwitch {
  readonly id: string;
  readonly owner: AccountName;
  readonly vpcId: string;
  readonly zoneId: string;
  readonly block: Block;
  /** The first four groups of its IPv6 addresses; null without IPv6. */
  readonly ipv6Network: string | null;
  status: 'Pending' | 'Available';
  readonly tags: Map<string, string>;
  /** Empty where none was named. */
  resourceGroup: string;
}

export interface SecurityGroup {
  readonly id: string;
  readonly owner: AccountName;
  /** Null in the classic network. */
  readonly vpcId: string | null;
  readonly type: 'normal' | 'enterprise';
  /** What the rules say, each once: a network or the id of a group, and the ports. */
  readonly rules: Set<string>;
  readonly tags: Map<string, string>;
  /** Empty where none was named. */
  resourceGroup: string;
}

export interface NetworkInterface {
  readonly id: string;
  readonly owner: AccountName;
  readonly vpcId: string;
  readonly vSwitchId: string;
  readonly zoneId: string;
  readonly mac: string;
  readonly createdAtMs: number;
  type: 'Primary' | 'Secondary' | 'Trunk' | 'Member';
  status: 'Available' | 'Attaching' | 'InUse' | 'Detaching' | 'Deleting';
  instanceId: string | null;
  /** Of a member: its trunk, and its place there. */
  trunkId: string | null;
  deviceIndex: number | null;
  /** The primary one first. */
  addresses: number[];
  /** Each by its first address; it has 16. */
  prefixes: number[];
  /** With all eight groups. */
  ipv6Addresses: string[];
  ipv6Prefixes: string[];
  groups: string[];
  readonly tags: Map<string, string>;
  /** Empty where none was named. */
  resourceGroup: string;
  name: string;
  description: string;
  deleteOnRelease: boolean;
  sourceDestCheck: boolean;
  /** Set by an operator only: the service that manages it, and how many interfaces are bonded to it. */
  serviceId: number | null;
  slaveCount: number;
}

export interface Instance {
  readonly id: string;
  readonly owner: AccountName;
  readonly type: string;
  readonly vpcId: string;
  readonly vSwitchId: string;
  readonly zoneId: string;
  status: 'Pending' | 'Starting' | 'Running' | 'Stopping' | 'Stopped';
  releasing: boolean;
  deletionProtection: boolean;
  readonly tags: Map<string, string>;
  /** Empty where none was named. */
  resourceGroup: string;
}

export interface Eip {
  readonly id: string;
  readonly owner: AccountName;
  readonly address: string;
  status: 'Available' | 'InUse' | 'Unassociating';
  protected: boolean;
  bound: EipBinding | null;
  readonly tags: Map<string, string>;
  /** Empty where none was named. */
  resourceGroup: string;
}

export interface EipBinding {
  readonly mode: 'NAT' | 'BINDED' | 'MULTI_BINDED';
  readonly instanceType: 'EcsInstance' | 'NetworkInterface';
  readonly instanceId: string;
  readonly networkInterfaceId: string;
  readonly privateAddress: number;
}

/** What an account may do with another one's network interface: attach it. */
export interface Permission {
  readonly id: string;
  readonly owner: AccountName;
  readonly eniId: string;
  readonly grantee: string;
  status: 'Pending' | 'Granted' | 'Revoking';
}

export interface ResourceGroup {
  readonly id: string;
  readonly owner: AccountName;
  readonly name: string;
  status: 'Creating' | 'OK' | 'PendingDelete';
}
