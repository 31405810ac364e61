import type { Body } from '../../support/test-account.ts';
import { givenOut, sizeOf, textOf } from '../ipv4.ts';
import { allOwn, eipsOn, enisOf, groupCapacity, groupCount, heldIn, type Model } from '../model.ts';
import { agree } from '../operation.ts';
import { productOf, taggable, taggableTypes } from '../operations/tag.ts';
import type { AccountName, Eip, Instance, SecurityGroup, VSwitch } from '../resources.ts';
import { type Asking, shownTags, tagsOf } from './interfaces.ts';

/** Everything else that an account has is described as the model has it, and agrees with the interfaces. */
export async function checkResources(world: Asking, who: AccountName): Promise<void> {
  await checkInstances(world, who);
  await checkVSwitches(world, who);
  await checkGroups(world, who);
  await checkEips(world, who);
  await checkPermissions(world, who);
  await checkResourceGroups(world, who);
  await checkTags(world, who);
}

async function checkPermissions({ model, ask }: Asking, who: AccountName): Promise<void> {
  const owned = allOwn(model.permissions, who);
  if (owned.length === 0) return;
  const wanted = { NetworkInterfacePermissionId: owned.map(({ id }) => id), PageSize: 100 };
  const answer = await ask(who, 'Ecs', 'DescribeNetworkInterfacePermissions', wanted);
  const items: Body[] = answer.NetworkInterfacePermissions.NetworkInterfacePermission;
  const shown = items.map((item) => ({
    id: item.NetworkInterfacePermissionId,
    eniId: item.NetworkInterfaceId,
    grantee: String(item.AccountId),
    status: item.PermissionState,
  }));
  const expected = owned.map(({ id, eniId, grantee, status }) => ({ id, eniId, grantee, status }));
  agreeOnAll(`the permissions that the ${who} gave`, shown, expected);
}

async function checkResourceGroups({ model, ask }: Asking, who: AccountName): Promise<void> {
  const answer = await ask(who, 'ResourceManager', 'ListResourceGroups', { PageSize: 100 });
  const [, ...items]: Body[] = answer.ResourceGroups.ResourceGroup;
  const shown = items.map(({ Id: id, Name: name, Status: status }) => ({ id, name, status }));
  const expected = allOwn(model.resourceGroups, who).map(({ id, name, status }) => ({ id, name, status }));
  agreeOnAll(`the resource groups of the ${who}`, shown, expected);
}

async function checkInstances({ model, ask }: Asking, who: AccountName): Promise<void> {
  const answer = await ask(who, 'Ecs', 'DescribeInstances', { PageSize: 100 });
  const items: Body[] = answer.Instances.Instance;
  const shown = items.map((item) => ({
    id: item.InstanceId,
    status: item.Status,
    place: [item.VpcAttributes.VpcId, item.VpcAttributes.VSwitchId, item.ZoneId],
    address: item.VpcAttributes.PrivateIpAddress.IpAddress,
    eip: item.EipAddress.AllocationId,
    protected: item.DeletionProtection,
    resourceGroup: item.ResourceGroupId,
    groups: [...item.SecurityGroupIds.SecurityGroupId].sort(),
    tags: shownTags(item.Tags.Tag),
    interfaces: item.NetworkInterfaces.NetworkInterface.map((eni: Body) => [
      eni.NetworkInterfaceId,
      eni.Type,
      eni.PrimaryIpAddress,
    ]).sort(),
  }));
  agreeOnAll(
    `the instances of the ${who}`,
    shown,
    allOwn(model.instances, who).map((one) => instanceOf(model, one)),
  );
}

function instanceOf(model: Model, instance: Instance) {
  const { id, status, vpcId, vSwitchId, zoneId, tags } = instance;
  const enis = enisOf(model, id);
  const primary = enis.find(({ type }) => type === 'Primary')!;
  const eip = eipsOn(model, primary.id).find(({ bound }) => bound?.instanceType === 'EcsInstance');
  return {
    id,
    status,
    place: [vpcId, vSwitchId, zoneId],
    address: [textOf(primary.addresses[0]!)],
    eip: eip?.id ?? '',
    protected: instance.deletionProtection,
    resourceGroup: instance.resourceGroup,
    groups: [...primary.groups].sort(),
    tags: tagsOf(tags),
    // One that is only on its way to the instance is not there yet, and members are seen through their trunks.
    interfaces: enis
      .filter((eni) => eni.type !== 'Member')
      .filter((eni) => eni.status === 'InUse' || eni.status === 'Detaching')
      .map((eni) => [eni.id, eni.type, textOf(eni.addresses[0]!)])
      .sort(),
  };
}

