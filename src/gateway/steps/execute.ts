import { isRefusal } from '../../operation/refusal.ts';
import { known } from '../exchange.ts';
import type { Step } from '../step.ts';

/** The engine runs the operation in one transaction. */
export const execute: Step = async (exchange, { engine }) => {
  const { account, key } = known(exchange, 'identity');
  const answer = await engine.execute({
    operation: known(exchange, 'operation'),
    parameters: known(exchange, 'input'),
    account,
    caller: { accountId: account.accountId, accessKeyId: key.accessKeyId, userName: key.userName },
    regionId: known(exchange, 'regionId'),
    regionGiven: exchange.regionGiven === true,
    endpoint: exchange.request.headers.host ?? '',
  });
  if (isRefusal(answer)) return answer;
  exchange.response = answer;
  return undefined;
};
