import { refusalsOf } from '../operation/refusal.ts';
import { credentialRefusals } from './refusals/credentials.ts';
import { groupRefusals } from './refusals/groups.ts';
import { policyRefusals } from './refusals/policies.ts';
import { userRefusals } from './refusals/users.ts';

/**
 * Makes the refusals of the RAM operations. RAM answers 404 for what is absent, 409 for what is in the way, and names in
 * the code what it is about: `EntityNotExist.User.AccessKey`.
 * @see https://api.aliyun.com/document/Ram/2015-05-01/errorCode
 */
export const refuse = refusalsOf({
  ...userRefusals,
  ...groupRefusals,
  ...credentialRefusals,
  ...policyRefusals,
});
