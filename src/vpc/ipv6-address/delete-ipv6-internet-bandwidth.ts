import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { removeBandwidth } from './ipv6-internet-bandwidth.table.ts';
import { namedBandwidth } from './named-bandwidth.ts';

/**
 * Takes the bandwidth to the internet off an IPv6 address; it is gone when the call returns.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DeleteIpv6InternetBandwidth
 */
export const deleteIpv6InternetBandwidth = operation('Vpc', 'DeleteIpv6InternetBandwidth', {
  permits: ['ipv6bandwidth/{Ipv6InternetBandwidthId}'],
  async execute(parameters, context) {
    const found = await namedBandwidth(parameters, context);
    if (isRefusal(found)) return found;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    await removeBandwidth(context.tx, found.ipv6InternetBandwidthId);
    return {};
  },
});
