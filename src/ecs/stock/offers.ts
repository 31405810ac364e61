import type { EcsDescribeAvailableResourceParameters } from '../../contracts/operations.generated.ts';
import { instanceTypes } from '../instance-type/catalogue.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { dedicatedHostTypes } from '../region/dedicated-host-types.ts';
import { diskCategories } from '../region/disk-categories.ts';
import { type DiskSizes, dataDiskSizes, systemDiskSizes } from './disk-sizes.ts';

/** What can be asked for, in the order in which it is chosen. */
export const destinationResources = [
  'Zone',
  'IoOptimized',
  'InstanceType',
  'Network',
  'ddh',
  'SystemDisk',
  'DataDisk',
] as const;
export type DestinationResource = (typeof destinationResources)[number];

type Filters = Pick<
  EcsDescribeAvailableResourceParameters,
  | 'InstanceType'
  | 'Cores'
  | 'Memory'
  | 'SystemDiskCategory'
  | 'DataDiskCategory'
  | 'IoOptimized'
  | 'NetworkCategory'
  | 'DestinationResource'
>;

/** One choice, and of disks between which sizes. */
export interface Offer {
  readonly value: string;
  readonly sizes?: DiskSizes;
}

/** Every zone offers the same: what of one kind goes together with everything else that a request names. */
export function offersIn(zoneId: string, filters: Filters): readonly Offer[] {
  const { SystemDiskCategory: system, DataDiskCategory: data } = filters;
  const types = instanceTypes.filter((type) => suits(type, filters));
  const excluded =
    types.length === 0 ||
    filters.IoOptimized === 'none' ||
    filters.NetworkCategory === 'classic' ||
    categoriesFor(system).length === 0 ||
    categoriesFor(data).length === 0;
  if (excluded) return [];
  switch (filters.DestinationResource as DestinationResource) {
    case 'Zone':
      return [{ value: zoneId }];
    case 'IoOptimized':
      return [{ value: 'optimized' }];
    case 'Network':
      return [{ value: 'vpc' }];
    case 'ddh':
      return dedicatedHostTypes.map((value) => ({ value }));
    case 'InstanceType':
      return types.map((type) => ({ value: type.instanceTypeId }));
    case 'SystemDisk':
      return categoriesFor(system).map((value) => ({ value, sizes: systemDiskSizes(value) }));
    case 'DataDisk':
      return categoriesFor(data).map((value) => ({ value, sizes: dataDiskSizes[value] }));
  }
}

function suits({ instanceTypeId, cpuCoreCount, memoryGib }: InstanceType, filters: Filters): boolean {
  const { InstanceType: id = instanceTypeId, Cores = cpuCoreCount, Memory = memoryGib } = filters;
  return instanceTypeId === id && cpuCoreCount === Cores && memoryGib === Memory;
}

function categoriesFor(wanted: string | undefined) {
  return diskCategories.filter((category) => wanted === undefined || category === wanted);
}

/** An offer as an answer lists it; stock is without end. */
function describedOffer({ value, sizes }: Offer) {
  return {
    Value: value,
    Status: 'Available',
    StatusCategory: 'WithStock',
    Min: sizes?.min,
    Max: sizes?.max,
    Unit: sizes && 'GiB',
  };
}

/** A zone with what it offers of one kind. */
export function describedZone(regionId: string, zoneId: string, type: string, offers: readonly Offer[]) {
  return {
    RegionId: regionId,
    ZoneId: zoneId,
    Status: 'Available',
    StatusCategory: 'WithStock',
    AvailableResources: {
      AvailableResource: [{ Type: type, SupportedResources: { SupportedResource: offers.map(describedOffer) } }],
    },
  };
}
