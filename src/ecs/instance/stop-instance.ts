import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { oneOf } from '../network-interface/rules.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { findInstance } from './instance.table.ts';
import { beginStop } from './lifecycle.ts';

/** Stops a running instance: Stopping, then Stopped. Its network interfaces stay InUse throughout (ENI-159). */
export const stopInstance = operation('Ecs', 'StopInstance', {
  permits: ['instance/{InstanceId}'],
  rules: { StoppedMode: oneOf('KeepCharging', 'StopCharging') },

  async execute({ InstanceId: id, ForceStop: force = false, StoppedMode, DryRun }, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const stoppedMode = StoppedMode === 'StopCharging' ? 'StopCharging' : 'KeepCharging';
    const move = beginStop(instance, { force, stoppedMode });
    if (isRefusal(move)) return move;
    if (DryRun === true) return refuse('DryRunOperation');
    await carryOut(move, id, context);
    return {};
  },
});
