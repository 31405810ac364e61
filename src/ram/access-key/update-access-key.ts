import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { userName } from '../rules.ts';
import { saveKeyActive } from './access-key.table.ts';
import { keyOwner } from './key-owner.ts';

/**
 * Activates or deactivates an access key of a RAM user, or of whoever calls; it counts from the next call on.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-updateaccesskey
 */
export const updateAccessKey = operation('Ram', 'UpdateAccessKey', {
  required: ['UserAccessKeyId', 'Status'],
  permits: ['user/{UserName|caller}'],
  rules: {
    UserName: userName,
    Status: (value, name) =>
      value === 'Active' || value === 'Inactive' ? undefined : refuse('InvalidParameter', { name, value }),
  },

  async execute({ UserName: name, UserAccessKeyId: accessKeyId = '', Status: status }, context) {
    const { tx, accountId } = context;
    const owner = await keyOwner(context, name);
    if (isRefusal(owner)) return owner;
    const scope = { tx, accountId, userName: owner.userName };
    const saved = await saveKeyActive(scope, accessKeyId, status === 'Active' ? 1 : 0);
    return saved ? {} : refuse('EntityNotExist.User.AccessKey', { owner: owner.shown, accessKeyId });
  },
});
