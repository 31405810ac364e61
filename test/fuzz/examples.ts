import { type Step, stepsOf } from '../every-operation/step.ts';
import { steps } from '../every-operation/steps/index.ts';

const ecs = stepsOf('Ecs');
const vpc = stepsOf('Vpc');
const ram = stepsOf('Ram');
const inVSwitch = { VSwitchId: '$vSwitchId', SecurityGroupId: '$securityGroupId' };
const machine = {
  ...inVSwitch,
  InstanceType: 'ecs.g7.2xlarge',
  ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
};
const empty = { ZoneId: 'cn-hangzhou-h', Size: 20, DiskCategory: 'cloud_essd' };
const ofOther = { InstanceId: '$otherInstanceId' };
const guarded = { UserName: 'guarded' };

/** What a user is held against who may everything, but for what hardly any resource is named. */
const guard = JSON.stringify({
  Version: '1',
  Statement: [
    { Effect: 'Allow', Action: ['ecs:*', 'vpc:*', 'ram:*', 'resourcemanager:*', 'sts:*'], Resource: '*' },
    { Effect: 'Deny', Action: '*:*z*z*z*z', Resource: ['acs:ecs:*:*:*/*x*x*x*x*y', 'acs:vpc:*:*:*/*?x?*'] },
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: {
        IpAddress: { 'acs:SourceIp': ['10.0.0.0/8', '2001:db8::/32'] },
        StringLike: { 'acs:RequestTag/team': ['*a*a*a*b'], 'acs:ResourceTag/team': 'w?b*' },
        DateLessThan: { 'acs:CurrentTime': '2000-01-01T00:00:00Z' },
      },
    },
  ],
});

