import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findHeldAddress } from './held-address.ts';
import { bandwidthOf, findBandwidth } from './ipv6-internet-bandwidth.table.ts';
import type { Ipv6InternetBandwidth } from './ipv6-internet-bandwidth.ts';

/** How a request names the bandwidth of an IPv6 address: by its own id, or by that of the address. */
interface BandwidthName {
  readonly Ipv6AddressId?: string | undefined;
  readonly Ipv6InternetBandwidthId?: string | undefined;
}

/** The bandwidth that a request names; where it gives both ids they have to belong together. */
export async function namedBandwidth(
  { Ipv6AddressId, Ipv6InternetBandwidthId }: BandwidthName,
  { tx, accountId, regionId }: OperationContext,
): Promise<Ipv6InternetBandwidth | Refusal> {
  if (Ipv6AddressId === undefined && Ipv6InternetBandwidthId === undefined) {
    return refuse('MissingParam.Ipv6InstanceId');
  }
  const held = Ipv6AddressId === undefined ? undefined : await findHeldAddress(tx, accountId, regionId, Ipv6AddressId);
  if (Ipv6InternetBandwidthId === undefined) {
    return (held && (await bandwidthOf(tx, held))) ?? absent('Ipv6AddressId', Ipv6AddressId);
  }
  const found = await findBandwidth(tx, accountId, regionId, Ipv6InternetBandwidthId);
  if (found === undefined) return absent('Ipv6InternetBandwidthId', Ipv6InternetBandwidthId);
  const agrees = Ipv6AddressId === undefined || held?.ipv6InternetBandwidthId === found.ipv6InternetBandwidthId;
  return agrees ? found : absent('Ipv6AddressId', Ipv6AddressId);
}

function absent(name: string, value = ''): Refusal {
  return refuse('InvalidIpv6Instance.NotFound', { name, value });
}
