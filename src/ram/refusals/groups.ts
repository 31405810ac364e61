import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about groups and who is in them. */
export const groupRefusals = {
  'InvalidParameter.GroupName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.GroupName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" must be letters, digits, ".", "-" and "_".',
  ],
  'InvalidParameter.NewGroupName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.NewGroupName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" must be letters, digits, ".", "-" and "_".',
  ],
  'EntityNotExist.Group': [404, 'The group does not exist: "{groupName}".'],
  'EntityAlreadyExists.Group': [409, 'The group already exists: one has the GroupName "{groupName}".'],
  'LimitExceeded.Group': [409, 'The count of groups is beyond the limit: an account can have {limit}.'],
  'DeleteConflict.Group.User': [409, 'The group "{groupName}" cannot be deleted: the user "{held}" is in it.'],
  'DeleteConflict.Group.Policy': [
    409,
    'The group "{groupName}" cannot be deleted: the policy "{held}" is attached to it.',
  ],
  'EntityNotExist.User.Group': [404, 'The user "{userName}" is not in the group "{groupName}".'],
  'EntityAlreadyExists.User.Group': [409, 'The user "{userName}" is in the group "{groupName}" already.'],
  'LimitExceeded.User.Group': [
    409,
    'The count of groups of a user is beyond the limit: "{userName}" can be in {limit}.',
  ],
} as const satisfies Record<string, RefusalEntry>;
