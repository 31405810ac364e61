import { type Step, stepsOf } from '../every-operation/step.ts';

const ecs = stepsOf('Ecs');
const vpc = stepsOf('Vpc');
const ram = stepsOf('Ram');
const sts = stepsOf('Sts');
const resourceManager = stepsOf('ResourceManager');

const ZoneId = 'cn-hangzhou-h';
const ImageId = 'aliyun_3_x64_20G_alibase_20230727.vhd';
const place = { VSwitchId: '$vSwitchId', SecurityGroupId: '$groupId' };
const launch = { ...place, InstanceType: 'ecs.g7.8xlarge', ImageId };
const eni = (name: string, parameters = {}, id = `${name}Id`) =>
  ecs(
    'CreateNetworkInterface',
    { ...place, NetworkInterfaceName: name, ...parameters },
    { [id]: 'NetworkInterfaceId' },
  );
const inward = { IpProtocol: 'TCP', PortRange: '22/22', SourceCidrIp: '10.0.0.0/8' };
const outward = { IpProtocol: 'UDP', PortRange: '53/53', DestCidrIp: '10.0.0.0/8', Policy: 'drop' };
const document = JSON.stringify({
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: 'ecs:Describe*', Resource: '*' }],
});
const trust = (accountId: string | undefined) =>
  JSON.stringify({
    Version: '1',
    Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { RAM: [`acs:ram::${accountId}:root`] } }],
  });

/** Of a RAM user that a seed makes. */
export const seededKey = { accessKeyId: 'seeded-key', accessKeySecret: 'seeded-secret' };

/** A creation that is asked for again after the upgrade: the same interface answers. */
export const tokened = eni('tokened', { ClientToken: 'asked-before-the-upgrade' });

/** What an account may have. A build that does not know an operation leaves it out, and what needs its answer too. */
export const life: readonly Step[] = [
  sts('GetCallerIdentity', {}, { accountId: 'AccountId' }),
  resourceManager('CreateResourceGroup', { Name: 'web', DisplayName: 'Web' }, { resourceGroupId: 'ResourceGroup.Id' }),
  vpc('CreateVpc', { CidrBlock: '10.0.0.0/8', VpcName: 'net', EnableIpv6: true }, { vpcId: 'VpcId' }),
  vpc(
    'CreateVSwitch',
    { VpcId: '$vpcId', ZoneId, CidrBlock: '10.1.0.0/16', Ipv6CidrBlock: 1 },
    { vSwitchId: 'VSwitchId' },
  ),
  vpc(
    'CreateVSwitch',
    { VpcId: '$vpcId', ZoneId, CidrBlock: '10.2.0.0/24', VSwitchName: 'small' },
    { smallId: 'VSwitchId' },
  ),
  vpc('AssociateVpcCidrBlock', { VpcId: '$vpcId', SecondaryCidrBlock: '192.168.0.0/16' }),
  vpc('TagResources', { ResourceType: 'VPC', ResourceId: ['$vpcId'], Tag: [{ Key: 'team', Value: 'net' }] }),
  ecs(
    'CreateSecurityGroup',
    { VpcId: '$vpcId', SecurityGroupName: 'web', Description: 'doors' },
    { groupId: 'SecurityGroupId' },
  ),
  ecs('CreateSecurityGroup', { VpcId: '$vpcId' }, { otherGroupId: 'SecurityGroupId' }),
  ecs('AuthorizeSecurityGroup', { SecurityGroupId: '$groupId', Permissions: [inward] }),
  ecs('AuthorizeSecurityGroupEgress', { SecurityGroupId: '$groupId', Permissions: [outward] }),
  ecs('RunInstances', { ...launch, InstanceName: 'first' }, { instanceId: 'InstanceIdSets.InstanceIdSet.0' }),
  ecs('RunInstances', { ...launch, InstanceName: 'second' }, { secondId: 'InstanceIdSets.InstanceIdSet.0' }),
  ecs('StopInstance', { InstanceId: '$secondId' }),

  eni('plain', { Description: 'as it was made', Tag: [{ Key: 'team', Value: 'web' }] }),
  eni('addressed', { SecondaryPrivateIpAddressCount: 3, Ipv6AddressCount: 1 }),
  eni('prefixed', { Ipv4PrefixCount: 1 }),
  eni('grouped', { ResourceGroupId: '$resourceGroupId' }),
  ecs('ModifyNetworkInterfaceAttribute', {
    NetworkInterfaceId: '$plainId',
    Description: 'changed',
    SecurityGroupId: ['$groupId', '$otherGroupId'],
  }),
  ecs('CreateNetworkInterfacePermission', {
    NetworkInterfaceId: '$plainId',
    AccountId: '1000000000000001',
    Permission: 'InstanceAttach',
  }),
  eni('attached'),
  ecs('AttachNetworkInterface', { NetworkInterfaceId: '$attachedId', InstanceId: '$instanceId' }),
  eni('trunk', { InstanceType: 'Trunk' }),
  ecs('AttachNetworkInterface', { NetworkInterfaceId: '$trunkId', InstanceId: '$instanceId' }),
  eni('member'),
  ecs('AttachNetworkInterface', {
    NetworkInterfaceId: '$memberId',
    InstanceId: '$instanceId',
    TrunkNetworkInstanceId: '$trunkId',
  }),
  tokened,
  vpc('AllocateEipAddress', { Bandwidth: '5' }, { allocationId: 'AllocationId' }),
  vpc('AllocateEipAddress', { Bandwidth: '1' }, { freeAllocationId: 'AllocationId' }),
  vpc('AssociateEipAddress', {
    AllocationId: '$allocationId',
    InstanceId: '$plainId',
    InstanceType: 'NetworkInterface',
  }),

  ecs('CreateKeyPair', { KeyPairName: 'door' }),
  ecs('CreateDisk', { ZoneId, DiskCategory: 'cloud_essd', Size: 20, DiskName: 'data' }, { diskId: 'DiskId' }),
  ecs('AttachDisk', { DiskId: '$diskId', InstanceId: '$instanceId' }),
  ecs('CreateSnapshot', { DiskId: '$diskId', SnapshotName: 'before' }, { snapshotId: 'SnapshotId' }),
  vpc('CreateIpv6Gateway', { VpcId: '$vpcId', Name: 'gateway' }, { gatewayId: 'Ipv6GatewayId' }),
  vpc('CreateRouteTable', { VpcId: '$vpcId', RouteTableName: 'custom' }, { tableId: 'RouteTableId' }),
  vpc('CreateRouteEntry', {
    RouteTableId: '$tableId',
    DestinationCidrBlock: '172.16.1.0/24',
    NextHopType: 'Instance',
    NextHopId: '$instanceId',
  }),

  ram('CreateUser', { UserName: 'alice', DisplayName: 'Alice' }),
  ram(
    'CreateAccessKey',
    { UserName: 'alice' },
    { keyId: 'AccessKey.AccessKeyId', keySecret: 'AccessKey.AccessKeySecret' },
  ),
  ram('CreateGroup', { GroupName: 'readers' }),
  ram('AddUserToGroup', { GroupName: 'readers', UserName: 'alice' }),
  ram('CreatePolicy', { PolicyName: 'reader', PolicyDocument: document }),
  ram('AttachPolicyToGroup', { GroupName: 'readers', PolicyName: 'reader', PolicyType: 'Custom' }),
  {
    ...ram('CreateRole', { RoleName: 'worker' }, { roleArn: 'Role.Arn' }),
    late: (kept) => ({ AssumeRolePolicyDocument: trust(kept.get('accountId')) }),
  },

  eni('leaving'),
  eni('arriving'),
  eni('going'),
  ecs('AttachNetworkInterface', { NetworkInterfaceId: '$leavingId', InstanceId: '$instanceId' }),
];

