import { describe, expect, it } from 'vitest';
import { publicKeys } from '../../src/ecs/key-pair/public-key.fixture.ts';
import type { QuotaName } from '../../src/operation/context.ts';
import { type Quota, quotas } from '../../src/operation/quotas.ts';
import { startTestLocalyun } from '../support/localyun.ts';
import type { Parameters, Product } from '../support/signed-client.ts';

const localyun = startTestLocalyun();
const names = Object.keys(quotas) as QuotaName[];

/** An account with a network, and what the calls below are about. */
async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId, vpcId: VpcId, vSwitchId: VSwitchId, securityGroupId } = network;
  const place = { RegionId, VSwitchId };
  const group = async (more: Parameters = {}): Promise<string> =>
    (await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId, ...more })).SecurityGroupId;
  return {
    account,
    RegionId,
    VpcId,
    securityGroupId,
    group,
    advanced: () => group({ SecurityGroupType: 'enterprise' }),
    rule: (SecurityGroupId: string, more: Parameters = {}): Parameters => ({
      RegionId,
      SecurityGroupId,
      IpProtocol: 'TCP',
      PortRange: '80/80',
      SourceCidrIp: '10.0.0.0/8',
      ...more,
    }),
    create: (groups: readonly string[], more: Parameters = {}): Parameters => ({
      ...place,
      SecurityGroupIds: groups,
      ...more,
    }),
    run: (groups: readonly string[], more: Parameters = {}): Parameters => ({
      ...place,
      InstanceType: 'ecs.g6.xlarge',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      SecurityGroupIds: groups,
      ...more,
    }),
    eni: async (groups: readonly string[] = [securityGroupId], more: Parameters = {}): Promise<string> =>
      (await account.ok('Ecs', 'CreateNetworkInterface', { ...place, SecurityGroupIds: groups, ...more }))
        .NetworkInterfaceId,
    instance: () => account.runInstance(network),
    ipv6: async () => {
      await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true });
      await account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrBlock: 0 });
      await localyun.advance(1_000);
    },
  };
}
type Scene = Awaited<ReturnType<typeof setUp>>;

/** A value for the quota, a call that keeps within it, if one can, and one that goes beyond. */
interface Provocation {
  readonly value: number;
  readonly within?: Parameters;
  readonly beyond: Parameters;
}
type Provoke = (scene: Scene) => Promise<Provocation>;

/** What goes beyond the capacity of a group, by operation; `one` makes the group that is small. */
const capacity = (one: (scene: Scene) => Promise<string>): Readonly<Record<string, Provoke>> => ({
  'Ecs CreateNetworkInterface': async (scene) => {
    const create = scene.create([await one(scene)]);
    return { value: 1, within: create, beyond: create };
  },
  'Ecs RunInstances': async (scene) => {
    const run = scene.run([await one(scene)]);
    return { value: 1, within: run, beyond: run };
  },
  'Ecs AssignPrivateIpAddresses': async (scene) => {
    const NetworkInterfaceId = await scene.eni([await one(scene)]);
    const assign = { RegionId: scene.RegionId, NetworkInterfaceId, SecondaryPrivateIpAddressCount: 1 };
    return { value: 2, within: assign, beyond: assign };
  },
  'Ecs AssignIpv6Addresses': async (scene) => {
    await scene.ipv6();
    const NetworkInterfaceId = await scene.eni([await one(scene)]);
    const assign = { RegionId: scene.RegionId, NetworkInterfaceId, Ipv6AddressCount: 1 };
    return { value: 2, within: assign, beyond: assign };
  },
  ...joining(async (scene) => {
    const small = await one(scene);
    await scene.eni([small]);
    return { value: 1, groups: [small] };
  }),
});

/** What moves an interface into groups that it cannot be in; it is in one of their kind. */
function joining(
  into: (scene: Scene) => Promise<{ readonly value: number; readonly groups: readonly string[] }>,
): Readonly<Record<string, Provoke>> {
  const modify = (target: (scene: Scene) => Promise<Parameters>, list: string): Provoke => {
    return async (scene) => {
      const { value, groups } = await into(scene);
      return { value, beyond: { ...(await target(scene)), [list]: groups } };
    };
  };
  const eni = async (scene: Scene) => ({ RegionId: scene.RegionId, NetworkInterfaceId: await scene.eni() });
  return {
    'Ecs ModifyNetworkInterfaceAttribute': modify(eni, 'SecurityGroupId'),
    'Ecs ModifyInstanceAttribute': modify(
      async (scene) => ({ InstanceId: await scene.instance() }),
      'SecurityGroupIds',
    ),
    'Ecs JoinSecurityGroup': async (scene) => {
      const { value, groups } = await into(scene);
      const [joined = '', ...others] = groups;
      const kind = others.length > 0 ? others : [await sameKind(scene, joined)];
      const target = { RegionId: scene.RegionId, NetworkInterfaceId: await scene.eni(kind) };
      return { value, beyond: { ...target, SecurityGroupId: joined } };
    },
  };
}

