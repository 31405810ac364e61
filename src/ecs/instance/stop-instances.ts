import { operation } from '../../operation/operation.ts';
import { oneOf } from '../network-interface/rules.ts';
import { inBatch } from './batch.ts';
import { beginStop } from './lifecycle.ts';
import { batchRules } from './rules.ts';

/**
 * Stops several instances as StopInstance stops one.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-stopinstances
 */
export const stopInstances = operation('Ecs', 'StopInstances', {
  permits: ['instance/{InstanceId}'],
  rules: { ...batchRules, StoppedMode: oneOf('KeepCharging', 'StopCharging') },

  async execute(parameters, context) {
    const { ForceStop: force = false, StoppedMode } = parameters;
    const stoppedMode = StoppedMode === 'StopCharging' ? 'StopCharging' : 'KeepCharging';
    return inBatch(parameters, context, (instance) => beginStop(instance, { force, stoppedMode }));
  },
});
