import { describe, expect, it } from 'vitest';
import { diskRecord } from './disk.fixture.ts';
import type { Disk } from './disk.ts';
import { mostProvisionedIops, performanceOf } from './performance.ts';
import { sizesOf } from './sizes.ts';

describe('what a disk can do', () => {
  it.each<readonly [Partial<Disk>, iops: number, throughput: number]>([
    [{ category: 'cloud', sizeGib: 500 }, 300, 40],
    [{ category: 'cloud_efficiency', sizeGib: 20 }, 1960, 103],
    [{ category: 'cloud_efficiency', sizeGib: 32_768 }, 5000, 140],
    [{ category: 'cloud_ssd', sizeGib: 100 }, 4800, 170],
    [{ category: 'cloud_ssd', sizeGib: 32_768 }, 25_000, 300],
    [{ category: 'cloud_essd_entry', sizeGib: 40 }, 2120, 106],
    [{ category: 'cloud_essd', performanceLevel: 'PL0', sizeGib: 40 }, 2280, 110],
    [{ category: 'cloud_essd', performanceLevel: 'PL1', sizeGib: 40 }, 3800, 140],
    [{ category: 'cloud_essd', performanceLevel: 'PL1', sizeGib: 65_536 }, 50_000, 350],
    [{ category: 'cloud_essd', performanceLevel: 'PL2', sizeGib: 65_536 }, 100_000, 750],
    [{ category: 'cloud_essd', performanceLevel: 'PL3', sizeGib: 65_536 }, 1_000_000, 4000],
    [{ category: 'cloud_auto', sizeGib: 10 }, 3000, 125],
    [{ category: 'cloud_auto', sizeGib: 40 }, 3800, 140],
    [{ category: 'cloud_auto', sizeGib: 40, provisionedIops: 6400 }, 10_200, 240],
  ])('%o', (disk, iops, throughput) => {
    expect(performanceOf(diskRecord(disk))).toEqual({ iops, throughput });
  });

  it('can be bought for an ESSD AutoPL disk as its size allows', () => {
    expect([1, 3, 4, 40, 51, 1000].map(mostProvisionedIops)).toEqual([0, 0, 1000, 36_200, 46_650, 50_000]);
  });
});

describe('how large a disk can be', () => {
  it.each<readonly [Partial<Disk>, min: number, max: number]>([
    [{ category: 'cloud' }, 5, 2000],
    [{ category: 'cloud_efficiency' }, 20, 32_768],
    [{ category: 'cloud_essd', performanceLevel: 'PL0' }, 1, 65_536],
    [{ category: 'cloud_essd', performanceLevel: 'PL1' }, 20, 65_536],
    [{ category: 'cloud_essd', performanceLevel: 'PL2' }, 461, 65_536],
    [{ category: 'cloud_essd', performanceLevel: 'PL3' }, 1261, 65_536],
    [{ category: 'cloud', type: 'system' }, 20, 500],
    [{ category: 'cloud_ssd', type: 'system' }, 20, 2048],
    [{ category: 'cloud_essd', performanceLevel: 'PL2', type: 'system' }, 461, 2048],
  ])('%o', (disk, min, max) => {
    expect(sizesOf(diskRecord(disk))).toEqual({ min, max });
  });
});
