import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { findInstance } from '../instance/instance.table.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { isDataDevice } from './device.ts';
import { disksOf, findDisk } from './disk.table.ts';
import { diskInstance } from './disk-instance.ts';
import { beginAttachment } from './lifecycle.ts';

/**
 * Starts attaching an available disk to an instance of the same zone: Attaching, then In_use. Every instance has its
 * system disk already, so none can be attached as one.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-attachdisk
 */
export const attachDisk = operation('Ecs', 'AttachDisk', {
  permits: ['disk/{DiskId}', 'instance/{InstanceId}'],
  rules: {
    Device: (value) => (isDataDevice(value) ? undefined : refuse('InvalidDevice.Malformed', { value })),
  },

  async execute({ DiskId: id, InstanceId, Device: device, DeleteWithInstance, Bootable, Force }, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const region = regionGiven ? regionId : undefined;
    const disk = await findDisk(tx, accountId, region, id);
    if (disk === undefined) return refuse('InvalidDiskId.NotFound', { id });
    const instance = await findInstance(tx, accountId, region, InstanceId);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id: InstanceId });
    if (Bootable === true) return refuse('InvalidDisk.DiskNotBootable', { id });
    const { category } = disk;
    if (Force === true) return refuse('InvalidParameterForce.DiskCategoryNotSupported', { id, category });
    const attached = await disksOf(tx, InstanceId);
    const wanted = { attached, device, deleteWithInstance: DeleteWithInstance };
    const move = beginAttachment(disk, diskInstance(instance), wanted);
    if (isRefusal(move)) return move;
    await carryOut(move, id, 'attach', context);
    return {};
  },
});
