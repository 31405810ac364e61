import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findEip, saveAssociation } from './eip.table.ts';
import { changeMode } from './lifecycle.ts';
import { isMode, mode } from './rules.ts';
import { findTarget } from './target.ts';

/**
 * Has an elastic IP address that is associated with a network interface work in another mode.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/ModifyEipForwardMode
 */
export const modifyEipForwardMode = operation('Vpc', 'ModifyEipForwardMode', {
  permits: ['eip/{InstanceId}'],
  rules: { Mode: mode },

  async execute({ InstanceId: id, Mode }, { tx, accountId, regionId }) {
    const eip = await findEip(tx, accountId, regionId, id);
    if (eip === undefined) return refuse('InvalidAllocationId.NotFound', { id });
    if (!isMode(Mode)) throw new Error(`the rules let ${Mode} pass`);
    const { instanceType, instanceId, status } = eip;
    if (instanceType === null || instanceId === null) {
      return refuse('IncorrectEipStatus', { id, status, expected: 'InUse' });
    }
    const target = await findTarget(tx, accountId, instanceType, instanceId);
    if (target === undefined) throw new Error(`${instanceId}, which ${id} is associated with, does not exist`);
    const changed = changeMode(eip, target, Mode);
    if (isRefusal(changed)) return changed;
    await saveAssociation(tx, changed);
    return {};
  },
});
