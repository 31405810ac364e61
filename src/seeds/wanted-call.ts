import type { ProductName } from '../contracts/contract.ts';
import type { SeedResource, SeedRule, SeedTags } from './seed-resources.ts';

/** The call that makes something of a seed; parameters by wire name, with lists and objects in them. */
export interface WantedCall {
  readonly product: ProductName;
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The ids of what a resource refers to. */
export type Ids<Member extends string> = Readonly<Record<Member, string>>;

const defaultImage = 'aliyun_3_x64_20G_alibase_20230727.vhd';

export function createVpc({ name, cidrBlock, ipv6, description, tags }: SeedResource<'vpcs'>): WantedCall {
  return {
    product: 'Vpc',
    action: 'CreateVpc',
    parameters: { VpcName: name, CidrBlock: cidrBlock, EnableIpv6: ipv6, Description: description, Tag: tagList(tags) },
  };
}

export function createVSwitch(vSwitch: SeedResource<'vSwitches'>, { vpc }: Ids<'vpc'>): WantedCall {
  const { name, zone, cidrBlock, ipv6Block, description, tags } = vSwitch;
  return {
    product: 'Vpc',
    action: 'CreateVSwitch',
    parameters: {
      VpcId: vpc,
      VSwitchName: name,
      ZoneId: zone,
      CidrBlock: cidrBlock,
      Ipv6CidrBlock: ipv6Block,
      Description: description,
      Tag: tagList(tags),
    },
  };
}

export function importKeyPair({ name, publicKey, tags }: SeedResource<'keyPairs'>): WantedCall {
  return {
    product: 'Ecs',
    action: 'ImportKeyPair',
    parameters: { KeyPairName: name, PublicKeyBody: publicKey, Tag: tagList(tags) },
  };
}

export function createSecurityGroup(group: SeedResource<'securityGroups'>, { vpc }: Ids<'vpc'>): WantedCall {
  const { name, type, description, tags } = group;
  return {
    product: 'Ecs',
    action: 'CreateSecurityGroup',
    parameters: {
      VpcId: vpc,
      SecurityGroupName: name,
      SecurityGroupType: type,
      Description: description,
      Tag: tagList(tags),
    },
  };
}

/** @param group the id of the group that is the other end, if it is one */
export function authorizeRule(
  direction: 'ingress' | 'egress',
  securityGroupId: string,
  rule: SeedRule,
  group: string | undefined,
): WantedCall {
  const [end, otherEnd] = direction === 'ingress' ? ['Source', 'SourceCidrIp'] : ['Dest', 'DestCidrIp'];
  const cidrName = rule.cidr?.includes(':') ? `Ipv6${otherEnd}` : otherEnd;
  const permission = {
    IpProtocol: rule.protocol,
    PortRange: rule.ports ?? '-1/-1',
    ...(rule.cidr === undefined ? {} : { [cidrName]: rule.cidr }),
    ...(group === undefined ? {} : { [`${end}GroupId`]: group }),
    Policy: rule.policy,
    Priority: rule.priority,
    Description: rule.description,
  };
  return {
    product: 'Ecs',
    action: direction === 'ingress' ? 'AuthorizeSecurityGroup' : 'AuthorizeSecurityGroupEgress',
    parameters: { SecurityGroupId: securityGroupId, Permissions: [permission] },
  };
}

export function runInstance(
  instance: SeedResource<'instances'>,
  { vSwitch, securityGroups }: Ids<'vSwitch'> & { readonly securityGroups: readonly string[] },
): WantedCall {
  const { name, type, image, keyPair, privateIpAddress, ipv6AddressCount, description, tags } = instance;
  return {
    product: 'Ecs',
    action: 'RunInstances',
    parameters: {
      InstanceName: name,
      InstanceType: type,
      ImageId: image ?? defaultImage,
      VSwitchId: vSwitch,
      SecurityGroupIds: securityGroups,
      KeyPairName: keyPair,
      PrivateIpAddress: privateIpAddress,
      Ipv6AddressCount: ipv6AddressCount,
      Description: description,
      Tag: tagList(tags),
    },
  };
}

export function createNetworkInterface(
  eni: SeedResource<'networkInterfaces'>,
  { vSwitch, securityGroups }: Ids<'vSwitch'> & { readonly securityGroups: readonly string[] },
): WantedCall {
  return {
    product: 'Ecs',
    action: 'CreateNetworkInterface',
    parameters: {
      NetworkInterfaceName: eni.name,
      VSwitchId: vSwitch,
      SecurityGroupIds: securityGroups,
      InstanceType: eni.type,
      PrimaryIpAddress: eni.primaryIpAddress,
      PrivateIpAddress: eni.privateIpAddresses,
      SecondaryPrivateIpAddressCount: eni.privateIpAddressCount,
      Ipv4PrefixCount: eni.ipv4PrefixCount,
      Ipv6Address: eni.ipv6Addresses,
      Ipv6AddressCount: eni.ipv6AddressCount,
      Ipv6PrefixCount: eni.ipv6PrefixCount,
      DeleteOnRelease: eni.deleteOnRelease,
      SourceDestCheck: eni.sourceDestCheck,
      Description: eni.description,
      Tag: tagList(eni.tags),
    },
  };
}

export function attachNetworkInterface(
  networkInterfaceId: string,
  { instance, trunk }: { readonly instance: string; readonly trunk: string | undefined },
): WantedCall {
  return {
    product: 'Ecs',
    action: 'AttachNetworkInterface',
    parameters: { NetworkInterfaceId: networkInterfaceId, InstanceId: instance, TrunkNetworkInstanceId: trunk },
  };
}

export function allocateEip(eip: SeedResource<'eips'>): WantedCall {
  const { name, ipAddress, bandwidthMbps, internetChargeType, description, tags } = eip;
  return {
    product: 'Vpc',
    action: 'AllocateEipAddress',
    parameters: {
      Name: name,
      IpAddress: ipAddress,
      Bandwidth: bandwidthMbps,
      InternetChargeType: internetChargeType,
      Description: description,
      Tag: tagList(tags),
    },
  };
}

export function associateEip(
  allocationId: string,
  target: { readonly id: string; readonly isInstance: boolean; readonly privateIpAddress: string | undefined },
): WantedCall {
  return {
    product: 'Vpc',
    action: 'AssociateEipAddress',
    parameters: {
      AllocationId: allocationId,
      InstanceId: target.id,
      InstanceType: target.isInstance ? 'EcsInstance' : 'NetworkInterface',
      PrivateIpAddress: target.privateIpAddress,
    },
  };
}

function tagList(tags: SeedTags | undefined): readonly { Key: string; Value: string }[] {
  return Object.entries(tags ?? {}).map(([Key, value]) => ({ Key, Value: String(value) }));
}
