import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { findInstance } from './instance.table.ts';
import { beginStart } from './lifecycle.ts';

/** Starts a stopped instance: Starting, then Running. Its network interfaces stay InUse throughout (ENI-159). */
export const startInstance = operation('Ecs', 'StartInstance', {
  permits: ['instance/{InstanceId}'],
  async execute({ InstanceId: id, DryRun }, context) {
    const { tx, nowMs, accountId, regionId, regionGiven } = context;
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const move = beginStart(instance, nowMs);
    if (isRefusal(move)) return move;
    if (DryRun === true) return refuse('DryRunOperation');
    await carryOut(move, id, context);
    return {};
  },
});
