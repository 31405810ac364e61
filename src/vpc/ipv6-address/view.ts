import type { VpcDescribeIpv6AddressesResponse } from '../../contracts/operations.generated.ts';
import { utcSeconds } from '../../operation/time.ts';
import type { HeldIpv6Address } from './held-address.ts';
import { ipv6AddressIdOf } from './ipv6-address-id.ts';

/** An IPv6 address as DescribeIpv6Addresses lists it. */
export type DescribedIpv6Address = NonNullable<
  NonNullable<VpcDescribeIpv6AddressesResponse['Ipv6Addresses']>['Ipv6Address']
>[number];

export function describedIpv6Address(held: HeldIpv6Address): DescribedIpv6Address {
  const isOfInstance = held.type === 'Primary';
  const hasBandwidth = held.ipv6InternetBandwidthId !== null;
  return {
    AddressType: '',
    AllocationTime: utcSeconds(held.createdAtMs),
    AssociatedInstanceId: isOfInstance ? (held.instanceId ?? '') : held.networkInterfaceId,
    AssociatedInstanceType: isOfInstance ? 'EcsInstance' : 'NetworkInterface',
    Ipv6Address: held.address,
    Ipv6AddressDescription: '',
    Ipv6AddressId: ipv6AddressIdOf(held.address, held.regionId),
    Ipv6AddressName: '',
    Ipv6GatewayId: held.ipv6GatewayId ?? '',
    Ipv6InternetBandwidth: {
      Bandwidth: held.bandwidthMbps ?? 0,
      BusinessStatus: hasBandwidth ? 'Normal' : '',
      HasReservationData: false,
      InstanceChargeType: hasBandwidth ? 'PostPaid' : '',
      InternetChargeType: held.internetChargeType ?? '',
      Ipv6InternetBandwidthId: held.ipv6InternetBandwidthId ?? '',
    },
    Ipv6Isp: held.ipv6Isp,
    NetworkType: hasBandwidth ? 'Public' : 'Private',
    RealBandwidth: held.bandwidthMbps ?? 0,
    ResourceGroupId: '',
    ServiceManaged: held.serviceId === null ? 0 : 1,
    Status: 'Available',
    Tags: { Tag: [] },
    VSwitchId: held.vSwitchId,
    VpcId: held.vpcId,
  };
}
