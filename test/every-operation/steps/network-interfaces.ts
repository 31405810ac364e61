import { type Step, stepsOf } from '../step.ts';

const ecs = stepsOf('Ecs');
const vpc = stepsOf('Vpc');
const eni = { NetworkInterfaceId: '$eniId' };
const tagged = { ResourceType: 'eni', ResourceId: ['$eniId'] };
const tag = [{ Key: 'team', Value: 'web' }];
const association = { AllocationId: '$allocationId', InstanceId: '$eniId', InstanceType: 'NetworkInterface' };

export const interfaces: readonly Step[] = [
  ecs(
    'CreateNetworkInterface',
    { VSwitchId: '$vSwitchId', SecurityGroupId: '$securityGroupId', NetworkInterfaceName: 'second' },
    { eniId: 'NetworkInterfaceId' },
  ),
  ecs('DescribeNetworkInterfaces', { NetworkInterfaceId: ['$eniId'] }),
  ecs('DescribeNetworkInterfaceAttribute', eni),
  ecs('ModifyNetworkInterfaceAttribute', { ...eni, Description: 'for tests' }),
  ecs(
    'AssignPrivateIpAddresses',
    { ...eni, SecondaryPrivateIpAddressCount: 1 },
    { address: 'AssignedPrivateIpAddressesSet.PrivateIpSet.PrivateIpAddress.0' },
  ),
  ecs('UnassignPrivateIpAddresses', { ...eni, PrivateIpAddress: ['$address'] }),
  ecs('AssignIpv6Addresses', { ...eni, Ipv6AddressCount: 1 }, { ipv6Address: 'Ipv6Sets.Ipv6Address.0' }),
  ecs('UnassignIpv6Addresses', { ...eni, Ipv6Address: ['$ipv6Address'] }),
  ecs('TagResources', { ...tagged, Tag: tag }),
  ecs('ListTagResources', tagged),
  ecs('UntagResources', { ...tagged, TagKey: ['team'] }),
  ecs('AddTags', { ResourceType: 'eni', ResourceId: '$eniId', Tag: tag }),
  ecs('DescribeTags', { ResourceType: 'eni', ResourceId: '$eniId' }),
  ecs('DescribeResourceByTags', { ResourceType: 'eni', Tag: tag }),
  ecs('RemoveTags', { ResourceType: 'eni', ResourceId: '$eniId', Tag: tag }),
  ecs('JoinResourceGroup', { ResourceType: 'eni', ResourceId: '$eniId', ResourceGroupId: '$resourceGroupId' }),
  vpc('AssociateEipAddress', association),
  vpc('UnassociateEipAddress', association),
  ecs(
    'CreateNetworkInterfacePermission',
    { ...eni, AccountId: '1000000000000001', Permission: 'InstanceAttach' },
    { permissionId: 'NetworkInterfacePermission.NetworkInterfacePermissionId' },
  ),
  ecs('DescribeNetworkInterfacePermissions', { NetworkInterfacePermissionId: ['$permissionId'] }),
  ecs('DeleteNetworkInterfacePermission', { NetworkInterfacePermissionId: '$permissionId' }),
  ecs('AttachNetworkInterface', { ...eni, InstanceId: '$instanceId' }),
  ecs('DescribeEniMonitorData', {
    InstanceId: '$instanceId',
    StartTime: '2026-01-01T00:00:00Z',
    EndTime: '2026-01-01T00:10:00Z',
  }),
  ecs('EnableNetworkInterfaceQoS', { ...eni, QoS: { BandwidthTx: 100_000, BandwidthRx: 100_000 } }),
  ecs('DisableNetworkInterfaceQoS', eni),
  ecs('DetachNetworkInterface', { ...eni, InstanceId: '$instanceId' }),
  ecs('DeleteNetworkInterface', eni),
];
