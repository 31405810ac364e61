import { tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';

/** The states an instance is seen in. A released one is gone. */
export type InstanceStatus = 'Pending' | 'Starting' | 'Running' | 'Stopping' | 'Stopped';

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
  readonly stoppedMode: string;
  readonly deletionProtection: 0 | 1;
  readonly resourceGroupId: string;
  readonly serialNumber: string;
  /** What was asked for at creation and is only ever answered back, as JSON text. */
  readonly settings: string;
  readonly startedAtMs: number;
  readonly createdAtMs: number;
}

export const instanceTable = tableOf<Instance>('instance', [
  'instanceId',
  'accountId',
  'regionId',
  'zoneId',
  'vpcId',
  'vSwitchId',
  'instanceType',
  'imageId',
  'instanceName',
  'hostName',
  'description',
  'status',
  'stoppedMode',
  'deletionProtection',
  'resourceGroupId',
  'serialNumber',
  'settings',
  'startedAtMs',
  'createdAtMs',
]);

const selectOne = instanceTable.select('WHERE instance_id = ?');

/** The account's instance of this id in this region; in any region when the region is undefined. */
export async function findInstance(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  instanceId: string,
): Promise<Instance | undefined> {
  const instance = await tx.one(selectOne, instanceId);
  const visible = instance?.accountId === accountId && (regionId === undefined || instance.regionId === regionId);
  return visible ? instance : undefined;
}

/** The instance of this id, whoever owns it. */
export function findAnyInstance(tx: Transaction, instanceId: string): Promise<Instance | undefined> {
  return tx.one(selectOne, instanceId);
}
