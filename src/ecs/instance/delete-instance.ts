import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { linkedInterfaceOf } from '../../vpc/eip/eip.table.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { findInstance } from './instance.table.ts';
import { beginRelease } from './lifecycle.ts';
import { expiresAtMs } from './settings.ts';

/**
 * Releases a stopped instance, or with Force any. Once it is gone its primary network interface is gone too, and so are
 * attached secondary ones made with DeleteOnRelease (ENI-156..158).
 */
export const deleteInstance = operation('Ecs', 'DeleteInstance', {
  permits: ['instance/{InstanceId}'],
  async execute({ InstanceId: id, Force: force = false, TerminateSubscription, DryRun }, context) {
    const { tx, nowMs, accountId, regionId, regionGiven } = context;
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const mayEndSubscription = TerminateSubscription === true && (expiresAtMs(instance) ?? 0) <= nowMs;
    const move = beginRelease(instance, { force, mayEndSubscription });
    if (isRefusal(move)) return move;
    const linked = await linkedInterfaceOf(tx, id);
    if (linked !== undefined) return refuse('InvalidOperation.EniLinked', { id: linked });
    if (DryRun === true) return refuse('DryRunOperation');
    await carryOut(move, id, context);
    return {};
  },
});
