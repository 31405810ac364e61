import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import type { Instance } from './instance.ts';

/** Parameters of a creation that change nothing here and are answered back, under their own names. A password is none. */
const kept = [
  'Affinity',
  'AutoReleaseTime',
  'AutoRenew',
  'AutoRenewPeriod',
  'ClockOptions',
  'CpuOptions',
  'CreditSpecification',
  'DataDisk',
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
  'RamRoleName',
  'SchedulerOptions',
  'SecurityEnhancementStrategy',
  'SecurityOptions',
  'SpotDuration',
  'SpotInterruptionBehavior',
  'SpotPriceLimit',
  'SpotStrategy',
  'StorageSetId',
  'StorageSetPartitionNumber',
  'SystemDisk',
  'Tenancy',
  'UserData',
] as const satisfies readonly (keyof EcsRunInstancesParameters)[];

/** What is known of an instance beside its own columns; lists may be absent. */
export type InstanceSettings = Partial<Pick<EcsRunInstancesParameters, (typeof kept)[number]>>;

/** The settings of a creation as an instance stores them. */
export function settingsText(parameters: EcsRunInstancesParameters): string {
  return JSON.stringify(Object.fromEntries(kept.map((name) => [name, parameters[name]])));
}

export function settingsOf({ settings }: Pick<Instance, 'settings'>): InstanceSettings {
  return JSON.parse(settings) as InstanceSettings;
}

const monthMs = 30 * 24 * 60 * 60 * 1000;
const weekMs = 7 * 24 * 60 * 60 * 1000;

/** When a subscription ends; undefined for an instance that is paid as it goes. */
export function expiresAtMs(instance: Instance): number | undefined {
  if (instance.instanceChargeType !== 'PrePaid') return undefined;
  const { Period = 1, PeriodUnit = 'Month' } = settingsOf(instance);
  return instance.createdAtMs + Period * (PeriodUnit === 'Week' ? weekMs : monthMs);
}
