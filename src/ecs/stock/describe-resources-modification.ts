import { operation } from '../../operation/operation.ts';
import { findInstance } from '../instance/instance.table.ts';
import { carriedBy, checkTypeChange } from '../instance/type-change.ts';
import { findInstanceType, instanceTypes } from '../instance-type/catalogue.ts';
import { refuse } from '../refusals.ts';
import { diskCategories } from '../region/disk-categories.ts';
import { systemDiskSizes } from './disk-sizes.ts';
import { describedZone, type Offer } from './offers.ts';

/**
 * Lists what an instance can be changed to: the types that allow everything that is attached to it, or the categories of
 * the system disk that one of them takes.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeresourcesmodification
 */
export const describeResourcesModification = operation('Ecs', 'DescribeResourcesModification', {
  permits: ['instance/{ResourceId}'],
  rules: {
    DestinationResource: (value) =>
      value === 'InstanceType' || value === 'SystemDisk'
        ? undefined
        : refuse('Invalid.DestinationResource', { value, allowed: 'InstanceType, SystemDisk' }),
  },
  check: ({ DestinationResource: destination, InstanceType }) =>
    destination === 'SystemDisk' && InstanceType === undefined
      ? refuse('Invalid.Param', { name: 'InstanceType', destination })
      : undefined,

  async execute(parameters, context) {
    const { ResourceId: id, DestinationResource, InstanceType, Cores, Memory, ZoneId } = parameters;
    const { tx, accountId, regionId } = context;
    const instance = await findInstance(tx, accountId, regionId, id);
    if (instance === undefined) return refuse('InvalidResourceId.NotFound.Modification', { id });
    const carried = await carriedBy(context, instance);
    const candidates = InstanceType === undefined ? instanceTypes : [findInstanceType(InstanceType)];
    const types = candidates
      .filter((type) => type !== undefined)
      .filter((type) => checkTypeChange(instance, type, carried) === undefined)
      .filter((type) => Cores === undefined || type.cpuCoreCount === Cores)
      .filter((type) => Memory === undefined || type.memoryGib === Memory);
    const offers: readonly Offer[] =
      DestinationResource === 'InstanceType' || types.length === 0
        ? types.map((type) => ({ value: type.instanceTypeId }))
        : diskCategories.map((value) => ({ value, sizes: systemDiskSizes(value) }));
    // An instance stays in its zone.
    const isOffered = offers.length > 0 && (ZoneId === undefined || ZoneId === instance.zoneId);
    const zones = isOffered ? [describedZone(regionId, instance.zoneId, DestinationResource, offers)] : [];
    return { AvailableZones: { AvailableZone: zones } };
  },
});
