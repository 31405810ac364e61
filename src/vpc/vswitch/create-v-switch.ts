import { putTags } from '../../ecs/tag/tags.ts';
import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { findRegion, zonesOf } from '../../operation/regions.ts';
import { refuse } from '../refusals.ts';
import { systemRouteTableOf } from '../route-table/route-table.table.ts';
import { vSwitchDescription, vSwitchName } from '../rules.ts';
import { newTags } from '../tag/rules.ts';
import { findVpc } from '../vpc/vpc.table.ts';
import { asksForIpv6, ipv6BlockMask, ipv6BlockNumber, placeIpv6 } from './ipv6-placement.ts';
import { checkWanted, place } from './placement.ts';
import { insertVSwitch, ipv6RangesIn, vSwitchRangesIn, vSwitchResource, vSwitchTags } from './v-switch.table.ts';

/** Creates a vSwitch in a zone of an available VPC; it is Pending first and Available soon after. */
export const createVSwitch = operation('Vpc', 'CreateVSwitch', {
  permits: ['vswitch/*', 'vpc/{VpcId}'],
  rules: {
    VSwitchName: vSwitchName,
    Description: vSwitchDescription,
    Tag: newTags,
    Ipv6CidrBlock: ipv6BlockNumber,
    Ipv6CidrMask: ipv6BlockMask,
  },

  check: ({ CidrBlock, CidrMask }) => checkWanted({ cidrBlock: CidrBlock, mask: CidrMask }),

  async execute(parameters, context) {
    const { tx, accountId, nowMs, transitions } = context;
    const { VpcId: vpcId, ZoneId: zoneId, CidrBlock: cidrBlock, CidrMask: mask } = parameters;
    const vpc = await findVpc(tx, accountId, context.regionGiven ? context.regionId : undefined, vpcId);
    if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id: vpcId });
    const { regionId } = vpc;
    if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id: vpcId, status: vpc.status });
    const region = findRegion(regionId);
    if (region === undefined || !zonesOf(region).includes(zoneId)) {
      return refuse('InvalidZoneId.NotFound', { value: zoneId, regionId });
    }
    const taken = await vSwitchRangesIn(tx, vpcId);
    const limit = context.quota('v-switches-per-vpc');
    if (taken.length >= limit) return refuse('QuotaExceeded.VSwitch', { limit, id: vpcId });
    const placed = place({ cidrBlock, mask }, { vpcId, vpcCidrBlock: vpc.cidrBlock, taken });
    if (isRefusal(placed)) return placed;
    const { ipv6CidrBlock: vpcIpv6CidrBlock } = vpc;
    const ipv6CidrBlock = asksForIpv6(parameters)
      ? placeIpv6(parameters, { vpcId, vpcIpv6CidrBlock, taken: await ipv6RangesIn(tx, vpcId) })
      : '';
    if (isRefusal(ipv6CidrBlock)) return ipv6CidrBlock;
    const vSwitchId = newId('vsw', { ...context, regionId });
    await insertVSwitch(tx, {
      vSwitchId,
      accountId,
      regionId,
      vpcId,
      zoneId,
      vSwitchName: parameters.VSwitchName ?? '',
      description: parameters.Description ?? '',
      cidrBlock: placed.cidrBlock,
      firstAddress: placed.first,
      lastAddress: placed.last,
      status: 'Pending',
      isDefault: 0,
      routeTableId: await systemRouteTableOf(tx, vpcId),
      resourceGroupId: vpc.resourceGroupId,
      ipv6CidrBlock,
      createdAtMs: nowMs,
    });
    await putTags({ tx, accountId, regionId }, vSwitchTags, vSwitchId, parameters.Tag);
    await transitions.schedule(vSwitchResource, vSwitchId, 'create');
    return { VSwitchId: vSwitchId };
  },
});
