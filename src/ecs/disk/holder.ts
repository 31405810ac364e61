import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { findAnyInstance } from '../instance/instance.table.ts';
import type { Instance } from '../instance/instance.ts';
import { refuse } from '../refusals.ts';
import { snapshotsOf } from '../snapshot/snapshot.table.ts';
import { findDisk } from './disk.table.ts';
import type { Disk } from './disk.ts';

/** A disk, the instance it is attached to, and whether a snapshot of it is being made. */
export interface HeldDisk {
  readonly disk: Disk;
  readonly instance: Instance | undefined;
  readonly isCreatingSnapshot: boolean;
}

/** The account's disk of this id with what its changes depend on. */
export async function findHeldDisk(
  { tx, accountId, regionId, regionGiven }: OperationContext,
  id: string,
): Promise<HeldDisk | Refusal> {
  const disk = await findDisk(tx, accountId, regionGiven ? regionId : undefined, id);
  if (disk === undefined) return refuse('InvalidDiskId.NotFound', { id });
  const instance = disk.instanceId === null ? undefined : await findAnyInstance(tx, disk.instanceId);
  return { disk, instance, isCreatingSnapshot: (await snapshotsOf(tx, id)).isCreating };
}

/** Whether a disk is where its size and category can be changed. */
export function checkChangeable({ disk, isCreatingSnapshot }: HeldDisk): Refusal | undefined {
  const { diskId: id, status: current } = disk;
  if (current !== 'In_use' && current !== 'Available') {
    return refuse('IncorrectDiskStatus', { id, current, expected: 'In_use" or "Available' });
  }
  return isCreatingSnapshot ? refuse('DiskCreatingSnapshot', { id }) : undefined;
}
