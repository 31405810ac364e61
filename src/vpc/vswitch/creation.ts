import type { TagParameter } from '../../ecs/tag/tag-parameters.ts';
import { putTags } from '../../ecs/tag/tags.ts';
import type { OperationContext } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { findRegion, zonesOf } from '../../operation/regions.ts';
import { refuse } from '../refusals.ts';
import { systemRouteTableOf } from '../route-table/route-table.table.ts';
import type { Vpc } from '../vpc/vpc.table.ts';
import { blocksOf } from '../vpc/vpc-cidr-block.table.ts';
import { asksForIpv6, placeIpv6, type WantedIpv6 } from './ipv6-placement.ts';
import { place, type Wanted } from './placement.ts';
import { checkRoutes } from './routes.ts';
import {
  insertVSwitch,
  ipv6RangesIn,
  type VSwitch,
  vSwitchRangesIn,
  vSwitchResource,
  vSwitchTags,
} from './v-switch.table.ts';

/** What a request says of a new vSwitch. */
export interface WantedVSwitch extends Pick<VSwitch, 'zoneId' | 'vSwitchName' | 'description' | 'isDefault'> {
  readonly place: Wanted;
  readonly ipv6: WantedIpv6;
  readonly tags: readonly TagParameter[];
}

/** Creates a vSwitch in an available VPC, and answers its id; it is Pending first. */
export async function createdVSwitch(
  vpc: Vpc,
  { zoneId, vSwitchName, description, isDefault, ...wanted }: WantedVSwitch,
  context: OperationContext,
): Promise<string | Refusal> {
  const { tx, accountId, nowMs, transitions } = context;
  const { vpcId, regionId } = vpc;
  if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id: vpcId, status: vpc.status });
  const region = findRegion(regionId);
  if (region === undefined || !zonesOf(region).includes(zoneId)) {
    return refuse('InvalidZoneId.NotFound', { value: zoneId, regionId });
  }
  const taken = await vSwitchRangesIn(tx, vpcId);
  const limit = context.quota('v-switches-per-vpc');
  if (taken.length >= limit) return refuse('QuotaExceeded.VSwitch', { limit, id: vpcId });
  const blocks = await blocksOf(tx, vpc);
  const placed = place(wanted.place, { vpcId, vpcCidrBlocks: blocks.ipv4, taken });
  if (isRefusal(placed)) return placed;
  const ipv6CidrBlock = asksForIpv6(wanted.ipv6)
    ? placeIpv6(wanted.ipv6, { vpcId, vpcIpv6CidrBlocks: blocks.ipv6, taken: await ipv6RangesIn(tx, vpcId) })
    : '';
  if (isRefusal(ipv6CidrBlock)) return ipv6CidrBlock;
  const routed = await checkRoutes(tx, vpcId, placed.cidrBlock, ipv6CidrBlock);
  if (routed) return routed;
  const vSwitchId = newId('vsw', { ...context, regionId });
  await insertVSwitch(tx, {
    vSwitchId,
    accountId,
    regionId,
    vpcId,
    zoneId,
    vSwitchName,
    description,
    cidrBlock: placed.cidrBlock,
    firstAddress: placed.first,
    lastAddress: placed.last,
    status: 'Pending',
    isDefault,
    routeTableId: await systemRouteTableOf(tx, vpcId),
    resourceGroupId: vpc.resourceGroupId,
    ipv6CidrBlock,
    createdAtMs: nowMs,
  });
  await putTags({ tx, accountId, regionId }, vSwitchTags, vSwitchId, wanted.tags);
  await transitions.schedule(vSwitchResource, vSwitchId, 'create');
  return vSwitchId;
}
