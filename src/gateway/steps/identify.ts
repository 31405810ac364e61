import { findContract, findProductName } from '../../contracts/load.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { known } from '../exchange.ts';
import { type CommonParameters, requireOperation } from '../protocol/mode.ts';
import { refuse, shown } from '../protocol/refusals.ts';
import type { Step } from '../step.ts';

/** No version, action and access key has more characters. */
const longestName = 256;

/** Version and action name the operation. Unknown, and known but not implemented, are different answers. */
export const identify: Step = (exchange, { operations }) => {
  const common = known(exchange, 'common');
  const wanted = requireOperation(common);
  if (isRefusal(wanted)) return wanted;
  const { action, version } = wanted;
  const product = findProductName(version);
  if (product === undefined) return refuse('InvalidVersion', { version: shown(version) });
  exchange.action = shown(action);
  exchange.version = version;
  const contract = findContract(version, action);
  if (contract === undefined) return refuse('InvalidAction.NotFound', { action: exchange.action, version });
  const operation = operations.get(product)?.get(action);
  if (operation === undefined) return refuse('InvalidAction.NotImplemented', { action, version });
  exchange.contract = contract;
  exchange.operation = operation;
  return refuseLongKey(common);
};

/** A key that nobody has is not looked for, nor taken at its word. */
function refuseLongKey({ accessKeyId }: CommonParameters): Refusal | undefined {
  if (accessKeyId === undefined || accessKeyId.length <= longestName) return undefined;
  return refuse('InvalidAccessKeyId.NotFound', { accessKeyId: shown(accessKeyId) });
}
