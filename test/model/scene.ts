import type { ModelOperation } from './operation.ts';
import { attachNetworkInterface } from './operations/attachment.ts';
import { allocateEipAddress } from './operations/eip.ts';
import { createNetworkInterface } from './operations/network-interface.ts';
import { runInstances } from './operations/run-instances.ts';
import { createSecurityGroup } from './operations/security-group.ts';
import { createVpc, createVSwitch } from './operations/vpc.ts';
import type { AccountName } from './resources.ts';
import type { World } from './world.ts';

/** Makes what every sequence begins with: networks of 12 and 60 addresses in two zones, groups of both types, instances. */
export async function prepare(world: World, withTrunk: boolean): Promise<void> {
  const { model } = world;
  const make = async <Parameters extends object>(
    caller: AccountName,
    operation: ModelOperation<Parameters>,
    parameters: Parameters,
  ) => world.request({ caller, operation, parameters });
  const wait = (milliseconds: number) => world.server.moveClock(milliseconds);
  const owned = <Kind extends { readonly owner: AccountName; readonly id: string }>(
    kind: ReadonlyMap<string, Kind>,
    owner: AccountName,
  ) => [...kind.values()].filter((one) => one.owner === owner).map(({ id }) => id);

  await make('owner', createVpc, { CidrBlock: '10.0.0.0/16', EnableIpv6: true });
  await make('stranger', createVpc, { CidrBlock: '10.0.0.0/16' });
  wait(1_000);
  const [VpcId = ''] = owned(model.vpcs, 'owner');
  const [foreignVpcId = ''] = owned(model.vpcs, 'stranger');
  await make('owner', createVSwitch, { VpcId, ZoneId: 'cn-hangzhou-h', CidrBlock: '10.0.0.0/28' });
  await make('owner', createVSwitch, { VpcId, ZoneId: 'cn-hangzhou-h', CidrBlock: '10.0.0.64/26', Ipv6CidrBlock: 1 });
  await make('owner', createVSwitch, { VpcId, ZoneId: 'cn-hangzhou-i', CidrBlock: '10.0.1.0/28' });
  await make('stranger', createVSwitch, { VpcId: foreignVpcId, ZoneId: 'cn-hangzhou-h', CidrBlock: '10.0.0.0/28' });
  for (const SecurityGroupType of ['normal', 'normal', 'enterprise'] as const) {
    await make('owner', createSecurityGroup, { VpcId, SecurityGroupType });
  }
  await make('stranger', createSecurityGroup, { VpcId: foreignVpcId });
  wait(1_000);
  await make('owner', allocateEipAddress, {});
  for (const caller of ['owner', 'stranger'] as const) {
    const [VSwitchId = ''] = owned(model.vSwitches, caller);
    const SecurityGroupIds = owned(model.groups, caller).slice(0, 1);
    const ImageId = 'aliyun_3_x64_20G_alibase_20230727.vhd';
    const instance = { ImageId, InstanceType: 'ecs.g7.large', VSwitchId, SecurityGroupIds };
    await make(caller, runInstances, instance);
    await make(caller, createNetworkInterface, { VSwitchId, SecurityGroupIds });
  }
  wait(2_000);
  if (!withTrunk) return;
  const [VSwitchId = ''] = owned(model.vSwitches, 'owner');
  const SecurityGroupIds = owned(model.groups, 'owner').slice(1, 2);
  await make('owner', createNetworkInterface, { VSwitchId, SecurityGroupIds, InstanceType: 'Trunk' });
  const NetworkInterfaceId = owned(model.enis, 'owner').at(-1) ?? '';
  const InstanceId = owned(model.instances, 'owner')[0] ?? '';
  await make('owner', attachNetworkInterface, { NetworkInterfaceId, InstanceId });
  wait(1_000);
}
