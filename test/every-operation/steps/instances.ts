import { preparing, type Step, stepsOf } from '../step.ts';

const ecs = stepsOf('Ecs');
const instance = { InstanceId: '$instanceId' };
const runInstances = ecs(
  'RunInstances',
  {
    InstanceType: 'ecs.g7.2xlarge',
    ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
    VSwitchId: '$vSwitchId',
    SecurityGroupId: '$securityGroupId',
  },
  { instanceId: 'InstanceIdSets.InstanceIdSet.0' },
);

export const instances: readonly Step[] = [
  runInstances,
  ecs('DescribeInstances', { InstanceIds: '["$instanceId"]' }),
  ecs('DescribeInstanceStatus', { InstanceId: ['$instanceId'] }),
  ecs('ModifyInstanceAttribute', { ...instance, InstanceName: 'web-1' }),
  ecs('JoinSecurityGroup', { ...instance, SecurityGroupId: '$otherGroupId' }),
  ecs('LeaveSecurityGroup', { ...instance, SecurityGroupId: '$otherGroupId' }),
  ecs('RebootInstance', instance),
  ecs('StopInstance', instance),
  ecs('StartInstance', instance),
];

export const instancesEnd: readonly Step[] = [
  preparing(ecs('StopInstance', instance)),
  ecs('DeleteInstance', instance),
];
