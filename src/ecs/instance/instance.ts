/** The states an instance is seen in. A released one is gone. */
export const instanceStatuses = ['Pending', 'Starting', 'Running', 'Stopping', 'Stopped'] as const;
export type InstanceStatus = (typeof instanceStatuses)[number];

/** An ECS instance. Its addresses and security groups are those of its network interfaces. */
export interface Instance {
  readonly instanceId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly zoneId: string;
  readonly vpcId: string;
  readonly vSwitchId: string;
  readonly instanceType: string;
  readonly imageId: string;
  readonly instanceName: string;
  readonly hostName: string;
  readonly description: string;
  readonly status: InstanceStatus;
  /** Its deletion is accepted and under way; it is seen as Stopping until it is gone. */
  readonly releasing: 0 | 1;
  readonly stoppedMode: 'KeepCharging' | 'StopCharging' | 'Not-applicable';
  readonly deletionProtection: 0 | 1;
  readonly instanceChargeType: 'PostPaid' | 'PrePaid';
  readonly internetChargeType: 'PayByTraffic' | 'PayByBandwidth';
  readonly keyPairName: string;
  /** Empty without one. */
  readonly ramRoleName: string;
  /** The public IPv4 address of its own, none of the elastic ones. */
  readonly publicAddress: number | null;
  /** When it is released by itself; 0 never. */
  readonly autoReleaseAtMs: number;
  readonly resourceGroupId: string;
  readonly serialNumber: string;
  /** What was asked for at creation and is only ever answered back, as JSON text: see `settings.ts`. */
  readonly settings: string;
  /** When it last began to start; 0 before the first time. */
  readonly startedAtMs: number;
  readonly createdAtMs: number;
}

/** Under this name instances' delayed changes are recorded. */
export const instanceResource = 'instance';

/** Under this name the releases that are set for a time are recorded. */
export const autoReleaseResource = 'instance-auto-release';

/** The tag resource type of instances. */
export const instanceTags = 'ecs/instance';
