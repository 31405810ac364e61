import type { VpcDescribeEipAddressesResponse } from '../../contracts/operations.generated.ts';
import { tagsOfRows } from '../../ecs/tag/tags.ts';
import { groupBy } from '../../operation/group-by.ts';
import { utcSeconds } from '../../operation/time.ts';
import type { Transaction } from '../../store/store.ts';
import { describedTags } from '../tag/view.ts';
import { formatAddress } from '../vswitch/address-range.ts';
import { eipsOfInstances } from './eip.table.ts';
import { type Eip, eipTags } from './eip.ts';

/** An elastic IP address as DescribeEipAddresses lists it. */
export type DescribedEip = NonNullable<
  NonNullable<VpcDescribeEipAddressesResponse['EipAddresses']>['EipAddress']
>[number];

/** Describes elastic IP addresses as they are in the state. */
export async function describedEips(tx: Transaction, eips: readonly Eip[]): Promise<readonly DescribedEip[]> {
  if (eips.length === 0) return [];
  const allTags = await tagsOfRows(tx, eipTags, eips, (eip) => eip.allocationId);
  const tags = groupBy(allTags, (tag) => tag.resourceId);
  return eips.map((eip) => ({
    AllocationId: eip.allocationId,
    AllocationTime: utcSeconds(eip.createdAtMs),
    Bandwidth: String(eip.bandwidthMbps),
    BandwidthPackageBandwidth: '',
    BandwidthPackageId: '',
    BandwidthPackageType: '',
    BusinessStatus: 'Normal',
    ChargeType: 'PostPaid',
    DeletionProtection: eip.deletionProtection === 1,
    Description: eip.description,
    EipBandwidth: String(eip.bandwidthMbps),
    ExpiredTime: '',
    HDMonitorStatus: eip.hdMonitorStatus,
    HasReservationData: 'false',
    ISP: eip.isp,
    InstanceId: eip.instanceId ?? '',
    InstanceRegionId: eip.instanceId === null ? '' : eip.regionId,
    InstanceType: eip.instanceType ?? '',
    InternetChargeType: eip.internetChargeType,
    IpAddress: formatAddress(eip.ipAddress),
    Mode: eip.mode,
    Name: eip.eipName,
    Netmode: 'public',
    OperationLocks: { LockReason: [] },
    // Terraform replaces an association whose private address it did not choose and yet is shown.
    ...(eip.privateAddressGiven === 1 && eip.privateAddress !== null
      ? { PrivateIpAddress: formatAddress(eip.privateAddress) }
      : {}),
    PublicIpAddressPoolId: '',
    RegionId: eip.regionId,
    ResourceGroupId: eip.resourceGroupId,
    SecondLimited: false,
    SecurityProtectionTypes: {
      SecurityProtectionType: eip.securityProtectionTypes === '' ? [] : eip.securityProtectionTypes.split(','),
    },
    SegmentInstanceId: '',
    ServiceManaged: 0,
    Status: eip.status,
    Tags: { Tag: describedTags(tags.get(eip.allocationId)) },
    Zone: eip.zoneId,
  }));
}

/** An instance's elastic IP address as DescribeInstances shows it in `EipAddress`. */
export interface EipOfInstance {
  readonly AllocationId: string;
  readonly Bandwidth: number;
  readonly InternetChargeType: string;
  readonly IpAddress: string;
  readonly IsSupportUnassociate: boolean;
}

/** The elastic IP addresses of several instances, by instance id; those of their network interfaces are not among them. */
export async function eipOfInstances(
  tx: Transaction,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, EipOfInstance>> {
  if (instanceIds.length === 0) return new Map();
  const eips = await eipsOfInstances(tx, instanceIds);
  return new Map(
    eips.map((eip) => [
      eip.instanceId ?? '',
      {
        AllocationId: eip.allocationId,
        Bandwidth: eip.bandwidthMbps,
        InternetChargeType: eip.internetChargeType,
        IpAddress: formatAddress(eip.ipAddress),
        IsSupportUnassociate: true,
      },
    ]),
  );
}
