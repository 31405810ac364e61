import { operation } from '../../operation/operation.ts';
import { inBatch } from './batch.ts';
import { beginReboot } from './lifecycle.ts';
import { batchRules } from './rules.ts';

/**
 * Restarts several instances as RebootInstance restarts one.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-rebootinstances
 */
export const rebootInstances = operation('Ecs', 'RebootInstances', {
  permits: ['instance/{InstanceId}'],
  rules: batchRules,

  async execute(parameters, context) {
    return inBatch(parameters, context, (instance) => beginReboot(instance, context.nowMs));
  },
});
