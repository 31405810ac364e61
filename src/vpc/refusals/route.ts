import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about route entries; codes are spelt as the published tables spell them, two spellings of "nexthop" included. */
export const routeEntryRefusals = {
  'InvalidRouteTableId.NotFound': [404, 'Specified route table does not exist: RouteTableId "{id}".'],
  // Documented with 400 for reads.
  'InvalidRouteTable.NotFound': [400, 'The specified RouteTable was not found: RouteTableId "{id}".'],
  // Documented with 400, so that a client that deletes does not take another entry's absence for its success.
  'InvalidRouteEntry.NotFound': [
    400,
    'Route entry not exists: no entry of route table "{routeTableId}" leads from {destination} to "{nextHopId}".',
  ],
  'InvalidRouteEntryId.NotFound': [400, 'Specified RouteEntryId does not exist: "{id}".'],
  'InvalidCidrBlock.RouteDestination': [
    400,
    'Specified CIDR block is not valid: {name} "{value}" is neither a strict CIDR block nor an IP address.',
    'InvalidCidrBlock.Malformed',
  ],
  'InvalidCidrBlock.OfService': [
    400,
    'Specified CIDR block is not valid: "{value}" is that of the system route to cloud services.',
    'InvalidCidrBlock',
  ],
  'InvalidCidrBlock.InVSwitch': [
    400,
    'Specified CIDR block is not valid: "{value}" is within "{cidrBlock}" of vSwitch "{vSwitchId}".',
    'InvalidCidrBlock',
  ],
  'InvalidCidrBlock.RouteInside': [
    400,
    'Specified CIDR block is not valid: "{destination}" of route entry "{routeEntryId}" is within CidrBlock "{value}".',
    'InvalidCidrBlock',
  ],
  'OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch': [
    400,
    'The destination IPv6 network segment "{value}" overlaps with "{cidrBlock}" of vSwitch "{vSwitchId}".',
  ],
  'InvalidCIDRBlock.Duplicate': [
    400,
    'Specified CIDR block is already exists: "{value}" is the destination of route entry "{routeEntryId}".',
  ],
  QuotaExceeded: [400, 'Route entry quota exceeded in this route table: at most {limit} custom entries in "{id}".'],
  IncorrectRouteEntryStatus: [
    400,
    'Some route entry status blocked this operation: the entry for "{destination}" in "{routeTableId}" is {status}.',
  ],
  'IncorrectStatus.RouteTableStatus': [
    400,
    'The status of the specified RouteTable is incorrect: "{id}" is {status}, expected Available.',
  ],
  'InvalidRouteEntryName.Malformed': [
    400,
    'Specified RouteEntry name is not valid: {name} "{value}" must have 1 to 128 characters and not start with http:// or https://.',
  ],
  'InvalidDescription.Malformed': [
    400,
    'Description format is invalid: {name} "{value}" must have 1 to 256 characters and not start with http:// or https://.',
  ],
  InvalidNextHopType: [400, 'Specified parameter "NextHopType" is not valid: "{value}" is not one of {allowed}.'],
  'InvalidNexthopTypeAndList.BothNull': [400, 'both nexthopType and nextHopList are null: one of them must be given.'],
  'InvalidNexthopTypeAndList.BothNotNull': [
    400,
    'both nexthopType and nextHopList are not null: NextHopId "{value}" is given with NextHopList.',
  ],
  InvalidNexthopListSize: [400, 'nexthop size is illegal: NextHopList has {count}, must be between 2 and {limit}.'],
  InvalidRouterInterface: [400, 'invalid router interface: there is no "{id}" of type {type}.'],
  'InvalidNextHopId.NotFound': [404, 'Specified next hop does not exist: NextHopId "{id}" of type {type}.'],
  'InvalidInstanId.NextHop': [404, 'Specified instance does not exist: NextHopId "{id}".', 'InvalidInstanId.NotFound'],
  'InvalidNetworkInterface.NotFound': [404, 'The specified networkInterface does not exist: NextHopId "{id}".'],
  'InvalidIpv6Gateway.NextHop': [
    404,
    'Specified Ipv6Gateway does not exist: NextHopId "{id}".',
    'InvalidIpv6Gateway.NotFound',
  ],
  // Documented with 404; but the instance is there, in another VPC.
  'OperationFailed.InstanceDismatchCurrentVpc': [
    400,
    'The specified instance does not exist in current vpc: "{id}" is not in VPC "{vpcId}" of the route table.',
  ],
  'Mismatch.EniIdAndRouteTableId': [
    400,
    'The operation is not allowed because eni and route table not in same vpc: "{id}" is not in VPC "{vpcId}".',
  ],
  'InvalidNextHop.NotFound': [400, 'Specified next hop does not exist: "{id}" is not in VPC "{vpcId}".'],
  'IncorrectInstanceStatus.NextHop': [
    400,
    'Current instance status does not support this operation: next hop "{id}" is {status}.',
    'IncorrectInstanceStatus',
  ],
  'InvalidNexthop.DirectEni': [
    400,
    'The direct Eni cannot be nexthop: "{id}" has the elastic IP address "{allocationId}" in cut-through mode.',
  ],
  'InvalidNexthop.UnsupportedEniBizType': [
    400,
    'The biz type of NetworkInterface is illegal: "{id}" is managed by a service.',
  ],
  'OperationDenied.NextHopTypeNotPermitted': [
    400,
    'The operation is not allowed because the nextHop type is invalid: {type} is no next hop for "{value}".',
  ],
  'OperationDenied.VpcIpv6NotEnabled': [400, 'IPv6 has not been enabled for the VPC "{vpcId}": destination "{value}".'],
  'OperationFailed.NotSupportIPV6': [400, 'The specified next hop does not support IPv6: "{id}" for "{value}".'],
  'OperationUnsupported.Ipv6EntryOnPrimaryNetworkInterface': [
    400,
    'You cannot create IPv6 route entries on a primary network interface: "{id}" for "{value}".',
  ],
  'OperationUnsupported.MutipleIpv6Address': [
    400,
    'You cannot specify a next hop that has bound multiple IPv6 addresses: "{id}" has {count}.',
  ],
  OperationDenied: [
    400,
    'Specified operation is denied as route entry type is system: the entry for "{destination}" in "{routeTableId}".',
  ],
  InvalidNextHop: [400, 'Specified nexthop and nexthop list cannot both null: NextHopId or NextHopList is needed.'],
  'ParamExclusive.NextHopIdAndList': [
    400,
    'NextHopId and NextHopList cannot both be not null: NextHopId "{value}" is given with NextHopList.',
  ],
  'ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock': [
    400,
    'RouteEntryId "{id}" names the entry: {name} "{value}" cannot be given with it.',
  ],
  'InvalidParameter.RouteEntries': [
    400,
    'The specified parameter "RouteEntries" is not valid: it has {count} items, 1 to {limit} are possible.',
    'InvalidParameter',
  ],
  'MissingParam.RouteTableId': [400, 'The parameter RouteTableId is missing: {name}.'],
  'IllegalParam.NextToken': [400, 'User nextToken is illegal: "{value}".'],
  'IllegalParam.RouteEntryType': [
    400,
    'The parameter of RouteEntryType is illegal: "{value}" is not one of {allowed}.',
  ],
  'IllegalParam.RouteIpVersion': [
    400,
    'Param IpVersion illegal: "{value}" is not one of {allowed}.',
    'IllegalParam.IpVersion',
  ],
  'OperationFailed.FilterParamUnderWrongRouteType': [
    400,
    'Operation failed because only custom type support filter by routeEntryId or routeEntryName: RouteEntryType is "{value}".',
  ],
} as const satisfies Readonly<Record<string, RefusalEntry>>;

