import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { ipv6GatewayOf } from '../ipv6-gateway/ipv6-gateway.table.ts';
import { refuse } from '../refusals.ts';
import { findHeldAddress } from './held-address.ts';
import { insertBandwidth } from './ipv6-internet-bandwidth.table.ts';
import { chargeTypeNamed, checkBandwidth, internetChargeType } from './rules.ts';

/**
 * Lets an IPv6 address of a network interface reach the internet, through the IPv6 gateway of its VPC. The bandwidth goes
 * when the address is given back.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/AllocateIpv6InternetBandwidth
 */
export const allocateIpv6InternetBandwidth = operation('Vpc', 'AllocateIpv6InternetBandwidth', {
  permits: ['ipv6bandwidth/*'],
  rules: { InternetChargeType: internetChargeType },

  async execute(parameters, context) {
    const { tx, accountId, regionId, nowMs } = context;
    const { Ipv6AddressId: id, Bandwidth: bandwidthMbps, InternetChargeType = 'PayByBandwidth' } = parameters;
    const chargeType = chargeTypeNamed(InternetChargeType) ?? 'PayByBandwidth';
    const wrong = checkBandwidth(bandwidthMbps, chargeType);
    if (wrong) return wrong;
    const held = await findHeldAddress(tx, accountId, regionId, id);
    if (held === undefined) return refuse('ResourceNotFound.Ipv6Address', { id });
    const { vpcId, vSwitchId, address } = held;
    const gateway = await ipv6GatewayOf(tx, vpcId);
    const { Ipv6GatewayId: named = gateway?.ipv6GatewayId ?? '' } = parameters;
    if (gateway?.status !== 'Available') return refuse('OperationFailed.Ipv6GatewayNotExist', { vpcId });
    const { ipv6GatewayId } = gateway;
    if (named !== ipv6GatewayId) return refuse('OperationFailed.Ipv6GatewayDisMatchIpv6Address', { id: named, vpcId });
    const { ipv6InternetBandwidthId: bandwidthId } = held;
    if (bandwidthId !== null) return refuse('OperationFailed.InternetBandwidthAlreadyExisted', { id, bandwidthId });
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const ipv6InternetBandwidthId = newId('ipv6bw', context);
    await insertBandwidth(tx, {
      ipv6InternetBandwidthId,
      accountId,
      regionId,
      ipv6GatewayId,
      vSwitchId,
      address,
      bandwidthMbps,
      internetChargeType: chargeType,
      createdAtMs: nowMs,
    });
    return { InternetBandwidthId: ipv6InternetBandwidthId, Ipv6AddressId: id };
  },
});
