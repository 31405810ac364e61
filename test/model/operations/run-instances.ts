import type { Body } from '../../support/test-account.ts';
import { typeOf } from '../instance-types.ts';
import { numberOf, textOf } from '../ipv4.ts';
import { idleCount, ipv4Places, ipv6Places, type Model, own } from '../model.ts';
import { agree, claim, type ModelOperation, Reasons, type Scene } from '../operation.ts';
import type { NetworkInterface, VSwitch } from '../resources.ts';
import { schedule } from '../time.ts';
import { judgeIpv4 } from './address-wish.ts';
import { judgeInterfaceQuota, learn } from './new-interface.ts';
import { judgeResourceGroup } from './resource-group.ts';
import { judgeGroups, judgeRoom } from './security-group.ts';
import type { Tag } from './tag.ts';

/** A secondary interface: one that is there, or one to be made, by default in the vSwitch and groups of the instance. */
interface Secondary {
  readonly InstanceType?: 'Secondary' | undefined;
  readonly NetworkInterfaceId?: string | undefined;
  readonly VSwitchId?: string | undefined;
  readonly SecurityGroupId?: string | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
  readonly DeleteOnRelease?: boolean | undefined;
}

interface NewInstances {
  readonly InstanceType: string;
  readonly ImageId: string;
  readonly VSwitchId: string;
  readonly SecurityGroupIds: readonly string[];
  readonly PrivateIpAddress?: string | undefined;
  readonly Amount?: number | undefined;
  readonly NetworkInterface?: readonly Secondary[] | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly Tag?: readonly Tag[] | undefined;
  readonly ResourceGroupId?: string | undefined;
  readonly ClientToken?: string | undefined;
}

export const runInstances: ModelOperation<NewInstances> = {
  product: 'Ecs',
  action: 'RunInstances',
  judge(parameters, scene) {
    const { model, caller } = scene;
    const { Amount = 1, NetworkInterface: entries = [], PrivateIpAddress } = parameters;
    const made = entries.filter(({ NetworkInterfaceId }) => NetworkInterfaceId === undefined);
    const existing = entries.filter(({ NetworkInterfaceId }) => NetworkInterfaceId !== undefined);
    const reasons = new Reasons();
    reasons.add(Amount > 1 && existing.length > 0, 'InvalidParam.Amount');
    reasons.add(Amount > 1 && PrivateIpAddress !== undefined && entries.length > 0, 'InvalidParam.Amount');
    const type = typeOf({ type: parameters.InstanceType });
    reasons.add(1 + entries.length > type.eniQuantity, 'EniPerInstanceLimitExceeded');
    const tooMany = made.some((entry) => 1 + (entry.SecondaryPrivateIpAddressCount ?? 0) > type.ipv4PerEni);
    reasons.add(tooMany, 'InvalidOperation.Ipv4CountExceeded');

    const vSwitch = own(model.vSwitches, caller, parameters.VSwitchId);
    judgeVSwitch(reasons, vSwitch);
    const mismatch = 'InvalidParameter.Mismatch';
    const groups = judgeGroups(reasons, scene, parameters.SecurityGroupIds, vSwitch?.vpcId, mismatch);
    judgeInterfaceQuota(reasons, scene, Amount * made.length);
    judgeResourceGroup(reasons, scene, parameters.ResourceGroupId);
    if (vSwitch === undefined) return reasons.codes;

    // What is taken of each vSwitch and group, over all instances and interfaces of the request.
    const taken = new Map<VSwitch, number>([[vSwitch, Amount]]);
    const joined = new Map(groups.map((group) => [group, Amount]));
    for (const entry of made) {
      const ownVSwitch = entry.VSwitchId === undefined ? vSwitch : own(model.vSwitches, caller, entry.VSwitchId);
      judgeVSwitch(reasons, ownVSwitch);
      if (ownVSwitch === undefined) continue;
      reasons.add(ownVSwitch.vpcId !== vSwitch.vpcId, 'InvalidOperation.VpcMismatch');
      reasons.add(ownVSwitch.zoneId !== vSwitch.zoneId, 'InvalidOperation.AvailabilityZoneMismatch');
      const ownGroups =
        entry.SecurityGroupId === undefined
          ? groups
          : judgeGroups(reasons, scene, [entry.SecurityGroupId], ownVSwitch.vpcId, mismatch);
      const count = Amount * (1 + (entry.SecondaryPrivateIpAddressCount ?? 0));
      taken.set(ownVSwitch, (taken.get(ownVSwitch) ?? 0) + count);
      for (const group of ownGroups) joined.set(group, (joined.get(group) ?? 0) + count);
    }
    for (const [each, count] of taken) reasons.add(count > idleCount(model, each), 'InvalidVSwitchId.IpNotEnough');
    for (const [group, count] of joined) judgeRoom(reasons, model, [group], count);
    if (PrivateIpAddress !== undefined) {
      judgeIpv4(reasons, model, vSwitch, { PrivateIpAddress: following(PrivateIpAddress, Amount) }, {});
    }
    judgeExisting(reasons, scene, existing, vSwitch, type);
    return reasons.codes;
  },

  async apply(parameters, scene, answer) {
    const { Amount = 1 } = parameters;
    const ids: string[] = answer.InstanceIdSets.InstanceIdSet;
    agree('how many instances there are', ids.length, Amount);
    for (const [index, id] of ids.entries()) await learnInstance(parameters, scene, id, index);
  },
};

function judgeVSwitch(reasons: Reasons, vSwitch: VSwitch | undefined): void {
  reasons.add(vSwitch === undefined, 'InvalidVSwitchId.NotFound');
  reasons.add(vSwitch !== undefined && vSwitch.status !== 'Available', 'IncorrectVSwitchStatus');
}

