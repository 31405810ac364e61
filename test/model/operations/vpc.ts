import { blockOf, overlap } from '../ipv4.ts';
import { longIpv6, networkOf } from '../ipv6.ts';
import { allOwn, enisIn, own, used } from '../model.ts';
import { agree, type ModelOperation, Reasons } from '../operation.ts';
import { schedule } from '../time.ts';
import { judgeResourceGroup } from './resource-group.ts';

interface NewVpc {
  readonly CidrBlock: string;
  readonly EnableIpv6?: boolean | undefined;
  readonly ResourceGroupId?: string | undefined;
}

export const createVpc: ModelOperation<NewVpc> = {
  product: 'Vpc',
  action: 'CreateVpc',
  judge({ ResourceGroupId }, scene) {
    const reasons = new Reasons();
    reasons.add(used(scene.model, scene.caller).vpcs >= scene.model.quotas.vpcs, 'QuotaExceeded.Vpc');
    judgeResourceGroup(reasons, scene, ResourceGroupId, 'InvalidResourceGroupId');
    return reasons.codes;
  },
  apply(
    { CidrBlock, EnableIpv6: ipv6 = false, ResourceGroupId: resourceGroup = '' },
    { model, caller },
    { VpcId: id },
  ) {
    const vpc = { id, owner: caller, block: blockOf(CidrBlock), ipv6, tags: new Map(), resourceGroup };
    model.vpcs.set(id, { ...vpc, status: 'Pending' });
    schedule(model, 'vpc', id, 'create');
  },
};

export const deleteVpc: ModelOperation<{ VpcId: string }> = {
  product: 'Vpc',
  action: 'DeleteVpc',
  judge({ VpcId }, { model, caller }) {
    const vpc = own(model.vpcs, caller, VpcId);
    if (vpc === undefined) return ['InvalidVpcId.NotFound'];
    if (vpc.status !== 'Available') return ['IncorrectVpcStatus'];
    const reasons = new Reasons();
    reasons.add(
      allOwn(model.vSwitches, caller).some(({ vpcId }) => vpcId === VpcId),
      'DependencyViolation.VSwitch',
    );
    reasons.add(
      allOwn(model.groups, caller).some(({ vpcId }) => vpcId === VpcId),
      'DependencyViolation.SecurityGroup',
    );
    return reasons.codes;
  },
  apply({ VpcId }, { model }) {
    model.vpcs.delete(VpcId);
    model.gone.push(VpcId);
  },
};

interface NewVSwitch {
  readonly VpcId: string;
  readonly ZoneId: string;
  readonly CidrBlock: string;
  /** Which /64 of its VPC's IPv6 block it gets; none without. */
  readonly Ipv6CidrBlock?: number | undefined;
}

export const createVSwitch: ModelOperation<NewVSwitch> = {
  product: 'Vpc',
  action: 'CreateVSwitch',
  judge({ VpcId, CidrBlock, Ipv6CidrBlock }, { model, caller }) {
    const vpc = own(model.vpcs, caller, VpcId);
    if (vpc === undefined) return ['InvalidVpcId.NotFound'];
    if (vpc.status !== 'Available') return ['IncorrectVpcStatus'];
    const block = blockOf(CidrBlock);
    const others = allOwn(model.vSwitches, caller).filter(({ vpcId }) => vpcId === VpcId);
    const reasons = new Reasons();
    reasons.add(others.length >= model.quotas['v-switches-per-vpc'], 'QuotaExceeded.VSwitch');
    reasons.add(block.first < vpc.block.first || block.last > vpc.block.last, 'InvalidParameter');
    reasons.add(
      others.some((other) => overlap(other.block, block)),
      'InvalidCidrBlock.Overlapped',
    );
    if (Ipv6CidrBlock !== undefined) {
      reasons.add(!vpc.ipv6, 'OperationUnsupported.Ipv6Feature');
      reasons.add(
        others.some(({ ipv6Network }) => ipv6Number(ipv6Network) === Ipv6CidrBlock),
        'InvalidCidrBlock.Overlapped',
      );
    }
    return reasons.codes;
  },
  async apply({ VpcId, ZoneId, CidrBlock, Ipv6CidrBlock }, { model, caller, ask }, { VSwitchId: id }) {
    const { VSwitches } = await ask('Vpc', 'DescribeVSwitches', { VSwitchId: id });
    const ipv6Block: string = VSwitches.VSwitch[0].Ipv6CidrBlock;
    agree('whether the vSwitch has IPv6', ipv6Block !== '', Ipv6CidrBlock !== undefined);
    const ipv6Network = ipv6Block === '' ? null : networkOf(longIpv6(ipv6Block.replace('/64', '')));
    const vSwitch = { id, owner: caller, vpcId: VpcId, zoneId: ZoneId, block: blockOf(CidrBlock), ipv6Network };
    const { resourceGroup } = model.vpcs.get(VpcId)!;
    model.vSwitches.set(id, { ...vSwitch, status: 'Pending', tags: new Map(), resourceGroup });
    schedule(model, 'v-switch', id, 'create');
  },
};

export const deleteVSwitch: ModelOperation<{ VSwitchId: string }> = {
  product: 'Vpc',
  action: 'DeleteVSwitch',
  judge({ VSwitchId }, { model, caller }) {
    const vSwitch = own(model.vSwitches, caller, VSwitchId);
    if (vSwitch === undefined) return ['InvalidVSwitchId.NotFound'];
    if (vSwitch.status !== 'Available') return ['IncorrectVSwitchStatus'];
    const reasons = new Reasons();
    reasons.add(enisIn(model, VSwitchId).length > 0, 'DependencyViolation.NetworkInterface');
    const inhabited = allOwn(model.instances, caller).some(({ vSwitchId }) => vSwitchId === VSwitchId);
    reasons.add(inhabited, 'DependencyViolation.Instance');
    return reasons.codes;
  },
  apply({ VSwitchId }, { model }) {
    model.vSwitches.delete(VSwitchId);
    model.gone.push(VSwitchId);
  },
};

/** Which /64 of its VPC a vSwitch has: the last 8 bits of the four groups. */
function ipv6Number(network: string | null): number | undefined {
  return network === null ? undefined : Number.parseInt(network.split(':')[3]!, 16) & 255;
}
