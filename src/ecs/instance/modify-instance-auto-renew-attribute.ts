import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { saveConfiguration } from './instance.table.ts';
import { isRenewalStatus, renewalAfter, renewalOf } from './renewal.ts';
import { withSettings } from './settings.ts';
import { subscriptionsIn } from './subscriptions.ts';

/**
 * Sets whether subscriptions are renewed at their end, and for how long each time. Nothing is billed here, so that it is
 * only kept and shown.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstanceautorenewattribute
 */
export const modifyInstanceAutoRenewAttribute = operation('Ecs', 'ModifyInstanceAutoRenewAttribute', {
  permits: ['instance/*'],
  rules: {
    RenewalStatus: (value) =>
      isRenewalStatus(value) ? undefined : refuse('InvalidParameter.RenewalStatus', { value }),
  },

  async execute(parameters, context) {
    const {
      InstanceId,
      RenewalStatus,
      AutoRenew = false,
      Duration: duration,
      PeriodUnit: periodUnit = 'Month',
    } = parameters;
    const instances = await subscriptionsIn(context, InstanceId);
    if (isRefusal(instances)) return instances;
    const fallback = AutoRenew ? 'AutoRenewal' : 'Normal';
    const status = RenewalStatus !== undefined && isRenewalStatus(RenewalStatus) ? RenewalStatus : fallback;
    for (const instance of instances) {
      const renewal = renewalAfter(renewalOf(instance), { status, duration, periodUnit });
      if (isRefusal(renewal)) return renewal;
      await saveConfiguration(context.tx, withSettings(instance, { renewal }));
    }
    return {};
  },
});
