import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { userName } from '../rules.ts';
import { removeKey } from './access-key.table.ts';
import { keyOwner } from './key-owner.ts';

/**
 * Deletes an access key of a RAM user, or of whoever calls; the next call with it is refused.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-deleteaccesskey
 */
export const deleteAccessKey = operation('Ram', 'DeleteAccessKey', {
  required: ['UserAccessKeyId'],
  permits: ['user/{UserName|caller}'],
  rules: { UserName: userName },

  async execute({ UserName: name, UserAccessKeyId: accessKeyId = '' }, context) {
    const { tx, accountId } = context;
    const owner = await keyOwner(context, name);
    if (isRefusal(owner)) return owner;
    const removed = await removeKey({ tx, accountId, userName: owner.userName }, accessKeyId);
    return removed ? {} : refuse('EntityNotExist.User.AccessKey', { owner: owner.shown, accessKeyId });
  },
});
