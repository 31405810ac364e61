import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { snapshotsOf } from '../snapshot/snapshot.table.ts';
import { carryOut } from './carry-out.ts';
import { findDisk } from './disk.table.ts';
import { beginDeletion } from './lifecycle.ts';

/**
 * Starts the deletion of an available disk: Deleting, then gone. Its snapshots stay.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletedisk
 */
export const deleteDisk = operation('Ecs', 'DeleteDisk', {
  permits: ['disk/{DiskId}'],

  async execute({ DiskId: id }, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const disk = await findDisk(tx, accountId, regionGiven ? regionId : undefined, id);
    if (disk === undefined) return refuse('InvalidDiskId.NotFound', { id });
    const move = beginDeletion(disk, { isCreatingSnapshot: (await snapshotsOf(tx, id)).isCreating });
    if (isRefusal(move)) return move;
    await carryOut(move, id, 'delete', context);
    return {};
  },
});
