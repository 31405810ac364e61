import type { EcsModifyDiskSpecParameters } from '../../contracts/operations.generated.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { Disk, DiskCategory } from './disk.ts';
import { checkAutoPl, isPerformanceLevel } from './options.ts';
import { sizesOf, suitsLevel } from './sizes.ts';

type Parameters = EcsModifyDiskSpecParameters;

/** What a disk can be turned into. */
const targets: readonly string[] = ['cloud_essd', 'cloud_auto', 'cloud_ssd', 'cloud_efficiency'];

/** The forms of the parameters; what belongs to dedicated clusters or regional disks is for no disk here. */
export function checkSpecParameters(parameters: Parameters): Refusal | undefined {
  const { DiskCategory: category, PerformanceLevel: level, DestinationZoneId, PerformanceControlOptions } = parameters;
  if (category !== undefined && !targets.includes(category)) {
    return refuse('InvalidDiskCategory.ValueNotSupported', { value: category, allowed: targets.join(', ') });
  }
  if (level !== undefined && !isPerformanceLevel(level)) {
    return refuse('InvalidPerformanceLevel.Malformed', { value: level });
  }
  if (DestinationZoneId !== undefined) {
    return refuse('InvalidDestinationZoneId.DiskCategoryUnsupported', { value: DestinationZoneId });
  }
  return PerformanceControlOptions === undefined
    ? undefined
    : refuse('InvalidPerformanceParameter.DiskNotInDedicatedStorageCluster', { id: parameters.DiskId });
}

/** The disk as it is after the request. */
export function withSpec(disk: Disk, parameters: Parameters): Disk | Refusal {
  const { diskId: id, category: before } = disk;
  if (before === 'cloud') return refuse('OperationDenied.DiskCategory', { id, category: before });
  const category = (parameters.DiskCategory as DiskCategory | undefined) ?? before;
  const level = performanceLevelOf(disk, category, parameters.PerformanceLevel);
  if (typeof level !== 'string') return level;
  const { ProvisionedIops } = parameters;
  const provisionedIops = ProvisionedIops ?? (category === before ? disk.provisionedIops : 0);
  const autoPl = { provisionedIops, burstingEnabled: category === before && disk.burstingEnabled === 1 };
  const changed: Disk = {
    ...disk,
    category,
    performanceLevel: level,
    provisionedIops,
    burstingEnabled: autoPl.burstingEnabled ? 1 : 0,
  };
  const refused = checkAutoPl(autoPl, category, disk.sizeGib) ?? checkFit(changed);
  if (refused) return refused;
  const same = category === before && level === disk.performanceLevel && provisionedIops === disk.provisionedIops;
  return same ? refuse('NoChangeInDiskCategoryAndPerformanceLevel', { id }) : changed;
}

/** ESSDs have a level and no others; none is lowered to PL0. */
function performanceLevelOf(
  disk: Disk,
  category: DiskCategory,
  wanted: string | undefined,
): Disk['performanceLevel'] | Refusal {
  if (category !== 'cloud_essd') {
    return wanted === undefined ? '' : refuse('InvalidPerformanceLevelParam.Mismatch', { level: wanted, category });
  }
  const level = wanted ?? (disk.performanceLevel || 'PL1');
  if (!isPerformanceLevel(level)) return refuse('InvalidPerformanceLevel.Malformed', { value: level });
  const isLowered = level === 'PL0' && disk.performanceLevel !== 'PL0' && disk.performanceLevel !== '';
  return isLowered ? refuse('InvalidPerformanceLevel.TooLow', { level, before: disk.performanceLevel }) : level;
}

function checkFit(disk: Disk): Refusal | undefined {
  const { performanceLevel: level, sizeGib, category } = disk;
  if (level !== '' && !suitsLevel(level, sizeGib)) {
    return refuse('OperationDenied.PerformanceLevelNotMatch', { level, sizeGib });
  }
  const { min, max } = sizesOf(disk);
  return sizeGib < min || sizeGib > max
    ? refuse('OperationDenied.DiskSize', { id: disk.diskId, sizeGib, category, min, max })
    : undefined;
}
