import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { findInstance } from './instance.table.ts';
import { requestRelease } from './release-request.ts';

/**
 * Releases a stopped instance, or with Force any. Once it is gone its primary network interface is gone too, and so are
 * attached secondary ones made with DeleteOnRelease (ENI-156..158).
 */
export const deleteInstance = operation('Ecs', 'DeleteInstance', {
  permits: ['instance/{InstanceId}'],

  async execute({ InstanceId: id, DryRun, ...wanted }, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const move = await requestRelease(context, instance, wanted);
    if (isRefusal(move)) return move;
    if (DryRun === true) return refuse('DryRunOperation');
    await carryOut(move, id, context);
    return {};
  },
});
