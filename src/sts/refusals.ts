import { refusalsOf } from '../operation/refusal.ts';

/**
 * Makes the refusals of the STS operations.
 * @see https://api.aliyun.com/document/Sts/2015-04-01/errorCode
 */
export const refuse = refusalsOf({
  'InvalidParameter.RoleArn': [
    400,
    'The parameter RoleArn is wrongly formed: "{value}" is not of the form acs:ram::ACCOUNT:role/NAME.',
  ],
  'InvalidParameter.RoleSessionName': [
    400,
    'The parameter RoleSessionName is wrongly formed: "{value}" must be 2 to 64 letters, digits, ".", "@", "-" and "_".',
  ],
  'InvalidParameter.DurationSeconds': [
    400,
    'The DurationSeconds is invalid: {value} is not a whole number from {shortest} to {longest}.',
  ],
  'InvalidParameter.PolicyGrammar': [400, 'The parameter Policy has not passed grammar check: {reason}.'],
  'InvalidParameter.PolicySize': [400, 'The size of Policy must not be beyond {longest} characters: it has {length}.'],
  'InvalidParameter.ExternalId': [
    400,
    'The parameter ExternalId is wrongly formed: "{value}" must be 2 to 1224 letters, digits and "=,.@:/-_+".',
  ],
  'InvalidParameter.SourceIdentity': [
    400,
    'The parameter SourceIdentity is wrongly formed: "{value}" must be 2 to 64 letters, digits and "=,.@-_".',
  ],
  NoPermission: [403, 'You are not authorized to do this action. The role "{roleArn}" does not trust {caller}.'],
  'EntityNotExist.Role': [404, 'The specified role does not exist: "{roleArn}".'],

  'AuthenticationFail.NoPermission': [401, 'There is no permission: {reason}.'],
  'AuthenticationFail.OIDCToken.Invalid': [401, 'The OIDCToken is invalid: {reason}.'],
  'AuthenticationFail.OIDCToken.Expired': [401, 'This JsonWebToken is expired: since {expiration}.'],
});
