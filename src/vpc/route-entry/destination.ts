import type { Refusal } from '../../operation/refusal.ts';
import { containsBlock, formatIpv6Cidr, type Ipv6Cidr, isStrict, parseIpv6, parseIpv6Cidr } from '../ipv6.ts';
import { refuse } from '../refusals.ts';
import { type AddressRange, contains, parseAddress, parseCidr } from '../vswitch/address-range.ts';

/** Where a route leads from: a block of addresses, and its one text. */
export type Destination =
  | { readonly ipVersion: 'IPv4'; readonly text: string; readonly range: AddressRange }
  | { readonly ipVersion: 'IPv6'; readonly text: string; readonly block: Ipv6Cidr };

/** The system entry of every route table: the addresses of cloud services. */
export const serviceCidrBlock = '100.64.0.0/10';

/** What of a VPC a destination must be clear of. */
export interface DestinationSurroundings {
  readonly vpcId: string;
  readonly hasIpv6: boolean;
  readonly vSwitches: readonly {
    readonly vSwitchId: string;
    readonly cidrBlock: string;
    readonly firstAddress: number;
    readonly lastAddress: number;
    /** Empty while IPv6 is off. */
    readonly ipv6CidrBlock: string;
  }[];
}

/** Parses a strict CIDR block of either family, or a single address, which stands for the block of itself. */
export function parseDestination(value: string): Destination | undefined {
  const address = parseAddress(value);
  const text = address === undefined ? value : `${value}/32`;
  const range = parseCidr(text);
  if (range !== undefined) return { ipVersion: 'IPv4', text, range };
  const single = parseIpv6(value);
  const block = single === undefined ? parseIpv6Cidr(value) : { address: single, prefixLength: 128 };
  if (block === undefined || !isStrict(block)) return undefined;
  return { ipVersion: 'IPv6', text: formatIpv6Cidr(block), block };
}

/** Whether a VPC's routes can lead from there: around its vSwitches, but not from within one. */
export function checkDestination(
  destination: Destination,
  { vpcId, hasIpv6, vSwitches }: DestinationSurroundings,
): Refusal | undefined {
  const { text: value } = destination;
  if (destination.ipVersion === 'IPv4') {
    if (value === serviceCidrBlock) return refuse('InvalidCidrBlock.OfService', { value });
    const around = vSwitches.find(({ firstAddress: first, lastAddress: last }) =>
      contains({ first, last }, destination.range),
    );
    return around && refuse('InvalidCidrBlock.InVSwitch', { ...around, value });
  }
  if (!hasIpv6) return refuse('OperationDenied.VpcIpv6NotEnabled', { vpcId, value });
  const around = vSwitches.find(({ ipv6CidrBlock }) => {
    const block = parseIpv6Cidr(ipv6CidrBlock);
    return block !== undefined && containsBlock(block, destination.block);
  });
  return (
    around &&
    refuse('OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch', {
      vSwitchId: around.vSwitchId,
      cidrBlock: around.ipv6CidrBlock,
      value,
    })
  );
}
