import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { newOrderId } from '../instance/order.ts';
import { refuse } from '../refusals.ts';
import { saveAttributes } from './disk.table.ts';
import { isPortable } from './disk.ts';
import { checkChangeable, findHeldDisk } from './holder.ts';
import { checkSpecParameters, withSpec } from './spec.ts';

/**
 * Changes the category of a disk, the performance level of an ESSD, or the operations bought for an ESSD AutoPL disk;
 * all is visible at once.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydiskspec
 */
export const modifyDiskSpec = operation('Ecs', 'ModifyDiskSpec', {
  permits: ['disk/{DiskId}'],
  check: checkSpecParameters,

  async execute(parameters, context) {
    const { tx, random } = context;
    const held = await findHeldDisk(context, parameters.DiskId);
    if (isRefusal(held)) return held;
    const { disk, instance } = held;
    const refused = checkChangeable(held);
    if (refused) return refused;
    if (instance && instance.status !== 'Running' && instance.status !== 'Stopped') {
      const { instanceId: id, status: current } = instance;
      return refuse('InvalidOperation.InstanceStatusUnsupported', { id, current });
    }
    const changed = withSpec(disk, parameters);
    if (isRefusal(changed)) return changed;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    await saveAttributes(tx, changed);
    return {
      ...(changed.category === disk.category ? {} : { TaskId: `t-${random.token(20)}` }),
      ...(isPortable(disk) ? {} : { OrderId: newOrderId(random) }),
    };
  },
});
