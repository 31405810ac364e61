import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { checkTags } from '../tag/tags.ts';
import { generateKey } from './generated-key.ts';
import { makeKeyPair } from './making.ts';
import { keyPairName } from './rules.ts';

/**
 * Makes an RSA key pair of 2048 bits. Its private key is in the answer, PEM, and nowhere else.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createkeypair
 */
export const createKeyPair = operation('Ecs', 'CreateKeyPair', {
  permits: ['keypair/*'],
  rules: { KeyPairName: keyPairName, Tag: (tags) => checkTags(tags) },
  prepare: generateKey,

  async execute(parameters, context, { publicKey, privateKey }) {
    const made = await makeKeyPair(context, parameters, publicKey);
    if (isRefusal(made)) return made;
    return {
      KeyPairId: made.keyPairId,
      KeyPairName: made.keyPairName,
      KeyPairFingerPrint: made.keyPairFingerPrint,
      PrivateKeyBody: privateKey,
    };
  },
});
