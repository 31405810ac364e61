import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { findInstance } from '../instance/instance.table.ts';
import type { Instance } from '../instance/instance.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { disksOf } from './disk.table.ts';
import { diskInstance } from './disk-instance.ts';
import { beginPlacement } from './lifecycle.ts';
import { type Blueprint, makeDisk } from './making.ts';

/** The instance that a disk is to be paid for with: one that is paid for in advance. */
export async function subscriptionInstance(
  { tx, accountId, regionId }: OperationContext,
  id: string,
): Promise<Instance | Refusal> {
  const instance = await findInstance(tx, accountId, regionId, id);
  if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
  return instance.instanceChargeType === 'PrePaid'
    ? instance
    : refuse('InvalidInstanceChargeType.ValueNotSupported', { id, value: instance.instanceChargeType });
}

/** Makes a disk that is paid for with an instance, on its way to it; answers its id. */
export async function makeForInstance(
  context: OperationContext,
  requested: Omit<Blueprint, 'zoneId' | 'status'>,
  instance: Instance,
): Promise<string | Refusal> {
  const attached = await disksOf(context.tx, instance.instanceId);
  const place = { zoneId: instance.zoneId, status: 'Available', diskChargeType: 'PrePaid' } as const;
  const disk = await makeDisk(context, { ...requested, ...place }, []);
  const move = beginPlacement(disk, diskInstance(instance), { attached, deleteWithInstance: true });
  if (isRefusal(move)) return move;
  await carryOut(move, disk.diskId, 'attach', context);
  return disk.diskId;
}