/** One more group of the kind of another. */
async function sameKind(scene: Scene, id: string): Promise<string> {
  const answer = await scene.account.ok('Ecs', 'DescribeSecurityGroups', {
    RegionId: scene.RegionId,
    SecurityGroupId: id,
  });
  return scene.group({ SecurityGroupType: answer.SecurityGroups.SecurityGroup[0].SecurityGroupType });
}

/** Two groups with a rule each. */
async function ruled(scene: Scene): Promise<readonly string[]> {
  const groups = [await scene.group(), await scene.group()];
  for (const id of groups) await scene.account.ok('Ecs', 'AuthorizeSecurityGroup', scene.rule(id));
  return groups;
}

const trusted = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: '*' } };
const trusting = JSON.stringify({ Version: '1', Statement: [trusted] });
const allowing = JSON.stringify({ Version: '1', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });

/** Attaches one policy of the system after another to what is made for it. */
function attaching(make: string, named: Parameters): Provoke {
  return async ({ account }) => {
    await account.ok('Ram', make, named);
    const { AssumeRolePolicyDocument: _, ...target } = named;
    const attach = (PolicyName: string) => ({ ...target, PolicyType: 'System', PolicyName });
    return { value: 1, within: attach('ReadOnlyAccess'), beyond: attach('AdministratorAccess') };
  };
}

/** A route table with one route in it, and what leads to the same place. */
async function routed({ account, RegionId, VpcId, eni }: Scene) {
  const tables = await account.ok('Vpc', 'DescribeRouteTableList', { RegionId, VpcId });
  const { RouteTableId } = tables.RouterTableList.RouterTableListType[0];
  const NextHop = await eni();
  const route = { RegionId, RouteTableId, NextHopType: 'NetworkInterface' };
  await account.ok('Vpc', 'CreateRouteEntry', { ...route, DestinationCidrBlock: '10.0.0.0/16', NextHopId: NextHop });
  await localyun.advance(1_000);
  return { ...route, NextHop };
}

const egress = { SourceCidrIp: '', DestCidrIp: '10.0.0.0/8' };
const tags = [{ Key: 'a', Value: '1' }];
const more = [{ Key: 'b', Value: '2' }];

