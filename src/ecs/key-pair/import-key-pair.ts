import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { checkTags } from '../tag/tags.ts';
import { makeKeyPair } from './making.ts';
import { parsePublicKey } from './public-key.ts';
import { keyPairName } from './rules.ts';

/**
 * Keeps the public key of a pair that was made elsewhere: RSA, DSA or ECDSA in the form of OpenSSH.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-importkeypair
 */
export const importKeyPair = operation('Ecs', 'ImportKeyPair', {
  permits: ['keypair/*'],
  rules: { KeyPairName: keyPairName, Tag: (tags) => checkTags(tags) },

  async execute(parameters, context) {
    const publicKey = parsePublicKey(parameters.PublicKeyBody);
    if (publicKey === undefined) {
      return refuse('InvalidPublicKeyBody.Malformed', { value: parameters.PublicKeyBody });
    }
    const made = await makeKeyPair(context, parameters, publicKey);
    if (isRefusal(made)) return made;
    return { KeyPairName: made.keyPairName, KeyPairFingerPrint: made.keyPairFingerPrint };
  },
});
