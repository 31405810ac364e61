import type { Product } from '../../support/signed-client.ts';
import type { Props } from './props.ts';
import { regionId, zoneId } from './scene.ts';

/** A call that must be refused, and with what; code and status are those that the operation documents. */
export interface RefusalCase {
  readonly product: Product;
  readonly action: string;
  readonly code: string;
  readonly status: number;
  /** What of it is refused. */
  readonly because: string;
  readonly parameters: (props: Props) => Readonly<Record<string, unknown>>;
  readonly message: (props: Props) => string;
}

const ecs = (
  action: string,
  because: string,
  [status, code]: readonly [number, string],
  parameters: RefusalCase['parameters'],
  message: RefusalCase['message'],
): RefusalCase => ({ product: 'Ecs', action, because, status, code, parameters, message });
const vpc: typeof ecs = (...row) => ({ ...ecs(...row), product: 'Vpc' });

const remove = (networkInterfaceId: string) => ({ RegionId: regionId, NetworkInterfaceId: networkInterfaceId });
const onto = (networkInterfaceId: string, instanceId: string) => ({
  ...remove(networkInterfaceId),
  InstanceId: instanceId,
});
const create = ({ network }: Props, wanted: Readonly<Record<string, unknown>>) => ({
  RegionId: regionId,
  VSwitchId: network.vSwitchId,
  SecurityGroupId: network.securityGroupId,
  ...wanted,
});

export const deletionRefusals: readonly RefusalCase[] = [
  ecs(
    'DeleteNetworkInterface',
    'an unknown id',
    [404, 'InvalidEniId.NotFound'],
    () => remove('eni-bp1never'),
    () => 'The specified EniId "eni-bp1never" is not found.',
  ),
  ecs(
    'DeleteNetworkInterface',
    'an id of another region',
    [404, 'InvalidEniId.NotFound'],
    ({ availableId }) => ({ ...remove(availableId), RegionId: 'cn-beijing' }),
    ({ availableId }) => `The specified EniId "${availableId}" is not found.`,
  ),
  ecs(
    'DeleteNetworkInterface',
    'an id of another form',
    [400, 'InvalidParams.EniId'],
    () => remove('eni bp1'),
    () => 'The specified EniId "eni bp1" is not valid: it has not the form "eni-...".',
  ),
  ecs(
    'DeleteNetworkInterface',
    'no id',
    [400, 'MissingParameter'],
    () => ({ RegionId: regionId }),
    () => 'The input parameter "NetworkInterfaceId" that is mandatory for processing this request is not supplied.',
  ),
  ecs(
    'DeleteNetworkInterface',
    'no region',
    [400, 'MissingParameter'],
    ({ availableId }) => ({ NetworkInterfaceId: availableId }),
    () => 'The input parameter "RegionId" that is mandatory for processing this request is not supplied.',
  ),
  ecs(
    'DeleteNetworkInterface',
    'an unknown region',
    [404, 'InvalidRegionId.NotFound'],
    ({ availableId }) => ({ ...remove(availableId), RegionId: 'cn-nowhere' }),
    () => 'The specified RegionId "cn-nowhere" does not exist.',
  ),
  ecs(
    'DeleteNetworkInterface',
    'an attached one',
    [400, 'InvalidOperation.InvalidEniState'],
    ({ attachedId }) => remove(attachedId),
    () =>
      'The operation is not allowed in the current ENI state. Expecting status is "Available" while current status is "InUse".',
  ),
  ecs(
    'DeleteNetworkInterface',
    'a primary one',
    [403, 'InvalidOperation.InvalidEniType'],
    ({ primaryId }) => remove(primaryId),
    () => 'The operation is not allowed in the current ENI type "Primary".',
  ),
];

export const creationRefusals: readonly RefusalCase[] = [
  ecs(
    'CreateNetworkInterface',
    'an unknown vSwitch',
    [404, 'InvalidVSwitchId.NotFound'],
    (props) => create(props, { VSwitchId: 'vsw-bp1never' }),
    () => 'The specified VSwitchId "vsw-bp1never" is not found.',
  ),
  ecs(
    'CreateNetworkInterface',
    'an unknown security group',
    [404, 'InvalidSecurityGroupId.NotFound'],
    (props) => create(props, { SecurityGroupId: 'sg-bp1never' }),
    () => 'The specified SecurityGroupId "sg-bp1never" is not found.',
  ),
  ecs(
    'CreateNetworkInterface',
    'a security group of another VPC',
    [403, 'InvalidOperation.VpcMismatch'],
    (props) => create(props, { SecurityGroupId: props.foreignGroupId }),
    ({ foreignGroupId }) => `The specified ENI and security group "${foreignGroupId}" are not in the same VPC.`,
  ),
  ecs(
    'CreateNetworkInterface',
    'an address outside the vSwitch',
    [403, 'InvalidVSwitchId.IpInvalid'],
    (props) => create(props, { PrimaryIpAddress: '10.0.1.7' }),
    () => 'The specified IpAddress "10.0.1.7" is not valid in VSwitch CIDR block "10.0.0.0/24".',
  ),
  ecs(
    'CreateNetworkInterface',
    'an address that is in use',
    [400, 'InvalidPrivateIpAddress.Duplicated'],
    (props) => create(props, { PrimaryIpAddress: props.availableAddress }),
    ({ availableAddress }) => `Specified private IP address "${availableAddress}" is duplicated.`,
  ),
  ecs(
    'CreateNetworkInterface',
    'an address given twice',
    [403, 'InvalidIp.IpRepeated'],
    (props) => create(props, { PrivateIpAddress: ['10.0.0.8', '10.0.0.8'] }),
    () => 'The IP address "10.0.0.8" is given more than once.',
  ),
  ecs(
    'CreateNetworkInterface',
    'one group and a list of groups',
    [400, 'InvalidParameter.Conflict'],
    (props) => create(props, { SecurityGroupIds: [props.network.securityGroupId] }),
    () => 'The parameters "SecurityGroupId" and "SecurityGroupIds.N" cannot be given together.',
  ),
  ecs(
    'CreateNetworkInterface',
    'a tag key given twice',
    [400, 'Duplicate.TagKey'],
    (props) =>
      create(props, {
        Tag: [
          { Key: 'k', Value: '1' },
          { Key: 'k', Value: '2' },
        ],
      }),
    () => 'The Tag.N.Key contain duplicate key "k".',
  ),
  ecs(
    'CreateNetworkInterface',
    'a token that was used for another call',
    [400, 'IdempotentParameterMismatch'],
    (props) => create(props, { ClientToken: 'token-of-the-available-one' }),
    () =>
      'The ClientToken "token-of-the-available-one" was used before with other parameters; a repeated request must be the same as the first.',
  ),
];

