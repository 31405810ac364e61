import { operation } from '../../operation/operation.ts';
import { removeSetting } from './setting.table.ts';

/**
 * Takes the account's alias away, if it has one; another account can have it then.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-clearaccountalias
 */
export const clearAccountAlias = operation('Ram', 'ClearAccountAlias', {
  permits: ['*'],

  async execute(_parameters, { tx, accountId }) {
    await removeSetting(tx, accountId, 'AccountAlias');
    return {};
  },
});
