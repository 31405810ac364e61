import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { findDisk } from '../disk/disk.table.ts';
import { findAnyInstance } from '../instance/instance.table.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { checkTags, putTags } from '../tag/tags.ts';
import { category, description, retentionDays, snapshotName } from './rules.ts';
import { insertSnapshot, snapshotsOf } from './snapshot.table.ts';
import { snapshotResource, snapshotTags } from './snapshot.ts';
import { checkSource } from './source.ts';

/**
 * Begins a snapshot of a disk that is, or once was, attached. With RetentionDays it goes by itself after so many days.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsnapshot
 */
export const createSnapshot = operation('Ecs', 'CreateSnapshot', {
  permits: ['disk/{DiskId}', 'snapshot/*'],
  rules: {
    SnapshotName: snapshotName,
    Description: description,
    RetentionDays: retentionDays,
    Category: category,
    Tag: (tags) => checkTags(tags),
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven, nowMs } = context;
    const { DiskId: id, ResourceGroupId } = parameters;
    const disk = await findDisk(tx, accountId, regionGiven ? regionId : undefined, id);
    if (disk === undefined) return refuse('InvalidDiskId.NotFound', { id });
    const instance = disk.instanceId === null ? undefined : await findAnyInstance(tx, disk.instanceId);
    const limit = context.quota('manual-snapshots-per-disk');
    const refused =
      checkSource(disk, instance, { ...(await snapshotsOf(tx, id)), limit }) ??
      (await checkResourceGroup(context, ResourceGroupId));
    if (refused) return refused;
    const snapshotId = newId('s', { ...context, regionId: disk.regionId });
    await insertSnapshot(tx, {
      snapshotId,
      accountId,
      regionId: disk.regionId,
      status: 'progressing',
      snapshotName: parameters.SnapshotName ?? '',
      description: parameters.Description ?? '',
      sourceDiskId: id,
      sourceDiskType: disk.type,
      sourceDiskSizeGib: disk.sizeGib,
      encrypted: disk.encrypted,
      kmsKeyId: disk.kmsKeyId,
      retentionDays: parameters.RetentionDays ?? null,
      // Those of the ESSD series are available at once, whatever is asked for.
      instantAccess: /^cloud_(essd|auto)/.test(disk.category) ? 1 : 0,
      resourceGroupId: ResourceGroupId ?? '',
      modifiedAtMs: nowMs,
      createdAtMs: nowMs,
    });
    await putTags({ tx, ...disk }, snapshotTags, snapshotId, parameters.Tag);
    await context.transitions.schedule(snapshotResource, snapshotId, 'create');
    return { SnapshotId: snapshotId };
  },
});
