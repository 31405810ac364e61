import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { saveBandwidth } from './ipv6-internet-bandwidth.table.ts';
import { namedBandwidth } from './named-bandwidth.ts';
import { checkBandwidth } from './rules.ts';

/**
 * Changes how much bandwidth an IPv6 address has to the internet.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/ModifyIpv6InternetBandwidth
 */
export const modifyIpv6InternetBandwidth = operation('Vpc', 'ModifyIpv6InternetBandwidth', {
  permits: ['ipv6bandwidth/{Ipv6InternetBandwidthId}'],
  async execute(parameters, context) {
    const found = await namedBandwidth(parameters, context);
    if (isRefusal(found)) return found;
    const { Bandwidth: bandwidthMbps } = parameters;
    const wrong = checkBandwidth(bandwidthMbps, found.internetChargeType);
    if (wrong) return wrong;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    await saveBandwidth(context.tx, { ...found, bandwidthMbps });
    return {};
  },
});
