import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { findInstance } from '../instance/instance.table.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { findDisk } from './disk.table.ts';
import { diskResource } from './disk.ts';
import { beginDetachment } from './lifecycle.ts';

/**
 * Starts detaching a data disk: Detaching, then Available. Asked for again, it sets one going again that is stuck.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-detachdisk
 */
export const detachDisk = operation('Ecs', 'DetachDisk', {
  permits: ['disk/{DiskId}', 'instance/{InstanceId}'],

  async execute({ DiskId: id, InstanceId, DeleteWithInstance: deleteWithInstance }, context) {
    const { tx, accountId, regionId, regionGiven, transitions } = context;
    const region = regionGiven ? regionId : undefined;
    const disk = await findDisk(tx, accountId, region, id);
    if (disk === undefined) return refuse('InvalidDiskId.NotFound', { id });
    const instance = await findInstance(tx, accountId, region, InstanceId);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id: InstanceId });
    const isStuck = (await transitions.pending(diskResource, id))?.outcome === 'stick';
    const move = beginDetachment(disk, instance, { isStuck, deleteWithInstance });
    if (isRefusal(move)) return move;
    await carryOut(move, id, 'detach', context);
    return {};
  },
});
