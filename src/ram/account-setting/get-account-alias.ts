import { operation } from '../../operation/operation.ts';
import { readSetting } from './setting.table.ts';

/**
 * Tells the account's alias; empty when it has none.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getaccountalias
 */
export const getAccountAlias = operation('Ram', 'GetAccountAlias', {
  permits: ['*'],

  async execute(_parameters, { tx, accountId }) {
    return { AccountAlias: (await readSetting<string>(tx, accountId, 'AccountAlias')) ?? '' };
  },
});
