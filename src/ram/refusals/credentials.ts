import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about login profiles and passwords, MFA devices, and the settings of an account's RAM. */
export const credentialRefusals = {
  'EntityNotExist.User.LoginProfile': [404, 'The login profile does not exist: the user "{userName}" has none.'],
  'EntityAlreadyExists.User.LoginProfile': [409, 'The login profile already exists: the user "{userName}" has one.'],
  'InvalidParameter.Password.TooWeak': [
    400,
    'The parameter {name} does not comply with the password policy: {reason}.',
  ],
  'InvalidParameter.NewPassword.TooWeak': [
    400,
    'The parameter {name} does not comply with the password policy: {reason}.',
  ],
  'InvalidParameter.NewPassword.ReusePrevention': [
    400,
    'The parameter {name} does not comply with the password policy: it is one of the last {count} passwords.',
  ],
  'InvalidParameter.OldPassword.Incorrect': [400, 'The parameter OldPassword is not the password of "{userName}".'],
  'NotSupport.Account': [400, 'This action can only be called by a RAM user: the caller is {caller}.'],

  'InvalidParameter.VirtualMFADeviceName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.VirtualMFADeviceName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" must be letters, digits and "-".',
  ],
  'InvalidParameter.AuthenticationCode.Format': [400, 'The parameter {name} is not valid: "{value}" is not 6 digits.'],
  CheckAuthenticationCodeFail: [
    403,
    'The authentication codes are not two successive ones of the device "{serialNumber}" at this time.',
  ],
  'EntityNotExist.VirtualMFADevice': [404, 'The virtual MFA device does not exist: "{serialNumber}".'],
  'EntityNotExist.User.MFADevice': [404, 'The user "{userName}" has no MFA device.'],
  'EntityAlreadyExists.VirtualMFADevice': [409, 'The virtual MFA device already exists: "{serialNumber}".'],
  'EntityAlreadyExists.VirtualMFADevice.User': [
    409,
    'The virtual MFA device "{serialNumber}" is bound to the user "{userName}" already.',
  ],
  'EntityAlreadyExists.User.MFADevice': [409, 'The user "{userName}" has the MFA device "{serialNumber}" already.'],
  'DeleteConflict.VirtualMFADevice.User': [
    409,
    'The virtual MFA device "{serialNumber}" cannot be deleted: it is bound to the user "{userName}".',
  ],
  'LimitExceeded.VirtualMFADevice': [
    409,
    'The count of virtual MFA devices is beyond the limit: an account can have {limit}.',
  ],

  'InvalidParameter.AccountAlias.Length': [
    400,
    'The parameter AccountAlias is not valid: "{value}" must have {shortest} to {longest} characters.',
  ],
  'InvalidParameter.AccountAlias.Format': [
    400,
    'The parameter AccountAlias is not valid: "{value}" must be lower-case letters, digits and single hyphens between them.',
  ],
  'EntityAlreadyExists.AccountAlias': [409, 'The account alias already exists: another account is "{alias}".'],
  'InvalidParameter.MinimumPasswordLength.Range': [
    400,
    'The parameter MinimumPasswordLength is not valid: {value} is not a whole number from {least} to {most}.',
  ],
} as const satisfies Record<string, RefusalEntry>;
