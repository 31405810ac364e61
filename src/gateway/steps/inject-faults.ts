import { setTimeout as pause } from 'node:timers/promises';
import { refusalOf } from '../../faults/refusal-of.ts';
import type { RequestFault } from '../../faults/request-fault.ts';
import type { RequestFaults } from '../../faults/request-faults.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { type Exchange, known } from '../exchange.ts';
import { refuse } from '../protocol/refusals.ts';
import type { Step } from '../step.ts';

/** What the operator wants to go wrong with requests that would be carried out. */
export const injectFaults: Step = (exchange, { faults }) => {
  if (faults === undefined || faults.isEmpty) return undefined;
  return meet(exchange, faults);
};

async function meet(exchange: Exchange, faults: RequestFaults): Promise<Refusal | undefined> {
  const { product, action } = known(exchange, 'operation');
  const { account, key } = known(exchange, 'identity');
  const { delayMs, fault } = faults.meet({
    product,
    action,
    accountId: account.accountId,
    regionId: known(exchange, 'regionId'),
    caller: key,
    parameters: known(exchange, 'parameters').all,
  });
  if (delayMs > 0) await pause(delayMs, undefined, { ref: false });
  return fault === undefined ? undefined : strike(exchange, fault);
}

function strike(exchange: Exchange, fault: RequestFault): Refusal | undefined {
  const parameters = known(exchange, 'parameters').all;
  exchange.fault = fault;
  switch (fault.effect) {
    case 'error':
      return fault.answer === undefined ? refuse('InternalError') : refusalOf(fault.answer, parameters);
    case 'reset-before':
    case 'hang':
      // Nobody gets to see it; who reads the records does.
      return refuse('ServiceUnavailable');
    default:
      return undefined;
  }
}