/** What the life of every operation never has, or has only for a while. */
const more: readonly Step[] = [
  ecs('RunInstances', machine, { otherInstanceId: 'InstanceIdSets.InstanceIdSet.0' }),
  ecs(
    'RunInstances',
    { ...machine, InstanceChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Month' },
    { paidInstanceId: 'InstanceIdSets.InstanceIdSet.0' },
  ),
  ecs('CreateNetworkInterface', { ...inVSwitch, InstanceType: 'Trunk' }, { trunkId: 'NetworkInterfaceId' }),
  ecs('AttachNetworkInterface', { NetworkInterfaceId: '$trunkId', ...ofOther }),
  ecs('CreateNetworkInterface', { ...inVSwitch, Ipv6AddressCount: 1 }, { thirdEniId: 'NetworkInterfaceId' }),
  ecs('CreateNetworkInterface', inVSwitch, { freeEniId: 'NetworkInterfaceId' }),
  vpc('AllocateEipAddress', {}, { freeAllocationId: 'AllocationId' }),
  ecs('TagResources', {
    ResourceType: 'eni',
    ResourceId: ['$eniId', '$thirdEniId'],
    Tag: [{ Key: 'team', Value: 'web' }],
  }),
  ecs('AuthorizeSecurityGroup', {
    SecurityGroupId: '$otherGroupId',
    IpProtocol: 'TCP',
    PortRange: '80/80',
    SourceGroupId: '$securityGroupId',
  }),
  ecs('CreateDisk', empty, { diskId: 'DiskId' }),
  ecs('CreateDisk', empty, { attachedDiskId: 'DiskId' }),
  ecs('AttachDisk', { DiskId: '$attachedDiskId', ...ofOther }),
  ecs('CreateSnapshot', { DiskId: '$attachedDiskId' }, { snapshotId: 'SnapshotId' }),
  ram('CreateUser', guarded),
  ram('CreateAccessKey', guarded, { guardedKeyId: 'AccessKey.AccessKeyId' }),
  ram('CreatePolicy', { PolicyName: 'guard', PolicyDocument: guard }),
  ram('AttachPolicyToUser', { ...guarded, PolicyName: 'guard', PolicyType: 'Custom' }),
];

/** How an account comes to what the scene has. */
export const beginning: readonly Step[] = [...steps, ...more];

/** What can be done once on the scene, and mostly not in its beginning. */
const besides: readonly Step[] = [
  ecs('StopInstance', ofOther),
  ecs('RebootInstance', ofOther),
  ecs('DeleteInstance', { ...ofOther, Force: true }),
  ecs('DescribeInstanceAutoRenewAttribute', { InstanceId: '$paidInstanceId' }),
  ecs('ModifyInstanceAutoRenewAttribute', { InstanceId: '$paidInstanceId', Duration: 1, AutoRenew: true }),
  ecs('JoinSecurityGroup', { ...ofOther, SecurityGroupId: '$otherGroupId' }),
  ecs('AttachNetworkInterface', { NetworkInterfaceId: '$freeEniId', ...ofOther }),
  ecs('DetachNetworkInterface', { NetworkInterfaceId: '$trunkId', ...ofOther }),
  ecs('DeleteNetworkInterface', { NetworkInterfaceId: '$freeEniId' }),
  ecs('AttachDisk', { DiskId: '$diskId', ...ofOther }),
  ecs('DetachDisk', { DiskId: '$attachedDiskId', ...ofOther }),
  ecs('ResizeDisk', { DiskId: '$diskId', NewSize: 40, Type: 'offline' }),
  ecs('ModifyDiskAttribute', { DiskId: '$diskId', DiskName: 'data' }),
  ecs('ModifyDiskSpec', { DiskId: '$diskId', PerformanceLevel: 'PL1' }),
  ecs('ModifyDiskChargeType', { InstanceId: '$paidInstanceId', DiskIds: '["$attachedDiskId"]' }),
  ecs('ReplaceSystemDisk', { InstanceId: '$instanceId', ImageId: machine.ImageId }),
  ecs('DescribeDisks', { DiskIds: '["$diskId","$attachedDiskId"]' }),
  ecs('DescribeSnapshots', { SnapshotIds: '["$snapshotId"]' }),
  ecs('DeleteDisk', { DiskId: '$diskId' }),
  ecs('DeleteSnapshot', { SnapshotId: '$snapshotId' }),
  ecs('CreateKeyPair', { KeyPairName: 'window' }),
  vpc('CreateVSwitch', { VpcId: '$vpcId', ZoneId: 'cn-hangzhou-h', CidrBlock: '10.2.0.0/16' }),
  vpc('AssociateVpcCidrBlock', { VpcId: '$vpcId', SecondaryCidrBlock: '172.16.0.0/12' }),
  vpc('AssociateEipAddress', {
    AllocationId: '$freeAllocationId',
    InstanceId: '$freeEniId',
    InstanceType: 'NetworkInterface',
  }),
  vpc('ReleaseEipAddress', { AllocationId: '$freeAllocationId' }),
  vpc('CreateRouteEntry', {
    RouteTableId: '$tableId',
    DestinationCidrBlock: '192.168.9.0/24',
    NextHopType: 'NetworkInterface',
    NextHopId: '$thirdEniId',
  }),
  vpc('DeleteVpc', { VpcId: '$defaultVpcId' }),
  ram('CreateUser', { UserName: 'bob', DisplayName: 'Bob' }),
  ram('CreateGroup', { GroupName: 'others' }),
  ram('CreateRole', {
    RoleName: 'other',
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: ['acs:ram::$accountId:root'] } }],
    }),
  }),
  ram('CreatePolicy', { PolicyName: 'other', PolicyDocument: guard }),
  ram('AddUserToGroup', { ...guarded, GroupName: '$groupName' }),
  ram('CreateLoginProfile', { ...guarded, Password: 'Str0ng-Password!' }),
  ram('AttachPolicyToUser', { ...guarded, PolicyName: 'ReadOnlyAccess', PolicyType: 'System' }),
  ram('DetachPolicyFromUser', { ...guarded, PolicyName: 'guard', PolicyType: 'Custom' }),
];

/** Calls in order, with references to what the scene has in them. */
export const examples: readonly Step[] = [...beginning, ...besides];
