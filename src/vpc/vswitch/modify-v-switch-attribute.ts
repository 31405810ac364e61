import type { VpcModifyVSwitchAttributeParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { isInBlock, parseIpv6Cidr } from '../ipv6.ts';
import { refuse } from '../refusals.ts';
import { vSwitchDescription, vSwitchName } from '../rules.ts';
import { findVpc } from '../vpc/vpc.table.ts';
import { blocksOf } from '../vpc/vpc-cidr-block.table.ts';
import { asksForIpv6, ipv6BlockMask, ipv6BlockNumber, placeIpv6 } from './ipv6-placement.ts';
import { checkRoutes } from './routes.ts';
import { findVSwitch, ipv6HolderIn, ipv6RangesIn, saveVSwitchAttributes, type VSwitch } from './v-switch.table.ts';

/** Changes name and description of a vSwitch, or switches IPv6 on or off; its CIDR blocks are fixed while they are there. */
export const modifyVSwitchAttribute = operation('Vpc', 'ModifyVSwitchAttribute', {
  permits: ['vswitch/{VSwitchId}'],
  keepEmpty: ['VSwitchName', 'Description'],
  rules: {
    VSwitchName: vSwitchName,
    Description: vSwitchDescription,
    Ipv6CidrBlock: ipv6BlockNumber,
    Ipv6CidrMask: ipv6BlockMask,
  },

  check: ({ EnableIPv6, Ipv6CidrBlock: value }) =>
    EnableIPv6 === false && value !== undefined ? refuse('InvalidParameter.Ipv6Off', { value }) : undefined,

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const { VSwitchId: id } = parameters;
    const vSwitch = await findVSwitch(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vSwitch === undefined) return refuse('InvalidVSwitchId.NotFound', { id });
    if (vSwitch.status !== 'Available') return refuse('IncorrectVSwitchStatus', { id, status: vSwitch.status });
    const ipv6CidrBlock = await changedIpv6(context, vSwitch, parameters);
    if (isRefusal(ipv6CidrBlock)) return ipv6CidrBlock;
    await saveVSwitchAttributes(tx, {
      ...vSwitch,
      vSwitchName: parameters.VSwitchName ?? vSwitch.vSwitchName,
      description: parameters.Description ?? vSwitch.description,
      ipv6CidrBlock,
    });
    return {};
  },
});

/** The IPv6 block the vSwitch is to have. One that is there stays until IPv6 is switched off, which needs it unused. */
async function changedIpv6(
  { tx, accountId }: OperationContext,
  { vSwitchId: id, vpcId, ipv6CidrBlock: current }: VSwitch,
  parameters: VpcModifyVSwitchAttributeParameters,
): Promise<string | Refusal> {
  const { EnableIPv6, Ipv6CidrBlock: number } = parameters;
  if (EnableIPv6 === false) {
    const networkInterfaceId = await ipv6HolderIn(tx, id);
    return networkInterfaceId === undefined
      ? ''
      : refuse('DependencyViolation.Ipv6Address', { id, networkInterfaceId });
  }
  if (!asksForIpv6(parameters)) {
    return EnableIPv6 === true && current === '' ? refuse('MissingParameter', { name: 'Ipv6CidrBlock' }) : current;
  }
  if (number === undefined && current !== '') return current;
  const vpc = await findVpc(tx, accountId, undefined, vpcId);
  const taken = (await ipv6RangesIn(tx, vpcId)).filter(({ vSwitchId }) => vSwitchId !== id);
  const blocks = vpc === undefined ? [] : (await blocksOf(tx, vpc)).ipv6;
  const vpcIpv6CidrBlocks = [...blocks].sort((one, other) => holds(other, current) - holds(one, current));
  const placed = placeIpv6(parameters, { vpcId, vpcIpv6CidrBlocks, taken });
  if (isRefusal(placed) || placed === current) return placed;
  if (current === '') return (await checkRoutes(tx, vpcId, placed)) ?? placed;
  const reason = `the vSwitch has "${current}", which cannot be changed`;
  return refuse('IllegalParam.Ipv6CidrBlock', { value: number ?? '', reason });
}

/** 1 when the vSwitch's block is in the VPC's, else 0. */
function holds(vpcBlock: string, vSwitchBlock: string): number {
  const [outer, inner] = [parseIpv6Cidr(vpcBlock), parseIpv6Cidr(vSwitchBlock)];
  return outer !== undefined && inner !== undefined && isInBlock(inner.address, outer) ? 1 : 0;
}
