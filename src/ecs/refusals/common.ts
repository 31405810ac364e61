import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about any ECS operation. */
export const commonRefusals = {
  InvalidParameter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
  MissingParameter: [
    400,
    'The input parameter "{name}" that is mandatory for processing this request is not supplied.',
  ],
  'InvalidParameter.Conflict': [400, 'The parameters "{first}" and "{second}" cannot be given together.'],
  'InvalidOperation.VpcMismatch': [403, 'The specified {first} and {second} are not in the same VPC.'],
  'InvalidResourceGroup.NotFound': [404, 'The ResourceGroup "{id}" provided does not exist in our records.'],
  'InvalidResourceGroup.Duplicate': [
    403,
    'The ResourceId provided has a ResourceGroup in our records: "{id}" is in "{groupId}" already.',
  ],
  // Documented with 403 for this operation, unlike elsewhere.
  'MissingParameter.JoinResourceGroup': [
    403,
    'The input parameter "{name}" that is mandatory for processing this request is not supplied.',
    'MissingParameter',
  ],
  'InvalidVpcId.NotFound': [404, 'The specified VpcId "{id}" does not exist.'],
  IncorrectVpcStatus: [400, 'The current status "{status}" of the VPC "{id}" does not support this operation.'],
  DryRunOperation: [400, 'Request validation has been passed with DryRun flag set.'],
  'InvalidDescription.Malformed': [
    400,
    'The specified parameter "Description" is not valid: "{value}". It has 2 to 256 characters and does not start with http:// or https://.',
  ],
  'InvalidParams.GroupType': [
    400,
    'The specified security group type is not valid: SecurityGroupType "{value}" is not normal or enterprise.',
  ],
  'InvalidNicType.ValueNotSupported': [
    400,
    'The specified NicType does not exist: "{value}" is not internet or intranet.',
  ],
} as const satisfies Record<string, RefusalEntry>;
