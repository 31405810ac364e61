import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { accountOfAlias, saveSetting } from './setting.table.ts';

const shortest = 3;
const longest = 63;

/**
 * Sets the account's alias, which no other account has, in place of the one it had.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-setaccountalias
 */
export const setAccountAlias = operation('Ram', 'SetAccountAlias', {
  required: ['AccountAlias'],
  permits: ['*'],
  rules: {
    AccountAlias(value) {
      if (value.length < shortest || value.length > longest) {
        return refuse('InvalidParameter.AccountAlias.Length', { value, shortest, longest });
      }
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
        ? undefined
        : refuse('InvalidParameter.AccountAlias.Format', { value });
    },
  },

  async execute({ AccountAlias: alias = '' }, { tx, accountId }) {
    const owner = await accountOfAlias(tx, alias);
    if (owner !== undefined && owner !== accountId) return refuse('EntityAlreadyExists.AccountAlias', { alias });
    await saveSetting(tx, accountId, 'AccountAlias', alias);
    return {};
  },
});