export const attachmentRefusals: readonly RefusalCase[] = [
  ecs(
    'AttachNetworkInterface',
    'an unknown instance',
    [404, 'InvalidEcsId.NotFound'],
    ({ availableId }) => onto(availableId, 'i-bp1never'),
    () => 'The specified EcsId "i-bp1never" is not found.',
  ),
  ecs(
    'AttachNetworkInterface',
    'an instance id of another form',
    [400, 'InvalidInstanceID.Malformed'],
    ({ availableId }) => onto(availableId, 'eni-bp1'),
    () => 'The specified InstanceId "eni-bp1" is not valid: it has not the form "i-...".',
  ),
  ecs(
    'AttachNetworkInterface',
    'an instance of another zone',
    [403, 'InvalidOperation.AvailabilityZoneMismatch'],
    ({ elsewhereId, instanceId }) => onto(elsewhereId, instanceId),
    () =>
      `The VPC VSwitch of the specified ENI and ECS instance are not in the same availability zone: "cn-hangzhou-i" and "${zoneId}".`,
  ),
  ecs(
    'AttachNetworkInterface',
    'an instance that has enough',
    [403, 'EniPerInstanceLimitExceeded'],
    ({ availableId, instanceId }) => onto(availableId, instanceId),
    () => 'The number of ENI exceeds the limit for the type of instance: 2 for "ecs.g6.large".',
  ),
  ecs(
    'AttachNetworkInterface',
    'an instance that is Pending',
    [400, 'InvalidOperation.InvalidEcsState'],
    ({ availableId, pendingInstanceId }) => onto(availableId, pendingInstanceId),
    () =>
      'The operation is not allowed in the current ECS state. Expecting status is "Running" or "Stopped" while current status is "Pending".',
  ),
  ecs(
    'DetachNetworkInterface',
    'a primary one',
    [400, 'InvalidOperation.DetachPrimaryEniNotAllowed'],
    ({ primaryId, instanceId }) => onto(primaryId, instanceId),
    () => 'Detaching primary ENI from ECS instance is not allowed.',
  ),
  ecs(
    'DetachNetworkInterface',
    'one that is not attached',
    [400, 'InvalidOperation.InvalidEniState'],
    ({ availableId, instanceId }) => onto(availableId, instanceId),
    () =>
      'The operation is not allowed in the current ENI state. Expecting status is "InUse" while current status is "Available".',
  ),
];

export const neighbourRefusals: readonly RefusalCase[] = [
  ecs(
    'DescribeNetworkInterfaces',
    'a region id of another form',
    [400, 'InvalidRegionId.MalFormed'],
    () => ({ RegionId: 'Hangzhou!' }),
    () => 'The specified parameter RegionId is not valid: "Hangzhou!".',
  ),
  ecs(
    'RunInstances',
    'an unknown image',
    [404, 'InvalidImageId.NotFound'],
    (props) => create(props, { ImageId: 'no-such-image', InstanceType: 'ecs.g6.large' }),
    () =>
      'The specified ImageId "no-such-image" does not exist. Known are the public images, and ids of the form m-... or NAME.vhd are taken for images of others.',
  ),
  ecs(
    'DescribeDedicatedHosts',
    'an operation that exists only at Alibaba Cloud',
    [400, 'InvalidAction.NotImplemented'],
    () => ({ RegionId: regionId }),
    () =>
      'The operation "DescribeDedicatedHosts" of version "2014-05-26" exists at Alibaba Cloud but is not implemented here.',
  ),
  vpc(
    'CreateVSwitch',
    'a CIDR block that overlaps another',
    [400, 'InvalidCidrBlock.Overlapped'],
    ({ network }) => ({ RegionId: regionId, VpcId: network.vpcId, ZoneId: zoneId, CidrBlock: '10.0.0.0/25' }),
    ({ network }) =>
      `Specified CIDR block overlapped with other subnets: CidrBlock "10.0.0.0/25" overlaps "10.0.0.0/24" of "${network.vSwitchId}".`,
  ),
];