/** What is under way when the server stops, each in its own state. */
export const underWay: readonly Step[] = [
  ecs('DetachNetworkInterface', { NetworkInterfaceId: '$leavingId', InstanceId: '$instanceId' }),
  ecs('AttachNetworkInterface', { NetworkInterfaceId: '$arrivingId', InstanceId: '$instanceId' }),
  ecs('DeleteNetworkInterface', { NetworkInterfaceId: '$goingId' }),
  ecs('StartInstance', { InstanceId: '$secondId' }),
  vpc('CreateVSwitch', { VpcId: '$vpcId', ZoneId, CidrBlock: '10.3.0.0/24', VSwitchName: 'new' }),
];

/** What is asked before and after an upgrade. */
export const looks: readonly Step[] = [
  vpc('DescribeVpcs'),
  vpc('DescribeVpcAttribute', { VpcId: '$vpcId' }),
  vpc('DescribeVSwitches', { VpcId: '$vpcId' }),
  vpc('DescribeEipAddresses'),
  vpc('DescribeRouteTableList', { VpcId: '$vpcId' }),
  vpc('DescribeRouteEntryList', { RouteTableId: '$tableId' }),
  vpc('DescribeIpv6Gateways'),
  vpc('ListTagResources', { ResourceType: 'VPC', ResourceId: ['$vpcId'] }),
  ecs('DescribeSecurityGroups', { VpcId: '$vpcId' }),
  ecs('DescribeSecurityGroupAttribute', { SecurityGroupId: '$groupId' }),
  ecs('DescribeNetworkInterfaces', { MaxResults: 100 }),
  ...['plain', 'addressed', 'prefixed', 'attached', 'trunk', 'member', 'leaving', 'arriving', 'going'].map((name) =>
    ecs('DescribeNetworkInterfaceAttribute', { NetworkInterfaceId: `$${name}Id` }),
  ),
  ecs('DescribeNetworkInterfacePermissions', { NetworkInterfaceId: '$plainId' }),
  ecs('ListTagResources', { ResourceType: 'eni', ResourceId: ['$plainId'] }),
  ecs('DescribeInstances', { MaxResults: 100 }),
  ecs('DescribeInstanceAttribute', { InstanceId: '$instanceId' }),
  ecs('DescribeDisks', { DiskIds: '["$diskId"]' }),
  ecs('DescribeSnapshots', { SnapshotIds: '["$snapshotId"]' }),
  ecs('DescribeKeyPairs'),
  resourceManager('ListResourceGroups'),
  ram('ListUsers'),
  ram('ListAccessKeys', { UserName: 'alice' }),
  ram('ListGroupsForUser', { UserName: 'alice' }),
  ram('ListPolicies', { PolicyType: 'Custom' }),
  ram('GetPolicy', { PolicyType: 'Custom', PolicyName: 'reader' }),
  ram('ListPoliciesForGroup', { GroupName: 'readers' }),
  ram('GetRole', { RoleName: 'worker' }),
];
