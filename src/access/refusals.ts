import { refusalsOf } from '../operation/refusal.ts';

/** Refusals that concern who calls, whatever the operation. */
export const refuse = refusalsOf({
  'InvalidUserType.NotSupported': [403, 'The type of the account "{accountId}" is not supported for this operation.'],
  'Abs.InvalidAccount.NotFound': [403, 'The Account is not found or ak is expired: "{accountId}".'],
  'Forbidden.NotSupportRAM': [403, 'This action does not support accessed by RAM mode: the caller is {principal}.'],
  // Spelt as the tables of the operations about IPv6 addresses spell it.
  'Forbedden.NotSupportRAM': [403, 'This action does not support accessed by RAM mode: the caller is {principal}.'],
  'Forbidden.RAM': [403, '{principal} is not authorized to perform "{action}" on "{resource}": {reason}.'],
  'Forbidden.SubUser': [403, '{principal} is not authorized to perform "{action}" on "{resource}": {reason}.'],
  // Spelt as the tables of the operations about IPv6 addresses spell it.
  'Forbbiden.SubUser': [403, '{principal} is not authorized to perform "{action}" on "{resource}": {reason}.'],
  NoPermission: [403, '{principal} is not authorized to perform "{action}" on "{resource}": {reason}.'],
});
