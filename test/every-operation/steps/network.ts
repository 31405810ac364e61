import { preparing, type Step, stepsOf } from '../step.ts';

const ecs = stepsOf('Ecs');
const vpc = stepsOf('Vpc');
const tagged = { ResourceType: 'VPC', ResourceId: ['$vpcId'] };

/** VPCs, vSwitches and elastic IP addresses, and what the catalogue offers. */
export const beginning: readonly Step[] = [
  ecs('DescribeRegions'),
  ecs('DescribeZones'),
  ecs('DescribeInstanceTypes', { InstanceTypes: ['ecs.g7.xlarge'] }),
  ecs('DescribeAccountAttributes', { ZoneId: 'cn-hangzhou-h' }),
  vpc('CreateVpc', { CidrBlock: '10.0.0.0/8', VpcName: 'net', EnableIpv6: true }, { vpcId: 'VpcId' }),
  vpc('DescribeVpcs', { VpcId: '$vpcId' }),
  vpc('DescribeVpcAttribute', { VpcId: '$vpcId' }),
  vpc('ModifyVpcAttribute', { VpcId: '$vpcId', VpcName: 'network' }),
  vpc(
    'CreateVSwitch',
    { VpcId: '$vpcId', ZoneId: 'cn-hangzhou-h', CidrBlock: '10.1.0.0/16', Ipv6CidrBlock: 1 },
    { vSwitchId: 'VSwitchId' },
  ),
  vpc('DescribeVSwitches', { VSwitchId: '$vSwitchId' }),
  vpc('DescribeVSwitchAttributes', { VSwitchId: '$vSwitchId' }, { routeTableId: 'RouteTable.RouteTableId' }),
  vpc('ModifyVSwitchAttribute', { VSwitchId: '$vSwitchId', VSwitchName: 'first' }),
  vpc('DescribeRouteTableList', { VpcId: '$vpcId' }),
  vpc('TagResources', { ...tagged, Tag: [{ Key: 'team', Value: 'net' }] }),
  vpc('ListTagResources', tagged),
  vpc('UnTagResources', { ...tagged, TagKey: ['team'] }),
  vpc('MoveResourceGroup', { ResourceType: 'VPC', ResourceId: '$vpcId', NewResourceGroupId: '$resourceGroupId' }),
  vpc('AllocateEipAddress', { Bandwidth: '5' }, { allocationId: 'AllocationId' }),
  vpc('DescribeEipAddresses', { AllocationId: '$allocationId' }),
  vpc('ModifyEipAddressAttribute', { AllocationId: '$allocationId', Name: 'front' }),
  vpc('DeletionProtection', { InstanceId: '$allocationId', Type: 'EIP', ProtectionEnable: false }),
];

export const ending: readonly Step[] = [
  vpc('ReleaseEipAddress', { AllocationId: '$allocationId' }),
  preparing(ecs('DeleteSecurityGroup', { SecurityGroupId: '$securityGroupId' })),
  ecs('DeleteSecurityGroup', { SecurityGroupId: '$otherGroupId' }),
  vpc('DeleteVSwitch', { VSwitchId: '$vSwitchId' }),
  vpc('DeleteVpc', { VpcId: '$vpcId' }),
];
