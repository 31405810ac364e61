import {
  type GroupedResourceKind,
  groupedResourceKind,
  type ResourceKind,
  resourceKind,
} from '../operation/resource-kind.ts';

/** The VPC resources that can be put in resource groups. A vSwitch and a route table are in the group of their VPC. */
export const groupedVpcResourceKinds: readonly GroupedResourceKind[] = [
  groupedResourceKind({ product: 'vpc', name: 'VPC', table: 'vpc', idColumn: 'vpc_id' }),
  groupedResourceKind({ product: 'vpc', name: 'EIP', table: 'eip', idColumn: 'allocation_id' }),
  groupedResourceKind({ product: 'vpc', name: 'IPV6GATEWAY', table: 'ipv6_gateway', idColumn: 'ipv6_gateway_id' }),
];

/** The VPC resources that can carry tags. */
export const vpcResourceKinds: readonly ResourceKind[] = [
  ...groupedVpcResourceKinds,
  resourceKind({ product: 'vpc', name: 'VSWITCH', table: 'v_switch', idColumn: 'v_switch_id' }),
  resourceKind({ product: 'vpc', name: 'ROUTETABLE', table: 'route_table', idColumn: 'route_table_id' }),
];
