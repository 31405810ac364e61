import type { Account } from '../access/account.ts';
import type { Caller, CallOrigin, ChangeContext, OperationContext } from '../operation/context.ts';
import type { Operation } from '../operation/operation.ts';
import { quotaDefaults } from '../operation/quotas.ts';

/** One call of an operation, identified, authenticated and valid in form. */
export interface Call {
  /** Of the request that makes the call. */
  readonly requestId: string;
  readonly operation: Operation;
  readonly parameters: object;
  readonly account: Account;
  readonly caller: Caller;
  readonly regionId: string;
  readonly regionGiven: boolean;
  readonly endpoint: string;
  readonly origin: CallOrigin;
}

/** What the operation of a call gets to work with. */
export function operationContext(
  { account, regionId, regionGiven, caller, endpoint, origin }: Omit<Call, 'requestId'>,
  { tx, nowMs, random, transitions, tokenOnLastPage }: ChangeContext & Pick<OperationContext, 'tokenOnLastPage'>,
): OperationContext {
  return {
    tx,
    nowMs,
    random,
    transitions,
    accountId: account.accountId,
    regionId,
    regionGiven,
    caller,
    endpoint,
    origin,
    tokenOnLastPage,
    quota: (name) => account.quotas.get(`${regionId}/${name}`) ?? account.quotas.get(`/${name}`) ?? quotaDefaults[name],
  };
}
