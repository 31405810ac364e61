import type { EcsModifyInstanceNetworkSpecParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { eipsOfInstances } from '../../vpc/eip/eip.table.ts';
import { refuse } from '../refusals.ts';
import { checkBandwidthIn, isBandwidthOut, withBandwidth } from './bandwidth.ts';
import { findInstance, saveConfiguration } from './instance.table.ts';
import type { Instance } from './instance.ts';
import { newOrderId } from './order.ts';
import { publicAddressFor } from './public-address.ts';
import { settingsOf } from './settings.ts';

/**
 * Changes the bandwidth of an instance and how its traffic is paid for, and gives it a public address if it is asked
 * for one; a subscription gets one with its first bandwidth.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancenetworkspec
 */
export const modifyInstanceNetworkSpec = operation('Ecs', 'ModifyInstanceNetworkSpec', {
  permits: ['instance/{InstanceId}'],
  rules: {
    InternetMaxBandwidthOut: (value) =>
      isBandwidthOut(value) ? undefined : refuse('InvalidInternetMaxBandwidthOut.ValueNotSupported', { value }),
    NetworkChargeType: (value) =>
      value === 'PayByTraffic' || value === 'PayByBandwidth'
        ? undefined
        : refuse('InvalidInternetChargeType.ValueNotSupported', { value }),
    // Temporary changes of bandwidth are offered to nobody.
    StartTime: (value) => refuse('InvalidStartTime.ValueNotSupported', { value }),
    EndTime: (value) => refuse('InvalidStartTime.ValueNotSupported', { value }),
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven, random } = context;
    const { InstanceId: id } = parameters;
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const { status: current } = instance;
    if (current !== 'Running' && current !== 'Stopped') {
      return refuse('IncorrectInstanceStatus', { id, current, expected: 'Running" or "Stopped' });
    }
    const changed = await changedInstance(context, instance, parameters);
    if (isRefusal(changed)) return changed;
    await saveConfiguration(tx, changed);
    return instance.instanceChargeType === 'PrePaid' ? { OrderId: newOrderId(random) } : {};
  },
});

async function changedInstance(
  context: OperationContext,
  instance: Instance,
  parameters: EcsModifyInstanceNetworkSpecParameters,
): Promise<Instance | Refusal> {
  const { instanceId: id, instanceChargeType } = instance;
  const { NetworkChargeType, AllocatePublicIp = false } = parameters;
  const changed = withBandwidth(instance, parameters);
  const wrong = checkBandwidthIn(changed);
  if (wrong) return refuse('InvalidInternetMaxBandwidthIn.ValueNotSupported', wrong);
  const { InternetMaxBandwidthOut: out = 0 } = settingsOf(changed);
  const wantsInternet = (parameters.InternetMaxBandwidthOut ?? 0) > 0 || AllocatePublicIp;
  if (wantsInternet && (await eipsOfInstances(context.tx, [id])).length > 0) {
    return refuse('InvalidInstance.InstanceNotSupported', { id });
  }
  if (AllocatePublicIp && out === 0) return refuse('InvalidParam.AllocatePublicIp');
  const isDue = AllocatePublicIp || (instanceChargeType === 'PrePaid' && out > 0);
  const publicAddress =
    isDue && instance.publicAddress === null ? await publicAddressFor(context) : instance.publicAddress;
  if (isRefusal(publicAddress)) return publicAddress;
  const charged = NetworkChargeType === 'PayByTraffic' || NetworkChargeType === 'PayByBandwidth';
  return { ...changed, publicAddress, internetChargeType: charged ? NetworkChargeType : instance.internetChargeType };
}
