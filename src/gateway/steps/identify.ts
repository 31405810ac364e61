import { findContract, findProductName } from '../../contracts/load.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { known } from '../exchange.ts';
import { requireOperation } from '../protocol/mode.ts';
import { refuse, shown } from '../protocol/refusals.ts';
import type { Step } from '../step.ts';

/** Version and action name the operation. Unknown, and known but not implemented, are different answers. */
export const identify: Step = (exchange, { operations }) => {
  const wanted = requireOperation(known(exchange, 'common'));
  if (isRefusal(wanted)) return wanted;
  const { action, version } = wanted;
  const product = findProductName(version);
  if (product === undefined) return refuse('InvalidVersion', { version: shown(version) });
  exchange.action = action;
  exchange.version = version;
  const contract = findContract(version, action);
  if (contract === undefined) return refuse('InvalidAction.NotFound', { action: shown(action), version });
  const operation = operations.get(product)?.get(action);
  if (operation === undefined) return refuse('InvalidAction.NotImplemented', { action, version });
  exchange.contract = contract;
  exchange.operation = operation;
  return undefined;
};
