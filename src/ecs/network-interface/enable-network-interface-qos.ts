import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findModifiable } from './modifiable.ts';
import { saveModified } from './network-interface.table.ts';
import { checkQosLimits } from './qos-limits.ts';
import { networkInterfaceId } from './rules.ts';
import { settingsOf, settingsText } from './settings.ts';

/** Limits the traffic of a network interface; where limits are on already, those not given stay (ENI-154). */
export const enableNetworkInterfaceQos = operation('Ecs', 'EnableNetworkInterfaceQoS', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: true,
  rules: { NetworkInterfaceId: networkInterfaceId, QoS: checkQosLimits },
  check: ({ QoS }) => (QoS === undefined ? refuse('MissingParameter', { name: 'QoS' }) : undefined),

  async execute({ NetworkInterfaceId: id, QoS }, context) {
    const eni = await findModifiable(context, id);
    if (isRefusal(eni)) return eni;
    const settings = settingsOf(eni);
    const qosLimits = { ...settings.qosLimits, ...QoS };
    await saveModified(context.tx, { ...eni, settings: settingsText({ ...settings, qosLimits }) });
    return {};
  },
});
