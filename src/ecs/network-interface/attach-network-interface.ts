import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { findInstance } from '../instance/instance.table.ts';
import { findAttachable } from '../network-interface-permission/attachable.ts';
import { refuse } from '../refusals.ts';
import { addressesOf } from './addresses.ts';
import { attachingInstance } from './attaching-instance.ts';
import { carryOut } from './carry-out.ts';
import { beginAttachment } from './lifecycle.ts';
import { attachedTo, findNetworkInterface } from './network-interface.table.ts';
import { instanceId, networkInterfaceId } from './rules.ts';

/** Starts attaching an available network interface to an instance of the same zone (ENI-75..88), or to a trunk there as its member. */
export const attachNetworkInterface = operation('Ecs', 'AttachNetworkInterface', {
  permits: ['eni/{NetworkInterfaceId}', 'instance/{InstanceId}'],
  networkInterfaces: true,
  rules: {
    NetworkInterfaceId: networkInterfaceId,
    InstanceId: instanceId,
    TrunkNetworkInstanceId: networkInterfaceId,
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId, transitions } = context;
    const { NetworkInterfaceId: id, InstanceId, TrunkNetworkInstanceId: trunkId } = parameters;
    const eni = await findAttachable(context, id);
    if (eni === undefined) return refuse('InvalidEniId.NotFound', { id });
    const instance = await findInstance(tx, accountId, regionId, InstanceId);
    if (instance === undefined) return refuse('InvalidEcsId.NotFound', { id: InstanceId });
    const trunk = trunkId === undefined ? undefined : await findNetworkInterface(tx, accountId, regionId, trunkId);
    if (trunkId !== undefined && trunk === undefined) return refuse('InvalidEniId.NotFound', { id: trunkId });
    const move = beginAttachment(eni, attachingInstance(instance), {
      addresses: (await addressesOf(tx, id)).length,
      attached: await attachedTo(tx, InstanceId),
      trunk,
      networkCardIndex: parameters.NetworkCardIndex,
    });
    if (isRefusal(move)) return move;
    await carryOut(move, id, trunk === undefined ? 'attach' : 'attach-member', { tx, transitions });
    return {};
  },
});
