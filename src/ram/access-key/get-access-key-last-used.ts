import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import { refuse } from '../refusals.ts';
import { userName } from '../rules.ts';
import { findKey } from './access-key.table.ts';
import { keyOwner } from './key-owner.ts';

/**
 * Tells when an access key was last used, to within the time in which uses are noted once; empty when never.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getaccesskeylastused
 */
export const getAccessKeyLastUsed = operation('Ram', 'GetAccessKeyLastUsed', {
  required: ['UserAccessKeyId'],
  permits: ['user/{UserName|caller}'],
  rules: { UserName: userName },

  async execute({ UserName: name, UserAccessKeyId: accessKeyId = '' }, context) {
    const { tx, accountId } = context;
    const owner = await keyOwner(context, name);
    if (isRefusal(owner)) return owner;
    const key = await findKey({ tx, accountId, userName: owner.userName }, accessKeyId);
    if (key === undefined) return refuse('EntityNotExist.User.AccessKey', { owner: owner.shown, accessKeyId });
    return { AccessKeyLastUsed: { LastUsedDate: key.lastUsedAtMs === 0 ? '' : utcSeconds(key.lastUsedAtMs) } };
  },
});
