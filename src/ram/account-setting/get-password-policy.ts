import { operation } from '../../operation/operation.ts';
import { passwordPolicyOf } from './password-policy.ts';

/**
 * Tells what the account demands of its users' passwords.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getpasswordpolicy
 */
export const getPasswordPolicy = operation('Ram', 'GetPasswordPolicy', {
  permits: ['*'],

  async execute(_parameters, { tx, accountId }) {
    return { PasswordPolicy: await passwordPolicyOf(tx, accountId) };
  },
});
