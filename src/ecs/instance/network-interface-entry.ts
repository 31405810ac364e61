import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { parseAddress } from '../../vpc/vswitch/address-range.ts';
import { description, networkInterfaceId, networkInterfaceName } from '../network-interface/rules.ts';
import { refuse } from '../refusals.ts';

/** One `NetworkInterface.N` of a request. */
export type NetworkInterfaceEntry = EcsRunInstancesParameters['NetworkInterface'][number];

const maxSecondaryAddresses = 49;

/** Whether an entry is well formed, by itself; `index` is its N. */
export function checkEntry(entry: NetworkInterfaceEntry, index: number): Refusal | undefined {
  const name = (field: string) => `NetworkInterface.${index}.${field}`;
  const { InstanceType = 'Secondary', NetworkInterfaceId, SecondaryPrivateIpAddressCount: count } = entry;
  if (InstanceType !== 'Primary' && InstanceType !== 'Secondary') {
    return invalid(index, `InstanceType "${InstanceType}" is not Primary or Secondary`);
  }
  if (InstanceType === 'Secondary' && (entry.Ipv6AddressCount !== undefined || entry.Ipv6Address.length > 0)) {
    return invalid(index, 'IPv6 addresses can only be given to the primary network interface');
  }
  if (InstanceType === 'Primary' && entry.NetworkCardIndex !== undefined && entry.NetworkCardIndex !== 0) {
    return invalid(index, `NetworkCardIndex "${entry.NetworkCardIndex}" of the primary network interface is not 0`);
  }
  if (entry.SecurityGroupId !== undefined && entry.SecurityGroupIds.length > 0) {
    return refuse('InvalidParameter.Conflict', { first: name('SecurityGroupId'), second: name('SecurityGroupIds.N') });
  }
  const { PrimaryIpAddress: ip, QueueNumber: queues = 1 } = entry;
  if (ip !== undefined && parseAddress(ip) === undefined) {
    return refuse('InvalidPrivateIpAddress.Malformed', { value: ip });
  }
  if (count !== undefined && !(Number.isInteger(count) && count >= 1 && count <= maxSecondaryAddresses)) {
    return refuse('InvalidParameter', { name: name('SecondaryPrivateIpAddressCount'), value: String(count) });
  }
  if (!Number.isInteger(queues) || queues < 1 || queues > 2048) {
    return refuse('InvalidParameter.InvalidEniQueueNumber', { value: queues });
  }
  const refusedMode = checkTrafficMode(entry, index);
  if (refusedMode) return refusedMode;
  if (NetworkInterfaceId !== undefined) {
    const second = creationFields.find((field) => isGiven(entry[field]));
    if (InstanceType === 'Secondary' && second !== undefined) {
      return refuse('InvalidParameter.Conflict', { first: name('NetworkInterfaceId'), second: name(second) });
    }
    return networkInterfaceId(NetworkInterfaceId, name('NetworkInterfaceId'));
  }
  return (
    (entry.NetworkInterfaceName && networkInterfaceName(entry.NetworkInterfaceName, name('NetworkInterfaceName'))) ||
    (entry.Description && description(entry.Description, name('Description'))) ||
    undefined
  );
}

/** The RDMA mode takes queue pairs, the standard one IPv6. */
function checkTrafficMode(entry: NetworkInterfaceEntry, index: number): Refusal | undefined {
  const { NetworkInterfaceTrafficMode: mode = 'Standard', QueuePairNumber: pairs } = entry;
  if (mode !== 'Standard' && mode !== 'HighPerformance') {
    return refuse('InvalidParameter.EniTrafficMode.Launch', { index, value: mode });
  }
  if (pairs !== undefined && mode === 'Standard') {
    return refuse('InvalidParameter.QueuePairNumberMustEmpty.Launch', { index, value: pairs });
  }
  if (pairs !== undefined && !(Number.isInteger(pairs) && pairs > 0)) {
    return refuse('InvalidParameter.InvalidQueuePairNumber.Launch', { index, value: pairs });
  }
  const wantsIpv6 = entry.Ipv6AddressCount !== undefined || entry.Ipv6Address.length > 0;
  return mode === 'HighPerformance' && wantsIpv6
    ? refuse('InvalidOperation.EniTrafficModeNotSupportIPv6.Creation')
    : undefined;
}

/** What describes a network interface to be made, and so cannot be said of an existing one. */
const creationFields = [
  'VSwitchId',
  'SecurityGroupId',
  'SecurityGroupIds',
  'PrimaryIpAddress',
  'SecondaryPrivateIpAddressCount',
  'NetworkInterfaceName',
  'Description',
  'NetworkInterfaceTrafficMode',
  'QueueNumber',
  'QueuePairNumber',
  'DeleteOnRelease',
  'SourceDestCheck',
] as const satisfies readonly (keyof NetworkInterfaceEntry)[];

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** An entry that says something no network interface can be. */
export function invalid(index: number, reason: string): Refusal {
  return refuse('InvalidParam.NetworkInterface', { index, reason });
}
