import { refusalsOf } from '../operation/refusal.ts';

/** Refusals that concern who calls, whatever the operation. */
export const refuse = refusalsOf({
  'InvalidUserType.NotSupported': [403, 'The type of the account "{accountId}" is not supported for this operation.'],
  'Abs.InvalidAccount.NotFound': [403, 'The Account is not found or ak is expired: "{accountId}".'],
  'Forbidden.NotSupportRAM': [403, 'This action does not support accessed by RAM mode: the caller is "{userName}".'],
  // Spelt as the tables of the operations about IPv6 addresses spell it.
  'Forbedden.NotSupportRAM': [403, 'This action does not support accessed by RAM mode: the caller is "{userName}".'],
  'Forbidden.RAM': [403, 'The RAM user "{userName}" is not authorized to perform "{action}": no policy allows it.'],
});
