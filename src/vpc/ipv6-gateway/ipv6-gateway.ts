/** The gateway between a VPC's IPv6 addresses and the internet; a VPC has at most one. */
export interface Ipv6Gateway {
  readonly ipv6GatewayId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly vpcId: string;
  readonly ipv6GatewayName: string;
  readonly description: string;
  readonly status: 'Pending' | 'Available' | 'Deleting';
  readonly resourceGroupId: string;
  readonly createdAtMs: number;
}

/** Under this name IPv6 gateways' delayed changes are recorded. */
export const ipv6GatewayResource = 'ipv6-gateway';

/** The tag resource type of IPv6 gateways. */
export const ipv6GatewayTags = 'vpc/IPV6GATEWAY';
