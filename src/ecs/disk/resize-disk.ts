import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { newOrderId } from '../instance/order.ts';
import { refuse } from '../refusals.ts';
import { saveAttributes } from './disk.table.ts';
import { isPortable } from './disk.ts';
import { checkChangeable, findHeldDisk, type HeldDisk } from './holder.ts';
import { sizesOf } from './sizes.ts';

/**
 * Makes a disk larger; the new size is visible at once, however it is asked for.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-resizedisk
 */
export const resizeDisk = operation('Ecs', 'ResizeDisk', {
  permits: ['disk/{DiskId}'],
  malformedRegionId: 'InvalidRegionId.MalFormed',
  rules: {
    Type: (value) => (value === 'offline' || value === 'online' ? undefined : refuse('InvalidParam.Type', { value })),
  },

  async execute({ DiskId: id, NewSize, Type }, context) {
    const held = await findHeldDisk(context, id);
    if (isRefusal(held)) return held;
    const refused = checkChangeable(held) ?? checkInstance(held, Type === 'online') ?? checkSize(held, NewSize);
    if (refused) return refused;
    await saveAttributes(context.tx, { ...held.disk, sizeGib: NewSize });
    return isPortable(held.disk) ? {} : { OrderId: newOrderId(context.random) };
  },
});

/** Online, while the instance runs, is not for basic disks. */
function checkInstance({ disk, instance }: HeldDisk, online: boolean): Refusal | undefined {
  if (online && disk.category === 'cloud')
    return refuse('InvalidDiskCategory.NotSupported', { category: disk.category });
  if (instance === undefined) return undefined;
  const { instanceId: id, status: current } = instance;
  if (online) {
    return current === 'Running' ? undefined : refuse('InvalidInstanceStatus.NotRunning', { id, current });
  }
  return current === 'Running' || current === 'Stopped'
    ? undefined
    : refuse('IncorrectInstanceStatus', { id, current, expected: 'Running" or "Stopped' });
}

function checkSize({ disk }: HeldDisk, value: number): Refusal | undefined {
  const { diskId: id, sizeGib: size } = disk;
  if (!Number.isInteger(value)) return refuse('InvalidParameter', { name: 'NewSize', value });
  if (value < size) return refuse('InvalidDiskSize.TooSmall', { value, id, size });
  if (value === size) return refuse('InvalidDiskSize', { value, id });
  const { max } = sizesOf(disk);
  return value > max ? refuse('InvalidDiskSize.TooLarge', { value, category: disk.category, max }) : undefined;
}
