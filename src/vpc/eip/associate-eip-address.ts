import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findEip, saveAssociation } from './eip.table.ts';
import { associate } from './lifecycle.ts';
import { isMode, isOffered, mode, offeredInstanceType } from './rules.ts';
import { findTarget } from './target.ts';

/**
 * Associates an elastic IP address with a private address of a network interface, or with the primary one of an
 * instance. It is InUse when the call returns: clients read it right after.
 */
export const associateEipAddress = operation('Vpc', 'AssociateEipAddress', {
  permits: ['eip/{AllocationId}'],
  rules: { InstanceType: offeredInstanceType, Mode: mode },

  async execute(parameters, { tx, accountId, regionId, regionGiven }) {
    const { AllocationId: id, InstanceId: instanceId, InstanceType: type = 'EcsInstance', Mode = 'NAT' } = parameters;
    const eip = await findEip(tx, accountId, regionGiven ? regionId : undefined, id);
    if (eip === undefined) return refuse('InvalidAllocationId.NotFound', { id });
    const { InstanceRegionId: instanceRegionId = eip.regionId } = parameters;
    if (instanceRegionId !== eip.regionId) {
      return refuse('InvalidParameter.BindingInstanceRegion', { value: instanceRegionId, id });
    }
    if (!isOffered(type) || !isMode(Mode)) throw new Error(`the rules let ${type} and ${Mode} pass`);
    const target = await findTarget(tx, accountId, type, instanceId);
    if (target === undefined) return refuse('InvalidInstanId.NotFound', { id: instanceId, type });
    const changed = associate(eip, target, { mode: Mode, privateIpAddress: parameters.PrivateIpAddress });
    if (isRefusal(changed)) return changed;
    await saveAssociation(tx, changed);
    return {};
  },
});
