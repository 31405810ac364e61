import type { Refusal } from '../../operation/refusal.ts';
import type { Instance } from '../instance/instance.ts';
import { refuse } from '../refusals.ts';
import { freeDevice } from './device.ts';
import { type Disk, isPortable } from './disk.ts';

/** The delayed changes of a disk. */
export type DiskTransition = 'create' | 'attach' | 'detach' | 'delete';

/** What an accepted command does: a new record and the delayed change that follows, or only the latter once more. */
export type Move =
  | { readonly kind: 'begin'; readonly changed: Disk }
  /** The same command is already under way; a stuck one is set going again. */
  | { readonly kind: 'again' };

/** What the life of a disk needs to know of an instance, with the limit of its type. */
export type DiskInstance = Pick<Instance, 'instanceId' | 'instanceType' | 'zoneId' | 'status'> & {
  readonly diskQuantity: number;
};

/** What an attachment is asked for with, and what is there already. */
export interface Attachment {
  /** Everything on the instance, or on its way to or from it. */
  readonly attached: readonly Pick<Disk, 'device'>[];
  /** The name the disk shall have; the first that is free otherwise. */
  readonly device?: string | undefined;
  readonly deleteWithInstance?: boolean | undefined;
}

/** Available -> Attaching, of a disk that is not paid for with an instance. */
export function beginAttachment(disk: Disk, instance: DiskInstance, attachment: Attachment): Move | Refusal {
  const refused = checkPortable(disk) ?? (disk.status === 'Available' ? undefined : wrongStatus(disk, 'Available'));
  return refused ?? beginPlacement(disk, instance, attachment);
}

/** Available -> Attaching, whoever pays. */
export function beginPlacement(
  disk: Disk,
  instance: DiskInstance,
  { attached, device, deleteWithInstance = false }: Attachment,
): Move | Refusal {
  const { instanceId, instanceType, diskQuantity: limit } = instance;
  const taken = attached.map((other) => other.device);
  if (disk.zoneId !== instance.zoneId) {
    const zones = { diskZoneId: disk.zoneId, instanceZoneId: instance.zoneId };
    return refuse('ResourcesNotInSameZone', { id: disk.diskId, instanceId, ...zones });
  }
  if (!isAtRest(instance)) return wrongInstanceStatus(instance, 'IncorrectInstanceStatus.Attach');
  if (taken.length >= limit) return refuse('InstanceDiskLimitExceeded', { instanceId, instanceType, limit });
  if (device !== undefined && taken.includes(device)) return refuse('InvalidDevice.InUse', { device });
  return {
    kind: 'begin',
    changed: {
      ...disk,
      status: 'Attaching',
      instanceId,
      device: device ?? freeDevice(taken),
      deleteWithInstance: deleteWithInstance ? 1 : 0,
    },
  };
}

/** In_use -> Detaching. */
export function beginDetachment(
  disk: Disk,
  instance: Pick<DiskInstance, 'instanceId' | 'status'>,
  {
    isStuck,
    deleteWithInstance = false,
  }: { readonly isStuck: boolean; readonly deleteWithInstance?: boolean | undefined },
): Move | Refusal {
  const { diskId: id } = disk;
  if (disk.type === 'system') return refuse('DiskTypeViolation', { id });
  if (disk.instanceId === null) return refuse('InvalidDisk.AlreadyDetached', { id });
  if (disk.instanceId !== instance.instanceId) {
    return refuse('DependencyViolation.Disk', { id, instanceId: instance.instanceId });
  }
  if (disk.status === 'Detaching') {
    return isStuck ? { kind: 'again' } : refuse('InvalidOperation.DiskDetachingFromThisEcs', { id });
  }
  const refused = checkPortable(disk) ?? (disk.status === 'In_use' ? undefined : wrongStatus(disk, 'In_use'));
  if (refused) return refused;
  if (!isAtRest(instance)) return wrongInstanceStatus(instance, 'IncorrectInstanceStatus');
  return {
    kind: 'begin',
    changed: { ...disk, status: 'Detaching', deleteWithInstance: deleteWithInstance ? 1 : 0 },
  };
}

/** Available -> Deleting; asking again while Deleting is accepted. */
export function beginDeletion(
  disk: Disk,
  { isCreatingSnapshot }: { readonly isCreatingSnapshot: boolean },
): Move | Refusal {
  const { diskId: id, status } = disk;
  if (disk.type === 'system') return refuse('DiskTypeViolation', { id });
  if (status === 'Deleting') return { kind: 'again' };
  if (status === 'Creating') return refuse('IncorrectDiskStatus.Initializing', { id });
  const refused = checkPortable(disk) ?? (status === 'Available' ? undefined : wrongStatus(disk, 'Available'));
  if (refused) return refused;
  if (isCreatingSnapshot) return refuse('DiskCreatingSnapshot', { id });
  return { kind: 'begin', changed: { ...disk, status: 'Deleting' } };
}

/** Creating -> Available. */
export function completeCreation(disk: Disk): Disk {
  return disk.status === 'Creating' ? { ...disk, status: 'Available' } : disk;
}

/** Attaching -> In_use. */
export function completeAttachment(disk: Disk, nowMs: number): Disk {
  return disk.status === 'Attaching' ? { ...disk, status: 'In_use', attachedAtMs: nowMs } : disk;
}

/** Attaching -> Available: an attachment that failed. */
export function failAttachment(disk: Disk): Disk {
  return disk.status === 'Attaching' ? free(disk) : disk;
}

/** Detaching -> Available. */
export function completeDetachment(disk: Disk, nowMs: number): Disk {
  return disk.status === 'Detaching' ? { ...free(disk), detachedAtMs: nowMs } : disk;
}

/** Detaching -> In_use: a detachment that failed. */
export function failDetachment(disk: Disk): Disk {
  return disk.status === 'Detaching' ? { ...disk, status: 'In_use' } : disk;
}

/** Deleting -> Available: a deletion that failed. */
export function failDeletion(disk: Disk): Disk {
  return disk.status === 'Deleting' ? { ...disk, status: 'Available' } : disk;
}

/** Whether a disk goes with the instance that is being released. One that is only on its way to or from it stays. */
export function goesWithInstance(disk: Disk): boolean {
  return !isPortable(disk) || (disk.status === 'In_use' && disk.deleteWithInstance === 1);
}

/** Any state on an instance -> Available, because the instance is gone. What it booted from is a data disk from now on. */
export function outliveInstance(disk: Disk, nowMs: number): Disk {
  const wasAttached = disk.status !== 'Attaching';
  return { ...free(disk), type: 'data', detachedAtMs: wasAttached ? nowMs : disk.detachedAtMs };
}

function free(disk: Disk): Disk {
  return { ...disk, status: 'Available', instanceId: null, device: '' };
}

function isAtRest({ status }: Pick<DiskInstance, 'status'>): boolean {
  return status === 'Running' || status === 'Stopped';
}

function checkPortable(disk: Disk): Refusal | undefined {
  return isPortable(disk) ? undefined : refuse('DiskNotPortable', { id: disk.diskId });
}

function wrongStatus({ diskId: id, status: current }: Disk, expected: string): Refusal {
  return refuse('IncorrectDiskStatus', { id, current, expected });
}

function wrongInstanceStatus(
  { instanceId: id, status: current }: Pick<DiskInstance, 'instanceId' | 'status'>,
  name: 'IncorrectInstanceStatus' | 'IncorrectInstanceStatus.Attach',
): Refusal {
  return refuse(name, { id, current, expected: 'Running" or "Stopped' });
}
