import { givenOut, sizeOf } from './ipv4.ts';
import type {
  AccountName,
  Eip,
  Instance,
  NetworkInterface,
  Permission,
  ResourceGroup,
  SecurityGroup,
  Vpc,
  VSwitch,
} from './resources.ts';

/** What is counted for an account, with its limits (semantics, 5). */
export interface Quotas {
  'network-interfaces': number;
  'security-groups': number;
  'security-groups-per-network-interface': number;
  'rules-per-security-group': number;
  'group-rules-per-security-group': number;
  'rules-per-network-interface': number;
  'private-addresses-per-basic-security-group': number;
  'private-addresses-per-advanced-security-group': number;
  'secondary-private-addresses-at-creation': number;
  vpcs: number;
  'v-switches-per-vpc': number;
  eips: number;
  'tags-per-resource': number;
  'resource-groups': number;
}

/** A delayed change. */
export interface Transition {
  readonly type: string;
  readonly id: string;
  readonly kind: string;
  readonly outcome: Outcome;
  /** Infinity while it is stuck. */
  readonly dueMs: number;
}

export type Outcome = 'complete' | 'fail' | 'stick';

/** A wish that the next delayed change of a kind goes wrong. */
export interface Fault {
  readonly type: string;
  readonly kind: string;
  readonly outcome: Outcome;
}

/** A call that was accepted under a ClientToken. */
export interface TokenedCall {
  readonly parameters: string;
  readonly answer: string;
  readonly expiresAtMs: number;
}

/** Everything the model knows: plain data. */
export interface Model {
  nowMs: number;
  readonly delaysMs: Readonly<Record<string, number>>;
  readonly accountIds: Readonly<Record<AccountName, string>>;
  readonly quotas: Quotas;
  readonly vpcs: Map<string, Vpc>;
  readonly vSwitches: Map<string, VSwitch>;
  readonly groups: Map<string, SecurityGroup>;
  readonly enis: Map<string, NetworkInterface>;
  readonly instances: Map<string, Instance>;
  readonly eips: Map<string, Eip>;
  readonly permissions: Map<string, Permission>;
  readonly resourceGroups: Map<string, ResourceGroup>;
  /** By `type/id`: a resource has at most one. */
  readonly transitions: Map<string, Transition>;
  readonly faults: Fault[];
  /** By `account/action/token`. */
  readonly tokens: Map<string, TokenedCall>;
  /** Ids of what is no more. */
  readonly gone: string[];
  /** How often a command looked for something to be carried out on and there was nothing. */
  misses: number;
}

export function emptyModel(known: Pick<Model, 'nowMs' | 'delaysMs' | 'accountIds' | 'quotas'>): Model {
  return {
    ...known,
    vpcs: new Map(),
    vSwitches: new Map(),
    groups: new Map(),
    enis: new Map(),
    instances: new Map(),
    eips: new Map(),
    permissions: new Map(),
    resourceGroups: new Map(),
    transitions: new Map(),
    faults: [],
    tokens: new Map(),
    gone: [],
    misses: 0,
  };
}

/** The account's resource of this id; what another account owns does not exist. */
export function own<Resource extends { readonly owner: AccountName }>(
  resources: ReadonlyMap<string, Resource>,
  owner: AccountName,
  id: string | undefined,
): Resource | undefined {
  const found = resources.get(id ?? '');
  return found?.owner === owner ? found : undefined;
}

/** Everything of a kind that an account owns. */
export function allOwn<Resource extends { readonly owner: AccountName }>(
  resources: ReadonlyMap<string, Resource>,
  owner: AccountName,
): Resource[] {
  return [...resources.values()].filter((resource) => resource.owner === owner);
}

/** How many of the IPv4 places that its type allows are filled: a prefix counts one. */
export function ipv4Places({ addresses, prefixes }: NetworkInterface): number {
  return addresses.length + prefixes.length;
}

export function ipv6Places({ ipv6Addresses, ipv6Prefixes }: NetworkInterface): number {
  return ipv6Addresses.length + ipv6Prefixes.length;
}

/** How much of the capacity of each of its groups an interface takes. */
export function capacityTaken(eni: NetworkInterface): number {
  return ipv4Places(eni) + ipv6Places(eni);
}

export const prefixSize = 16;

/** Every address of its vSwitch that an interface holds, alone or in a prefix. */
export function allAddresses({ addresses, prefixes }: NetworkInterface): number[] {
  const inPrefixes = prefixes.flatMap((first) => Array.from({ length: prefixSize }, (_, index) => first + index));
  return [...addresses, ...inPrefixes];
}

export function enisIn(model: Model, vSwitchId: string): NetworkInterface[] {
  return [...model.enis.values()].filter((eni) => eni.vSwitchId === vSwitchId);
}

/** Everything attached to the instance or on its way to or from it. */
export function enisOf(model: Model, instanceId: string): NetworkInterface[] {
  return [...model.enis.values()].filter((eni) => eni.instanceId === instanceId);
}

/** The members of a trunk, those on their way to or from it included. */
export function membersOf(model: Model, trunkId: string): NetworkInterface[] {
  return [...model.enis.values()].filter((eni) => eni.trunkId === trunkId);
}

export function primaryOf(model: Model, instanceId: string): NetworkInterface | undefined {
  return enisOf(model, instanceId).find((eni) => eni.type === 'Primary');
}

/** The addresses of the vSwitch that interfaces hold. */
export function heldIn(model: Model, vSwitchId: string): Set<number> {
  return new Set(enisIn(model, vSwitchId).flatMap(allAddresses));
}

export function idleCount(model: Model, vSwitch: VSwitch): number {
  return sizeOf(givenOut(vSwitch.block)) - heldIn(model, vSwitch.id).size;
}

/** How many addresses and prefixes the members of the group have together. */
export function groupCount(model: Model, groupId: string): number {
  let count = 0;
  for (const eni of model.enis.values()) if (eni.groups.includes(groupId)) count += capacityTaken(eni);
  return count;
}

/** How many rules the groups have together. */
export function ruleCount(groups: readonly SecurityGroup[]): number {
  return groups.reduce((count, { rules }) => count + rules.size, 0);
}

export function groupCapacity(model: Model, group: SecurityGroup): number {
  return group.type === 'normal'
    ? model.quotas['private-addresses-per-basic-security-group']
    : model.quotas['private-addresses-per-advanced-security-group'];
}

export function eipsOn(model: Model, networkInterfaceId: string): Eip[] {
  return [...model.eips.values()].filter((eip) => eip.bound?.networkInterfaceId === networkInterfaceId);
}

/** Whether an elastic IP address in cut-through mode holds the interface where it is. */
export function isLinked(model: Model, eni: NetworkInterface): boolean {
  return eipsOn(model, eni.id).some(({ bound }) => bound?.mode === 'BINDED');
}

/** What an account has of what quotas count. */
export function used(model: Model, owner: AccountName) {
  return {
    'network-interfaces': allOwn(model.enis, owner).filter(({ type }) => type !== 'Primary').length,
    'security-groups': allOwn(model.groups, owner).length,
    vpcs: allOwn(model.vpcs, owner).length,
    eips: allOwn(model.eips, owner).length,
    'resource-groups': allOwn(model.resourceGroups, owner).length,
  };
}
