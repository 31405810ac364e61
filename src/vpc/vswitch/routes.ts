import type { Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import { routeEntryWithin } from '../route-entry/within.ts';

/** Refuses a vSwitch where a custom route of its VPC leads from within one of the blocks; an empty text is no block. */
export async function checkRoutes(
  tx: Transaction,
  vpcId: string,
  ...cidrBlocks: readonly string[]
): Promise<Refusal | undefined> {
  for (const value of cidrBlocks) {
    const entry = value === '' ? undefined : await routeEntryWithin(tx, vpcId, value);
    if (entry) {
      const { destinationCidrBlock: destination, routeEntryId } = entry;
      return refuse('InvalidCidrBlock.RouteInside', { destination, routeEntryId, value });
    }
  }
  return undefined;
}
