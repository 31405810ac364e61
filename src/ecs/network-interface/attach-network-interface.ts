import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { findInstance } from '../instance/instance.table.ts';
import { refuse } from '../refusals.ts';
import { addressesOf } from './addresses.ts';
import { attachingInstance } from './attaching-instance.ts';
import { carryOut } from './carry-out.ts';
import { beginAttachment } from './lifecycle.ts';
import { countNetworkInterfacesOf, findNetworkInterface } from './network-interface.table.ts';
import { instanceId, networkInterfaceId } from './rules.ts';

/** Starts attaching an available network interface to an instance of the same zone (ENI-75..86). */
export const attachNetworkInterface = operation('Ecs', 'AttachNetworkInterface', {
  networkInterfaces: true,
  rules: { NetworkInterfaceId: networkInterfaceId, InstanceId: instanceId },

  async execute(parameters, { tx, accountId, regionId, transitions }) {
    const { NetworkInterfaceId: id, InstanceId, NetworkCardIndex } = parameters;
    const eni = await findNetworkInterface(tx, accountId, regionId, id);
    if (eni === undefined) return refuse('InvalidEniId.NotFound', { id });
    const instance = await findInstance(tx, accountId, regionId, InstanceId);
    if (instance === undefined) return refuse('InvalidEcsId.NotFound', { id: InstanceId });
    const move = beginAttachment(eni, attachingInstance(instance), {
      addresses: (await addressesOf(tx, id)).length,
      interfacesOfInstance: await countNetworkInterfacesOf(tx, InstanceId),
    });
    if (isRefusal(move)) return move;
    // No instance type of the catalogue has network cards, and without them the index must be left out (ENI-88).
    if (NetworkCardIndex !== undefined) {
      return refuse('InvalidParameter', { name: 'NetworkCardIndex', value: String(NetworkCardIndex) });
    }
    await carryOut(move, id, 'attach', { tx, transitions });
    return {};
  },
});
