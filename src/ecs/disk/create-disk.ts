import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { findRegion, zonesOf } from '../../operation/regions.ts';
import { newOrderId } from '../instance/order.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { checkTags } from '../tag/tags.ts';
import { diskResource } from './disk.ts';
import { makeDisk } from './making.ts';
import { checkCreation, requestedDisk } from './requested-disk.ts';
import { description, diskName, newCategory } from './rules.ts';
import { makeForInstance, subscriptionInstance } from './subscription.ts';

/**
 * Makes a data disk, empty or from a snapshot: Creating, then Available. With the id of a subscription instance it is
 * paid for with that and attached to it; tags, resource group and key are passed over then.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createdisk
 */
export const createDisk = operation('Ecs', 'CreateDisk', {
  permits: ['disk/*', 'snapshot/{SnapshotId}?', 'instance/{InstanceId}?'],
  rules: {
    DiskName: diskName,
    Description: description,
    DiskCategory: newCategory,
    Tag: (tags) => checkTags(tags),
  },
  check: checkCreation,

  async execute(parameters, context) {
    const { ZoneId: zoneId, InstanceId, ResourceGroupId, Tag } = parameters;
    if (zoneId === undefined) {
      const instance = await subscriptionInstance(context, InstanceId ?? '');
      if (isRefusal(instance)) return instance;
      const { KMSKeyId, ...wanted } = parameters;
      const requested = await requestedDisk(context, wanted);
      if (isRefusal(requested)) return requested;
      const diskId = await makeForInstance(context, requested, instance);
      return isRefusal(diskId) ? diskId : { DiskId: diskId, OrderId: newOrderId(context.random) };
    }
    const region = findRegion(context.regionId);
    if (region === undefined || !zonesOf(region).includes(zoneId)) return refuse('InvalidZoneId.NotFound', { zoneId });
    const requested = await requestedDisk(context, parameters);
    if (isRefusal(requested)) return requested;
    const noGroup = await checkResourceGroup(context, ResourceGroupId);
    if (noGroup) return noGroup;
    const place = { zoneId, status: 'Creating', resourceGroupId: ResourceGroupId ?? '' } as const;
    const { diskId } = await makeDisk(context, { ...requested, ...place }, Tag);
    await context.transitions.schedule(diskResource, diskId, 'create');
    return { DiskId: diskId };
  },
});