const provocations: Readonly<Record<QuotaName, Readonly<Record<string, Provoke>>>> = {
  'network-interfaces': {
    'Ecs CreateNetworkInterface': async ({ create, securityGroupId }) => {
      const one = create([securityGroupId]);
      return { value: 1, within: one, beyond: one };
    },
    'Ecs RunInstances': async ({ run, securityGroupId }) => {
      const secondary = { NetworkInterface: [{ InstanceType: 'Secondary' }] };
      return { value: 0, within: run([securityGroupId]), beyond: run([securityGroupId], secondary) };
    },
  },
  'security-groups': {
    'Ecs CreateSecurityGroup': async ({ RegionId, VpcId }) => {
      return { value: 2, within: { RegionId, VpcId }, beyond: { RegionId, VpcId } };
    },
  },
  'security-groups-per-network-interface': {
    'Ecs CreateNetworkInterface': async ({ create, securityGroupId, group }) => {
      return { value: 1, within: create([securityGroupId]), beyond: create([securityGroupId, await group()]) };
    },
    'Ecs RunInstances': async ({ run, securityGroupId, group }) => {
      return { value: 1, within: run([securityGroupId]), beyond: run([securityGroupId, await group()]) };
    },
    ...joining(async ({ group }) => ({ value: 1, groups: [await group(), await group()] })),
  },
  'rules-per-security-group': {
    'Ecs AuthorizeSecurityGroup': async ({ rule, securityGroupId }) => ({
      value: 1,
      within: rule(securityGroupId),
      beyond: rule(securityGroupId, { PortRange: '81/81' }),
    }),
    'Ecs AuthorizeSecurityGroupEgress': async ({ rule, securityGroupId }) => ({
      value: 1,
      within: rule(securityGroupId, egress),
      beyond: rule(securityGroupId, { ...egress, PortRange: '81/81' }),
    }),
  },
  'group-rules-per-security-group': {
    'Ecs AuthorizeSecurityGroup': async ({ rule, securityGroupId, group }) => ({
      value: 1,
      within: rule(securityGroupId, { SourceCidrIp: '', SourceGroupId: await group() }),
      beyond: rule(securityGroupId, { SourceCidrIp: '', SourceGroupId: await group() }),
    }),
    'Ecs AuthorizeSecurityGroupEgress': async ({ rule, securityGroupId, group }) => ({
      value: 1,
      within: rule(securityGroupId, { SourceCidrIp: '', DestGroupId: await group() }),
      beyond: rule(securityGroupId, { SourceCidrIp: '', DestGroupId: await group() }),
    }),
  },
  'rules-per-network-interface': {
    'Ecs AuthorizeSecurityGroup': async ({ rule, securityGroupId, eni }) => {
      await eni();
      return { value: 1, within: rule(securityGroupId), beyond: rule(securityGroupId, { PortRange: '81/81' }) };
    },
    'Ecs AuthorizeSecurityGroupEgress': async ({ rule, securityGroupId, eni }) => {
      await eni();
      const second = { ...egress, PortRange: '81/81' };
      return { value: 1, within: rule(securityGroupId, egress), beyond: rule(securityGroupId, second) };
    },
    'Ecs CreateNetworkInterface': async (scene) => {
      const groups = await ruled(scene);
      return { value: 1, within: scene.create(groups.slice(1)), beyond: scene.create(groups) };
    },
    'Ecs RunInstances': async (scene) => {
      const groups = await ruled(scene);
      return { value: 1, within: scene.run(groups.slice(1)), beyond: scene.run(groups) };
    },
    ...joining(async (scene) => ({ value: 1, groups: await ruled(scene) })),
  },
  'private-addresses-per-basic-security-group': capacity((scene) => scene.group()),
  'private-addresses-per-advanced-security-group': capacity((scene) => scene.advanced()),
  'secondary-private-addresses-at-creation': {
    'Ecs CreateNetworkInterface': async ({ create, securityGroupId }) => ({
      value: 1,
      within: create([securityGroupId], { SecondaryPrivateIpAddressCount: 1 }),
      beyond: create([securityGroupId], { SecondaryPrivateIpAddressCount: 2 }),
    }),
    'Ecs AssignPrivateIpAddresses': async ({ RegionId, eni }) => {
      const assign = { RegionId, NetworkInterfaceId: await eni(), SecondaryPrivateIpAddressCount: 1 };
      return { value: 1, within: assign, beyond: assign };
    },
  },
  vpcs: {
    'Vpc CreateDefaultVpc': async ({ RegionId }) => ({ value: 1, beyond: { RegionId } }),
    'Vpc CreateVpc': async ({ RegionId }) => ({ value: 2, within: { RegionId }, beyond: { RegionId } }),
  },
  'v-switches-per-vpc': {
    'Vpc CreateDefaultVSwitch': async ({ account, RegionId }) => {
      await account.ok('Vpc', 'CreateDefaultVpc', { RegionId });
      await localyun.advance(1_000);
      return { value: 0, beyond: { RegionId, ZoneId: `${RegionId}-h` } };
    },
    'Vpc CreateVSwitch': async ({ RegionId, VpcId }) => {
      const place = { RegionId, VpcId, ZoneId: `${RegionId}-h` };
      return {
        value: 2,
        within: { ...place, CidrBlock: '192.168.1.0/24' },
        beyond: { ...place, CidrBlock: '192.168.2.0/24' },
      };
    },
  },
  'route-tables-per-vpc': {
    'Vpc CreateRouteTable': async ({ RegionId, VpcId }) => {
      return { value: 1, within: { RegionId, VpcId }, beyond: { RegionId, VpcId } };
    },
  },
  'route-entries-per-route-table': {
    'Vpc CreateRouteEntry': async (scene) => {
      const { NextHop, ...route } = await routed(scene);
      const beyond = { ...route, DestinationCidrBlock: '10.1.0.0/16', NextHopId: NextHop };
      return { value: 1, beyond };
    },
    // A batch tells of each entry that it could not add, and refuses only what it was asked to check.
    'Vpc CreateRouteEntries': async (scene) => {
      const { RegionId, ...route } = await routed(scene);
      const RouteEntries = [{ ...route, DstCidrBlock: '10.1.0.0/16' }];
      return { value: 1, beyond: { RegionId, RouteEntries, DryRun: true } };
    },
  },
  'secondary-cidr-blocks-per-vpc': {
    'Vpc AssociateVpcCidrBlock': async ({ RegionId, VpcId }) => ({
      value: 1,
      within: { RegionId, VpcId, SecondaryCidrBlock: '10.0.0.0/16' },
      beyond: { RegionId, VpcId, SecondaryCidrBlock: '11.0.0.0/16' },
    }),
  },
  'key-pairs': {
    'Ecs CreateKeyPair': async ({ RegionId }) => ({
      value: 1,
      within: { RegionId, KeyPairName: 'one' },
      beyond: { RegionId, KeyPairName: 'two' },
    }),
    'Ecs ImportKeyPair': async ({ RegionId }) => ({
      value: 1,
      within: { RegionId, KeyPairName: 'one', PublicKeyBody: publicKeys.rsa.line },
      beyond: { RegionId, KeyPairName: 'two', PublicKeyBody: publicKeys.rsa.line },
    }),
  },
  'manual-snapshots-per-disk': {
    'Ecs CreateSnapshot': async ({ account, RegionId, instance }) => {
      const InstanceId = await instance();
      const [{ DiskId }] = (await account.ok('Ecs', 'DescribeDisks', { RegionId, InstanceId })).Disks.Disk;
      await account.ok('Ecs', 'CreateSnapshot', { RegionId, DiskId });
      // While one is made, no other can be begun.
      await localyun.advance(1_000);
      return { value: 1, beyond: { RegionId, DiskId } };
    },
  },
  eips: {
    'Vpc AllocateEipAddress': async ({ RegionId }) => ({ value: 1, within: { RegionId }, beyond: { RegionId } }),
  },
  'resource-groups': {
    'ResourceManager CreateResourceGroup': async () => ({
      value: 1,
      within: { Name: 'one', DisplayName: 'one' },
      beyond: { Name: 'two', DisplayName: 'two' },
    }),
  },
  'ram-users': {
    'Ram CreateUser': async () => ({ value: 1, within: { UserName: 'one' }, beyond: { UserName: 'two' } }),
  },
  'ram-groups': {
    'Ram CreateGroup': async () => ({ value: 1, within: { GroupName: 'one' }, beyond: { GroupName: 'two' } }),
  },
  'ram-groups-per-user': {
    'Ram AddUserToGroup': async ({ account }) => {
      await account.ok('Ram', 'CreateUser', { UserName: 'one' });
      for (const GroupName of ['one', 'two']) await account.ok('Ram', 'CreateGroup', { GroupName });
      const add = (GroupName: string) => ({ UserName: 'one', GroupName });
      return { value: 1, within: add('one'), beyond: add('two') };
    },
  },
  'ram-virtual-mfa-devices': {
    'Ram CreateVirtualMFADevice': async () => ({
      value: 1,
      within: { VirtualMFADeviceName: 'one' },
      beyond: { VirtualMFADeviceName: 'two' },
    }),
  },
  'ram-roles': {
    'Ram CreateRole': async () => ({
      value: 1,
      within: { RoleName: 'one', AssumeRolePolicyDocument: trusting },
      beyond: { RoleName: 'two', AssumeRolePolicyDocument: trusting },
    }),
  },
  'ram-policies': {
    'Ram CreatePolicy': async () => ({
      value: 1,
      within: { PolicyName: 'one', PolicyDocument: allowing },
      beyond: { PolicyName: 'two', PolicyDocument: allowing },
    }),
  },
  'attached-policies-per-type': {
    'Ram AttachPolicyToUser': attaching('CreateUser', { UserName: 'one' }),
    'Ram AttachPolicyToGroup': attaching('CreateGroup', { GroupName: 'one' }),
    'Ram AttachPolicyToRole': attaching('CreateRole', { RoleName: 'one', AssumeRolePolicyDocument: trusting }),
  },
  'tags-per-resource': {
    'Ecs TagResources': async ({ RegionId, eni }) => {
      const target = { RegionId, ResourceType: 'eni', ResourceId: [await eni()] };
      return { value: 1, within: { ...target, Tag: tags }, beyond: { ...target, Tag: more } };
    },
    'Ecs AddTags': async ({ RegionId, eni }) => {
      const target = { RegionId, ResourceType: 'eni', ResourceId: await eni() };
      return { value: 1, within: { ...target, Tag: tags }, beyond: { ...target, Tag: more } };
    },
    'Vpc TagResources': async ({ RegionId, VpcId }) => {
      const target = { RegionId, ResourceType: 'VPC', ResourceId: [VpcId] };
      return { value: 1, within: { ...target, Tag: tags }, beyond: { ...target, Tag: more } };
    },
    'Ram TagResources': async ({ account }) => {
      await account.ok('Ram', 'CreateRole', { RoleName: 'tagged', AssumeRolePolicyDocument: trusting });
      const target = { ResourceType: 'role', ResourceNames: '["tagged"]' };
      return { value: 1, within: { ...target, Tag: tags }, beyond: { ...target, Tag: more } };
    },
    'ResourceManager TagResources': async ({ account }) => {
      const target = { ResourceType: 'ResourceGroup', ResourceId: [await account.resourceGroup('tagged')] };
      return { value: 1, within: { ...target, Tag: tags }, beyond: { ...target, Tag: more } };
    },
  },
};

