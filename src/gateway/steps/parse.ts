import { isRefusal } from '../../operation/refusal.ts';
import { negotiateFormat } from '../protocol/format.ts';
import { readCommonParameters } from '../protocol/mode.ts';
import { parseParameters } from '../protocol/parse.ts';
import { refuse } from '../protocol/refusals.ts';
import type { Step } from '../step.ts';

/** Query, form and headers become one parameter map; the format of the answer is settled, for refusals too. */
export const parse: Step = (exchange) => {
  const { request } = exchange;
  const parameters = parseParameters(request);
  exchange.format = negotiateFormat(request, isRefusal(parameters) ? undefined : parameters.all);
  if (request.method !== 'GET' && request.method !== 'POST') {
    return refuse('UnsupportedHTTPMethod', { method: request.method });
  }
  if (isRefusal(parameters)) return parameters;
  exchange.parameters = parameters;
  const common = readCommonParameters(request, parameters);
  if (isRefusal(common)) return common;
  exchange.common = common;
  return undefined;
};
