import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about users, and those that every RAM operation knows. */
export const userRefusals = {
  InvalidParameter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
  'InvalidParameter.MaxItems': [
    400,
    'The parameter MaxItems is not valid: {value} is not a whole number from 1 to {longest}.',
  ],
  'InvalidParameter.Marker': [400, 'The parameter Marker is not valid: "{value}" is none that an answer gave.'],
  'InvalidParameter.UserName.Length': [
    400,
    'The parameter {name} is not valid: "{value}" must have 1 to {longest} characters.',
  ],
  'InvalidParameter.UserName.InvalidChars': [
    400,
    'The parameter {name} is not valid: "{value}" must be letters, digits, ".", "-" and "_".',
  ],
  'EntityNotExist.User': [404, 'The user does not exist: "{userName}".'],
  'EntityAlreadyExists.User': [409, 'The user already exists: one has the UserName "{userName}".'],
} as const satisfies Record<string, RefusalEntry>;
