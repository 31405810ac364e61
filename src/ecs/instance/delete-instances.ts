import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { namedInstances } from './named-instances.ts';
import { requestRelease } from './release-request.ts';
import { instanceIds } from './rules.ts';

/**
 * Releases several instances as DeleteInstance releases one: all of them or, refused, none.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteinstances
 */
export const deleteInstances = operation('Ecs', 'DeleteInstances', {
  permits: ['instance/{InstanceId}'],
  rules: { InstanceId: instanceIds },

  async execute({ InstanceId, DryRun, ...wanted }, context) {
    const instances = await namedInstances(context, InstanceId);
    if (isRefusal(instances)) return instances;
    for (const instance of instances) {
      const move = await requestRelease(context, instance, wanted);
      if (isRefusal(move)) return move;
      await carryOut(move, instance.instanceId, context);
    }
    // A dry run is a real one whose changes are forgotten with this refusal.
    return DryRun === true ? refuse('DRYRUN.SUCCESS') : {};
  },
});
