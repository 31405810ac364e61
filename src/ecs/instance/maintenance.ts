import type { EcsModifyInstanceMaintenanceAttributesParameters } from '../../contracts/operations.generated.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { refuse } from '../refusals.ts';
import type { Instance } from './instance.ts';
import { type Maintenance, settingsOf } from './settings.ts';

const defaultAction = 'AutoRecover';
const onTheHour = /^([01]\d|2[0-3]):00:00$/;
type Window = EcsModifyInstanceMaintenanceAttributesParameters['MaintenanceWindow'][number];

/** What is set for an instance, and until then the default. */
export function maintenanceOf(instance: Instance): Maintenance {
  return settingsOf(instance).maintenance ?? { windows: [], action: defaultAction, notify: false };
}

/** What can become of an instance; one with disks in its host can also be moved without them. */
export function maintenanceActionsOf({ instanceType }: Pick<Instance, 'instanceType'>): readonly string[] {
  const hasLocalDisks = (findInstanceType(instanceType)?.localStorageAmount ?? 0) > 0;
  return hasLocalDisks ? ['Stop', 'AutoRecover', 'AutoRedeploy'] : ['Stop', 'AutoRecover'];
}

/** At most one window, between full hours, 1 to 23 of them, over midnight too. */
export function checkWindows(windows: readonly Window[], name: string): Refusal | undefined {
  const [{ StartTime: start = '', EndTime: end = '' } = {}, ...others] = windows;
  if (windows.length === 0) return undefined;
  if (others.length > 0) return invalid(`${name}.N`, `${windows.length} windows, at most 1`);
  if (!onTheHour.test(start)) return invalid(`${name}.1.StartTime`, start);
  return onTheHour.test(end) && end !== start ? undefined : invalid(`${name}.1.EndTime`, end);
}

export function invalid(name: string, value: string): Refusal {
  return refuse('InvalidParameter.Maintenance', { name, value });
}

/** An instance's maintenance as it is described. */
export function describedMaintenance(instance: Instance) {
  const { windows, action, notify } = maintenanceOf(instance);
  return {
    InstanceId: instance.instanceId,
    NotifyOnMaintenance: notify,
    ActionOnMaintenance: {
      Value: action,
      DefaultValue: defaultAction,
      SupportedValues: { SupportedValue: maintenanceActionsOf(instance) },
    },
    MaintenanceWindows: {
      MaintenanceWindow: windows.map(({ start, end }) => ({ StartTime: start, EndTime: end })),
    },
  };
}
