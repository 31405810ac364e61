import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { userName } from '../rules.ts';
import { insertKey, keysOf } from './access-key.table.ts';
import { describedKey, newAccessKeyId, newAccessKeySecret } from './access-key.ts';
import { keyOwner } from './key-owner.ts';

/**
 * Creates an access key for a RAM user, or for whoever calls; it works at once. This is the only answer with its secret.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createaccesskey
 */
export const createAccessKey = operation('Ram', 'CreateAccessKey', {
  permits: ['user/{UserName|caller}'],
  rules: { UserName: userName },

  async execute({ UserName: name }, context) {
    const { tx, accountId, random, nowMs: createdAtMs } = context;
    const owner = await keyOwner(context, name);
    if (isRefusal(owner)) return owner;
    const scope = { tx, accountId, userName: owner.userName };
    if ((await keysOf(scope)).length >= owner.limit) {
      return refuse('LimitExceeded.User.AccessKey', { owner: owner.shown, limit: owner.limit });
    }
    const accessKeyId = newAccessKeyId(random);
    const accessKeySecret = newAccessKeySecret(random);
    await insertKey(scope, { accessKeyId, accessKeySecret, createdAtMs });
    const key = { accessKeyId, active: 1, createdAtMs, lastUsedAtMs: 0 } as const;
    return { AccessKey: { ...describedKey(key), AccessKeySecret: accessKeySecret } };
  },
});
