import { leftOut } from '../../operation/left-out.ts';
import { operation } from '../../operation/operation.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import { findNetworkInterface, membersOf } from './network-interface.table.ts';
import type { NetworkInterface } from './network-interface.ts';
import { networkInterfaceId } from './rules.ts';
import { settingsOf } from './settings.ts';
import { describeNetworkInterfaces } from './view.ts';

/** One network interface, flat; unlike in the list, an unknown id is an error here (ENI-73, 74). */
export const describeNetworkInterfaceAttribute = operation('Ecs', 'DescribeNetworkInterfaceAttribute', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: true,
  malformedRegionId: 'InvalidRegionId.MalFormed',
  rules: { NetworkInterfaceId: networkInterfaceId },

  async execute({ NetworkInterfaceId: id, Attribute }, { tx, accountId, regionId }) {
    const eni = await findNetworkInterface(tx, accountId, regionId, id);
    if (eni === undefined) return refuse('InvalidEniId.NotFound', { id });
    const [described] = await describeNetworkInterfaces(tx, [eni]);
    if (described === undefined) throw new Error(`network interface ${id} has no description`);
    const { qosLimits, enhancedNetwork } = settingsOf(eni);
    const attachment = described.Attachment;
    return {
      ...described,
      ...(attachment ? { Attachment: { ...attachment, ...(await members(tx, eni, Attribute)) } } : {}),
      NetworkInterfaceTrafficConfig: {
        NetworkInterfaceTrafficMode: eni.trafficMode,
        QueueNumber: described.QueueNumber,
        QueuePairNumber: described.QueuePairNumber,
      },
      EnhancedNetwork: enhancedNetwork,
      QoSConfig: { EnableQoS: qosLimits !== undefined, QoS: qosLimits },
      ...(Attribute === 'connectionTrackingConfiguration'
        ? {
            ConnectionTrackingConfiguration: {
              TcpEstablishedTimeout: eni.tcpEstablishedTimeout,
              TcpClosedAndTimeWaitTimeout: eni.tcpClosedAndTimeWaitTimeout,
              UdpTimeout: eni.udpTimeout,
            },
          }
        : {}),
    };
  },
});

/** The members of a trunk are listed when they are asked for. */
async function members(tx: Transaction, { type, networkInterfaceId }: NetworkInterface, attribute: string | undefined) {
  if (attribute !== 'attachment') return { MemberNetworkInterfaceIds: leftOut };
  const ids = type === 'Trunk' ? await membersOf(tx, networkInterfaceId) : [];
  return { MemberNetworkInterfaceIds: { MemberNetworkInterfaceId: ids } };
}
