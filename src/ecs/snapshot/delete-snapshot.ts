import { operation } from '../../operation/operation.ts';
import { snapshotsOfDisks } from '../disk/disk.table.ts';
import { refuse } from '../refusals.ts';
import { findSnapshot } from './snapshot.table.ts';
import { eraseSnapshot } from './transitions.ts';

/**
 * Deletes a snapshot, one that is still being made too. With Force also one that disks were made from; they stay.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletesnapshot
 */
export const deleteSnapshot = operation('Ecs', 'DeleteSnapshot', {
  permits: ['snapshot/{SnapshotId}'],

  async execute({ SnapshotId: id, Force: force = false }, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const snapshot = await findSnapshot(tx, accountId, regionGiven ? regionId : undefined, id);
    if (snapshot === undefined) return refuse('InvalidSnapshotId.NotFound', { id });
    if (!force && (await snapshotsOfDisks(tx, [id])).has(id)) return refuse('SnapshotCreatedDisk', { id });
    await eraseSnapshot(context, snapshot);
    return {};
  },
});
