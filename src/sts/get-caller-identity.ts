import { callerArn } from '../operation/caller-arn.ts';
import { operation } from '../operation/operation.ts';

/**
 * Tells whom the access key stands for; every identity may ask.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-getcalleridentity
 */
export const getCallerIdentity = operation('Sts', 'GetCallerIdentity', {
  everyIdentity: true,

  async execute(_parameters, { caller }) {
    const { accountId, userId, userName, roleId, sessionName } = caller;
    const common = { AccountId: accountId, Arn: callerArn(caller) };
    if (roleId !== '') {
      return { ...common, IdentityType: 'AssumedRoleUser', RoleId: roleId, PrincipalId: `${roleId}:${sessionName}` };
    }
    const identityType = userName === '' ? 'Account' : 'RAMUser';
    return { ...common, IdentityType: identityType, UserId: userId, PrincipalId: userId };
  },
});
