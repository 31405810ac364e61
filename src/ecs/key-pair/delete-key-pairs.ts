import { operation } from '../../operation/operation.ts';
import { returnQuota } from '../../operation/quota-usage.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { removeTags } from '../tag/tags.ts';
import { existingKeyPairs, removeKeyPair, someBoundInstance } from './key-pair.table.ts';
import { keyPairTags } from './key-pair.ts';
import { isListOf, keyPairNames } from './rules.ts';

/**
 * Deletes key pairs, all of them or, when one is bound to an instance, none. A name of no key pair is passed over.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletekeypairs
 */
export const deleteKeyPairs = operation('Ecs', 'DeleteKeyPairs', {
  permits: ['keypair/{KeyPairNames}'],
  rules: { KeyPairNames: isListOf(keyPairNames) },

  async execute({ KeyPairNames }, context) {
    const names = keyPairNames(KeyPairNames);
    if (isRefusal(names)) return names;
    const bound = await someBoundInstance(context, names);
    if (bound) return refuse('InvalidParameter.KeypairAlreadyAttachedInstance', bound);
    for (const name of await existingKeyPairs(context, names)) {
      await removeTags(context, keyPairTags, name);
      await removeKeyPair(context, name);
      await returnQuota(context, 'key-pairs', 1);
    }
    return {};
  },
});
