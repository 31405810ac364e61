import { expect } from 'vitest';
import {
  buildNetwork,
  createNetworkInterface,
  findNetworkInterface,
  instanceBecomes,
  regionId,
  runInstance,
  type Scene,
  zoneId,
} from '../scene.ts';

const region = { RegionId: regionId };

/** Who is calling. */
export async function identify(scene: Scene, accountId: string): Promise<void> {
  expect(await scene.call('Sts', 'GetCallerIdentity')).toMatchObject({
    AccountId: accountId,
    Arn: `acs:ram::${accountId}:root`,
  });
}

/** What is offered where. */
export async function lookAround(scene: Scene): Promise<void> {
  const { Regions } = await scene.call('Ecs', 'DescribeRegions');
  expect(Regions.Region).toContainEqual(expect.objectContaining({ RegionId: regionId }));
  const { Zones } = await scene.call('Ecs', 'DescribeZones', region);
  expect(Zones.Zone).toContainEqual(expect.objectContaining({ ZoneId: zoneId }));
  const { InstanceTypes } = await scene.call('Ecs', 'DescribeInstanceTypes', { InstanceTypes: ['ecs.g6.large'] });
  expect(InstanceTypes.InstanceType).toEqual([
    expect.objectContaining({ InstanceTypeId: 'ecs.g6.large', EniQuantity: 2, EniPrivateIpAddressQuantity: 6 }),
  ]);
}

/** The network's own operations: changed, listed, tagged. */
export async function keepNetwork(scene: Scene): Promise<void> {
  const { vpcId, vSwitchId, securityGroupId } = await buildNetwork(scene);
  await scene.call('Vpc', 'ModifyVpcAttribute', { ...region, VpcId: vpcId, VpcName: 'renamed' });
  await scene.call('Vpc', 'ModifyVSwitchAttribute', { ...region, VSwitchId: vSwitchId, VSwitchName: 'renamed' });
  const { Vpcs } = await scene.call('Vpc', 'DescribeVpcs', { ...region, VpcId: vpcId });
  expect(Vpcs.Vpc).toEqual([
    expect.objectContaining({ VpcName: 'renamed', VSwitchIds: { VSwitchId: [vSwitchId] }, Tags: { Tag: [] } }),
  ]);
  const { VSwitches } = await scene.call('Vpc', 'DescribeVSwitches', { ...region, VpcId: vpcId });
  expect(VSwitches.VSwitch).toEqual([
    expect.objectContaining({ VSwitchName: 'renamed', AvailableIpAddressCount: 252, Tags: { Tag: [] } }),
  ]);
  const { RouterTableList } = await scene.call('Vpc', 'DescribeRouteTableList', { ...region, VpcId: vpcId });
  expect(RouterTableList.RouterTableListType).toEqual([
    expect.objectContaining({ RouteTableType: 'System', VSwitchIds: { VSwitchId: [vSwitchId] } }),
  ]);
  const group = { ...region, SecurityGroupId: securityGroupId };
  expect(await scene.call('Ecs', 'DescribeSecurityGroupAttribute', group)).toMatchObject({ VpcId: vpcId });
}

/** An instance stopped, started and restarted; its network interfaces stay with it. */
export async function keepInstance(scene: Scene): Promise<void> {
  const network = await buildNetwork(scene);
  const instanceId = await runInstance(scene, network);
  const target = { InstanceId: instanceId };
  await scene.call('Ecs', 'ModifyInstanceAttribute', { ...target, InstanceName: 'renamed' });
  expect(await instanceBecomes(scene, instanceId, 'Running')).toMatchObject({ InstanceName: 'renamed' });
  await scene.call('Ecs', 'StopInstance', target);
  await instanceBecomes(scene, instanceId, 'Stopped');
  await scene.call('Ecs', 'StartInstance', target);
  await instanceBecomes(scene, instanceId, 'Running');
  await scene.call('Ecs', 'RebootInstance', target);
  await scene.until(
    async () => {
      const { InstanceStatuses } = await scene.call('Ecs', 'DescribeInstanceStatus', {
        ...region,
        InstanceId: [instanceId],
      });
      return InstanceStatuses.InstanceStatus as { InstanceId: string; Status: string }[];
    },
    ([instance]) => instance?.InstanceId === instanceId && instance.Status === 'Running',
  );
}

/** An elastic IP address on a network interface, until the interface is deleted. */
export async function keepPublicAddress(scene: Scene): Promise<void> {
  const network = await buildNetwork(scene);
  const { NetworkInterfaceId } = await createNetworkInterface(scene, network);
  const { AllocationId, EipAddress } = await scene.call('Vpc', 'AllocateEipAddress', { ...region, Bandwidth: '10' });
  const eip = { ...region, AllocationId };
  await scene.call('Vpc', 'ModifyEipAddressAttribute', { ...eip, Name: 'renamed', Bandwidth: '20' });
  const association = { ...eip, InstanceId: NetworkInterfaceId, InstanceType: 'NetworkInterface' };
  await scene.call('Vpc', 'AssociateEipAddress', association);
  const associated = await findNetworkInterface(scene, NetworkInterfaceId);
  expect(associated?.AssociatedPublicIp).toEqual({ AllocationId, PublicIpAddress: EipAddress });
  const described = async () => (await scene.call('Vpc', 'DescribeEipAddresses', eip)).EipAddresses.EipAddress;
  expect(await described()).toEqual([
    expect.objectContaining({ Name: 'renamed', Bandwidth: '20', InstanceId: NetworkInterfaceId }),
  ]);
  await scene.call('Vpc', 'UnassociateEipAddress', association);
  await scene.until(described, ([{ Status }]) => Status === 'Available');
  const protect = (ProtectionEnable: boolean) =>
    scene.call('Vpc', 'DeletionProtection', { ...region, InstanceId: AllocationId, Type: 'EIP', ProtectionEnable });
  await protect(true);
  expect(await scene.refused('Vpc', 'ReleaseEipAddress', eip)).toMatchObject({
    code: 'InvalidOperation.DeletionProtection',
    status: 400,
  });
  await protect(false);
  await scene.call('Vpc', 'ReleaseEipAddress', eip);
  await scene.until(described, (eips) => eips.length === 0);

  const attribute = await scene.call('Ecs', 'DescribeNetworkInterfaceAttribute', { ...region, NetworkInterfaceId });
  expect(attribute).toMatchObject({ NetworkInterfaceId, AssociatedPublicIp: {}, Status: 'Available' });
}
