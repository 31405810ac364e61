import type { RefusalEntry } from '../operation/refusal.ts';

/** What any operation of the real service can be refused with although nothing is wrong with the call. */
export const passingRefusals = {
  Throttling: [400, 'The request was denied because the rate limit of "{action}" is exceeded. Try again later.'],
  'Throttling.User': [
    400,
    'The request was denied because the rate limit of the account is exceeded. Try again later.',
  ],
  'Throttling.Api': [
    400,
    'The request was denied because the rate limit of the operation is exceeded. Try again later.',
  ],
  OperationConflict: [409, 'The request was denied because another operation on the same resource is under way.'],
  SystemBusy: [400, 'The system is busy. Try again later.'],
  LastTokenProcessing: [403, 'The last request with the same ClientToken is still being processed.'],
  InternalError: [500, 'The request failed because of an error of the server.'],
  ServiceUnavailable: [503, 'The server cannot take the request now. Try again later.'],
} as const satisfies Record<string, RefusalEntry>;
