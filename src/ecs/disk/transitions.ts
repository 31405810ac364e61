import type { ChangeContext } from '../../operation/context.ts';
import type { TransitionDurations, TransitionHandler } from '../../operation/transition.ts';
import { removeTags } from '../tag/tags.ts';
import { findAnyDisk, removeDisk, saveState } from './disk.table.ts';
import { type Disk, diskResource, diskTags, isPortable } from './disk.ts';
import {
  completeAttachment,
  completeCreation,
  completeDetachment,
  type DiskTransition,
  failAttachment,
  failDeletion,
  failDetachment,
} from './lifecycle.ts';

/** How disks' delayed changes end. */
export const transitions: readonly TransitionHandler[] = [
  { ...named('create', { fastMs: 500, realMs: 3_000 }), complete: change(completeCreation), fail: erase },
  {
    ...named('attach', { fastMs: 800, realMs: 5_000 }),
    complete: change(completeAttachment),
    async fail(id, context) {
      const disk = await findAnyDisk(context.tx, id);
      // One that was bought for the instance is of no use without it.
      if (disk && !isPortable(disk)) await eraseDisk(context, disk);
      else if (disk) await saveState(context.tx, failAttachment(disk));
    },
  },
  {
    ...named('detach', { fastMs: 800, realMs: 5_000 }),
    complete: change(completeDetachment),
    fail: change(failDetachment),
  },
  { ...named('delete', { fastMs: 500, realMs: 3_000 }), complete: erase, fail: change(failDeletion) },
];

/** Takes a disk out of existence. Its snapshots stay. */
export async function eraseDisk({ tx }: Pick<ChangeContext, 'tx'>, disk: Disk): Promise<void> {
  await removeTags({ tx, ...disk }, diskTags, disk.diskId);
  await removeDisk(tx, disk.diskId);
}

async function erase(id: string, context: ChangeContext): Promise<void> {
  const disk = await findAnyDisk(context.tx, id);
  if (disk) await eraseDisk(context, disk);
}

function named(kind: DiskTransition, durations: TransitionDurations) {
  return { resourceType: diskResource, kind, ...durations };
}

function change(next: (disk: Disk, nowMs: number) => Disk) {
  return async (id: string, { tx, nowMs }: ChangeContext): Promise<void> => {
    const disk = await findAnyDisk(tx, id);
    if (disk) await saveState(tx, next(disk, nowMs));
  };
}
