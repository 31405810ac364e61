import { operation } from '../../operation/operation.ts';
import { bandwidthThrough } from '../ipv6-address/ipv6-internet-bandwidth.table.ts';
import { refuse } from '../refusals.ts';
import { findIpv6Gateway, saveIpv6Gateway } from './ipv6-gateway.table.ts';
import { ipv6GatewayResource } from './ipv6-gateway.ts';

/**
 * Starts the deletion of an IPv6 gateway that no address has bandwidth through; it is gone soon after, and the routes
 * that lead to it too. A repeated call sets a stuck one going again.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DeleteIpv6Gateway
 */
export const deleteIpv6Gateway = operation('Vpc', 'DeleteIpv6Gateway', {
  permits: ['ipv6gateway/{Ipv6GatewayId}'],
  async execute({ Ipv6GatewayId: id, DryRun }, { tx, accountId, regionId, transitions }) {
    const gateway = await findIpv6Gateway(tx, accountId, regionId, id);
    if (gateway === undefined) return refuse('InvalidIpv6Gateway.NotFound', { id });
    const { status } = gateway;
    const isStuck = (await transitions.pending(ipv6GatewayResource, id))?.outcome === 'stick';
    if (status !== 'Available' && !(status === 'Deleting' && isStuck)) {
      return refuse('IncorrectStatus.Ipv6Gateway', { id, status });
    }
    const bandwidthId = await bandwidthThrough(tx, id);
    if (bandwidthId !== undefined) return refuse('DependencyViolation.Ipv6InternetBandwidth', { id, bandwidthId });
    if (DryRun === true) return refuse('DryRunOperation');
    await saveIpv6Gateway(tx, { ...gateway, status: 'Deleting' });
    await transitions.schedule(ipv6GatewayResource, id, 'delete');
    return {};
  },
});
