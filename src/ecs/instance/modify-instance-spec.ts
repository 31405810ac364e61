import type { EcsModifyInstanceSpecParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { eipsOfInstances } from '../../vpc/eip/eip.table.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { refuse } from '../refusals.ts';
import { diskCategories } from '../region/disk-categories.ts';
import { checkBandwidthIn, isBandwidthOut, withBandwidth } from './bandwidth.ts';
import { findInstance, saveConfiguration } from './instance.table.ts';
import type { Instance } from './instance.ts';
import { carriedBy, checkTypeChange, withType } from './type-change.ts';

const categories: readonly string[] = diskCategories;

/**
 * Changes the type of a stopped instance that is paid as it goes, or its bandwidth while it runs or is stopped. The new
 * type has to allow everything that is attached, with its addresses.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancespec
 */
export const modifyInstanceSpec = operation('Ecs', 'ModifyInstanceSpec', {
  permits: ['instance/{InstanceId}'],
  rules: {
    InstanceType: (value) =>
      findInstanceType(value) === undefined ? refuse('InvalidInstanceType.ValueNotSupported', { value }) : undefined,
    InternetMaxBandwidthOut: (value, name) =>
      isBandwidthOut(value) ? undefined : refuse('InvalidParameter', { name, value }),
    // Only what older types need; the system disk of the ones offered stays as it is.
    SystemDisk: ({ Category: value }) =>
      value === undefined || categories.includes(value)
        ? undefined
        : refuse('InvalidParam.SystemDiskCategory', { value, allowed: categories.join(', ') }),
    // Temporary changes of bandwidth are offered to nobody.
    Temporary: (_value, name) => refuse('InvalidParameter', { name, value: 'temporary changes are not offered' }),
  },
  check: ({ InstanceType, InternetMaxBandwidthIn, InternetMaxBandwidthOut }) => {
    const changesBandwidth = InternetMaxBandwidthIn !== undefined || InternetMaxBandwidthOut !== undefined;
    if (InstanceType !== undefined && changesBandwidth) return refuse('InvalidParameter.Mismatch.Spec');
    return InstanceType === undefined && !changesBandwidth
      ? refuse('MissingParameter', { name: 'InstanceType' })
      : undefined;
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const { InstanceId: id, DryRun } = parameters;
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    if (instance.instanceChargeType === 'PrePaid') return refuse('ChargeTypeViolation.PrePaid', { id });
    const changed = await changedInstance(context, instance, parameters);
    if (isRefusal(changed)) return changed;
    if (DryRun === true) return refuse('DryRunOperation');
    await saveConfiguration(tx, changed);
    return {};
  },
});

async function changedInstance(
  context: OperationContext,
  instance: Instance,
  parameters: EcsModifyInstanceSpecParameters,
): Promise<Instance | Refusal> {
  const { instanceId: id, status: current } = instance;
  const type = parameters.InstanceType === undefined ? undefined : findInstanceType(parameters.InstanceType);
  if (type !== undefined) {
    if (current !== 'Stopped') return refuse('InvalidInstanceStatus.NotStopped', { id, current });
    return checkTypeChange(instance, type, await carriedBy(context, instance)) ?? withType(instance, type);
  }
  if (current !== 'Running' && current !== 'Stopped')
    return refuse('InvalidStatus.ValueNotSupported.Instance', { id, current });
  if ((parameters.InternetMaxBandwidthOut ?? 0) > 0 && (await eipsOfInstances(context.tx, [id])).length > 0) {
    return refuse('InvalidInstance.EipNotSupport', { id });
  }
  const changed = withBandwidth(instance, parameters);
  const wrong = checkBandwidthIn(changed);
  return wrong === undefined ? changed : refuse('InvalidParameter.Bandwidth', wrong);
}
