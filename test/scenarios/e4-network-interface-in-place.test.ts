import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { type NetworkInterfaceConfig, networkInterface } from './terraform/network-interface.ts';
import { Provider } from './terraform/provider.ts';
import { securityGroup } from './terraform/security-group.ts';
import { vSwitch } from './terraform/v-switch.ts';
import { vpc } from './terraform/vpc.ts';
import { Managed } from './terraform/workspace.ts';

const localyun = startTestLocalyun();
const look = 'DescribeNetworkInterfaces';
/** A refresh. */
const refresh = [look, 'ListTagResources'];
const longerAgo = { owner: 'them', removed: 'soon', empty: '' };

/** An interface with two groups to choose from, under Terraform's hand. */
async function begin(config: Partial<NetworkInterfaceConfig> = {}) {
  const account = localyun.account();
  const terraform = new Provider(localyun, account);
  const network = await Managed.create(terraform, vpc, { cidr_block: '10.0.0.0/8', enable_ipv6: true });
  const zone_id = 'cn-hangzhou-h';
  const vswitch = await Managed.create(terraform, vSwitch, {
    vpc_id: network.id,
    zone_id,
    cidr_block: '10.1.0.0/24',
    ipv6_cidr_block_mask: 7,
    enable_ipv6: true,
  });
  const groups = [
    await Managed.create(terraform, securityGroup, { vpc_id: network.id, security_group_name: 'one' }),
    await Managed.create(terraform, securityGroup, { vpc_id: network.id, security_group_name: 'two' }),
  ] as const;
  const base: NetworkInterfaceConfig = {
    vswitch_id: vswitch.id,
    security_group_ids: [groups[0].id],
    secondary_private_ip_address_count: 2,
    ...config,
  };
  const eni = await Managed.create(terraform, networkInterface, base);
  const { calls } = terraform;
  calls.length = 0;
  return { account, terraform, calls, network, vswitch, groups, base, eni };
}

/** The calls of an update without the refreshes around it. */
function inBetween(calls: string[]): string[] {
  const all = calls.splice(0);
  expect([all.slice(0, 2), all.slice(-2)]).toEqual([refresh, refresh]);
  return all.slice(2, -2);
}

