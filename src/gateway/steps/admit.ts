import { refuse } from '../../access/refusals.ts';
import { callerArn } from '../../operation/caller-arn.ts';
import { known } from '../exchange.ts';
import type { Step } from '../step.ts';

/** What the account itself is barred from, before its request is looked at (ENI-14). */
export const admit: Step = (exchange) => {
  const { account, access, key } = known(exchange, 'identity');
  const { accountId } = account;
  if (!account.userTypeSupported) return refuse('InvalidUserType.NotSupported', { accountId });
  if (!account.active) return refuse('Abs.InvalidAccount.NotFound', { accountId });
  if (access !== undefined && !account.ramSupported) {
    const { networkInterfaces } = known(exchange, 'operation');
    const code = networkInterfaces === 'ipv6' ? 'Forbedden.NotSupportRAM' : 'Forbidden.NotSupportRAM';
    return refuse(code, { principal: callerArn(key) });
  }
  return undefined;
};
