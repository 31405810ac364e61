import type { AnsweredRequest } from './answered-request.ts';

/** Which requests are meant; what is not given matters not. */
export interface RequestFilter {
  readonly account?: string | undefined;
  readonly product?: string | undefined;
  readonly action?: string | undefined;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** The wall clock from which on, in milliseconds. */
  readonly sinceMs?: number | undefined;
}

/** Products are found in any letter case, as their endpoints write them in lower case. */
export function matchesRequest(request: AnsweredRequest, filter: RequestFilter): boolean {
  return (
    (filter.account === undefined || filter.account === request.accountId) &&
    (filter.product === undefined || filter.product.toLowerCase() === request.product?.toLowerCase()) &&
    (filter.action === undefined || filter.action === request.action) &&
    (filter.code === undefined || filter.code === request.code) &&
    (filter.status === undefined || filter.status === request.status) &&
    (filter.requestId === undefined || filter.requestId === request.requestId) &&
    (filter.sinceMs === undefined || filter.sinceMs <= request.atMs)
  );
}
