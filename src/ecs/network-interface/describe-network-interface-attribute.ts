import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findNetworkInterface } from './network-interface.table.ts';
import { networkInterfaceId } from './rules.ts';
import { describeNetworkInterfaces } from './view.ts';

/** One network interface, flat; unlike in the list, an unknown id is an error here (ENI-73, 74). */
export const describeNetworkInterfaceAttribute = operation('Ecs', 'DescribeNetworkInterfaceAttribute', {
  networkInterfaces: true,
  malformedRegionId: 'InvalidRegionId.MalFormed',
  rules: { NetworkInterfaceId: networkInterfaceId },

  async execute({ NetworkInterfaceId: id, Attribute }, { tx, accountId, regionId }) {
    const eni = await findNetworkInterface(tx, accountId, regionId, id);
    if (eni === undefined) return refuse('InvalidEniId.NotFound', { id });
    const [described] = await describeNetworkInterfaces(tx, [eni]);
    if (described === undefined) throw new Error(`network interface ${id} has no description`);
    return {
      ...described,
      QoSConfig: { EnableQoS: false },
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
