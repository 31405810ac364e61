import type { Transaction } from '../../store/store.ts';
import { containsBlock, parseIpv6Cidr } from '../ipv6.ts';
import { contains, parseCidr } from '../vswitch/address-range.ts';
import { type Destination, parseDestination } from './destination.ts';
import { routeEntriesIn } from './route-entry.table.ts';
import type { RouteEntry } from './route-entry.ts';

/** Some custom entry of the VPC that leads from within the block, IPv4 or IPv6, or undefined. No vSwitch can lie there. */
export async function routeEntryWithin(
  tx: Transaction,
  vpcId: string,
  cidrBlock: string,
): Promise<RouteEntry | undefined> {
  const entries = await routeEntriesIn(tx, vpcId);
  return entries.find(({ destinationCidrBlock }) => {
    const destination = parseDestination(destinationCidrBlock);
    return destination !== undefined && isWithin(cidrBlock, destination);
  });
}

function isWithin(cidrBlock: string, destination: Destination): boolean {
  if (destination.ipVersion === 'IPv4') {
    const range = parseCidr(cidrBlock);
    return range !== undefined && contains(range, destination.range);
  }
  const block = parseIpv6Cidr(cidrBlock);
  return block !== undefined && containsBlock(block, destination.block);
}
