import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { Flag } from '../../store/statement.ts';
import { refuse } from '../refusals.ts';
import { findVpc, saveClassicLink } from './vpc.table.ts';

/** Sets whether an available VPC can be linked with the classic network, of which there is none. */
export async function changedClassicLink(
  id: string,
  enabled: Flag,
  { tx, accountId, regionId }: OperationContext,
): Promise<Record<string, never> | Refusal> {
  const vpc = await findVpc(tx, accountId, regionId, id);
  if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id });
  if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id, status: vpc.status });
  await saveClassicLink(tx, id, enabled);
  return {};
}
