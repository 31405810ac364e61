import type { RefusalEntry } from '../../operation/refusal.ts';

const length = [400, 'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.'] as const;
const nameChars = [
  400,
  'The parameter {name} is not valid: "{value}" must be letters, digits, ".", "-" and "_".',
] as const;
const displayNameChars = [400, 'The parameter {name} is not valid: "{value}" has control characters.'] as const;
const mobilePhone = [
  400,
  'The parameter {name} is not valid: "{value}" is not a dialling code, "-" and a number, such as 86-18600008888.',
] as const;
const email = [400, 'The parameter {name} is not valid: "{value}" is not an email address.'] as const;

/** Refusals about users and their access keys, and those that every RAM operation knows. */
export const userRefusals = {
  InvalidParameter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
  MissingParameter: [400, 'The parameter {name} must be given by {caller}, who is no user.'],
  NoPermission: [403, 'You are not authorized to do this action: {reason}.'],
  'InvalidParameter.MaxItems': [
    400,
    'The parameter MaxItems is not valid: {value} is not a whole number from 1 to {longest}.',
    'InvalidParameter',
  ],
  'InvalidParameter.Marker': [
    400,
    'The parameter Marker is not valid: "{value}" is none that an answer gave.',
    'InvalidParameter',
  ],

  'InvalidParameter.UserName.Length': length,
  'InvalidParameter.UserName.InvalidChars': nameChars,
  'InvalidParameter.NewUserName.Length': length,
  'InvalidParameter.NewUserName.InvalidChars': nameChars,
  'InvalidParameter.DisplayName.Length': length,
  'InvalidParameter.DisplayName.InvalidChars': displayNameChars,
  'InvalidParameter.NewDisplayName.Length': length,
  'InvalidParameter.NewDisplayName.InvalidChars': displayNameChars,
  'InvalidParameter.MobilePhone.Format': mobilePhone,
  'InvalidParameter.NewMobilePhone.Format': mobilePhone,
  'InvalidParameter.Email.Format': email,
  'InvalidParameter.NewEmail.Format': email,
  'InvalidParameter.Comments.Length': length,
  'InvalidParameter.NewComments.Length': length,
  'EntityNotExist.User': [404, 'The user does not exist: "{userName}".'],
  'EntityAlreadyExists.User': [409, 'The user already exists: one has the UserName "{userName}".'],
  'LimitExceeded.User': [409, 'The count of users is beyond the limit: an account can have {limit}.'],
  'DeleteConflict.User.Group': [409, 'The user "{userName}" cannot be deleted: it is in the group "{held}".'],
  'DeleteConflict.User.AccessKey': [409, 'The user "{userName}" cannot be deleted: it has the access key "{held}".'],
  'DeleteConflict.User.LoginProfile': [409, 'The user "{userName}" cannot be deleted: it has a login profile.'],
  'DeleteConflict.User.MFADevice': [409, 'The user "{userName}" cannot be deleted: it has the MFA device "{held}".'],
  'DeleteConflict.User.Policy': [
    409,
    'The user "{userName}" cannot be deleted: the policy "{held}" is attached to it.',
  ],

  'EntityNotExist.User.AccessKey': [404, 'The access key does not exist: {owner} has none "{accessKeyId}".'],
  'LimitExceeded.User.AccessKey': [409, 'The count of access keys is beyond the limit: {owner} can have {limit}.'],
} as const satisfies Record<string, RefusalEntry>;
