import { operation } from '../operation/operation.ts';
import { ramUserId } from './ram-user-id.ts';

/**
 * Tells whom the access key stands for; every identity may ask.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-getcalleridentity
 */
export const getCallerIdentity = operation('Sts', 'GetCallerIdentity', {
  everyIdentity: true,

  async execute(_parameters, { caller: { accountId, userName } }) {
    const isRoot = userName === '';
    const id = isRoot ? accountId : ramUserId(accountId, userName);
    return {
      IdentityType: isRoot ? 'Account' : 'RAMUser',
      AccountId: accountId,
      UserId: id,
      PrincipalId: id,
      Arn: `acs:ram::${accountId}:${isRoot ? 'root' : `user/${userName}`}`,
    };
  },
});
