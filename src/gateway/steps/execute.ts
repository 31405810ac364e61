import { isRefusal } from '../../operation/refusal.ts';
import { originOf } from '../condition-values.ts';
import { known } from '../exchange.ts';
import type { Step } from '../step.ts';

/** What changes under these may be known of a key already. */
const identityProducts: ReadonlySet<string> = new Set(['Ram', 'Sts']);

/** The engine runs the operation in one transaction. */
export const execute: Step = async (exchange, { engine, directory }) => {
  const { account, key } = known(exchange, 'identity');
  const operation = known(exchange, 'operation');
  const answer = await engine.execute({
    requestId: exchange.requestId,
    operation,
    parameters: known(exchange, 'input'),
    account,
    caller: key,
    regionId: known(exchange, 'regionId'),
    regionGiven: exchange.regionGiven === true,
    endpoint: exchange.request.headers.host ?? '',
    origin: originOf(exchange.request),
  });
  if (isRefusal(answer)) return answer;
  if (operation.changes && identityProducts.has(operation.product)) directory.forget();
  exchange.response = answer;
  return undefined;
};
