import { refuse } from '../../access/refusals.ts';
import { known } from '../exchange.ts';
import type { Step } from '../step.ts';

/** The account's root may everything; a RAM user may what a policy allows, and none can be attached yet. */
export const authorize: Step = (exchange) => {
  const { key } = known(exchange, 'identity');
  const operation = known(exchange, 'operation');
  if (key.userName === '' || operation.everyIdentity) return undefined;
  return refuse('Forbidden.RAM', {
    userName: key.userName,
    action: `${operation.product.toLowerCase()}:${operation.action}`,
  });
};
