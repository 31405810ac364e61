import { placeOf, tokenOf } from '../operation/page-token.ts';
import type { Refusal } from '../operation/refusal.ts';
import { refuse } from './refusals.ts';

const maxItemsAtMost = 1000;
const maxItemsByDefault = 100;

/** Where a page of a RAM list begins and how long it is. */
export interface RamPage {
  readonly maxItems: number;
  /** The values, as the list is ordered by them, of the item that the last page ended with. */
  readonly after: readonly [string, string] | undefined;
}

/**
 * Reads `Marker` and `MaxItems`, 1 to 1000 and 100 unless given. The places of a list are two texts that order it, such
 * as name and id.
 */
export function ramPageOf(parameters: { readonly Marker?: string; readonly MaxItems?: number }): RamPage | Refusal {
  const { Marker: marker, MaxItems: maxItems = maxItemsByDefault } = parameters;
  if (!Number.isInteger(maxItems) || maxItems < 1 || maxItems > maxItemsAtMost) {
    return refuse('InvalidParameter.MaxItems', { value: maxItems, longest: maxItemsAtMost });
  }
  if (marker === undefined) return { maxItems, after: undefined };
  const after = placeOf(marker, ['string', 'string']);
  return after === undefined ? refuse('InvalidParameter.Marker', { value: marker }) : { maxItems, after };
}

/** What a page of a list answers beside its items: whether more follows, and where. */
export interface RamPageEnd {
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}

/** Cuts the rows that were read, one more than wanted, to the page; `placeOfRow` gives what the list is ordered by. */
export function cutPage<Row>(
  rows: readonly Row[],
  { maxItems }: RamPage,
  placeOfRow: (row: Row) => readonly [string, string],
): { readonly rows: readonly Row[]; readonly end: RamPageEnd } {
  const shown = rows.slice(0, maxItems);
  const last = shown.at(-1);
  const isTruncated = rows.length > maxItems && last !== undefined;
  return {
    rows: shown,
    end: isTruncated ? { IsTruncated: true, Marker: tokenOf(placeOfRow(last)) } : { IsTruncated: false },
  };
}