async function checkVSwitches({ model, ask }: Asking, who: AccountName): Promise<void> {
  const answer = await ask(who, 'Vpc', 'DescribeVSwitches', { PageSize: 50 });
  const items: Body[] = answer.VSwitches.VSwitch;
  const shown = items.map((item) => ({
    id: item.VSwitchId,
    status: item.Status,
    idle: item.AvailableIpAddressCount,
    ipv6: item.EnabledIpv6,
    resourceGroup: item.ResourceGroupId,
    tags: shownTags(item.Tags.Tag),
  }));
  agreeOnAll(
    `the vSwitches of the ${who}`,
    shown,
    allOwn(model.vSwitches, who).map((vSwitch) => ({
      id: vSwitch.id,
      status: vSwitch.status,
      idle: idleIn(model, vSwitch),
      ipv6: vSwitch.ipv6Network !== null,
      resourceGroup: vSwitch.resourceGroup,
      tags: tagsOf(vSwitch.tags),
    })),
  );
}

function idleIn(model: Model, vSwitch: VSwitch): number {
  return sizeOf(givenOut(vSwitch.block)) - heldIn(model, vSwitch.id).size;
}

async function checkGroups({ model, ask }: Asking, who: AccountName): Promise<void> {
  const answer = await ask(who, 'Ecs', 'DescribeSecurityGroups', { PageSize: 50 });
  const items: Body[] = answer.SecurityGroups.SecurityGroup;
  const shown = items.map((item) => ({
    id: item.SecurityGroupId,
    vpcId: item.VpcId,
    type: item.SecurityGroupType,
    count: item.EcsCount,
    room: item.AvailableInstanceAmount,
    rules: item.RuleCount,
    resourceGroup: item.ResourceGroupId,
    tags: shownTags(item.Tags.Tag),
  }));
  const expected = allOwn(model.groups, who).map((group) => groupOf(model, group));
  agreeOnAll(`the security groups of the ${who}`, shown, expected);
}

function groupOf(model: Model, group: SecurityGroup) {
  const count = groupCount(model, group.id);
  const room = groupCapacity(model, group) - count;
  return {
    id: group.id,
    vpcId: group.vpcId ?? '',
    type: group.type,
    count,
    room,
    rules: group.rules.size,
    resourceGroup: group.resourceGroup,
    tags: tagsOf(group.tags),
  };
}

async function checkEips({ model, ask }: Asking, who: AccountName): Promise<void> {
  const answer = await ask(who, 'Vpc', 'DescribeEipAddresses', { PageSize: 100 });
  const items: Body[] = answer.EipAddresses.EipAddress;
  const shown = items.map((item) => ({
    id: item.AllocationId,
    address: item.IpAddress,
    status: item.Status,
    bound: [item.InstanceType, item.InstanceId, item.Mode],
    protected: item.DeletionProtection,
    resourceGroup: item.ResourceGroupId,
    tags: shownTags(item.Tags.Tag),
  }));
  agreeOnAll(`the elastic IP addresses of the ${who}`, shown, allOwn(model.eips, who).map(eipOf));
}

function eipOf({ id, address, status, bound, protected: isProtected, tags, resourceGroup }: Eip) {
  return {
    id,
    address,
    status,
    bound: [bound?.instanceType ?? '', bound?.instanceId ?? '', bound?.mode ?? 'NAT'],
    protected: isProtected,
    resourceGroup,
    tags: tagsOf(tags),
  };
}

/** Of every type of resource, what is there has its tags, and what is gone has none (ENI-120). */
async function checkTags({ model, ask }: Asking, who: AccountName): Promise<void> {
  for (const type of taggableTypes) {
    const owned = allOwn(taggable(model, type), who);
    const ids = [...owned.map(({ id }) => id), ...model.gone.slice(-10)].slice(0, 20);
    if (ids.length === 0) continue;
    const wanted = { ResourceType: type, ResourceId: ids };
    const answer = await ask(who, productOf(type), 'ListTagResources', wanted);
    const shown = answer.TagResources.TagResource.map((tag: Body) => [tag.ResourceId, tag.TagKey, tag.TagValue]);
    const expected = owned
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ id, tags }) => tagsOf(tags).map((tag) => [id, ...tag]));
    agree(`the tags of ${type}`, shown.sort(), expected.sort());
  }
}

function agreeOnAll(what: string, shown: readonly { id: string }[], expected: readonly { id: string }[]): void {
  const byId = (list: readonly { id: string }[]) => [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
  agree(what, byId(shown), byId(expected));
}
