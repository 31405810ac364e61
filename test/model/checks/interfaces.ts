import type { Body } from '../../support/test-account.ts';
import { textOf } from '../ipv4.ts';
import { longIpv6, longIpv6Prefix } from '../ipv6.ts';
import { allOwn, eipsOn, type Model } from '../model.ts';
import { agree } from '../operation.ts';
import type { AccountName, NetworkInterface } from '../resources.ts';
import type { World } from '../world.ts';

/** The network interfaces of an account are described as the model has them. */
export async function checkInterfaces({ model, ask }: Asking, who: AccountName): Promise<void> {
  const answer = await ask(who, 'Ecs', 'DescribeNetworkInterfaces', { PageSize: 1000 });
  const items: Body[] = answer.NetworkInterfaceSets.NetworkInterfaceSet;
  const expected = allOwn(model.enis, who).sort(newestFirst);
  agree(
    `the network interfaces of the ${who}`,
    items.map((item) => item.NetworkInterfaceId),
    expected.map(({ id }) => id),
  );
  agree('TotalCount of network interfaces', answer.TotalCount, expected.length);
  for (const [index, eni] of expected.entries()) agree(eni.id, shownInterface(items[index]!), interfaceOf(model, eni));
}

/** Who can be asked what there is. */
export type Asking = Pick<World, 'model' | 'ask'>;

/** The order of every list. */
export function newestFirst(one: NetworkInterface, other: NetworkInterface): number {
  return other.createdAtMs - one.createdAtMs || (one.id < other.id ? 1 : -1);
}

/** What an answer says of an interface, as far as the model has it. */
export function shownInterface(item: Body): object {
  return {
    status: item.Status,
    type: item.Type,
    place: [item.VpcId, item.VSwitchId, item.ZoneId],
    instanceId: item.InstanceId,
    attachment: item.Attachment && [
      item.Attachment.InstanceId,
      item.Attachment.TrunkNetworkInterfaceId ?? null,
      item.Attachment.DeviceIndex ?? null,
    ],
    mac: item.MacAddress,
    primary: item.PrivateIpAddress,
    addresses: item.PrivateIpSets.PrivateIpSet.map(({ PrivateIpAddress, Primary, AssociatedPublicIp }: Body) => [
      PrivateIpAddress,
      Primary,
      AssociatedPublicIp.AllocationId ?? '',
      AssociatedPublicIp.PublicIpAddress ?? '',
    ]).sort(),
    prefixes: item.Ipv4PrefixSets.Ipv4PrefixSet.map(({ Ipv4Prefix }: Body) => Ipv4Prefix).sort(),
    ipv6Addresses: item.Ipv6Sets.Ipv6Set.map(({ Ipv6Address }: Body) => longIpv6(Ipv6Address)).sort(),
    ipv6Prefixes: item.Ipv6PrefixSets.Ipv6PrefixSet.map(({ Ipv6Prefix }: Body) => longIpv6Prefix(Ipv6Prefix)).sort(),
    groups: [...item.SecurityGroupIds.SecurityGroupId].sort(),
    tags: shownTags(item.Tags.Tag),
    resourceGroup: item.ResourceGroupId,
    name: item.NetworkInterfaceName,
    description: item.Description,
    deleteOnRelease: item.DeleteOnRelease,
    sourceDestCheck: item.SourceDestCheck,
    managed: item.ServiceManaged,
    created: item.CreationTime,
  };
}

/** What it has to say. */
export function interfaceOf(model: Model, eni: NetworkInterface): object {
  const managed = eni.serviceId !== null;
  const eips = eipsOn(model, eni.id);
  return {
    status: eni.status,
    type: eni.type,
    place: [eni.vpcId, eni.vSwitchId, eni.zoneId],
    // The owner of a managed interface is not told where it is attached (ENI-72).
    instanceId: managed ? undefined : eni.type === 'Member' ? '' : (eni.instanceId ?? ''),
    attachment: managed || eni.instanceId === null ? undefined : [eni.instanceId, eni.trunkId, eni.deviceIndex],
    mac: eni.mac,
    primary: textOf(eni.addresses[0]!),
    addresses: eni.addresses
      .map((address, index) => {
        const eip = eips.find(({ bound }) => bound?.privateAddress === address);
        return [textOf(address), index === 0, eip?.id ?? '', eip?.address ?? ''];
      })
      .sort(),
    prefixes: eni.prefixes.map((first) => `${textOf(first)}/28`).sort(),
    ipv6Addresses: [...eni.ipv6Addresses].sort(),
    ipv6Prefixes: [...eni.ipv6Prefixes].sort(),
    groups: [...eni.groups].sort(),
    tags: tagsOf(eni.tags),
    resourceGroup: eni.resourceGroup,
    name: eni.name,
    description: eni.description,
    deleteOnRelease: eni.deleteOnRelease,
    sourceDestCheck: eni.sourceDestCheck,
    managed,
    created: `${new Date(eni.createdAtMs).toISOString().slice(0, 19)}Z`,
  };
}

export function shownTags(tags: readonly { TagKey?: string; TagValue?: string; Key?: string; Value?: string }[]) {
  return tags.map(({ TagKey, TagValue, Key, Value }) => [TagKey ?? Key ?? '', TagValue ?? Value ?? '']).sort();
}

export function tagsOf(tags: ReadonlyMap<string, string>): [string, string][] {
  return [...tags].sort();
}
