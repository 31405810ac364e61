import { operation } from '../../operation/operation.ts';
import { containsBlock, isSameBlock, parseIpv6Cidr } from '../ipv6.ts';
import { refuse } from '../refusals.ts';
import { contains, parseCidr } from '../vswitch/address-range.ts';
import { type VSwitch, vSwitchesIn } from '../vswitch/v-switch.table.ts';
import { findVpc } from './vpc.table.ts';
import { removeVpcCidrBlock, secondaryBlocksOf, type VpcCidrBlock } from './vpc-cidr-block.table.ts';

/**
 * Takes a secondary CIDR block off a VPC; no vSwitch may lie in it.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/UnassociateVpcCidrBlock
 */
export const unassociateVpcCidrBlock = operation('Vpc', 'UnassociateVpcCidrBlock', {
  permits: ['vpc/{VpcId}'],
  check: ({ SecondaryCidrBlock: value, IPv6CidrBlock: ipv6 }) => {
    if (value !== undefined && ipv6 !== undefined) {
      return refuse('ParamExclusive.SecondaryCidrAndIpv6Cidr', { value, ipv6 });
    }
    return value === undefined && ipv6 === undefined ? refuse('MissingParam.SecondaryCidrOrIpv6Cidr') : undefined;
  },

  async execute({ VpcId: id, SecondaryCidrBlock: ipv4, IPv6CidrBlock: ipv6 = '' }, { tx, accountId, regionId }) {
    const vpc = await findVpc(tx, accountId, regionId, id);
    if (vpc === undefined) return refuse('InvalidVpc.NotFound', { id });
    if (vpc.status !== 'Available') return refuse('IncorrectStatus.Vpc', { id, status: vpc.status });
    const blocks = await secondaryBlocksOf(tx, [id]);
    const reason = `it is no secondary CIDR block of VPC "${id}"`;
    const block = blocks.find(({ cidrBlock }) =>
      ipv4 === undefined ? isSameBlock(cidrBlock, ipv6) : cidrBlock === ipv4,
    );
    if (block === undefined) {
      return ipv4 === undefined
        ? refuse('IllegalParam.Ipv6CidrBlock', { value: ipv6, reason })
        : refuse('IllegalParam.SecondaryCidrBlock', { value: ipv4, reason });
    }
    for (const vSwitch of await vSwitchesIn(tx, [id])) {
      const cidrBlock = partIn(vSwitch, block);
      if (cidrBlock !== undefined) {
        const { vSwitchId } = vSwitch;
        return refuse('OperationFailed.CidrInUse', { value: block.cidrBlock, cidrBlock, vSwitchId });
      }
    }
    await removeVpcCidrBlock(tx, block);
    return {};
  },
});

/** The vSwitch's block that lies in the VPC's, or undefined. */
function partIn(vSwitch: VSwitch, { cidrBlock, ipVersion }: VpcCidrBlock): string | undefined {
  if (ipVersion === 'IPV4') {
    const [outer, inner] = [parseCidr(cidrBlock), parseCidr(vSwitch.cidrBlock)];
    return outer && inner && contains(outer, inner) ? vSwitch.cidrBlock : undefined;
  }
  const [outer, inner] = [parseIpv6Cidr(cidrBlock), parseIpv6Cidr(vSwitch.ipv6CidrBlock)];
  return outer && inner && containsBlock(outer, inner) ? vSwitch.ipv6CidrBlock : undefined;
}
