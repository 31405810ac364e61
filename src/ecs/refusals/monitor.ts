import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about monitoring data. */
export const monitorRefusals = {
  'InvalidStartTime.Malformed': [
    403,
    'The specified parameter "StartTime" is not valid: "{value}" has not the form yyyy-MM-ddTHH:mm:ssZ.',
  ],
  'InvalidEndTime.Malformed': [
    403,
    'The specified parameter "EndTime" is not valid: "{value}" has not the form yyyy-MM-ddTHH:mm:ssZ.',
  ],
  'InvalidPeriod.ValueNotSupported': [
    403,
    'The specified parameter "Period" is not valid: "{value}" is not 60, 600 or 3600.',
  ],
  'InvalidParameter.EndTime': [403, 'The specified EndTime "{end}" is before the StartTime "{start}".'],
  'InvalidStartTime.TooEarly': [403, 'The specified StartTime "{value}" is more than 30 days ago.'],
  'InvalidParameter.TooManyDataQueried': [
    403,
    'Too many data queried: {points} points of time between StartTime and EndTime, at most {limit}.',
  ],
  // Not 404 in this operation.
  'InvalidEniId.NotFound.Monitor': [400, 'The specified ENI ID "{id}" does not exist.', 'InvalidEniId.NotFound'],
  'InvalidParam.Malformed.Monitor': [
    400,
    'The specified parameter "EniId" and "InstanceId" are not valid: "{id}" is attached to another instance than "{instanceId}".',
    'InvalidParam.Malformed',
  ],
} as const satisfies Record<string, RefusalEntry>;
