import type { EcsModifyDiskAttributeParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findDisk, saveAttributes } from './disk.table.ts';
import { type Disk, isPortable } from './disk.ts';
import { checkAutoPl } from './options.ts';
import { description, diskName, orEmpty } from './rules.ts';

type Parameters = EcsModifyDiskAttributeParameters;

const maxDisks = 100;

/**
 * Changes the same attributes of one disk or of several, of all or none. An empty name or description clears it.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydiskattribute
 */
export const modifyDiskAttribute = operation('Ecs', 'ModifyDiskAttribute', {
  permits: ['disk/{DiskId}?', 'disk/{DiskIds}?'],
  malformedRegionId: 'InvalidRegionId.MalFormed',
  keepEmpty: ['DiskName', 'Description'],
  rules: {
    DiskName: orEmpty(diskName),
    Description: orEmpty(description),
    DiskIds: (ids, name) =>
      ids.length > maxDisks
        ? refuse('InvalidParameter', { name: `${name}.N`, value: `${ids.length} values, at most ${maxDisks}` })
        : undefined,
  },

  check(parameters) {
    const { DiskId, DiskIds, RegionId, ...attributes } = parameters;
    if (DiskId === undefined && DiskIds.length === 0) return refuse('MissingParameter.DiskIdOrDiskIds');
    if (DiskId !== undefined && DiskIds.length > 0) return refuse('ParameterConflict.DiskIdAndDiskIds');
    return Object.keys(attributes).length === 0 ? refuse('NoAttributeToModify') : undefined;
  },

  async execute(parameters, { tx, accountId, regionId, regionGiven }) {
    const { DiskId, DiskIds } = parameters;
    for (const id of DiskId === undefined ? new Set(DiskIds) : [DiskId]) {
      const disk = await findDisk(tx, accountId, regionGiven ? regionId : undefined, id);
      if (disk === undefined) return refuse('InvalidDiskId.NotFound', { id });
      const changed = modified(disk, parameters);
      if (isRefusal(changed)) return changed;
      await saveAttributes(tx, changed);
    }
    return {};
  },
});

/** The disk as it is after the request. */
function modified(disk: Disk, wanted: Parameters): Disk | Refusal {
  const { diskId: id, status: current } = disk;
  if (current === 'Deleting') {
    return refuse('IncorrectDiskStatus', { id, current, expected: 'Available" or "In_use' });
  }
  if (wanted.DeleteWithInstance === false && !isPortable(disk)) return refuse('DiskNotPortable', { id });
  const refused = checkAutoPl(
    { provisionedIops: disk.provisionedIops, burstingEnabled: wanted.BurstingEnabled },
    disk.category,
    disk.sizeGib,
  );
  if (refused) return refused;
  return {
    ...disk,
    diskName: wanted.DiskName ?? disk.diskName,
    description: wanted.Description ?? disk.description,
    deleteWithInstance: flag(wanted.DeleteWithInstance, disk.deleteWithInstance),
    deleteAutoSnapshot: flag(wanted.DeleteAutoSnapshot, disk.deleteAutoSnapshot),
    enableAutoSnapshot: flag(wanted.EnableAutoSnapshot, disk.enableAutoSnapshot),
    burstingEnabled: flag(wanted.BurstingEnabled, disk.burstingEnabled),
  };
}

function flag(wanted: boolean | undefined, before: 0 | 1): 0 | 1 {
  return wanted === undefined ? before : wanted ? 1 : 0;
}
