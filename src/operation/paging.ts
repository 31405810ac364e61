import type { OperationContext } from './context.ts';
import { placeOf, tokenOf } from './page-token.ts';
import { type Refusal, refusalsOf } from './refusal.ts';

/** What a page that is asked for wrongly is refused with. */
export const refusePaging = refusalsOf({
  InvalidParameter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
});

/** Where a page of a list begins and how long it is, for either style of paging. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
  /** With tokens: the item the last page ended with, newest first by (createdAtMs, id). */
  readonly after?: { readonly createdAtMs: number; readonly id: string } | undefined;
  readonly byToken: boolean;
  readonly pageNumber: number;
  readonly pageSize: number;
}

export interface PagingParameters {
  readonly PageNumber?: number;
  readonly PageSize?: number;
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

export interface PagingLimits {
  readonly defaultPageSize: number;
  readonly maxPageSize: number;
  /** MaxResults outside these bounds is taken as the nearer one (ENI-67). */
  readonly minResults: number;
  readonly maxResults: number;
}

/** The limits of most ECS lists. */
export const ecsPaging: PagingLimits = { defaultPageSize: 10, maxPageSize: 1000, minResults: 10, maxResults: 500 };

/** Reads the paging parameters of a request. Tokens win over page numbers (ENI-65..69). */
export function pageOf(parameters: PagingParameters, limits: PagingLimits): Page | Refusal {
  const { PageNumber: pageNumber = 1, PageSize: pageSize = limits.defaultPageSize } = parameters;
  const { MaxResults: maxResults, NextToken: nextToken } = parameters;
  if (nextToken !== undefined || maxResults !== undefined) {
    const place = nextToken === undefined ? undefined : placeOf(nextToken, ['number', 'string']);
    if (nextToken !== undefined && place === undefined) {
      return refusePaging('InvalidParameter', { name: 'NextToken', value: nextToken });
    }
    const after = place && { createdAtMs: place[0], id: place[1] };
    const wanted = maxResults ?? limits.defaultPageSize;
    const limit = Math.min(Math.max(wanted, limits.minResults), limits.maxResults);
    return { limit, offset: 0, after, byToken: true, pageNumber, pageSize };
  }
  if (!Number.isInteger(pageNumber) || pageNumber < 1 || pageNumber > 1_000_000_000) {
    return refusePaging('InvalidParameter', { name: 'PageNumber', value: pageNumber });
  }
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > limits.maxPageSize) {
    return refusePaging('InvalidParameter', { name: 'PageSize', value: pageSize });
  }
  return { limit: pageSize, offset: (pageNumber - 1) * pageSize, byToken: false, pageNumber, pageSize };
}

/** SQL that holds for what comes after the last page's end, newest first. */
export function afterCondition(
  page: Page,
  table: string,
  idColumn: string,
): { condition: string; values: (string | number)[] } | undefined {
  if (page.after === undefined) return undefined;
  const { createdAtMs, id } = page.after;
  return {
    condition: `(${table}.created_at_ms, ${table}.${idColumn}) < (?, ?)`,
    values: [createdAtMs, id],
  };
}

/**
 * The row whose place is the token of the next page; undefined when nothing follows. `rows` are one more than the page
 * holds, if there are so many.
 */
export function lastShown<Row>(
  rows: readonly Row[],
  { limit }: Pick<Page, 'limit'>,
  { tokenOnLastPage }: Pick<OperationContext, 'tokenOnLastPage'>,
): Row | undefined {
  const hasToken = rows.length > limit || tokenOnLastPage;
  return hasToken ? rows[Math.min(limit, rows.length) - 1] : undefined;
}

/** The token of the next page, from the last item shown; empty when nothing follows. */
export function nextTokenAfter(last: { readonly createdAtMs: number; readonly id: string } | undefined): string {
  return last === undefined ? '' : tokenOf([last.createdAtMs, last.id]);
}
