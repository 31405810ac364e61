import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { autoReleaseAtMsOf, setAutoRelease } from './auto-release.ts';
import { findInstance, saveConfiguration } from './instance.table.ts';
import { autoReleaseTime } from './rules.ts';

/**
 * Sets when an instance is released by itself, or without a time that it is not. Then it is, running or not.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstanceautoreleasetime
 */
export const modifyInstanceAutoReleaseTime = operation('Ecs', 'ModifyInstanceAutoReleaseTime', {
  permits: ['instance/{InstanceId}'],
  rules: { AutoReleaseTime: autoReleaseTime },

  async execute({ InstanceId: id, AutoReleaseTime }, { tx, nowMs, accountId, regionId, regionGiven, transitions }) {
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('NoSuchResource', { id });
    if (instance.instanceChargeType === 'PrePaid') return refuse('ChargeTypeViolation.PrePaid', { id });
    const autoReleaseAtMs = autoReleaseAtMsOf({ AutoReleaseTime }, nowMs);
    if (isRefusal(autoReleaseAtMs)) return autoReleaseAtMs;
    const changed = { ...instance, autoReleaseAtMs };
    await saveConfiguration(tx, changed);
    await setAutoRelease(transitions, changed);
    return {};
  },
});
