import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about what can be bought. Those about values are documented with 404, which clients take for "gone". */
export const stockRefusals = {
  'Invalid.DestinationResource': [400, 'The specified DestinationResource "{value}" is not one of {allowed}.'],
  'Invalid.IoOptimized': [400, 'The specified IoOptimized "{value}" is not none or optimized.'],
  'Invalid.NetworkCategory': [400, 'The specified NetworkCategory "{value}" is not vpc or classic.'],
  'Invalid.ResourceType': [400, 'The specified ResourceType "{value}" is not one of {allowed}.'],
  'Invalid.SpotStrategy': [400, 'The specified SpotStrategy "{value}" is not one of {allowed}.'],
  'Invalid.InstanceChargeType': [400, 'The specified InstanceChargeType "{value}" is not PrePaid or PostPaid.'],
  'Invalid.Param': [
    400,
    'The input parameter "{name}" that is mandatory for the DestinationResource "{destination}" is not supplied.',
  ],
  'InvalidParam.Cores': [403, 'The parameter "Cores" is only for the DestinationResource InstanceType: "{value}".'],
  'InvalidParam.Memory': [403, 'The parameter "Memory" is only for the DestinationResource InstanceType: "{value}".'],
  'InvalidParam.TypeAndCpuMem.Conflict': [
    403,
    'The parameter "InstanceType", "{instanceType}", cannot be given together with "Cores" or "Memory".',
  ],
  'InvalidDedicatedHostId.NotFound': [403, 'The specified DedicatedHostId "{id}" does not exist.'],
  // The code of DescribeResourcesModification for an instance that is not there.
  'InvalidResourceId.NotFound.Modification': [
    404,
    'The specified ResourceId "{id}" is not an instance of the region.',
    'InvalidResourceId.NotFound',
  ],
} as const satisfies Record<string, RefusalEntry>;
