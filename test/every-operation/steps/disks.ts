import { preparing, type Step, stepsOf } from '../step.ts';

const ecs = stepsOf('Ecs');
const instance = { InstanceId: '$instanceId' };
const disk = { DiskId: '$diskId' };
const attached = { ...disk, ...instance };
const snapshot = { SnapshotId: '$snapshotId' };
const charged = { InstanceIds: '["$instanceId"]' };

/** A disk of a running instance and a snapshot of it, and another system disk of the instance. */
export const disks: readonly Step[] = [
  ecs('CreateDisk', { ZoneId: 'cn-hangzhou-h', DiskCategory: 'cloud_essd', Size: 20 }, { diskId: 'DiskId' }),
  ecs('DescribeDisks', { DiskIds: '["$diskId"]' }),
  ecs('AttachDisk', attached),
  ecs('ModifyDiskAttribute', { ...disk, DiskName: 'data-1', DeleteWithInstance: true }),
  ecs('ResizeDisk', { ...disk, NewSize: 40, Type: 'online' }),
  ecs('ModifyDiskSpec', { ...disk, DiskCategory: 'cloud_auto' }),
  ecs('CreateSnapshot', disk, { snapshotId: 'SnapshotId' }),
  ecs('DescribeSnapshots', { SnapshotIds: '["$snapshotId"]' }),
  ecs('DeleteSnapshot', snapshot),
  preparing(ecs('ModifyInstanceChargeType', { ...charged, InstanceChargeType: 'PrePaid', Period: 1 })),
  ecs('ModifyDiskChargeType', { ...instance, DiskIds: '["$diskId"]', DiskChargeType: 'PrePaid' }),
  preparing(ecs('ModifyInstanceChargeType', { ...charged, InstanceChargeType: 'PostPaid' })),
  ecs('DetachDisk', attached),
  ecs('DeleteDisk', disk),
  preparing(ecs('StopInstance', instance)),
  ecs('ReplaceSystemDisk', { ...instance, ImageId: 'ubuntu_22_04_x64_20G_alibase_20230907.vhd' }),
  preparing(ecs('StartInstance', instance)),
];
