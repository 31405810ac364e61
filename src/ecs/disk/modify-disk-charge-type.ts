import { operation } from '../../operation/operation.ts';
import { findInstance } from '../instance/instance.table.ts';
import { jsonList } from '../instance/json-list.ts';
import { newOrderId } from '../instance/order.ts';
import { refuse } from '../refusals.ts';
import { findDisk, saveAttributes } from './disk.table.ts';
import type { Disk } from './disk.ts';

const maxDisks = 16;

/**
 * Changes how data disks of a subscription instance are paid for, of all that are named or of none.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydiskchargetype
 */
export const modifyDiskChargeType = operation('Ecs', 'ModifyDiskChargeType', {
  permits: ['instance/{InstanceId}'],
  rules: {
    DiskChargeType: (value, name) =>
      value === 'PrePaid' || value === 'PostPaid' ? undefined : refuse('InvalidParameter', { name, value }),
    DiskIds: (value, name) => {
      const ids = jsonList(value, maxDisks);
      return ids === 'malformed' || ids === undefined || ids.length === 0
        ? refuse('InvalidParameter', { name, value })
        : undefined;
    },
  },

  async execute({ InstanceId: instanceId, DiskIds, DiskChargeType = 'PrePaid' }, context) {
    const { tx, accountId, regionId } = context;
    const instance = await findInstance(tx, accountId, regionId, instanceId);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id: instanceId });
    if (instance.instanceChargeType !== 'PrePaid') return refuse('ChargeTypeViolation.Disk', { id: instanceId });
    const diskChargeType: Disk['diskChargeType'] = DiskChargeType === 'PostPaid' ? 'PostPaid' : 'PrePaid';
    for (const id of new Set(JSON.parse(DiskIds) as string[])) {
      const disk = await findDisk(tx, accountId, regionId, id);
      if (disk?.type !== 'data') return refuse('InvalidDiskIds.NotFound', { id });
      if (disk.instanceId !== instanceId) {
        return refuse('InvalidOperation.DiskMustAttachedToInstance', { id, instanceId });
      }
      await saveAttributes(tx, { ...disk, diskChargeType });
    }
    return { OrderId: newOrderId(context.random) };
  },
});
