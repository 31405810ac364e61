import { operation } from '../../operation/operation.ts';
import { changeBindings } from './bindings.ts';
import { bindInstance } from './key-pair.table.ts';
import { instanceIds, isListOf } from './rules.ts';

/**
 * Binds Linux instances to a key pair, in place of the one they had. Each instance has a result of its own.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-attachkeypair
 */
export const attachKeyPair = operation('Ecs', 'AttachKeyPair', {
  permits: ['instance/{InstanceIds}', 'keypair/{KeyPairName}'],
  rules: { InstanceIds: isListOf(instanceIds) },

  execute: (parameters, context) =>
    changeBindings(context, parameters, ({ instanceId }) =>
      bindInstance(context.tx, instanceId, parameters.KeyPairName),
    ),
});
