import type { VpcDescribeVSwitchesResponse } from '../../contracts/operations.generated.ts';
import { tagsOfRows } from '../../ecs/tag/tags.ts';
import { groupBy } from '../../operation/group-by.ts';
import { utcSeconds } from '../../operation/time.ts';
import { inList } from '../../store/placeholders.ts';
import type { Transaction } from '../../store/store.ts';
import { customAmong } from '../route-table/route-table.table.ts';
import { describedTags } from '../tag/view.ts';
import { capacityOf, usedAddressCounts, type VSwitch, vSwitchTags } from './v-switch.table.ts';

/** A vSwitch as DescribeVSwitches lists it. */
export type DescribedVSwitch = NonNullable<NonNullable<VpcDescribeVSwitchesResponse['VSwitches']>['VSwitch']>[number];

/** Describes vSwitches as they are in the state. */
export async function describedVSwitches(
  tx: Transaction,
  vSwitches: readonly VSwitch[],
): Promise<readonly DescribedVSwitch[]> {
  if (vSwitches.length === 0) return [];
  const { placeholders, values } = inList(vSwitches.map((vSwitch) => vSwitch.vSwitchId));
  const used = await usedAddressCounts(tx, placeholders, values);
  const allTags = await tagsOfRows(tx, vSwitchTags, vSwitches, (vSwitch) => vSwitch.vSwitchId);
  const tags = groupBy(allTags, (tag) => tag.resourceId);
  const custom = await customAmong(
    tx,
    vSwitches.map((vSwitch) => vSwitch.routeTableId),
  );
  return vSwitches.map((vSwitch) => ({
    AvailableIpAddressCount: capacityOf(vSwitch) - (used.get(vSwitch.vSwitchId) ?? 0),
    CidrBlock: vSwitch.cidrBlock,
    CreationTime: utcSeconds(vSwitch.createdAtMs),
    Description: vSwitch.description,
    EnabledIpv6: vSwitch.ipv6CidrBlock !== '',
    Ipv6CidrBlock: vSwitch.ipv6CidrBlock,
    IsDefault: vSwitch.isDefault === 1,
    NetworkAclId: '',
    OwnerId: Number(vSwitch.accountId),
    ResourceGroupId: vSwitch.resourceGroupId,
    RouteTable: {
      RouteTableId: vSwitch.routeTableId,
      RouteTableType: custom.has(vSwitch.routeTableId) ? 'Custom' : 'System',
    },
    ShareType: '',
    Status: vSwitch.status,
    Tags: { Tag: describedTags(tags.get(vSwitch.vSwitchId)) },
    VSwitchId: vSwitch.vSwitchId,
    VSwitchName: vSwitch.vSwitchName,
    VpcId: vSwitch.vpcId,
    ZoneId: vSwitch.zoneId,
  }));
}
