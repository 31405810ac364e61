import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { type InstanceConfig, instance } from './terraform/instance.ts';
import { type NetworkInterfaceConfig, networkInterface } from './terraform/network-interface.ts';
import { attachment } from './terraform/network-interface-attachment.ts';
import { Provider } from './terraform/provider.ts';
import { securityGroup } from './terraform/security-group.ts';
import { vSwitch } from './terraform/v-switch.ts';
import { vpc } from './terraform/vpc.ts';
import { Managed } from './terraform/workspace.ts';

const localyun = startTestLocalyun();
const image_id = 'aliyun_3_x64_20G_alibase_20230727.vhd';
const zone_id = 'cn-hangzhou-i';
const lookAtInterface = 'DescribeNetworkInterfaces';
/** One refresh of an instance with two interfaces more. */
const readOfInstance = [
  'DescribeInstances',
  'DescribeDisks',
  'DescribeUserData',
  'DescribeInstanceRamRole',
  ...new Array(4).fill(lookAtInterface),
  'DescribeInstanceMaintenanceAttributes',
  'DescribeInstanceAttribute',
  'DescribeInstanceAttachmentAttributes',
  'DescribeInstances',
];

/** A plan with a VPC, a vSwitch, a group, an instance, two interfaces and their attachments, applied. */
async function apply(more: { machine?: Partial<InstanceConfig>; eni?: Partial<NetworkInterfaceConfig> } = {}) {
  const account = localyun.account();
  const terraform = new Provider(localyun, account);
  const make = Managed.create;
  const tags = { Created: 'TF', For: 'scenario' };
  const network = await make(terraform, vpc, { vpc_name: 'scenario', cidr_block: '10.0.0.0/8', tags });
  const vpc_id = network.id;
  const [vswitch, group] = await Promise.all([
    make(terraform, vSwitch, { vpc_id, zone_id, cidr_block: '10.1.0.0/24', vswitch_name: 'scenario' }),
    make(terraform, securityGroup, { vpc_id, security_group_name: 'scenario', description: 'of the scenario' }),
  ]);
  const base = { vswitch_id: vswitch.id, security_group_ids: [group.id], tags, ...more.eni };
  const [machine, ...enis] = await Promise.all([
    make(terraform, instance, {
      instance_type: 'ecs.g6.xlarge',
      image_id,
      vswitch_id: vswitch.id,
      security_groups: [group.id],
      ...more.machine,
    }),
    make(terraform, networkInterface, { ...base, network_interface_name: 'first' }),
    make(terraform, networkInterface, { ...base, network_interface_name: 'second', source_dest_check: true }),
  ]);
  const attachments = await Promise.all(
    enis.map((eni) => make(terraform, attachment, { network_interface_id: eni.id, instance_id: machine.id })),
  );
  const all = [network, vswitch, group, machine, ...enis, ...attachments];
  return { account, terraform, network, vswitch, group, machine, enis, attachments, all };
}

type Applied = Awaited<ReturnType<typeof apply>>;

async function destroy({ attachments, enis, machine, group, vswitch, network }: Applied): Promise<void> {
  await Promise.all(attachments.map((one) => one.destroy()));
  await Promise.all([...enis, machine].map((one) => one.destroy()));
  await Promise.all([group, vswitch].map((one) => one.destroy()));
  await network.destroy();
}

/** What a plan of everything would change, by resource. */
async function plan({ all }: Applied): Promise<string[]> {
  const lines: string[] = [];
  for (const one of all) for (const line of await one.plan()) lines.push(`${one.name}.${line}`);
  return lines;
}