describe('Terraform changes a network interface in place', () => {
  it('that a second plan leaves alone', async () => {
    const { eni, network, vswitch } = await begin();
    for (const one of [network, vswitch, eni]) {
      expect([one.name, await one.refresh(), await one.plan()]).toEqual([one.name, [], []]);
    }
    // Without a resource group it has none, not the default one; the rest are the zeros of what was not said.
    expect(eni.state).toMatchObject({
      resource_group_id: '',
      description: '',
      source_dest_check: false,
      queue_number: 0,
      secondary_private_ip_address_count: 2,
      ipv6_address_count: 0,
      ipv4_prefix_count: 0,
      instance_type: 'Secondary',
      network_interface_traffic_mode: 'Standard',
      status: 'Available',
      tags: {},
    });
    expect(vswitch.state).toMatchObject({ enable_ipv6: true, ipv6_cidr_block_mask: 7 });
  });

  it('by name, groups, and secondary addresses from 2 to 4 and to 1', async () => {
    const { eni, base, calls, groups } = await begin();
    const two = eni.state.private_ip_addresses as string[];

    const renamed = { ...base, network_interface_name: 'renamed', security_group_ids: [groups[1].id] };
    await eni.apply({ ...renamed, secondary_private_ip_address_count: 4 });
    expect(inBetween(calls)).toEqual(['ModifyNetworkInterfaceAttribute', 'AssignPrivateIpAddresses', look]);
    expect(eni.state).toMatchObject({ network_interface_name: 'renamed', security_group_ids: [groups[1].id] });
    const four = eni.state.private_ip_addresses as string[];
    expect(four).toHaveLength(4);
    expect(four).toEqual(expect.arrayContaining(two));
    expect(await eni.plan()).toEqual([]);
    calls.length = 0;

    // The first three that are known go, as a number does not say which.
    await eni.apply({ ...renamed, secondary_private_ip_address_count: 1 });
    expect(inBetween(calls)).toEqual(['UnassignPrivateIpAddresses', look]);
    expect(eni.state.private_ip_addresses).toEqual(four.slice(3));
    expect(await eni.plan()).toEqual([]);
  });

  it('by addresses that are named: those go that are not, those come that were not', async () => {
    const { eni, base, calls } = await begin({
      secondary_private_ip_address_count: undefined as never,
      private_ip_addresses: ['10.1.0.10', '10.1.0.11', '10.1.0.12'],
    });
    expect(await eni.plan()).toEqual([]);
    calls.length = 0;
    await eni.apply({ ...base, private_ip_addresses: ['10.1.0.11', '10.1.0.20'] });
    expect(inBetween(calls)).toEqual(['UnassignPrivateIpAddresses', 'AssignPrivateIpAddresses', look]);
    expect([...(eni.state.private_ip_addresses as string[])].sort()).toEqual(['10.1.0.11', '10.1.0.20']);
    expect(await eni.plan()).toEqual([]);
  });

  it('by IPv6 addresses, of which there are none to begin with', async () => {
    const { eni, base, calls } = await begin();
    await eni.apply({ ...base, ipv6_address_count: 1 });
    expect(inBetween(calls)).toEqual(['AssignIpv6Addresses', look]);
    const [first] = eni.state.ipv6_addresses as string[];
    expect(first).toMatch(/07:/);
    expect(await eni.plan()).toEqual([]);
    calls.length = 0;
    await eni.apply({ ...base, ipv6_address_count: 3 });
    expect(inBetween(calls)).toEqual(['AssignIpv6Addresses', look]);
    expect(eni.state.ipv6_addresses).toContain(first);
    await eni.apply({ ...base, ipv6_address_count: 1 });
    expect(await eni.plan()).toEqual([]);
    expect(eni.state.ipv6_address_count).toBe(1);
  });

  it('by tags: those go that are not there any more, then the others are set', async () => {
    const { eni, base, calls } = await begin({ tags: longerAgo });
    expect([eni.state.tags, await eni.plan()]).toEqual([longerAgo, []]);
    calls.length = 0;
    const tags = { owner: 'us', empty: '', fresh: 'yes' };
    await eni.apply({ ...base, tags });
    expect(inBetween(calls)).toEqual(['UntagResources', 'TagResources']);
    expect([eni.state.tags, await eni.plan()]).toEqual([tags, []]);
    await eni.apply({ ...base, tags: {} });
    expect([eni.state.tags, await eni.plan()]).toEqual([{}, []]);
  });

  it('by description and check of source and destination, and back', async () => {
    const { eni, base } = await begin();
    const changed = { ...base, description: 'said something', source_dest_check: true };
    await eni.apply(changed);
    expect(eni.state).toMatchObject({ description: 'said something', source_dest_check: true });
    expect(await eni.plan()).toEqual([]);
    await eni.apply({ ...base, source_dest_check: false });
    expect(eni.state).toMatchObject({ description: '', source_dest_check: false });
    expect(await eni.plan()).toEqual([]);
  });

  it('while it is being attached, with the retries that this takes', async () => {
    const { account, terraform, eni, base, calls, vswitch, groups } = await begin();
    const made = await account.ok('Ecs', 'RunInstances', {
      RegionId: terraform.regionId,
      InstanceType: 'ecs.g6.xlarge',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: vswitch.id,
      SecurityGroupId: groups[0].id,
    });
    await localyun.advance(5_000);
    const [InstanceId] = made.InstanceIdSets.InstanceIdSet;
    await terraform.rpc('Ecs', 'AttachNetworkInterface', {
      RegionId: terraform.regionId,
      NetworkInterfaceId: eni.id,
      InstanceId,
    });
    calls.length = 0;
    await eni.apply({ ...base, network_interface_name: 'in-the-end' });
    const modify = 'ModifyNetworkInterfaceAttribute';
    expect(inBetween(calls)).toEqual([modify, modify]);
    expect(eni.state).toMatchObject({ network_interface_name: 'in-the-end', status: 'InUse' });
    expect(await eni.plan()).toEqual([]);
    // Until it is detached its deletion is tried again for a minute.
    calls.length = 0;
    await expect(eni.destroy()).rejects.toMatchObject({ code: 'InvalidOperation.InvalidEniState' });
    expect(calls).toHaveLength(5);
    expect(await eni.plan()).toEqual([]);
  });

  it('and deletes it, which is over when it looks for the first time', async () => {
    const { eni, calls, vswitch, groups, network } = await begin({ tags: longerAgo });
    await eni.destroy();
    expect(calls).toEqual(['DeleteNetworkInterface', look, look]);
    calls.length = 0;
    // Once more, as after an interruption: not found is as good as deleted.
    await eni.destroy();
    expect(calls).toEqual(['DeleteNetworkInterface', look]);
    for (const one of [...groups, vswitch, network]) await one.destroy();
  });
});
