import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about key pairs. */
export const keyPairRefusals = {
  'InvalidKeyPairName.Malformed': [
    400,
    'Specified Key Pair name is not valid: KeyPairName "{value}" is not 2 to 128 letters, digits, ":", "_", "." or "-", starting with a letter.',
  ],
  'InvalidKeyPairName.NotFound': [400, 'The specified KeyPairName "{name}" does not exist in our records.'],
  // Where instances are made, the documented status is another.
  'InvalidKeyPairName.NotFound.Launch': [
    404,
    'The specified parameter "KeyPairName" does not exist in our records: "{name}".',
    'InvalidKeyPairName.NotFound',
  ],
  'KeyPair.AlreadyExist': [400, 'The key pair already exist: "{name}".'],
  'InvalidPublicKeyBody.Malformed': [
    400,
    'The PublicKeyBody format is not supported: "{value}" is no RSA, DSA or ECDSA key in the form of OpenSSH.',
  ],
  'QuotaExceed.KeyPair': [403, 'The key pair quota exceeds: at most {limit} in a region.'],
  'InvalidKeyPairNames.ValueNotSupported': [
    400,
    'The specified parameter "KeyPairNames" is not valid: "{value}" is not a JSON list of names.',
  ],
  'InvalidInstanceIds.ValueNotSupported': [
    400,
    'The specified parameter InstanceIds is not valid: "{value}" is not a JSON list of instance ids.',
  ],
  InstanceKeyPairLimitExceeded: [403, 'The number of values of {name} exceeds the limit: {count}, at most {limit}.'],
  'InvalidParameter.KeypairAlreadyAttachedInstance': [
    400,
    'The specified parameter "KeyPairNames" attached to instances can not be deleted: "{keyPairName}" is bound to "{instanceId}".',
  ],
  'DependencyViolation.WindowsInstance': [403, 'The {what} is windows, cannot use ssh key pair to login.'],
} as const satisfies Record<string, RefusalEntry>;
