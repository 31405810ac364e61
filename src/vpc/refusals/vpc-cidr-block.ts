import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about further CIDR blocks of VPCs, and about the default VPC of a region. */
export const vpcCidrBlockRefusals = {
  // Documented with 400 for this operation.
  'InvalidVpc.NotFound': [400, 'Specified VPC does not exist: VpcId "{id}".'],
  'ParamExclusive.SecondaryCidrAndIpv6Cidr': [
    400,
    'Only one of SecondaryCidrBlock and IPv6CidrBlock can be given: "{value}" and "{ipv6}".',
  ],
  'MissingParam.SecondaryCidrOrIpv6Cidr': [400, 'SecondaryCidrBlock or IPv6CidrBlock must be given.'],
  'IllegalParam.IpVersion': [400, 'The specified IpVersion is illegal: "{value}" is not {allowed}.'],
  'IllegalParam.SecondaryCidrBlock': [400, 'The param of SecondaryCidrBlock is illegal: "{value}": {reason}.'],
  'Duplicated.SecondaryCidrBlock': [
    400,
    'The SecondaryCidrBlock "{value}" overlaps "{cidrBlock}", which VPC "{id}" has.',
  ],
  'OperationFailed.ConflictWithEntry': [
    400,
    'The operation failed because "{value}" is the destination of route entry "{routeEntryId}".',
  ],
  'QuotaExceeded.VpcMultiCidr': [
    400,
    'VPC "{id}" has {count} secondary IPv4 CIDR blocks, at most {limit} are possible.',
  ],
  'QuotaExceeded.IPv6CidrBlock': [
    400,
    'The number of IPv6 CIDR blocks in the VPC exceeds the limit: "{id}" has {count} secondary ones, at most {limit}.',
  ],
  'OperationFailed.Ipv6CidrBlockExisted': [
    400,
    'The operation failed because VPC "{id}" has the IPv6 CIDR block "{value}" already.',
  ],
  'OperationFailed.CidrInUse': [
    400,
    'The operation failed because CIDR block "{value}" is in use: "{cidrBlock}" of vSwitch "{vSwitchId}" is in it.',
  ],
  'OperationDenied.CidrOverlapsSecondary': [
    400,
    'The operation is not allowed because CidrBlock "{value}" overlaps the secondary CIDR block "{cidrBlock}".',
    'OperationDenied.CidrConflictWithExistCidr',
  ],

  'QuotaExceeded.DefaultVpc': [400, 'Default VPC quota exceeded: region "{regionId}" has the default VPC "{id}".'],
  'QuotaExceeded.DefaultVSwitch': [
    400,
    'Default virtual switch quota exceeded: zone "{zoneId}" has the default vSwitch "{id}".',
  ],
  'InvalidVpcId.NoDefault': [
    404,
    'Specified VPC does not exist: region "{regionId}" has no default VPC.',
    'InvalidVpcId.NotFound',
  ],
  'InvalidParameter.DefaultVpc': [
    400,
    'The specified parameter "CidrBlock" is not valid: "{value}" is not "{cidrBlock}", and the CIDR block of default VPC "{id}" cannot be modified.',
    'InvalidParameter',
  ],
} as const satisfies Readonly<Record<string, RefusalEntry>>;
