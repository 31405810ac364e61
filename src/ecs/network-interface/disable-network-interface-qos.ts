import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { findModifiable } from './modifiable.ts';
import { saveModified } from './network-interface.table.ts';
import { networkInterfaceId } from './rules.ts';
import { settingsOf, settingsText } from './settings.ts';

/** Lifts all limits of the traffic of a network interface, if there are any (ENI-154). */
export const disableNetworkInterfaceQos = operation('Ecs', 'DisableNetworkInterfaceQoS', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: true,
  rules: { NetworkInterfaceId: networkInterfaceId },

  async execute({ NetworkInterfaceId: id }, context) {
    const eni = await findModifiable(context, id);
    if (isRefusal(eni)) return eni;
    const { qosLimits, ...settings } = settingsOf(eni);
    await saveModified(context.tx, { ...eni, settings: settingsText(settings) });
    return {};
  },
});
