import type { OperationContext } from '../../operation/context.ts';
import { sql } from '../../store/statement.ts';

const selectUsed = sql<{ imageId: string }>(
  'SELECT DISTINCT image_id AS "imageId" FROM instance WHERE account_id = ? AND region_id = ?',
);

/** The images that the account's instances in the region were made from. */
export async function usedImages({
  tx,
  accountId,
  regionId,
}: Pick<OperationContext, 'tx' | 'accountId' | 'regionId'>): Promise<ReadonlySet<string>> {
  return new Set((await tx.all(selectUsed, accountId, regionId)).map(({ imageId }) => imageId));
}
