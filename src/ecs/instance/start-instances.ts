import { operation } from '../../operation/operation.ts';
import { inBatch } from './batch.ts';
import { beginStart } from './lifecycle.ts';
import { batchRules } from './rules.ts';

/**
 * Starts several instances as StartInstance starts one.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-startinstances
 */
export const startInstances = operation('Ecs', 'StartInstances', {
  permits: ['instance/{InstanceId}'],
  rules: batchRules,

  async execute(parameters, context) {
    return inBatch(parameters, context, (instance) => beginStart(instance, context.nowMs));
  },
});