/** Refusals about route tables and routers. Conditions that are documented with 404 are answered with 400: only absence is 404. */
export const routeTableRefusals = {
  'InvalidParameter.RouteTableName.Malformed': [
    400,
    'The specified route table name is not valid: {name} "{value}" must have 1 to 128 characters and not start with http:// or https://.',
  ],
  'InvalidParameter.Description.Malformed': [
    400,
    'The specified Description is not valid: {name} "{value}" must have 1 to 256 characters and not start with http:// or https://.',
  ],
  'QuotaExceeded.RouteTable': [
    400,
    'VPC RouteTable quota exceeded: at most {limit} custom route tables in VPC "{id}".',
  ],
  UnsupportedRegion: [
    400,
    'The feature of ipv4Gateway is not supported in the region: AssociateType "{value}" is only possible with it.',
  ],
  AssociateType: [
    400,
    'The specified parameter "AssociateType" is not valid: "{value}" is not one of {allowed}.',
    'InvalidParameter',
  ],
  IncorrectRouteTableType: [
    400,
    'Route table can be deleted by this action only when it\'s type is custom: "{id}" is the system route table.',
  ],
  'IncorrectRouteTableStatus.RouteEntryExist': [
    400,
    'You cannot delete the specified route table because it still has custom route entry: "{routeEntryId}" in "{id}".',
  ],
  IncorrectRouteTableStatus: [
    400,
    'The current status of the route table does not support this operation: "{id}" is {status}.',
  ],
  'IncorrectRouteTableStatus.Associated': [
    400,
    'The current status of the route table does not support this operation: vSwitch "{vSwitchId}" is associated with "{id}".',
    'IncorrectRouteTableStatus',
  ],
  'IncorrectStatus.RouteTable': [
    400,
    'The status of the specified route table is incorrect: "{id}" is {status}, expected Available.',
  ],
  'Forbidden.NotInSameVpc': [
    400,
    'The specified virtual switch and route table are not in the same VPC: "{vSwitchId}" and "{id}".',
  ],
  'ResourceAlreadyAssociated.RouteTable': [
    400,
    'The resource has already associated with a routetable: vSwitch "{vSwitchId}" uses "{id}".',
  ],
  'OperationDenied.SwitchToSystemRouteTable': [
    400,
    'The associated route tables cannot be directly changed to system route tables: "{id}" is one.',
  ],
  'OperationUnsupported.SystemRouteTable': [400, 'System route table can not be unassociated: "{id}".'],
  'InvalidBindingStatus.RouteTable': [
    400,
    'The specified virtual switch and route table does not bind: "{vSwitchId}" does not use "{id}".',
  ],
  'Abs.InvaliTableName.Malformed': [
    400,
    'Table name format is invalid: {name} "{value}" must have 1 to 128 characters and not start with http:// or https://.',
  ],
  'Abs.InvalidRouteTableId.NotExist': [400, 'The route table id is not exist: RouteTableId "{id}".'],
  'DependencyViolation.RouteTable': [
    400,
    'The specified resource of [{id}] has dependent resources: it is associated with the custom route table "{routeTableId}".',
  ],
  'DependencyViolation.CustomRouteTable': [
    400,
    'The specified resource of [{id}] has dependent resources: the custom route table "{routeTableId}" is in it.',
    'DependencyViolation.RouteTable',
  ],
  'DependencyViolation.RouteEntry': [
    400,
    'The specified resource of [{id}] has dependent resources: the custom route entry "{routeEntryId}" is in it.',
  ],

  'InvalidVRouterId.NotFound': [404, 'Specified virtual router does not exist: VRouterId "{id}".'],
  'InvalidVRouterName.Malformed': [
    400,
    'Specified virtual router name is not valid: {name} "{value}" must have 1 to 128 characters and not start with http:// or https://.',
  ],
  'InvalidVRouterDiscription.Malformed': [
    400,
    'Specified virtual router description is not valid: {name} "{value}" must have 1 to 256 characters and not start with http:// or https://.',
  ],
} as const satisfies Readonly<Record<string, RefusalEntry>>;
