import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { keysOf } from './access-key.table.ts';
import { describedKey } from './access-key.ts';
import { keyOwner } from './key-owner.ts';

/**
 * Lists the access keys of a RAM user, or of whoever calls, without their secrets.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listaccesskeys
 */
export const listAccessKeys = operation('Ram', 'ListAccessKeys', {
  permits: ['user/{UserName|caller}'],
  rules: { UserName: userName },

  async execute({ UserName: name }, context) {
    const owner = await keyOwner(context, name);
    if (isRefusal(owner)) return owner;
    const { tx, accountId } = context;
    const keys = await keysOf({ tx, accountId, userName: owner.userName });
    return { AccessKeys: { AccessKey: keys.map(describedKey) } };
  },
});
