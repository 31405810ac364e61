import { preparing, type Step, stepsOf } from '../step.ts';

const ecs = stepsOf('Ecs');
const instance = { InstanceId: '$instanceId' };
const list = { InstanceId: ['$instanceId'] };
const json = { InstanceIds: '["$instanceId"]' };
const ImageId = 'aliyun_3_x64_20G_alibase_20230727.vhd';
const wanted = {
  InstanceType: 'ecs.g7.2xlarge',
  ImageId,
  VSwitchId: '$vSwitchId',
  SecurityGroupId: '$securityGroupId',
};

/** What can be bought, and an instance of it, Running at the end. */
export const instances: readonly Step[] = [
  ecs('DescribeAvailableResource', { DestinationResource: 'InstanceType' }),
  ecs('DescribeInstanceTypeFamilies'),
  ecs('DescribeImages', { ImageId }),
  ecs('DescribeImageFromFamily', { ImageFamily: 'acs:alibaba_cloud_linux_3_2104_lts_x64' }),
  ecs('DescribeImageSupportInstanceTypes', { ImageId }),
  ecs('RunInstances', wanted, { instanceId: 'InstanceIdSets.InstanceIdSet.0' }),
  ecs('DescribeInstances', json),
  ecs('DescribeInstanceStatus', list),
  ecs('DescribeInstancesFullStatus', list),
  ecs('DescribeInstanceAttribute', instance),
  ecs('DescribeUserData', instance),
  ecs('DescribeInstanceMaintenanceAttributes', list),
  ecs('ModifyInstanceMaintenanceAttributes', { ...list, ActionOnMaintenance: 'AutoRecover' }),
  ecs('DescribeInstanceAttachmentAttributes', json),
  ecs('ModifyInstanceAttachmentAttributes', { ...instance, PrivatePoolOptions: { MatchCriteria: 'Open' } }),
  ecs('DescribeResourcesModification', { ResourceId: '$instanceId', DestinationResource: 'InstanceType' }),
  ecs('ModifyInstanceAttribute', { ...instance, InstanceName: 'web-1' }),
  ecs('ModifyInstanceMetadataOptions', { ...instance, HttpEndpoint: 'enabled', HttpTokens: 'required' }),
  ecs('ModifyInstanceNetworkSpec', { ...instance, InternetMaxBandwidthOut: 5 }),
  ecs('AllocatePublicIpAddress', instance),
  ecs('ModifyInstanceAutoReleaseTime', { ...instance, AutoReleaseTime: '2027-01-01T00:00:00Z' }),
  preparing(ecs('ModifyInstanceAutoReleaseTime', instance)),
  ecs('AttachInstanceRamRole', { ...json, RamRoleName: '$roleName' }),
  ecs('DescribeInstanceRamRole', json),
  ecs('DetachInstanceRamRole', { ...json, RamRoleName: '$roleName' }),
  ecs('CreateKeyPair', { KeyPairName: 'door' }, { keyPairName: 'KeyPairName' }),
  ecs('ImportKeyPair', {
    KeyPairName: 'gate',
    PublicKeyBody:
      'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQDQC5uKyr6sIYbfSvwhLwV3p1BjAyv5lHxLE4pZoY5l5FWmmE1mzPMfxlyL0+ddEBzbmkqyp2V7SDBvbPvLtr0t gate',
  }),
  ecs('DescribeKeyPairs', { KeyPairName: '$keyPairName' }),
  ecs('AttachKeyPair', { ...json, KeyPairName: '$keyPairName' }),
  ecs('DetachKeyPair', { ...json, KeyPairName: '$keyPairName' }),
  ecs('DeleteKeyPairs', { KeyPairNames: '["$keyPairName"]' }),
  ecs('JoinSecurityGroup', { ...instance, SecurityGroupId: '$otherGroupId' }),
  ecs('LeaveSecurityGroup', { ...instance, SecurityGroupId: '$otherGroupId' }),
  ecs('RebootInstance', instance),
  ecs('RebootInstances', list),
  ecs('StopInstance', instance),
  ecs('ModifyInstanceSpec', { ...instance, InstanceType: 'ecs.g7.4xlarge' }),
  ecs('ModifyInstanceVpcAttribute', { ...instance, VSwitchId: '$vSwitchId', PrivateIpAddress: '10.1.77.7' }),
  ecs('StartInstance', instance),
  ecs('StopInstances', list),
  ecs('StartInstances', list),
];

export const instancesEnd: readonly Step[] = [
  ecs('ModifyInstanceChargeType', { ...json, InstanceChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Month' }),
  ecs('ModifyInstanceAutoRenewAttribute', { ...instance, RenewalStatus: 'Normal' }),
  ecs('DescribeInstanceAutoRenewAttribute', instance),
  preparing(ecs('ModifyInstanceChargeType', { ...json, InstanceChargeType: 'PostPaid' })),
  preparing(ecs('RunInstances', wanted, { otherInstanceId: 'InstanceIdSets.InstanceIdSet.0' })),
  ecs('CreateInstance', wanted, { createdInstanceId: 'InstanceId' }),
  preparing(ecs('StopInstances', { InstanceId: ['$instanceId', '$otherInstanceId'] })),
  ecs('DeleteInstance', instance),
  ecs('DeleteInstances', { InstanceId: ['$otherInstanceId', '$createdInstanceId'] }),
];
