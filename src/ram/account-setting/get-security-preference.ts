import { operation } from '../../operation/operation.ts';
import { describedPreference, securityPreferenceOf } from './security-preference.ts';

/**
 * Tells what the account leaves to its users and how they log on.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getsecuritypreference
 */
export const getSecurityPreference = operation('Ram', 'GetSecurityPreference', {
  permits: ['*'],

  async execute(_parameters, { tx, accountId }) {
    return { SecurityPreference: describedPreference(await securityPreferenceOf(tx, accountId)) };
  },
});