/** Existing interfaces are attached at once, as to a stopped instance. */
function judgeExisting(
  reasons: Reasons,
  { model, caller }: Scene,
  entries: readonly Secondary[],
  vSwitch: VSwitch,
  type: ReturnType<typeof typeOf>,
): void {
  const ids = entries.map(({ NetworkInterfaceId }) => NetworkInterfaceId);
  reasons.add(new Set(ids).size < ids.length, 'InvalidOperation.InvalidEniState');
  for (const id of ids) {
    const eni = own(model.enis, caller, id);
    reasons.add(eni === undefined, 'InvalidEniId.NotFound');
    if (eni === undefined) continue;
    reasons.add(eni.serviceId !== null, 'InvalidOperation.EniServiceManaged');
    reasons.add(eni.type === 'Primary', 'InvalidOperation.InvalidEniType');
    reasons.add(eni.status !== 'Available', 'InvalidOperation.InvalidEniState');
    reasons.add(eni.vpcId !== vSwitch.vpcId, 'InvalidOperation.VpcMismatch');
    reasons.add(eni.zoneId !== vSwitch.zoneId, 'InvalidOperation.AvailabilityZoneMismatch');
    reasons.add(eni.type === 'Trunk' && type.members === 0, 'InvalidOperation.InstanceTypeNotSupportEniTrunking');
    reasons.add(ipv4Places(eni) > type.ipv4PerEni, 'InvalidOperation.Ipv4CountExceeded');
    reasons.add(ipv6Places(eni) > type.ipv6PerEni, 'InvalidOperation.Ipv6CountExceeded');
  }
}

/** Several instances with one address take it and those that follow. */
function following(address: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => textOf(numberOf(address) + index));
}

async function learnInstance(parameters: NewInstances, scene: Scene, id: string, index: number): Promise<void> {
  const { model, caller } = scene;
  const { NetworkInterface: entries = [], PrivateIpAddress } = parameters;
  claim(/^i-bp1[0-9a-z]{17}$/.test(id), () => `"${id}" has not the form of an id`);
  claim(!model.instances.has(id) && !model.gone.includes(id), () => `the id ${id} is given out twice`);
  const vSwitch = model.vSwitches.get(parameters.VSwitchId)!;
  const tags = new Map(parameters.Tag?.map(({ Key, Value }) => [Key, Value]));
  model.instances.set(id, {
    id,
    owner: caller,
    type: parameters.InstanceType,
    vpcId: vSwitch.vpcId,
    vSwitchId: vSwitch.id,
    zoneId: vSwitch.zoneId,
    status: 'Pending',
    releasing: false,
    deletionProtection: parameters.DeletionProtection ?? false,
    tags,
    resourceGroup: parameters.ResourceGroupId ?? '',
  });
  schedule(model, 'instance', id, 'create');
  for (const { NetworkInterfaceId } of entries) {
    if (NetworkInterfaceId !== undefined) attachAtOnce(model, NetworkInterfaceId, id);
  }

  const list = await scene.ask('Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-hangzhou', InstanceId: id });
  const items: Body[] = list.NetworkInterfaceSets.NetworkInterfaceSet;
  agree(`how many interfaces ${id} has`, items.length, 1 + entries.length);
  const fresh = items.filter((item) => !model.enis.has(item.NetworkInterfaceId));
  const primary = fresh.filter((item) => item.Type === 'Primary');
  agree(`how many primary interfaces ${id} has`, primary.length, 1);
  const learned = learn(scene, primary[0]!, { type: 'Primary', instanceId: id });
  agree(`the vSwitch of ${learned.id}`, learned.vSwitchId, vSwitch.id);
  agree(`the groups of ${learned.id}`, learned.groups, parameters.SecurityGroupIds);
  agree(`how many addresses ${learned.id} has`, learned.addresses.length, 1);
  agree(`the resource group of ${learned.id}`, learned.resourceGroup, parameters.ResourceGroupId ?? '');
  if (PrivateIpAddress !== undefined) {
    agree(`the address of ${learned.id}`, learned.addresses[0], numberOf(PrivateIpAddress) + index);
  }
  for (const [key, value] of tags) learned.tags.set(key, value);
  learnSecondaries(
    parameters,
    scene,
    id,
    fresh.filter((item) => item.Type !== 'Primary'),
  );
}

function attachAtOnce(model: Model, eniId: string, instanceId: string): void {
  const eni = model.enis.get(eniId)!;
  Object.assign(eni, { status: 'InUse', instanceId } satisfies Partial<NetworkInterface>);
}

/** Which item is of which entry is told by what they have in common; all together must be what was asked for. */
function learnSecondaries(
  { VSwitchId, SecurityGroupIds, NetworkInterface: entries = [], ResourceGroupId = '' }: NewInstances,
  scene: Scene,
  instanceId: string,
  items: readonly Body[],
): void {
  const wanted = entries
    .filter(({ NetworkInterfaceId }) => NetworkInterfaceId === undefined)
    .map((entry) => [
      entry.VSwitchId ?? VSwitchId,
      entry.SecurityGroupId === undefined ? SecurityGroupIds : [entry.SecurityGroupId],
      1 + (entry.SecondaryPrivateIpAddressCount ?? 0),
      entry.DeleteOnRelease ?? true,
      ResourceGroupId,
    ]);
  const got = items.map((item) => {
    const eni = learn(scene, item, { type: 'Secondary', instanceId });
    eni.deleteOnRelease = item.DeleteOnRelease;
    return [eni.vSwitchId, eni.groups, eni.addresses.length, eni.deleteOnRelease, eni.resourceGroup];
  });
  const texts = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort();
  agree(`the new secondary interfaces of ${instanceId}`, texts(got), texts(wanted));
}
