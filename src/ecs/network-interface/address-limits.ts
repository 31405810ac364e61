import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { refuse } from '../refusals.ts';
import type { NetworkInterface } from './network-interface.ts';

/** IPv6 addresses and prefixes that an interface may be made with, and have while it is not attached. */
const mostIpv6 = 10;

type Counts = Pick<NetworkInterface, 'ipv4PrefixCount' | 'ipv6AddressCount' | 'ipv6PrefixCount'>;

/** How many IPv4 places are filled: a prefix counts one, as an address does. */
export function ipv4PlacesOf({ ipv4PrefixCount }: Counts, addressCount: number): number {
  return addressCount + ipv4PrefixCount;
}

/** How many IPv6 places are filled. */
export function ipv6PlacesOf({ ipv6AddressCount, ipv6PrefixCount }: Counts): number {
  return ipv6AddressCount + ipv6PrefixCount;
}

/** How much of a security group's capacity an interface takes: one for each address and prefix, of either kind. */
export function capacityTakenBy(counts: Counts, addressCount: number): number {
  return ipv4PlacesOf(counts, addressCount) + ipv6PlacesOf(counts);
}

/** The limits of an instance type. */
type Limits = Pick<InstanceType, 'instanceTypeId' | 'eniPrivateIpAddressQuantity' | 'eniIpv6AddressQuantity'>;

/** Whether an interface of an instance of this type may fill `count` IPv4 places. */
export function checkIpv4OfType(count: number, type: Limits): Refusal | undefined {
  const { eniPrivateIpAddressQuantity: limit, instanceTypeId: instanceType } = type;
  return count > limit ? refuse('InvalidOperation.Ipv4CountExceeded', { count, limit, instanceType }) : undefined;
}

/** Whether an interface of an instance of this type may fill `count` IPv6 places. */
export function checkIpv6OfType(count: number, type: Limits): Refusal | undefined {
  const { eniIpv6AddressQuantity: limit, instanceTypeId: instanceType } = type;
  if (count === 0) return undefined;
  if (limit === 0) return refuse('InvalidOperation.Ipv6NotSupport', { instanceType });
  return count > limit ? refuse('InvalidOperation.Ipv6CountExceeded', { count, limit, instanceType }) : undefined;
}

/** Whether an interface that is made or not attached may fill `count` IPv4 places, the primary address included. */
export function checkIpv4AtCreation(count: number, { quota }: Pick<OperationContext, 'quota'>): Refusal | undefined {
  const limit = quota('secondary-private-addresses-at-creation');
  return count - 1 > limit ? refuse('MaxEniPrivateIpsCountExceeded', { count: count - 1, limit }) : undefined;
}

/** Whether an interface that is made or not attached may fill `count` IPv6 places. */
export function checkIpv6AtCreation(count: number): Refusal | undefined {
  return count > mostIpv6 ? refuse('MaxEniIpv6IpsCountExceeded', { count, limit: mostIpv6 }) : undefined;
}
