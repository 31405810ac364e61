import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import type { Body } from '../support/test-account.ts';
import { images, instanceTypes, paged, resourceGroups, zones } from './terraform/data-sources.ts';
import { flagAt, listAt, numberAt, textsAt } from './terraform/decode.ts';
import { instance } from './terraform/instance.ts';
import { networkInterface } from './terraform/network-interface.ts';
import { attachment } from './terraform/network-interface-attachment.ts';
import { Provider } from './terraform/provider.ts';
import { securityGroup } from './terraform/security-group.ts';
import { vSwitch } from './terraform/v-switch.ts';
import { vpc } from './terraform/vpc.ts';
import { Managed } from './terraform/workspace.ts';

const localyun = startTestLocalyun();
const make = Managed.create;

function begin() {
  const account = localyun.account();
  return { account, terraform: new Provider(localyun, account) };
}

describe('the example of the attachment', () => {
  it('is applied with what its data sources say, planned again, and destroyed', async () => {
    const { account, terraform } = begin();
    const [zone = ''] = await zones(terraform, { available_resource_creation: 'Instance' });
    const [type] = await instanceTypes(terraform, { availability_zone: zone, eni_amount: 3 });
    expect(numberAt(type!, 'EniQuantity')).toBeGreaterThanOrEqual(3);
    const [image] = await images(terraform, { owners: 'system', name_regex: /^ubuntu_18.*64/, most_recent: true });
    const [group] = await resourceGroups(terraform, { status: 'OK' });
    expect(group).toMatchObject({ Status: 'OK', Name: 'default', AccountId: account.accountId });

    const name = 'tf-example';
    const network = await make(terraform, vpc, { vpc_name: name, cidr_block: '192.168.0.0/24' });
    const vswitch = await make(terraform, vSwitch, {
      vswitch_name: name,
      cidr_block: '192.168.0.0/24',
      zone_id: zone,
      vpc_id: network.id,
    });
    const sg = await make(terraform, securityGroup, { security_group_name: name, vpc_id: network.id });
    const resource_group_id = String(group!.Id);
    // The instance takes an address on its own at the same time, which must not be the one that is written down.
    const [machine, eni] = await Promise.all([
      make(terraform, instance, {
        availability_zone: zone,
        instance_name: name,
        host_name: name,
        image_id: String(image!.ImageId),
        instance_type: String(type!.InstanceTypeId),
        security_groups: [sg.id],
        vswitch_id: vswitch.id,
      }),
      make(terraform, networkInterface, {
        network_interface_name: name,
        vswitch_id: vswitch.id,
        security_group_ids: [sg.id],
        description: 'Basic test',
        primary_ip_address: '192.168.0.2',
        tags: { Created: 'TF', For: 'Test' },
        resource_group_id,
      }),
    ]);
    const attached = await make(terraform, attachment, { network_interface_id: eni.id, instance_id: machine.id });
    expect(eni.state).toMatchObject({ primary_ip_address: '192.168.0.2', resource_group_id });
    expect(machine.state.private_ip).not.toBe('192.168.0.2');
    const all = [network, vswitch, sg, machine, eni, attached];
    for (const one of all) expect([one.name, await one.plan()]).toEqual([one.name, []]);
    for (const one of [attached, eni, machine, sg, vswitch, network]) await one.destroy();
  });

  it.each([1, 2, 3, 4])('finds a type for %d interfaces, the same one at every run', async (eni_amount) => {
    const { terraform } = begin();
    const [zone = ''] = await zones(terraform, { available_resource_creation: 'VSwitch' });
    const found = await instanceTypes(terraform, { availability_zone: zone, eni_amount });
    expect(found.length).toBeGreaterThan(0);
    const again = await instanceTypes(new Provider(localyun, localyun.account()), {
      availability_zone: zone,
      eni_amount,
    });
    expect(again.map((type) => type.InstanceTypeId)).toEqual(found.map((type) => type.InstanceTypeId));
  });
});

describe('the data sources that the examples of the provider begin with', () => {
  it.each([undefined, 'VSwitch', 'Instance', 'Disk', 'IoOptimized', 'DedicatedHost'])(
    'name zones where there is %s',
    async (available_resource_creation) => {
      const { terraform } = begin();
      const found = await zones(terraform, available_resource_creation ? { available_resource_creation } : {});
      expect(found.length).toBeGreaterThanOrEqual(2);
    },
  );

  it.each([
    [1, 2],
    [2, 4],
    [2, 8],
    [4, 8],
    [4, 16],
  ])('name types of %d vCPUs and %d GiB', async (cpu_core_count, memory_size) => {
    const { terraform } = begin();
    const [availability_zone = ''] = await zones(terraform, {});
    expect(await instanceTypes(terraform, { availability_zone, cpu_core_count, memory_size })).not.toEqual([]);
  });

  it.each(['ecs.sn1ne', 'ecs.n1', 'ecs.n4', 'ecs.t6', 'ecs.hfg6', 'ecs.r6', 'ecs.g6', 'ecs.g7'])(
    'name types of the family %s only',
    async (instance_type_family) => {
      const { terraform } = begin();
      const found = await instanceTypes(terraform, { instance_type_family });
      expect(new Set(found.map((type) => type.InstanceTypeFamily))).toEqual(new Set([instance_type_family]));
    },
  );

  it.each([
    /^ubuntu_18.*64/,
    /^ubuntu_[0-9]+_[0-9]+_x64*/,
    /^aliyun/,
    /^aliyun_2_19/,
    /^ubuntu_2[0-9]_[0-9]+_x64_20G_alibase/,
    /^centos_6/,
    /^centos_6\w{1,5}[64].*/,
    /^centos_7_05_64*/,
    /^centos_7_6_x64*/,
    /windows/,
  ])('name one image like %s', async (name_regex) => {
    const { terraform } = begin();
    const found = await images(terraform, { owners: 'system', name_regex, most_recent: true });
    expect(found).toHaveLength(1);
  });

  it('name the region that is used among all', async () => {
    const { terraform } = begin();
    const RegionId = terraform.regionId;
    const found = listAt(await terraform.typed('Ecs', 'DescribeRegions', { RegionId }), '$.Regions.Region');
    expect(found).toContainEqual(expect.objectContaining({ RegionId, LocalName: expect.any(String) }));
  });
});

