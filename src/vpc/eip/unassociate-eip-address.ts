import type { VpcUnassociateEipAddressParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { parseAddress } from '../vswitch/address-range.ts';
import { findEip, saveAssociation } from './eip.table.ts';
import { type Eip, eipResource } from './eip.ts';
import { beginUnassociation } from './lifecycle.ts';
import { knownInstanceType } from './rules.ts';
import { findTarget } from './target.ts';

/**
 * Starts taking an elastic IP address off what it is associated with; a repeated call sets a stuck one going again.
 * What the request says of the association has to be so. Force concerns gateways only, of which there are none.
 */
export const unassociateEipAddress = operation('Vpc', 'UnassociateEipAddress', {
  permits: ['eip/{AllocationId}'],
  rules: { InstanceType: knownInstanceType },

  async execute(parameters, { tx, accountId, regionId, regionGiven, transitions }) {
    const { AllocationId: id } = parameters;
    const eip = await findEip(tx, accountId, regionGiven ? regionId : undefined, id);
    if (eip === undefined) return refuse('InvalidAllocationId.NotFound', { id });
    const { instanceType, instanceId } = eip;
    if (instanceType === null || instanceId === null) {
      return refuse('IncorrectEipStatus', { id, status: eip.status, expected: 'InUse' });
    }
    const refusal = contradiction(parameters, eip);
    if (refusal) return refusal;
    const isStuck = (await transitions.pending(eipResource, id))?.outcome === 'stick';
    if (!(eip.status === 'Unassociating' && isStuck)) {
      const target = await findTarget(tx, accountId, instanceType, instanceId);
      if (target === undefined) throw new Error(`${instanceId}, which ${id} is associated with, does not exist`);
      const changed = beginUnassociation(eip, target);
      if (isRefusal(changed)) return changed;
      await saveAssociation(tx, changed);
    }
    await transitions.schedule(eipResource, id, 'unassociate');
    return {};
  },
});

function contradiction(parameters: VpcUnassociateEipAddressParameters, eip: Eip): Refusal | undefined {
  const { AllocationId: id, InstanceId, InstanceType, PrivateIpAddress } = parameters;
  if (InstanceId !== undefined && InstanceId !== eip.instanceId) {
    return refuse('NotAssociatedWith', { name: 'InstanceId', value: InstanceId, id });
  }
  if (InstanceType !== undefined && InstanceType !== eip.instanceType) {
    return refuse('NotAssociatedWith', { name: 'InstanceType', value: InstanceType, id });
  }
  if (PrivateIpAddress !== undefined && parseAddress(PrivateIpAddress) !== eip.privateAddress) {
    return refuse('NotAssociatedWith', { name: 'PrivateIpAddress', value: PrivateIpAddress, id });
  }
  return undefined;
}