describe('terraform apply', () => {
  it('makes all of it, a second plan is empty, and destroy leaves nothing', async () => {
    const applied = await apply();
    const { account, terraform, machine, enis } = applied;

    // What others have done to a resource since it was made shows at its refresh, and in no plan.
    expect(await machine.refresh()).toEqual(['network_interfaces']);
    for (const eni of enis) expect(await eni.refresh()).toEqual(['queue_number', 'status']);
    for (const one of applied.all) expect([one.name, await one.refresh()]).toEqual([one.name, []]);
    expect(await plan(applied)).toEqual([]);
    const shown = machine.state.network_interfaces as { network_interface_id: string }[];
    expect(shown.map((one) => one.network_interface_id).sort()).toEqual(enis.map(({ id }) => id).sort());
    expect(enis.map(({ state }) => state.status)).toEqual(['InUse', 'InUse']);

    terraform.calls.length = 0;
    await machine.refresh();
    expect(terraform.calls).toEqual(readOfInstance);

    await destroy(applied);
    const RegionId = terraform.regionId;
    for (const [product, action] of [
      ['Ecs', 'DescribeNetworkInterfaces'],
      ['Ecs', 'DescribeInstances'],
      ['Ecs', 'DescribeDisks'],
      ['Ecs', 'DescribeSecurityGroups'],
      ['Vpc', 'DescribeVSwitches'],
      ['Vpc', 'DescribeVpcs'],
    ] as const) {
      expect([action, (await account.ok(product, action, { RegionId })).TotalCount]).toEqual([action, 0]);
    }
  });

  it('keeps all that an instance can be given', async () => {
    const applied = await apply({
      machine: {
        instance_name: 'all-of-it',
        host_name: 'all-of-it',
        description: 'with everything',
        private_ip: '10.1.0.7',
        availability_zone: zone_id,
        system_disk_category: 'cloud_essd',
        system_disk_size: 60,
        system_disk_name: 'system',
        system_disk_description: 'of the instance',
        internet_max_bandwidth_out: 5,
        user_data: '#!/bin/sh\necho hello\n',
        deletion_protection: false,
        tags: { Created: 'TF', Empty: '' },
      },
    });
    const { machine } = applied;
    expect(await plan(applied)).toEqual([]);
    expect(machine.state).toMatchObject({
      system_disk_performance_level: 'PL1',
      user_data: '#!/bin/sh\necho hello\n',
      public_ip: expect.stringMatching(/^\d+(\.\d+){3}$/),
    });
    await destroy(applied);
  });

  it('changes names, descriptions and tags in place, and takes them away again', async () => {
    const applied = await apply();
    const { network, vswitch, group } = applied;
    const vpc_id = network.id;
    const tags = { Created: 'somebody', More: '' };
    const described = { description: 'said something', tags };
    const ofVpc = { cidr_block: '10.0.0.0/8', vpc_name: 'renamed' };
    const ofVSwitch = { vpc_id, zone_id, cidr_block: '10.1.0.0/24', vswitch_name: 'renamed' };
    const ofGroup = { vpc_id, security_group_name: 'renamed' };
    for (const more of [described, {}]) {
      await network.apply({ ...ofVpc, ...more });
      await vswitch.apply({ ...ofVSwitch, ...more });
      await group.apply({ ...ofGroup, ...more });
      expect(await plan(applied)).toEqual([]);
      const { description = '', tags = {} } = more as Partial<typeof described>;
      for (const { name, state } of [network, vswitch, group]) {
        expect([name, state]).toEqual([name, expect.objectContaining({ description, tags })]);
      }
    }
    await destroy(applied);
  });

  it('minds no order in which an instance, its interfaces and their attachments go', async () => {
    const { terraform, attachments, enis, machine, ...applied } = await apply();
    const [first, second] = attachments;
    // Deleted before it is detached: tried again for a minute, in vain, without harm.
    await expect(enis[0]?.destroy()).rejects.toMatchObject({ code: 'InvalidOperation.InvalidEniState' });
    await first?.destroy();
    expect([await enis[0]?.plan(), enis[0]?.state.status]).toEqual([[], 'Available']);
    expect(await second?.plan()).toEqual([]);
    // An interface that goes away with its instance is gone for its attachment as well.
    const request = { RegionId: terraform.regionId, NetworkInterfaceId: enis[1]?.id, DeleteOnRelease: true };
    await terraform.rpc('Ecs', 'ModifyNetworkInterfaceAttribute', request);
    await machine.destroy();
    for (const one of [second, ...enis, applied.group, applied.vswitch, applied.network]) await one?.destroy();
  });

  it('destroys what others have taken away as if it had been there', async () => {
    const applied = await apply();
    const { account, terraform, enis, machine } = applied;
    const RegionId = terraform.regionId;
    await account.ok('Ecs', 'DeleteInstance', { InstanceId: machine.id, Force: true });
    await localyun.advance(5_000);
    for (const { id: NetworkInterfaceId } of enis) {
      // Gone with the instance, or to be deleted.
      await account.call('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    }
    await localyun.advance(5_000);
    await destroy(applied);
  });
});
