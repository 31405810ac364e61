import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about users and their access keys, and those that every RAM operation knows. */
export const userRefusals = {
  InvalidParameter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
  MissingParameter: [400, 'The parameter {name} must be given by {caller}, who is no user.'],
  'EntityNotExist.DiagnosticMessage': [
    404,
    'The diagnostic message cannot be found: the EncodedDiagnosticMessage is none that this account was answered.',
    'EntityNotExist',
  ],
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

  'InvalidParameter.UserName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.UserName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" must be letters, digits, ".", "-" and "_".',
  ],
  'InvalidParameter.NewUserName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.NewUserName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" must be letters, digits, ".", "-" and "_".',
  ],
  'InvalidParameter.DisplayName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.DisplayName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" has control characters.',
  ],
  'InvalidParameter.NewDisplayName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.NewDisplayName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" has control characters.',
  ],
  'InvalidParameter.MobilePhone.Format': [
    400,
    'The parameter {name} is not valid: "{value}" is not a dialling code, "-" and a number, such as 86-18600008888.',
  ],
  'InvalidParameter.NewMobilePhone.Format': [
    400,
    'The parameter {name} is not valid: "{value}" is not a dialling code, "-" and a number, such as 86-18600008888.',
  ],
  'InvalidParameter.Email.Format': [400, 'The parameter {name} is not valid: "{value}" is not an email address.'],
  'InvalidParameter.NewEmail.Format': [400, 'The parameter {name} is not valid: "{value}" is not an email address.'],
  'InvalidParameter.Comments.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.NewComments.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
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
