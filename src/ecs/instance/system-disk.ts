import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { Image } from '../image/images.ts';
import { refuse } from '../refusals.ts';

/** Whether the system disk has a size that its category offers and the image fits on. */
export function checkSystemDisk(disk: EcsRunInstancesParameters['SystemDisk'], image: Image): Refusal | undefined {
  if (disk?.Size === undefined) return undefined;
  const maximum = disk.Category === 'cloud' ? 500 : 2048;
  const size = /^\d+$/.test(disk.Size) ? Number(disk.Size) : Number.NaN;
  return size >= image.sizeGib && size <= maximum
    ? undefined
    : refuse('InvalidSystemDiskSize.ValueNotSupported', { value: disk.Size, minimum: image.sizeGib, maximum });
}
