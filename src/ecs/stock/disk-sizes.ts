import type { diskCategories } from '../region/disk-categories.ts';

/** The smallest and the largest disk, in GiB. */
export interface DiskSizes {
  readonly min: number;
  readonly max: number;
}

/** How large a data disk of each category can be. */
export const dataDiskSizes: Readonly<Record<(typeof diskCategories)[number], DiskSizes>> = {
  cloud: { min: 5, max: 2000 },
  cloud_efficiency: { min: 20, max: 32_768 },
  cloud_ssd: { min: 20, max: 32_768 },
  cloud_essd: { min: 20, max: 65_536 },
  cloud_auto: { min: 1, max: 65_536 },
  cloud_essd_entry: { min: 10, max: 32_768 },
};

/** How large a system disk of a category can be; an image may need more than the least. */
export function systemDiskSizes(category: string): DiskSizes {
  return { min: 20, max: category === 'cloud' ? 500 : 2048 };
}
