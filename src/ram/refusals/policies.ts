import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about roles, policies, their versions and attachments, and tags. */
export const policyRefusals = {
  'InvalidParameter.RoleName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.RoleName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" must be letters, digits, "." and "-".',
  ],
  'InvalidParameter.Description.Length': [
    400,
    'The parameter {name} is not valid: it has {length} characters, at most {longest}.',
  ],
  'InvalidParameter.AssumeRolePolicyDocument.Length': [
    400,
    'The parameter AssumeRolePolicyDocument is not valid: it has {length} characters, at most {longest}.',
  ],
  'InvalidParameter.NewAssumeRolePolicyDocument.Length': [
    400,
    'The parameter NewAssumeRolePolicyDocument is not valid: it has {length} characters, at most {longest}.',
  ],
  'InvalidParameter.MaxSessionDuration': [
    400,
    'The parameter {name} is not valid: {value} is not a whole number of seconds from {shortest} to {longest}.',
  ],
  MalformedPolicyDocument: [400, 'The parameter {name} is not a valid policy: {reason}.'],
  'EntityNotExist.Role': [404, 'The role does not exist: "{roleName}".'],
  'EntityAlreadyExists.Role': [409, 'The role already exists: one has the RoleName "{roleName}".'],
  'DeleteConflict.Role.Policy': [409, 'The role cannot be deleted: "{policyName}" is attached to "{roleName}".'],
  'LimitExceeded.Role': [409, 'The count of roles is beyond the limit: an account can have {limit}.'],

  'InvalidParameter.PolicyName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.PolicyName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" must be letters, digits and "-".',
  ],
  'InvalidParameter.PolicyType': [
    400,
    'The parameter PolicyType is not valid: "{value}" is neither System nor Custom.',
  ],
  'InvalidParameter.PolicyDocument.Length': [
    400,
    'The parameter PolicyDocument is not valid: it has {length} characters, at most {longest}.',
  ],
  'InvalidParameter.VersionId.Format': [
    400,
    'The parameter VersionId is not valid: "{value}" is not "v" and a number, such as v2.',
  ],
  'InvalidParameter.RotateStrategy': [
    400,
    'The parameter RotateStrategy is not valid: "{value}" is neither None nor DeleteOldestNonDefaultVersionWhenLimitExceeded.',
  ],
  'EntityNotExist.Policy': [404, 'The policy does not exist: there is no {policyType} policy "{policyName}".'],
  'EntityNotExist.Policy.Version': [
    404,
    'The policy version does not exist: the policy "{policyName}" has no version "{versionId}".',
  ],
  'EntityAlreadyExists.Policy': [409, 'The policy already exists: one has the PolicyName "{policyName}".'],
  'LimitExceeded.Policy': [409, 'The count of policies is beyond the limit: an account can have {limit} of its own.'],
  'LimitExceeded.Policy.Version': [
    409,
    'The count of policy versions is beyond the limit: the policy "{policyName}" has {limit} already.',
  ],
  'DeleteConflict.Policy.User': [409, 'The policy "{policyName}" cannot be deleted: it is attached to a user.'],
  'DeleteConflict.Policy.Group': [409, 'The policy "{policyName}" cannot be deleted: it is attached to a group.'],
  'DeleteConflict.Policy.Role': [409, 'The policy "{policyName}" cannot be deleted: it is attached to a role.'],
  'DeleteConflict.Policy.Version': [
    409,
    'The policy "{policyName}" cannot be deleted: it has the version "{versionId}" beside the default one.',
  ],
  'DeleteConflict.Policy.Version.Default': [
    409,
    'The policy version cannot be deleted: "{versionId}" is the default version of "{policyName}".',
  ],

  'EntityAlreadyExists.User.Policy': [
    409,
    'The policy is attached already: the {policyType} policy "{policyName}" to the user "{name}".',
  ],
  'EntityAlreadyExists.Group.Policy': [
    409,
    'The policy is attached already: the {policyType} policy "{policyName}" to the group "{name}".',
  ],
  'EntityAlreadyExists.Role.Policy': [
    409,
    'The policy is attached already: the {policyType} policy "{policyName}" to the role "{name}".',
  ],
  'EntityNotExist.User.Policy': [
    404,
    'The policy is not attached: the {policyType} policy "{policyName}" to the user "{name}".',
  ],
  'EntityNotExist.Group.Policy': [
    404,
    'The policy is not attached: the {policyType} policy "{policyName}" to the group "{name}".',
  ],
  'EntityNotExist.Role.Policy': [
    404,
    'The policy is not attached: the {policyType} policy "{policyName}" to the role "{name}".',
  ],
  'LimitExceeded.User.Policy': [
    409,
    'The count of attached policies is beyond the limit: a user can have {limit} {policyType} policies.',
  ],
  'LimitExceeded.Group.Policy': [
    409,
    'The count of attached policies is beyond the limit: a group can have {limit} {policyType} policies.',
  ],
  'LimitExceeded.Role.Policy': [
    409,
    'The count of attached policies is beyond the limit: a role can have {limit} {policyType} policies.',
  ],
  'InvalidParameter.ResourceGroupId': [
    400,
    'The parameter ResourceGroupId is not valid: a policy cannot be attached for one resource group only, as "{id}".',
  ],

  'InvalidParameter.ResourceType': [400, 'The ResourceType is not valid: "{value}" is neither role nor policy.'],
  'InvalidParameter.ResourceNames': [400, 'The ResourceNames are not valid: {reason}.'],
  'InvalidParameter.Tag': [400, 'The Tag is not valid: it is no list of objects with Key and Value.'],
  'InvalidParameter.TagKeys': [400, 'The TagKeys are not valid: {reason}.'],
  'InvalidParameter.TagKey': [400, 'The tag key is not valid: {name} "{key}".'],
  'InvalidParameter.TagValue': [400, 'The tag value is not valid: {name} "{value}".'],
  'Duplicate.TagKey': [400, 'The Tag has the key "{key}" more than once.'],
  'NumberExceed.Tags': [400, 'There are too many tags: {count} given, at most {limit}.'],
  'QuotaExceed.TagsPerResource': [403, 'There are too many tags: {type} "{id}" would have {count}, at most {limit}.'],
  'MissingParameter.TagKeysOrDeleteAll': [400, 'Neither TagKeys nor All is given.'],
} as const satisfies Record<string, RefusalEntry>;
