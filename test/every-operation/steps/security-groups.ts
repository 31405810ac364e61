import { preparing, type Step, stepsOf } from '../step.ts';

const ecs = stepsOf('Ecs');
const group = { SecurityGroupId: '$securityGroupId' };
const inward = { IpProtocol: 'TCP', PortRange: '22/22', SourceCidrIp: '10.0.0.0/8', Policy: 'accept', Priority: '1' };
const outward = { IpProtocol: 'UDP', PortRange: '53/53', DestCidrIp: '10.0.0.0/8', Policy: 'drop', Priority: '1' };

export const securityGroups: readonly Step[] = [
  ecs('CreateSecurityGroup', { VpcId: '$vpcId', SecurityGroupName: 'web' }, { securityGroupId: 'SecurityGroupId' }),
  preparing(ecs('CreateSecurityGroup', { VpcId: '$vpcId' }, { otherGroupId: 'SecurityGroupId' })),
  ecs('DescribeSecurityGroups', group),
  ecs('DescribeSecurityGroupReferences', { SecurityGroupId: ['$securityGroupId'] }),
  ecs('ModifySecurityGroupAttribute', { ...group, Description: 'doors' }),
  ecs('ModifySecurityGroupPolicy', { ...group, InnerAccessPolicy: 'Drop' }),
  ecs('AuthorizeSecurityGroup', { ...group, Permissions: [inward] }),
  ecs('AuthorizeSecurityGroupEgress', { ...group, Permissions: [outward] }),
  ecs('DescribeSecurityGroupAttribute', group),
  ecs('ModifySecurityGroupRule', { ...group, ...inward, Description: 'ssh' }),
  ecs('ModifySecurityGroupEgressRule', { ...group, ...outward, Description: 'dns' }),
  ecs('RevokeSecurityGroup', { ...group, Permissions: [inward] }),
  ecs('RevokeSecurityGroupEgress', { ...group, Permissions: [outward] }),
];
