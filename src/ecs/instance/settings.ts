import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import type { Instance } from './instance.ts';

/** Parameters of a creation that change nothing here and are answered back, under their own names. A password is none. */
const kept = [
  'Affinity',
  'AutoRenew',
  'AutoRenewPeriod',
  'ClockOptions',
  'CpuOptions',
  'CreditSpecification',
  'DedicatedHostId',
  'DeploymentSetGroupNo',
  'DeploymentSetId',
  'HibernationOptions',
  'HpcClusterId',
  'HttpEndpoint',
  'HttpPutResponseHopLimit',
  'HttpTokens',
  'ImageOptions',
  'InternetMaxBandwidthIn',
  'InternetMaxBandwidthOut',
  'Isp',
  'NetworkOptions',
  'Period',
  'PeriodUnit',
  'PrivateDnsNameOptions',
  'PrivatePoolOptions',
  'SchedulerOptions',
  'SecurityEnhancementStrategy',
  'SecurityOptions',
  'SpotDuration',
  'SpotInterruptionBehavior',
  'SpotPriceLimit',
  'SpotStrategy',
  'StorageSetId',
  'StorageSetPartitionNumber',
  'Tenancy',
  'UserData',
] as const satisfies readonly (keyof EcsRunInstancesParameters)[];

/** What is known of an instance beside its own columns; lists may be absent. */
export interface InstanceSettings extends Partial<Pick<EcsRunInstancesParameters, (typeof kept)[number]>> {
  readonly InstanceMetadataTags?: string;
  /** When its subscription began, where that was not its creation. */
  readonly paidSinceMs?: number;
  readonly renewal?: Renewal;
  readonly maintenance?: Maintenance;
}

/** Whether a subscription is renewed at its end, and for how long each time. */
export interface Renewal {
  readonly status: 'AutoRenewal' | 'Normal' | 'NotRenewal';
  readonly duration: number;
  readonly periodUnit: string;
}

/** When an instance may be maintained, and what becomes of it then. */
export interface Maintenance {
  /** Hours of the day, `HH:mm:ss`. */
  readonly windows: readonly { readonly start: string; readonly end: string }[];
  readonly action: string;
  readonly notify: boolean;
}

/** The settings of a creation as an instance stores them. */
export function settingsText(parameters: EcsRunInstancesParameters): string {
  return JSON.stringify(Object.fromEntries(kept.map((name) => [name, parameters[name]])));
}

export function settingsOf({ settings }: Pick<Instance, 'settings'>): InstanceSettings {
  return JSON.parse(settings) as InstanceSettings;
}

/** The instance with some settings set anew; one that is undefined is no longer set. */
export function withSettings(
  instance: Instance,
  changes: { [Name in keyof InstanceSettings]: InstanceSettings[Name] | undefined },
): Instance {
  return { ...instance, settings: JSON.stringify({ ...settingsOf(instance), ...changes }) };
}

const dayMs = 24 * 60 * 60 * 1000;
const daysOf: ReadonlyMap<string, number> = new Map([
  ['Week', 7],
  ['Month', 30],
  ['Year', 365],
]);

/** When a subscription ends; undefined for an instance that is paid as it goes. */
export function expiresAtMs(instance: Instance): number | undefined {
  if (instance.instanceChargeType !== 'PrePaid') return undefined;
  const { Period = 1, PeriodUnit = 'Month', paidSinceMs = instance.createdAtMs } = settingsOf(instance);
  return paidSinceMs + Period * (daysOf.get(PeriodUnit) ?? 30) * dayMs;
}
