import { type DiskSizes, dataDiskSizes, systemDiskSizes } from '../stock/disk-sizes.ts';
import type { Disk, PerformanceLevel } from './disk.ts';

/** The smallest ESSD of each performance level, in GiB. */
const leastOfLevel: Readonly<Record<PerformanceLevel, number>> = { PL0: 1, PL1: 20, PL2: 461, PL3: 1261 };

/** How large a disk of this kind can be, in GiB. */
export function sizesOf({
  type,
  category,
  performanceLevel,
}: Pick<Disk, 'type' | 'category' | 'performanceLevel'>): DiskSizes {
  const sizes = type === 'system' ? systemDiskSizes(category) : dataDiskSizes[category];
  return performanceLevel === '' ? sizes : { ...sizes, min: leastOfLevel[performanceLevel] };
}

/** Whether the level takes disks of this size. */
export function suitsLevel(level: PerformanceLevel, sizeGib: number): boolean {
  return sizeGib >= leastOfLevel[level];
}