describe('the data sources of what was made', () => {
  it('turn pages of 50 to the end, and find every container', async () => {
    const { account, terraform } = begin();
    const network = await account.network({ cidrBlock: '192.168.0.0/24' });
    const { vpcId: VpcId, regionId: RegionId } = network;
    const count = 55;
    const each = async (one: (index: number) => Promise<unknown>) => {
      for (let index = 0; index < count; index += 1) await one(index);
    };
    await each((index) =>
      account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId, SecurityGroupName: `group-${index}` }),
    );
    await each((index) =>
      account.ok('Vpc', 'CreateVSwitch', {
        RegionId,
        VpcId,
        ZoneId: network.zoneId,
        CidrBlock: `192.168.${index + 1}.0/24`,
      }),
    );
    await each(() => account.createNetworkInterface(network));
    await localyun.advance(2_000);

    const vpcs = await paged(terraform, 'Vpc', 'DescribeVpcs', {}, '$.Vpcs.Vpc');
    expect(vpcs.map((one) => one.VpcId)).toEqual([VpcId]);
    for (const one of vpcs) {
      textsAt(one, '$.SecondaryCidrBlocks.SecondaryCidrBlock');
      textsAt(one, '$.UserCidrs.UserCidr');
      expect(textsAt(one, '$.VSwitchIds.VSwitchId')).toHaveLength(count + 1);
      const tables = await paged(
        terraform,
        'Vpc',
        'DescribeRouteTableList',
        { VpcId },
        '$.RouterTableList.RouterTableListType',
      );
      expect(tables.map((table) => textsAt(table, '$.VSwitchIds.VSwitchId').length)).toEqual([count + 1]);
    }

    const distinct = (rows: readonly Body[], id: string) => new Set(rows.map((row) => row[id])).size;
    const vSwitches = await paged(terraform, 'Vpc', 'DescribeVSwitches', { VpcId }, '$.VSwitches.VSwitch');
    expect([vSwitches.length, distinct(vSwitches, 'VSwitchId')]).toEqual([count + 1, count + 1]);
    for (const one of vSwitches) expect(one.RouteTable.RouteTableId).toMatch(/^vtb-/);

    const groups = await paged(terraform, 'Ecs', 'DescribeSecurityGroups', { VpcId }, '$.SecurityGroups.SecurityGroup');
    expect([groups.length, distinct(groups, 'SecurityGroupId')]).toEqual([count + 1, count + 1]);
    for (const one of groups) listAt(one, '$.Tags.Tag');

    const path = '$.NetworkInterfaceSets.NetworkInterfaceSet';
    const filters = { VpcId, Type: 'Secondary', Status: 'Available' };
    const enis = await paged(terraform, 'Ecs', 'DescribeNetworkInterfaces', filters, path);
    expect([enis.length, distinct(enis, 'NetworkInterfaceId')]).toEqual([count, count]);
    for (const one of enis) {
      flagAt(one, 'ServiceManaged');
      numberAt(one, 'ServiceID');
      numberAt(one, 'QueueNumber');
      listAt(one, '$.Tags.Tag');
      for (const address of listAt(one, '$.PrivateIpSets.PrivateIpSet')) flagAt(address, 'Primary');
      expect(one).toMatchObject({ ZoneId: network.zoneId, OwnerId: account.accountId, AssociatedPublicIp: {} });
    }
  });

  it('are empty where nothing fits', async () => {
    const { terraform } = begin();
    const none = 'none-of-that-name';
    for (const [product, action, filters, path] of [
      ['Vpc', 'DescribeVpcs', { VpcName: none }, '$.Vpcs.Vpc'],
      ['Vpc', 'DescribeVSwitches', { VSwitchName: none }, '$.VSwitches.VSwitch'],
      ['Ecs', 'DescribeSecurityGroups', { SecurityGroupName: none }, '$.SecurityGroups.SecurityGroup'],
      [
        'Ecs',
        'DescribeNetworkInterfaces',
        { NetworkInterfaceName: none },
        '$.NetworkInterfaceSets.NetworkInterfaceSet',
      ],
      ['Ecs', 'DescribeDisks', { DiskName: none }, '$.Disks.Disk'],
      ['Ecs', 'DescribeKeyPairs', { KeyPairName: none }, '$.KeyPairs.KeyPair'],
      ['Vpc', 'DescribeEipAddresses', {}, '$.EipAddresses.EipAddress'],
    ] as const) {
      expect([action, await paged(terraform, product, action, filters, path)]).toEqual([action, []]);
    }
  });
});
