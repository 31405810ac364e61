import type { EcsModifyInstanceChargeTypeParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { disksOf, saveAttributes as saveDisk } from '../disk/disk.table.ts';
import { refuse } from '../refusals.ts';
import { saveConfiguration } from './instance.table.ts';
import type { Instance } from './instance.ts';
import { jsonList } from './json-list.ts';
import { namedInstances } from './named-instances.ts';
import { newOrderId } from './order.ts';
import { checkPeriod } from './period.ts';
import { settingsOf, withSettings } from './settings.ts';

type Parameters = EcsModifyInstanceChargeTypeParameters;

const maxListed = 20;

/**
 * Makes instances that are paid as they go subscriptions, or the other way round, all of them or none. Nothing is billed
 * here: only how an instance is described and when it may be released follow.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancechargetype
 */
export const modifyInstanceChargeType = operation('Ecs', 'ModifyInstanceChargeType', {
  permits: ['instance/{InstanceIds}'],
  rules: {
    InstanceChargeType: (value) =>
      value === 'PrePaid' || value === 'PostPaid'
        ? undefined
        : refuse('InvalidInstanceChargeType.ValueNotSupported.Change', {
            reason: `"${value}" is not PrePaid or PostPaid`,
          }),
  },
  check: (parameters) => (chargeTypeOf(parameters) === 'PrePaid' ? checkPeriod(parameters) : undefined),

  async execute(parameters, context) {
    const { InstanceIds: text, DryRun, IsDetailFee = false } = parameters;
    const ids = jsonList(text, Number.POSITIVE_INFINITY);
    if (ids === undefined || ids === 'malformed' || ids.length === 0) {
      return refuse('InvalidParameter.InstanceIds', { value: text, limit: maxListed });
    }
    if (ids.length > maxListed) return refuse('InstancesIdQuotaExceed', { count: ids.length, limit: maxListed });
    const instances = await namedInstances(context, ids);
    if (isRefusal(instances)) return instances;
    const wanted = chargeTypeOf(parameters);
    const refused = instances.map((instance) => checkChange(instance, wanted)).find(isRefusal);
    if (refused) return refused;
    if (DryRun === true) return refuse('DryRunOperation');
    for (const instance of instances) {
      await saveConfiguration(context.tx, charged(instance, parameters, context.nowMs));
      await chargeDisks(context.tx, instance, parameters);
    }
    const fees = IsDetailFee && wanted === 'PostPaid' ? instances : [];
    return {
      ...(wanted === 'PrePaid' ? { OrderId: newOrderId(context.random) } : {}),
      FeeOfInstances: {
        FeeOfInstance: fees.map(({ instanceId }) => ({ InstanceId: instanceId, Currency: 'CNY', Fee: '0' })),
      },
    };
  },
});

function chargeTypeOf({ InstanceChargeType }: Parameters): Instance['instanceChargeType'] {
  return InstanceChargeType === 'PostPaid' ? 'PostPaid' : 'PrePaid';
}

/** Whether the instance can be paid for in the other way now. */
function checkChange(instance: Instance, wanted: Instance['instanceChargeType']): Refusal | undefined {
  const { instanceId: id, status: current, stoppedMode } = instance;
  if (current !== 'Running' && current !== 'Stopped') {
    return refuse('InvalidStatus.ValueNotSupported.ChargeType', { id, current });
  }
  if (instance.autoReleaseAtMs > 0) return refuse('ReleaseTimeHaveBeenSet', { id });
  const { SpotStrategy = 'NoSpot' } = settingsOf(instance);
  const unsuited =
    (instance.instanceChargeType === wanted && `"${id}" is ${wanted} already`) ||
    (SpotStrategy !== 'NoSpot' && `"${id}" is a spot instance`) ||
    (stoppedMode === 'StopCharging' && wanted === 'PrePaid' && `"${id}" is stopped and not charged for`);
  return unsuited ? refuse('InvalidInstanceChargeType.ValueNotSupported.Change', { reason: unsuited }) : undefined;
}

/** The system disk is paid for as its instance is; so are data disks that are to become part of a subscription. */
async function chargeDisks(tx: Transaction, { instanceId }: Instance, parameters: Parameters): Promise<void> {
  const diskChargeType = chargeTypeOf(parameters);
  const withData = diskChargeType === 'PostPaid' || parameters.IncludeDataDisks === true;
  for (const disk of await disksOf(tx, instanceId)) {
    if (disk.type === 'system' || withData) await saveDisk(tx, { ...disk, diskChargeType });
  }
}

function charged(instance: Instance, parameters: Parameters, nowMs: number): Instance {
  if (chargeTypeOf(parameters) === 'PostPaid') {
    const noSubscription = { Period: undefined, PeriodUnit: undefined, paidSinceMs: undefined };
    return { ...withSettings(instance, noSubscription), instanceChargeType: 'PostPaid' };
  }
  const { Period, PeriodUnit = 'Month' } = parameters;
  return { ...withSettings(instance, { Period, PeriodUnit, paidSinceMs: nowMs }), instanceChargeType: 'PrePaid' };
}
