import type { Refusal } from '../../operation/refusal.ts';

/** What a batch says of an entry where it has a word of its own, by the code of the operation for one entry. */
const codes: ReadonlyMap<string, string> = new Map([
  ['InvalidCIDRBlock.Duplicate', 'VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE'],
  ['IncorrectRouteEntryStatus', 'VPC_ROUTE_ENTRY_STATUS_ERROR'],
  ['InvalidRouteEntry.NotFound', 'VPC_ROUTER_ENTRY_NOT_EXIST'],
  ['InvalidRouteEntryId.NotFound', 'VPC_ROUTER_ENTRY_NOT_EXIST'],
]);

/** The code that a batch of entries gives for one that failed. */
export function codeInBatch({ code }: Refusal): string {
  return codes.get(code) ?? code;
}
