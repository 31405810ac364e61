import type { VpcDescribeVpcsResponse } from '../../contracts/operations.generated.ts';
import { tagsOfRows } from '../../ecs/tag/tags.ts';
import { groupBy } from '../../operation/group-by.ts';
import { utcSeconds } from '../../operation/time.ts';
import { inList } from '../../store/placeholders.ts';
import type { Transaction } from '../../store/store.ts';
import { routeTableIdsOf } from '../route-table/route-table.table.ts';
import { describedTags } from '../tag/view.ts';
import { vSwitchIdsOf } from '../vswitch/v-switch.table.ts';
import { type Vpc, vpcTags } from './vpc.table.ts';
import { secondaryBlocksOf } from './vpc-cidr-block.table.ts';

/** A VPC as DescribeVpcs lists it. */
export type DescribedVpc = NonNullable<NonNullable<VpcDescribeVpcsResponse['Vpcs']>['Vpc']>[number];

/** Only the newest vSwitches of a VPC are named; DescribeVSwitches lists all. */
const maxNamedVSwitches = 300;

/** Describes VPCs as they are in the state. */
export async function describedVpcs(tx: Transaction, vpcs: readonly Vpc[]): Promise<readonly DescribedVpc[]> {
  if (vpcs.length === 0) return [];
  const { placeholders, values } = inList(vpcs.map((vpc) => vpc.vpcId));
  const vSwitches = groupBy(await vSwitchIdsOf(tx, placeholders, values), (row) => row.vpcId);
  const routeTables = groupBy(await routeTableIdsOf(tx, placeholders, values), (row) => row.vpcId);
  const allTags = await tagsOfRows(tx, vpcTags, vpcs, (vpc) => vpc.vpcId);
  const tags = groupBy(allTags, (tag) => tag.resourceId);
  const secondary = groupBy(await secondaryBlocksOf(tx, values), (block) => block.vpcId);
  return vpcs.map((vpc) => {
    const blocks = secondary.get(vpc.vpcId) ?? [];
    const ipv6Blocks = blocks.filter(({ ipVersion }) => ipVersion === 'IPV6');
    const vSwitchIds = (vSwitches.get(vpc.vpcId) ?? []).map((row) => row.vSwitchId);
    return {
      CenStatus: '',
      CidrBlock: vpc.cidrBlock,
      CreationTime: utcSeconds(vpc.createdAtMs),
      Description: vpc.description,
      DhcpOptionsSetId: '',
      DhcpOptionsSetStatus: '',
      DnsHostnameStatus: vpc.dnsHostnameStatus,
      EnabledIpv6: vpc.ipv6CidrBlock !== '',
      Ipv6CidrBlock: vpc.ipv6CidrBlock,
      Ipv6CidrBlocks: {
        Ipv6CidrBlock: [
          ...(vpc.ipv6CidrBlock === '' ? [] : [{ Ipv6CidrBlock: vpc.ipv6CidrBlock, Ipv6Isp: vpc.ipv6Isp }]),
          ...ipv6Blocks.map(({ cidrBlock, ipv6Isp }) => ({ Ipv6CidrBlock: cidrBlock, Ipv6Isp: ipv6Isp })),
        ],
      },
      IsDefault: vpc.isDefault === 1,
      NatGatewayIds: { NatGatewayIds: [] },
      OwnerId: Number(vpc.accountId),
      RegionId: vpc.regionId,
      ResourceGroupId: vpc.resourceGroupId,
      RouterTableIds: { RouterTableIds: (routeTables.get(vpc.vpcId) ?? []).map((row) => row.routeTableId) },
      SecondaryCidrBlocks: {
        SecondaryCidrBlock: blocks.filter(({ ipVersion }) => ipVersion === 'IPV4').map(({ cidrBlock }) => cidrBlock),
      },
      Status: vpc.status,
      Tags: { Tag: describedTags(tags.get(vpc.vpcId)) },
      UserCidrs: { UserCidr: vpc.userCidrs === '' ? [] : vpc.userCidrs.split(',') },
      VRouterId: vpc.vRouterId,
      VSwitchIds: { VSwitchId: vSwitchIds.slice(0, maxNamedVSwitches) },
      VpcId: vpc.vpcId,
      VpcName: vpc.vpcName,
    };
  });
}
