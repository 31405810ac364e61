import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about IPv6 gateways, and about IPv6 addresses as the VPC product sees them. */
export const ipv6GatewayRefusals = {
  'InvalidIpv6Gateway.NotFound': [404, 'Specified Ipv6Gateway does not exist: Ipv6GatewayId "{id}".'],
  'IncorrectStatus.Ipv6Gateway': [
    400,
    'The status of Ipv6Gateway [{id}] is incorrect: it is {status}, expected Available.',
  ],
  'IncorrectStatus.Vpc': [400, 'Vpc status is invalid: "{id}" is {status}, expected Available.'],
  'QuotaExceeded.Ipv6Gateway': [
    400,
    'Ipv6Gateway quota exceeded: VPC "{vpcId}" has "{id}", and a VPC has at most one.',
  ],
  'OperationUnsupported.VpcWithoutIpv6': [
    400,
    'The IPv6 feature is not enabled for VPC "{vpcId}": it cannot have an IPv6 gateway.',
    'OperationUnsupported.Ipv6Feature',
  ],
  'DependencyViolation.Ipv6InternetBandwidth': [
    400,
    'The specified resource of [{id}] has dependent resources: the Internet bandwidth "{bandwidthId}" goes through it.',
  ],
  'DependencyViolation.Ipv6Gateway': [
    400,
    'Specified object has dependent resources: IPv6 gateway "{ipv6GatewayId}" is in VPC "{id}".',
  ],

  'ResourceNotFound.Ipv6Address': [404, 'The specified resource of Ipv6Address is not found: Ipv6AddressId "{id}".'],
  'InvalidIpv6Instance.NotFound': [
    400,
    'The specified Ipv6AddressId or Ipv6InternetBandwidthId is not found: {name} "{value}" has no Internet bandwidth.',
  ],
  'MissingParam.Ipv6InstanceId': [
    400,
    'The param of Ipv6InstanceId is missing: Ipv6AddressId or Ipv6InternetBandwidthId is needed.',
  ],
  'IllegalParam.Bandwidth': [
    400,
    'The param of Bandwidth is illegal: "{value}" is not a whole number from 1 to {limit} Mbit/s.',
  ],
  'IllegalParam.InternetChargeType': [
    400,
    'The param of InternetChargeType is illegal: "{value}" is not one of {allowed}.',
  ],
  'OperationFailed.Ipv6GatewayNotExist': [
    400,
    'The operation is failed because of Ipv6GatewayNotExist: VPC "{vpcId}" has no IPv6 gateway that is Available.',
  ],
  'OperationFailed.Ipv6GatewayDisMatchIpv6Address': [
    400,
    'The operation is failed because of Ipv6GatewayDisMatchIpv6Address: "{id}" is not the gateway of VPC "{vpcId}".',
  ],
  'OperationFailed.InternetBandwidthAlreadyExisted': [
    400,
    'The operation is failed because of InternetBandwidthAlreadyExisted: "{id}" has "{bandwidthId}".',
  ],
} as const satisfies Readonly<Record<string, RefusalEntry>>;
