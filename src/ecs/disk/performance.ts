import type { Disk } from './disk.ts';

/** What a disk can do in each direction. */
export interface Performance {
  /** Operations a second. */
  readonly iops: number;
  /** Megabytes a second. */
  readonly throughput: number;
}

/** So much to begin with, so much more for each GiB, and no more than that. */
type Growth = readonly [base: number, perGib: number, most: number];

/** How operations and throughput grow with the size, by category, ESSDs by performance level. */
const growth: Readonly<Record<string, readonly [iops: Growth, throughput: Growth]>> = {
  cloud: [
    [300, 0, 300],
    [40, 0, 40],
  ],
  cloud_efficiency: [
    [1800, 8, 5000],
    [100, 0.15, 140],
  ],
  cloud_ssd: [
    [1800, 30, 25_000],
    [120, 0.5, 300],
  ],
  cloud_essd_entry: [
    [1800, 8, 6000],
    [100, 0.15, 150],
  ],
  cloud_auto: [
    [1800, 50, 50_000],
    [120, 0.5, 350],
  ],
  PL0: [
    [1800, 12, 10_000],
    [100, 0.25, 180],
  ],
  PL1: [
    [1800, 50, 50_000],
    [120, 0.5, 350],
  ],
  PL2: [
    [1800, 50, 100_000],
    [120, 0.5, 750],
  ],
  PL3: [
    [1800, 50, 1_000_000],
    [120, 0.5, 4000],
  ],
};

const leastAutoIops = 3000;
const kibPerProvisionedOperation = 16;
const maxProvisionedIops = 50_000;
const maxIopsPerGib = 1000;

/** What a disk can do by its category, level and size, and by what was bought beside. */
export function performanceOf(
  disk: Pick<Disk, 'category' | 'performanceLevel' | 'sizeGib' | 'provisionedIops'>,
): Performance {
  const [iops, throughput] = growth[disk.performanceLevel || disk.category] ?? growth.cloud ?? [];
  const own = grown(iops, disk.sizeGib);
  const base = disk.category === 'cloud_auto' ? Math.max(own, leastAutoIops) : own;
  const bought = (disk.provisionedIops * kibPerProvisionedOperation) / 1024;
  return {
    iops: base + disk.provisionedIops,
    throughput: Math.floor(grown(throughput, disk.sizeGib) + bought),
  };
}

/** How many operations can be bought for an ESSD AutoPL disk beside its own. */
export function mostProvisionedIops(sizeGib: number): number {
  if (sizeGib < 4) return 0;
  const base = performanceOf({ category: 'cloud_auto', performanceLevel: '', sizeGib, provisionedIops: 0 }).iops;
  return Math.max(0, Math.min(maxProvisionedIops, maxIopsPerGib * sizeGib - base));
}

function grown([base, perGib, most]: Growth = [0, 0, 0], sizeGib: number): number {
  return Math.min(base + perGib * sizeGib, most);
}
