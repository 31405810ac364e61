import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { checkIpv4OfType, checkIpv6AtCreation, checkIpv6OfType } from '../network-interface/address-limits.ts';
import { checkIpv6Parameters } from '../network-interface/address-parameters.ts';
import { checkNetworkCard, checkRoom, type Share } from '../network-interface/attachment-limits.ts';
import { refuse } from '../refusals.ts';
import { checkEntry, type NetworkInterfaceEntry as Entry, invalid } from './network-interface-entry.ts';

type Parameters = EcsRunInstancesParameters;

/** A network interface to be made with each instance. */
export interface PlannedInterface {
  readonly kind: 'new';
  /** Undefined on a secondary one: the instance's. */
  readonly vSwitchId: string | undefined;
  /** Empty on a secondary one: the instance's. */
  readonly securityGroupIds: readonly string[];
  readonly primaryIpAddress: string | undefined;
  readonly secondaryAddressCount: number;
  /** Of the primary one only. */
  readonly ipv6Addresses: readonly string[];
  readonly ipv6AddressCount: number | undefined;
  readonly networkCardIndex: number | undefined;
  readonly queueNumber: number | undefined;
  readonly queuePairNumber: number | undefined;
  readonly trafficMode: 'Standard' | 'HighPerformance';
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly deleteOnRelease: boolean | undefined;
  readonly sourceDestCheck: boolean | undefined;
}

/** A network interface that is there already. */
export interface ExistingInterface {
  readonly kind: 'existing';
  readonly networkInterfaceId: string;
  readonly networkCardIndex: number | undefined;
}

/** The network interfaces of each new instance. */
export interface NetworkPlan {
  readonly primary: PlannedInterface & { readonly vSwitchId: string };
  readonly secondaries: readonly (PlannedInterface | ExistingInterface)[];
}

/**
 * Reads what a request says of network interfaces. The primary one is described by a `NetworkInterface.N` of type
 * Primary or else by top-level parameters, never by both; the other entries are secondary ones.
 */
export function networkPlanOf(parameters: Parameters): NetworkPlan | Refusal {
  const { NetworkInterface: entries, Amount = 1 } = parameters;
  const secondaries: (PlannedInterface | ExistingInterface)[] = [];
  let primary: { readonly entry: Entry; readonly index: number } | undefined;
  for (const [position, entry] of entries.entries()) {
    const index = position + 1;
    const refusal = checkEntry(entry, index);
    if (refusal) return refusal;
    if (entry.InstanceType === 'Primary') {
      if (primary !== undefined) return invalid(index, `NetworkInterface.${primary.index} is already the primary one`);
      primary = { entry, index };
    } else if (entry.NetworkInterfaceId !== undefined) {
      if (Amount > 1) {
        const reason = `NetworkInterface.${index}.NetworkInterfaceId can be attached to one instance only`;
        return refuse('InvalidParam.Amount', { value: Amount, reason });
      }
      const { NetworkInterfaceId: networkInterfaceId, NetworkCardIndex: networkCardIndex } = entry;
      secondaries.push({ kind: 'existing', networkInterfaceId, networkCardIndex });
    } else secondaries.push(planned(entry));
  }
  const first = primary === undefined ? fromTopLevel(parameters) : fromEntry(parameters, primary.entry, primary.index);
  if (isRefusal(first)) return first;
  if (Amount > 1 && first.primaryIpAddress !== undefined && secondaries.length > 0) {
    const reason = 'a primary IP address for several instances cannot be combined with secondary network interfaces';
    return refuse('InvalidParam.Amount', { value: Amount, reason });
  }
  if (Amount > 1 && first.ipv6Addresses.length > 0) {
    return refuse('InvalidParam.Amount', { value: Amount, reason: 'Ipv6Address.N can be given to one instance only' });
  }
  return checkIpv6Parameters(primary?.entry ?? parameters) ?? { primary: first, secondaries };
}

/**
 * Whether the instance type allows the interfaces that are planned, with their addresses, queues and network cards. An
 * existing one counts here; what it brings along is looked at when it is attached.
 */
export function checkLimits({ primary, secondaries }: NetworkPlan, type: InstanceType): Refusal | undefined {
  const { instanceTypeId: instanceType, eniQuantity } = type;
  if (1 + secondaries.length > eniQuantity) {
    return refuse('EniPerInstanceLimitExceeded', { limit: eniQuantity, instanceType });
  }
  const shares: Share[] = [];
  for (const planned of [primary, ...secondaries]) {
    if (planned.kind === 'existing') continue;
    const ipv6Count = planned.ipv6Addresses.length + (planned.ipv6AddressCount ?? 0);
    const share = shareOf(planned, planned === primary ? 'Primary' : 'Secondary');
    const refused =
      checkIpv4OfType(1 + planned.secondaryAddressCount, type) ??
      checkIpv6OfType(ipv6Count, type) ??
      checkIpv6AtCreation(ipv6Count) ??
      checkNetworkCard(planned.networkCardIndex, type) ??
      checkRoom(share, shares, type, 'launch');
    if (refused) return refused;
    shares.push(share);
  }
  return undefined;
}

