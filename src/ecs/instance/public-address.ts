import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { idlePublicAddress, publicAddressPool } from '../../vpc/eip/public-addresses.ts';
import { refuse } from '../refusals.ts';

/** A public address that an instance can have for its own. */
export async function publicAddressFor({
  tx,
  random,
}: Pick<OperationContext, 'tx' | 'random'>): Promise<number | Refusal> {
  return (await idlePublicAddress(tx, random)) ?? refuse('InsufficientPublicIp', { pool: publicAddressPool });
}
