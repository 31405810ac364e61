import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findIpv6Gateway } from './ipv6-gateway.table.ts';
import { describedIpv6Gateways } from './view.ts';

/**
 * One IPv6 gateway, flat; unlike in the list, an unknown id is an error here.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DescribeIpv6GatewayAttribute
 */
export const describeIpv6GatewayAttribute = operation('Vpc', 'DescribeIpv6GatewayAttribute', {
  permits: ['ipv6gateway/{Ipv6GatewayId}'],
  async execute({ Ipv6GatewayId: id }, { tx, accountId, regionId }) {
    const gateway = await findIpv6Gateway(tx, accountId, regionId, id);
    if (gateway === undefined) return refuse('InvalidIpv6Gateway.NotFound', { id });
    const [described] = await describedIpv6Gateways(tx, [gateway]);
    if (described === undefined) throw new Error(`IPv6 gateway ${id} has no description`);
    // No route table belongs to a gateway.
    return { ...described, GatewayRouteTableId: '' };
  },
});
