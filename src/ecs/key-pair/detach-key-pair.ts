import { operation } from '../../operation/operation.ts';
import { changeBindings } from './bindings.ts';
import { bindInstance } from './key-pair.table.ts';
import { instanceIds, isListOf } from './rules.ts';

/**
 * Sets instances free of a key pair; one that is not bound to it stays as it is. Each instance has a result of its own.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-detachkeypair
 */
export const detachKeyPair = operation('Ecs', 'DetachKeyPair', {
  permits: ['instance/{InstanceIds}', 'keypair/{KeyPairName}'],
  rules: { InstanceIds: isListOf(instanceIds) },

  execute: (parameters, context) =>
    changeBindings(context, parameters, async ({ instanceId, keyPairName }) => {
      if (keyPairName === parameters.KeyPairName) await bindInstance(context.tx, instanceId, '');
    }),
});
