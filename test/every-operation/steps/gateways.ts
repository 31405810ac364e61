import { preparing, type Step, stepsOf } from '../step.ts';

const ecs = stepsOf('Ecs');
const vpc = stepsOf('Vpc');
const gateway = { Ipv6GatewayId: '$gatewayId' };
const monitored = { InstanceId: '$publicId', LogProject: 'project', LogStore: 'store' };

/** What else a VPC can have: an IPv6 gateway, further blocks, a router with a name; and the default one of a region. */
export const gateways: readonly Step[] = [
  vpc('DescribeRegions'),
  vpc('DescribeZones'),
  vpc('CreateDefaultVpc', {}, { defaultVpcId: 'VpcId' }),
  vpc('CreateDefaultVSwitch', { ZoneId: 'cn-hangzhou-h' }, { defaultVSwitchId: 'VSwitchId' }),
  preparing(vpc('DeleteVSwitch', { VSwitchId: '$defaultVSwitchId' })),
  preparing(vpc('DeleteVpc', { VpcId: '$defaultVpcId' })),
  vpc('AssociateVpcCidrBlock', { VpcId: '$vpcId', SecondaryCidrBlock: '192.168.0.0/16' }),
  vpc('UnassociateVpcCidrBlock', { VpcId: '$vpcId', SecondaryCidrBlock: '192.168.0.0/16' }),
  vpc('EnableVpcClassicLink', { VpcId: '$vpcId' }),
  vpc('DisableVpcClassicLink', { VpcId: '$vpcId' }),
  preparing(vpc('DescribeVpcAttribute', { VpcId: '$vpcId' }, { routerId: 'VRouterId' })),
  vpc('DescribeVRouters', { VRouterId: '$routerId' }),
  vpc('ModifyVRouterAttribute', { VRouterId: '$routerId', VRouterName: 'router' }),
  vpc('CreateIpv6Gateway', { VpcId: '$vpcId', Name: 'gateway' }, { gatewayId: 'Ipv6GatewayId' }),
  vpc('DescribeIpv6Gateways', gateway),
  vpc('DescribeIpv6GatewayAttribute', gateway),
  vpc('ModifyIpv6GatewayAttribute', { ...gateway, Description: 'outwards' }),
  preparing(
    ecs(
      'CreateNetworkInterface',
      { VSwitchId: '$vSwitchId', SecurityGroupId: '$securityGroupId', Ipv6AddressCount: 1 },
      { ipv6EniId: 'NetworkInterfaceId' },
    ),
  ),
  vpc(
    'DescribeIpv6Addresses',
    { AssociatedInstanceId: '$ipv6EniId' },
    { ipv6AddressId: 'Ipv6Addresses.Ipv6Address.0.Ipv6AddressId' },
  ),
  vpc(
    'AllocateIpv6InternetBandwidth',
    { Ipv6AddressId: '$ipv6AddressId', Bandwidth: 5 },
    { bandwidthId: 'InternetBandwidthId' },
  ),
  vpc('ModifyIpv6InternetBandwidth', { Ipv6InternetBandwidthId: '$bandwidthId', Bandwidth: 6 }),
  vpc('DeleteIpv6InternetBandwidth', { Ipv6InternetBandwidthId: '$bandwidthId' }),
  vpc('DeleteIpv6Gateway', gateway),
  preparing(vpc('AllocateEipAddress', { Bandwidth: '5' }, { publicId: 'AllocationId' })),
  preparing(
    vpc('AssociateEipAddress', {
      AllocationId: '$publicId',
      InstanceId: '$ipv6EniId',
      InstanceType: 'NetworkInterface',
    }),
  ),
  vpc('ModifyEipForwardMode', { InstanceId: '$publicId', Mode: 'MULTI_BINDED' }),
  vpc('SetHighDefinitionMonitorLogStatus', { ...monitored, Status: 'ON' }),
  vpc('DescribeHighDefinitionMonitorLogAttribute', { InstanceId: '$publicId' }),
  preparing(ecs('DeleteNetworkInterface', { NetworkInterfaceId: '$ipv6EniId' })),
  preparing(vpc('ReleaseEipAddress', { AllocationId: '$publicId' })),
];