function shareOf(planned: PlannedInterface, type: Share['type']): Share {
  return {
    type,
    trafficMode: planned.trafficMode,
    queueNumber: planned.queueNumber ?? null,
    queuePairNumber: planned.queuePairNumber ?? null,
    networkCardIndex: planned.networkCardIndex ?? null,
  };
}

function fromTopLevel(parameters: Parameters): NetworkPlan['primary'] | Refusal {
  const { VSwitchId, SecurityGroupId, SecurityGroupIds } = parameters;
  if (VSwitchId === undefined) return refuse('MissingParameter.VSwitchId');
  if (SecurityGroupId !== undefined && SecurityGroupIds.length > 0) {
    return refuse('InvalidParameter.Conflict', { first: 'SecurityGroupId', second: 'SecurityGroupIds.N' });
  }
  if (SecurityGroupId === undefined && SecurityGroupIds.length === 0) {
    return refuse('MissingParameter', { name: 'SecurityGroupId' });
  }
  return {
    ...planned({ Ipv6Address: [], SecurityGroupIds }),
    vSwitchId: VSwitchId,
    securityGroupIds: SecurityGroupId === undefined ? SecurityGroupIds : [SecurityGroupId],
    primaryIpAddress: parameters.PrivateIpAddress,
    ipv6Addresses: parameters.Ipv6Address,
    ipv6AddressCount: parameters.Ipv6AddressCount,
    queueNumber: parameters.NetworkInterfaceQueueNumber,
  };
}

function fromEntry(parameters: Parameters, entry: Entry, index: number): NetworkPlan['primary'] | Refusal {
  const topLevel: readonly (readonly [string, boolean])[] = [
    ['VSwitchId', parameters.VSwitchId !== undefined],
    ['SecurityGroupId', parameters.SecurityGroupId !== undefined],
    ['SecurityGroupIds.N', parameters.SecurityGroupIds.length > 0],
    ['PrivateIpAddress', parameters.PrivateIpAddress !== undefined],
    ['NetworkInterfaceQueueNumber', parameters.NetworkInterfaceQueueNumber !== undefined],
    ['Ipv6AddressCount', parameters.Ipv6AddressCount !== undefined],
    ['Ipv6Address.N', parameters.Ipv6Address.length > 0],
  ];
  const conflict = topLevel.find(([, isGiven]) => isGiven);
  if (conflict) {
    const second = `NetworkInterface.${index} of InstanceType Primary`;
    return refuse('InvalidParameter.Conflict', { first: conflict[0], second });
  }
  if (entry.NetworkInterfaceId !== undefined) {
    return invalid(index, 'NetworkInterfaceId names an existing network interface, which can only be a secondary one');
  }
  const plan = planned(entry);
  if (plan.vSwitchId === undefined) return refuse('MissingParameter', { name: `NetworkInterface.${index}.VSwitchId` });
  if (plan.securityGroupIds.length === 0) {
    return refuse('MissingParameter', { name: `NetworkInterface.${index}.SecurityGroupId` });
  }
  return { ...plan, vSwitchId: plan.vSwitchId };
}

function planned(entry: Entry): PlannedInterface {
  return {
    kind: 'new',
    vSwitchId: entry.VSwitchId,
    securityGroupIds: entry.SecurityGroupId === undefined ? entry.SecurityGroupIds : [entry.SecurityGroupId],
    primaryIpAddress: entry.PrimaryIpAddress,
    secondaryAddressCount: entry.SecondaryPrivateIpAddressCount ?? 0,
    ipv6Addresses: entry.Ipv6Address,
    ipv6AddressCount: entry.Ipv6AddressCount,
    networkCardIndex: entry.NetworkCardIndex,
    queueNumber: entry.QueueNumber,
    queuePairNumber: entry.QueuePairNumber,
    trafficMode: entry.NetworkInterfaceTrafficMode === 'HighPerformance' ? 'HighPerformance' : 'Standard',
    name: entry.NetworkInterfaceName,
    description: entry.Description,
    deleteOnRelease: entry.DeleteOnRelease,
    sourceDestCheck: entry.SourceDestCheck,
  };
}
