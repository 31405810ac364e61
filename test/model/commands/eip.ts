import fc from 'fast-check';
import { type CommandKind, call } from '../command.ts';
import { textOf } from '../ipv4.ts';
import { type Model, primaryOf } from '../model.ts';
import {
  allocateEipAddress,
  associateEipAddress,
  deletionProtection,
  releaseEipAddress,
  unassociateEipAddress,
} from '../operations/eip.ts';
import { idOf, type Pick, pick, seldom, sometimes } from '../picks.ts';
import type { AccountName, Eip } from '../resources.ts';
import { clientToken, eniOf, instanceOf, isSettled, resourceGroup, resourceGroupOf } from './picked.ts';

function eipOf(drawn: Pick, model: Model, who: AccountName, fits?: (eip: Eip) => boolean): string {
  return idOf(drawn, { model, who, resources: model.eips, prefix: 'eip' }, fits);
}

const association = fc.record({
  eip: pick,
  target: pick,
  type: fc.constantFrom('EcsInstance' as const, 'NetworkInterface' as const, 'NetworkInterface' as const),
  mode: sometimes(3, fc.constantFrom('NAT' as const, 'BINDED' as const, 'MULTI_BINDED' as const)),
  address: sometimes(3, fc.nat(5)),
});

export const eipCommands: readonly CommandKind[] = [
  call(
    allocateEipAddress,
    3,
    fc.record({ token: clientToken, group: resourceGroup }),
    ({ token, group }, model, who) => ({
      ResourceGroupId: group && resourceGroupOf(group, model, who),
      ClientToken: token,
    }),
  ),
  call(associateEipAddress, 8, association, (drawn, model, who) => {
    const isInstance = drawn.type === 'EcsInstance';
    const InstanceId = isInstance
      ? instanceOf(drawn.target, model, who, isSettled)
      : eniOf(drawn.target, model, who, ({ status, instanceId }) =>
          drawn.mode === undefined ? status === 'Available' || status === 'InUse' : instanceId === null,
        );
    const eni = isInstance ? primaryOf(model, InstanceId) : model.enis.get(InstanceId);
    // One number more than there are addresses stands for one that the interface does not have.
    const address =
      drawn.address === undefined ? undefined : eni?.addresses[drawn.address % (eni.addresses.length + 1)];
    return {
      AllocationId: eipOf(drawn.eip, model, who, ({ status }) => status === 'Available'),
      InstanceId,
      InstanceType: drawn.type,
      Mode: drawn.mode,
      PrivateIpAddress: drawn.address === undefined ? undefined : textOf(address ?? 0x0a000005),
    };
  }),
  call(unassociateEipAddress, 6, pick, (eip, model, who) => ({
    AllocationId: eipOf(eip, model, who, ({ status }) => status === 'InUse'),
  })),
  call(releaseEipAddress, 2, pick, (eip, model, who) => ({
    AllocationId: eipOf(eip, model, who, ({ status }) => status === 'Available'),
  })),
  call(deletionProtection, 1, fc.record({ eip: pick, on: seldom(2) }), ({ eip, on }, model, who) => ({
    Type: 'EIP' as const,
    InstanceId: eipOf(eip, model, who),
    ProtectionEnable: on,
  })),
];