const cases = names.flatMap((name) =>
  Object.entries((quotas[name] as Quota).heldBy).map(([operation, code]) => ({ name, operation, code })),
);

describe('quotas', () => {
  it.each(cases)('$name: $operation refuses with $code', async ({ name, operation, code }) => {
    const provoke = provocations[name][operation];
    if (provoke === undefined) throw new Error(`nothing goes beyond ${name} by ${operation}`);
    const scene = await setUp();
    const { value, within, beyond } = await provoke(scene);
    const { account } = scene;
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas: { [name]: value } }] });
    const [product, action] = operation.split(' ') as [Product, string];
    if (within !== undefined) await account.ok(product, action, within);
    const refusal = await account.refused(product, action, beyond);
    expect(refusal.code).toBe(code);
    expect([400, 403, 409]).toContain(refusal.status);
    expect(refusal.message).toContain(String(value));
  });

  it('count in their region, and can be set for one region', async () => {
    const account = localyun.account();
    const quotas = { 'network-interfaces': 1 };
    const quotasByRegion = { 'cn-beijing': { 'network-interfaces': 2 } };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas, quotasByRegion }] });
    const here = await account.network();
    const there = await account.network({ regionId: 'cn-beijing' });
    await account.createNetworkInterface(here);
    await account.createNetworkInterface(there);
    await account.createNetworkInterface(there);
    for (const { regionId: RegionId, vSwitchId: VSwitchId, securityGroupId: SecurityGroupId } of [here, there]) {
      const refusal = await account.refused('Ecs', 'CreateNetworkInterface', { RegionId, VSwitchId, SecurityGroupId });
      expect(refusal).toMatchObject({ status: 403, code: 'MaxEniCountExceeded' });
    }
  });

  it('ENI-41 are of one account; what goes makes room again', async () => {
    const account = localyun.account();
    const other = localyun.account();
    const quotas = { 'network-interfaces': 1 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    const network = await account.network();
    const elsewhere = await other.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    await other.createNetworkInterface(elsewhere);
    await other.createNetworkInterface(elsewhere);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId: network.regionId, NetworkInterfaceId });
    const place = { RegionId: network.regionId, VSwitchId: network.vSwitchId };
    const create = { ...place, SecurityGroupId: network.securityGroupId };
    expect((await account.refused('Ecs', 'CreateNetworkInterface', create)).code).toBe('MaxEniCountExceeded');
    await localyun.advance(10_000);
    await account.createNetworkInterface(network);
  });

  it('a quota that does not exist, or that is no whole number from 0 on, is not taken', async () => {
    const { accessKeyId } = localyun.account();
    for (const wrong of [{ wishes: 3 }, { vpcs: -1 }, { vpcs: 1.5 }, { vpcs: '3' }]) {
      await expect(localyun.server.levers.seed({ accounts: [{ accessKeyId, quotas: wrong }] })).rejects.toThrow(
        'accounts.0.quotas',
      );
    }
    const quotasByRegion = { 'xx-nowhere': { vpcs: 1 } };
    await expect(localyun.server.levers.seed({ accounts: [{ accessKeyId, quotasByRegion }] })).rejects.toThrow(
      'xx-nowhere',
    );
  });
});
