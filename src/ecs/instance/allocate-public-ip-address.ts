import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { eipsOfInstances, isIdle } from '../../vpc/eip/eip.table.ts';
import { isInPool, publicAddressPool } from '../../vpc/eip/public-addresses.ts';
import { formatAddress, parseAddress } from '../../vpc/vswitch/address-range.ts';
import { refuse } from '../refusals.ts';
import { findInstance, saveConfiguration } from './instance.table.ts';
import { publicAddressFor } from './public-address.ts';
import { settingsOf } from './settings.ts';

/**
 * Gives an instance a public address of its own, which it keeps as long as it is there. One that has one already is
 * answered with that.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-allocatepublicipaddress
 */
export const allocatePublicIpAddress = operation('Ecs', 'AllocatePublicIpAddress', {
  permits: ['instance/{InstanceId}'],
  rules: {
    IpAddress: (value) =>
      parseAddress(value) === undefined ? refuse('InvalidIpAddress.Malformed', { value }) : undefined,
    VlanId: (id) => refuse('InvalidVlanId.NotFound', { id }),
  },

  async execute({ InstanceId: id, IpAddress }, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const { status: current } = instance;
    if (current !== 'Running' && current !== 'Stopped') {
      return refuse('IncorrectInstanceStatus', { id, current, expected: 'Running" or "Stopped' });
    }
    if (instance.publicAddress !== null) return { IpAddress: formatAddress(instance.publicAddress) };
    const [eip] = await eipsOfInstances(tx, [id]);
    if (eip !== undefined) return refuse('AllocatedAlready', { id, ip: formatAddress(eip.ipAddress) });
    if ((settingsOf(instance).InternetMaxBandwidthOut ?? 0) === 0) {
      return refuse('AllocateIpInvalidInstanceBandwidth', { id });
    }
    const wanted = IpAddress === undefined ? await publicAddressFor(context) : (parseAddress(IpAddress) ?? 0);
    if (isRefusal(wanted)) return wanted;
    if (!isInPool(wanted)) return refuse('InsufficientPublicIp', { pool: publicAddressPool });
    if (!(await isIdle(tx, wanted))) return refuse('IpInUse', { ip: formatAddress(wanted) });
    await saveConfiguration(tx, { ...instance, publicAddress: wanted });
    return { IpAddress: formatAddress(wanted) };
  },
});
