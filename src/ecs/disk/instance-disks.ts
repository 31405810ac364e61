import type { ChangeContext, OperationContext } from '../../operation/context.ts';
import type { Instance } from '../instance/instance.ts';
import type { TagParameter } from '../tag/tag-parameters.ts';
import { disksOf, saveState } from './disk.table.ts';
import { diskResource } from './disk.ts';
import { goesWithInstance, outliveInstance } from './lifecycle.ts';
import { makeDisk } from './making.ts';
import { eraseDisk } from './transitions.ts';
import type { WantedDisk } from './wanted-disks.ts';

/** Makes the disks of a new instance, attached from the start. They are paid for as it is, and carry its tags. */
export async function makeDisksOf(
  context: OperationContext,
  { instanceId, zoneId, instanceChargeType, resourceGroupId }: Instance,
  disks: readonly WantedDisk[],
  tags: readonly TagParameter[],
): Promise<void> {
  for (const disk of disks) {
    const place = { zoneId, instanceId, resourceGroupId, status: 'In_use', attachedAtMs: context.nowMs } as const;
    await makeDisk(context, { ...disk, ...place, diskChargeType: instanceChargeType }, tags);
  }
}

/** An instance goes out of existence: the disks that were made to go with it do, the others become Available. */
export async function releaseDisksOf(instanceId: string, context: ChangeContext): Promise<void> {
  const { tx, transitions, nowMs } = context;
  for (const disk of await disksOf(tx, instanceId)) {
    await transitions.cancel(diskResource, disk.diskId);
    if (goesWithInstance(disk)) await eraseDisk(context, disk);
    else await saveState(tx, outliveInstance(disk, nowMs));
  }
}
