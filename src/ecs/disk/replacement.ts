import type { Refusal } from '../../operation/refusal.ts';
import type { Image } from '../image/images.ts';
import { refuse } from '../refusals.ts';
import type { Disk } from './disk.ts';
import type { Blueprint } from './making.ts';
import { sizesOf } from './sizes.ts';

/** What a new system disk is asked for with. */
export interface WantedReplacement {
  readonly sizeGib: number | undefined;
  readonly encrypted: boolean;
  readonly kmsKeyId: string | undefined;
}

const defaultSizeGib = 40;

/**
 * The system disk of another image in the place of the present one: of its category, paid for as it was and at least
 * as large. What it was told to keep to stays; snapshot policies were applied to the disk itself and end with it.
 */
export function replacementOf(
  { diskId, createdAtMs, ...present }: Disk,
  image: Image,
  wanted: WantedReplacement,
  nowMs: number,
): Blueprint | Refusal {
  const { min, max: maximum } = sizesOf(present);
  const minimum = Math.max(min, image.sizeGib, present.sizeGib);
  const { sizeGib = Math.max(minimum, defaultSizeGib), encrypted, kmsKeyId = '' } = wanted;
  if (!(Number.isInteger(sizeGib) && sizeGib >= minimum && sizeGib <= maximum)) {
    return refuse('InvalidSystemDiskSize.ValueNotSupported', { value: sizeGib, minimum, maximum });
  }
  if (kmsKeyId !== '' && !encrypted) {
    return refuse('InvalidParameter.Conflict', { first: 'KMSKeyId', second: 'Encrypted=false' });
  }
  return {
    ...present,
    encrypted: encrypted ? 1 : 0,
    kmsKeyId,
    sizeGib,
    imageId: image.imageId,
    sourceSnapshotId: '',
    autoSnapshotPolicyId: '',
    attachedAtMs: nowMs,
    detachedAtMs: 0,
  };
}
