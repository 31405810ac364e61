import { putTags } from '../../ecs/tag/tags.ts';
import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { takeQuota } from '../../operation/quota-usage.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { findRegion, zonesOf } from '../../operation/regions.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { newTags } from '../tag/rules.ts';
import { formatAddress, parseAddress } from '../vswitch/address-range.ts';
import { insertEip } from './eip.table.ts';
import { eipTags } from './eip.ts';
import { unassociated, unmonitored } from './lifecycle.ts';
import { insertAtIdleAddress, isInPool, publicAddressPool } from './public-addresses.ts';
import { bandwidthMbps, eipDescription, eipName, isp, oneOf } from './rules.ts';

const defaultBandwidth = '5';

/** Allocates a pay-as-you-go elastic IP address; it is Available when the call returns. */
export const allocateEipAddress = operation('Vpc', 'AllocateEipAddress', {
  permits: ['eip/*'],
  rules: {
    Name: eipName,
    Description: eipDescription,
    ISP: isp,
    Netmode: oneOf('public'),
    // An address that is paid for in advance could never be released.
    InstanceChargeType: oneOf('PostPaid'),
    InternetChargeType: oneOf('PayByBandwidth', 'PayByTraffic'),
    SecurityProtectionTypes: (values, name) =>
      values.map((value) => oneOf('AntiDDoS_Enhanced')(value, `${name}.N`)).find((refusal) => refusal !== undefined),
    PublicIpAddressPoolId: (value) => refuse('ResourceNotFound.PublicIpAddressPool', { value }),
    InstanceId: (value) => refuse('OperationFailed.AllocateUnfamiliarIp', { value }),
    Tag: newTags,
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId, random, nowMs } = context;
    const internetChargeType = parameters.InternetChargeType === 'PayByTraffic' ? 'PayByTraffic' : 'PayByBandwidth';
    const mbps = bandwidthMbps(parameters.Bandwidth ?? defaultBandwidth, internetChargeType);
    if (isRefusal(mbps)) return mbps;
    const { Zone: zoneId = '', IpAddress: wanted } = parameters;
    const region = findRegion(regionId);
    if (zoneId !== '' && !(region && zonesOf(region).includes(zoneId))) {
      return refuse('IllegalParam.Zone', { value: zoneId, regionId });
    }
    const noResourceGroup = await checkResourceGroup(context, parameters.ResourceGroupId);
    if (noResourceGroup) return noResourceGroup;
    const limit = context.quota('eips');
    if (!(await takeQuota(context, 'eips', 1, limit))) return refuse('QuotaExceeded.Eip', { limit });

    const allocationId = newId('eip', context);
    const resourceGroupId = parameters.ResourceGroupId ?? '';
    const eip = {
      allocationId,
      accountId,
      regionId,
      eipName: parameters.Name ?? '',
      description: parameters.Description ?? '',
      status: 'Available',
      bandwidthMbps: mbps,
      internetChargeType,
      isp: parameters.ISP ?? 'BGP',
      zoneId,
      securityProtectionTypes: [...new Set(parameters.SecurityProtectionTypes)].join(','),
      deletionProtection: 0,
      resourceGroupId,
      ...unmonitored,
      createdAtMs: nowMs,
      ...unassociated,
    } as const;
    let address: number | undefined;
    if (wanted === undefined) {
      address = (await insertAtIdleAddress(tx, random, eip))?.ipAddress;
      if (address === undefined) return refuse('OperationFailed.InsufficientEIP', { pool: publicAddressPool });
    } else {
      address = parseAddress(wanted);
      if (address === undefined) return refuse('InvalidParameter', { name: 'IpAddress', value: wanted });
      if (!isInPool(address)) return refuse('ResourceNotFound.Ip', { value: wanted, pool: publicAddressPool });
      if (!(await insertEip(tx, { ...eip, ipAddress: address }))) return refuse('Ip.Allocated', { value: wanted });
    }
    await putTags(context, eipTags, allocationId, parameters.Tag);
    return { AllocationId: allocationId, EipAddress: formatAddress(address), ResourceGroupId: resourceGroupId };
  },
});
