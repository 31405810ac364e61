import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findIpv6Gateway, saveIpv6Gateway } from './ipv6-gateway.table.ts';
import { ipv6GatewayDescription, ipv6GatewayName } from './rules.ts';

/**
 * Changes name and description of an IPv6 gateway; empty text clears them.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/ModifyIpv6GatewayAttribute
 */
export const modifyIpv6GatewayAttribute = operation('Vpc', 'ModifyIpv6GatewayAttribute', {
  permits: ['ipv6gateway/{Ipv6GatewayId}'],
  keepEmpty: ['Name', 'Description'],
  rules: { Name: ipv6GatewayName, Description: ipv6GatewayDescription },

  async execute({ Ipv6GatewayId: id, Name, Description, DryRun }, { tx, accountId, regionId }) {
    const gateway = await findIpv6Gateway(tx, accountId, regionId, id);
    if (gateway === undefined) return refuse('InvalidIpv6Gateway.NotFound', { id });
    const { status } = gateway;
    if (status !== 'Available') return refuse('IncorrectStatus.Ipv6Gateway', { id, status });
    if (DryRun === true) return refuse('DryRunOperation');
    await saveIpv6Gateway(tx, {
      ...gateway,
      ipv6GatewayName: Name ?? gateway.ipv6GatewayName,
      description: Description ?? gateway.description,
    });
    return {};
  },
});
