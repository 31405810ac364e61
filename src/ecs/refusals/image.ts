import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about images. Those about values are documented with 404, which clients take for "gone". */
export const imageRefusals = {
  'InvalidImageOwnerAlias.ValueNotSupported': [
    400,
    'The specified ImageOwnerAlias value is not supported: "{value}" is not one of {allowed}.',
  ],
  InvalidArchitecture: [400, 'The specified Architecture is not valid: "{value}" is not one of {allowed}.'],
  InvalidOSType: [400, 'The specified OSType is not valid: "{value}" is not linux or windows.'],
  'InvalidUsage.Image': [400, 'The specified Usage is not valid: "{value}" is not instance or none.', 'InvalidUsage'],
} as const satisfies Record<string, RefusalEntry>;
