import { refusalsOf } from '../operation/refusal.ts';

/**
 * Every refusal of Location. The SDKs for Python and Java compare code and message with these texts, word for word, to
 * tell a region or a service that does not exist from a failure: nothing can be added to them.
 */
export const refuse = refusalsOf({
  InvalidRegionId: [404, 'The specified region does not exist.'],
  'Illegal Parameter': [400, 'Please check the parameters'],
});
