import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { saveConfiguration } from './instance.table.ts';
import { checkWindows, invalid, maintenanceActionsOf, maintenanceOf } from './maintenance.ts';
import { namedInstances } from './named-instances.ts';
import { tooManyInstances } from './rules.ts';
import { withSettings } from './settings.ts';

/**
 * Sets when instances may be maintained, what becomes of them then, and whether they are told before; what is not given
 * stays. Nothing is ever maintained here, so that it is only kept and shown.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancemaintenanceattributes
 */
export const modifyInstanceMaintenanceAttributes = operation('Ecs', 'ModifyInstanceMaintenanceAttributes', {
  permits: ['instance/{InstanceId}'],
  required: ['InstanceId'],
  rules: { InstanceId: tooManyInstances, MaintenanceWindow: checkWindows },

  async execute({ InstanceId, MaintenanceWindow, ActionOnMaintenance, NotifyOnMaintenance }, context) {
    const instances = await namedInstances(context, InstanceId);
    if (isRefusal(instances)) return instances;
    for (const instance of instances) {
      const before = maintenanceOf(instance);
      const action = ActionOnMaintenance ?? before.action;
      const notify = NotifyOnMaintenance ?? before.notify;
      if (!maintenanceActionsOf(instance).includes(action)) return invalid('ActionOnMaintenance', action);
      const windows = MaintenanceWindow.map(({ StartTime: start = '', EndTime: end = '' }) => ({ start, end }));
      const maintenance = { windows: windows.length === 0 ? before.windows : windows, action, notify };
      await saveConfiguration(context.tx, withSettings(instance, { maintenance }));
    }
    return {};
  },
});
