import type { VpcDescribeIpv6GatewaysResponse } from '../../contracts/operations.generated.ts';
import { tagsOfRows } from '../../ecs/tag/tags.ts';
import { groupBy } from '../../operation/group-by.ts';
import { utcSeconds } from '../../operation/time.ts';
import type { Transaction } from '../../store/store.ts';
import { describedTags } from '../tag/view.ts';
import { type Ipv6Gateway, ipv6GatewayTags } from './ipv6-gateway.ts';

/** An IPv6 gateway as DescribeIpv6Gateways lists it. */
export type DescribedIpv6Gateway = NonNullable<
  NonNullable<VpcDescribeIpv6GatewaysResponse['Ipv6Gateways']>['Ipv6Gateway']
>[number];

/** Describes IPv6 gateways as they are in the state. */
export async function describedIpv6Gateways(
  tx: Transaction,
  gateways: readonly Ipv6Gateway[],
): Promise<readonly DescribedIpv6Gateway[]> {
  if (gateways.length === 0) return [];
  const allTags = await tagsOfRows(tx, ipv6GatewayTags, gateways, (gateway) => gateway.ipv6GatewayId);
  const tags = groupBy(allTags, (tag) => tag.resourceId);
  return gateways.map((gateway) => ({
    BusinessStatus: 'Normal',
    CreationTime: utcSeconds(gateway.createdAtMs),
    Description: gateway.description,
    ExpiredTime: '',
    InstanceChargeType: 'PostPaid',
    Ipv6GatewayId: gateway.ipv6GatewayId,
    Name: gateway.ipv6GatewayName,
    OwnerId: Number(gateway.accountId),
    RegionId: gateway.regionId,
    ResourceGroupId: gateway.resourceGroupId,
    Status: gateway.status,
    Tags: { Tag: describedTags(tags.get(gateway.ipv6GatewayId)) },
    VpcId: gateway.vpcId,
  }));
}
