import { listSql } from '../../store/placeholders.ts';
import { dynamicSql, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Instance } from './instance.ts';

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
  'releasing',
  'stoppedMode',
  'deletionProtection',
  'instanceChargeType',
  'internetChargeType',
  'keyPairName',
  'ramRoleName',
  'publicAddress',
  'autoReleaseAtMs',
  'resourceGroupId',
  'serialNumber',
  'settings',
  'startedAtMs',
  'createdAtMs',
]);

const selectOne = instanceTable.select('WHERE instance_id = ?');
const updateState = sql(
  'UPDATE instance SET status = ?, releasing = ?, stopped_mode = ?, started_at_ms = ? WHERE instance_id = ?',
);
const updateAttributes = sql(
  `UPDATE instance SET instance_name = ?, host_name = ?, description = ?, deletion_protection = ?, settings = ?
   WHERE instance_id = ?`,
);
const updateConfiguration = sql(
  `UPDATE instance SET instance_type = ?, image_id = ?, vpc_id = ?, v_switch_id = ?, instance_charge_type = ?,
     internet_charge_type = ?, ram_role_name = ?, public_address = ?, auto_release_at_ms = ?, settings = ?
   WHERE instance_id = ?`,
);
const deleteOne = sql('DELETE FROM instance WHERE instance_id = ?');

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

const selectNamed = listSql<Instance>(
  (ids) => `SELECT ${instanceTable.columns} FROM instance WHERE instance_id IN (${ids})`,
);

/** Those of the named instances that the account has in the region, in no order. */
export async function findInstances(
  tx: Transaction,
  accountId: string,
  regionId: string,
  ids: readonly string[],
): Promise<readonly Instance[]> {
  const { statement, values } = selectNamed.of(ids);
  const found = await tx.all(statement, ...values);
  return found.filter((instance) => instance.accountId === accountId && instance.regionId === regionId);
}

/** The instance of this id, whoever owns it. */
export function findAnyInstance(tx: Transaction, instanceId: string): Promise<Instance | undefined> {
  return tx.one(selectOne, instanceId);
}

export async function insertInstance(tx: Transaction, instance: Instance): Promise<void> {
  await tx.run(instanceTable.insert, ...instanceTable.values(instance));
}

/** Stores what the life of an instance changes: see `lifecycle.ts`. */
export async function saveState(tx: Transaction, changed: Instance): Promise<void> {
  const { status, releasing, stoppedMode, startedAtMs, instanceId } = changed;
  await tx.run(updateState, status, releasing, stoppedMode, startedAtMs, instanceId);
}

/** Stores what is modified at any time: names, description, deletion protection and settings. */
export async function saveAttributes(tx: Transaction, changed: Instance): Promise<void> {
  const { instanceName, hostName, description, deletionProtection, settings, instanceId } = changed;
  await tx.run(updateAttributes, instanceName, hostName, description, deletionProtection, settings, instanceId);
}

/** Stores what only operations of their own change: the type, the image, where it is, how it is paid for, its role and addresses. */
export async function saveConfiguration(tx: Transaction, changed: Instance): Promise<void> {
  await tx.run(
    updateConfiguration,
    changed.instanceType,
    changed.imageId,
    changed.vpcId,
    changed.vSwitchId,
    changed.instanceChargeType,
    changed.internetChargeType,
    changed.ramRoleName,
    changed.publicAddress,
    changed.autoReleaseAtMs,
    changed.settings,
    changed.instanceId,
  );
}

export async function removeInstance(tx: Transaction, instanceId: string): Promise<void> {
  await tx.run(deleteOne, instanceId);
}

/** A page of instances for conditions put together by the caller, newest first. */
export function selectInstances(
  tx: Transaction,
  where: string,
  values: readonly (string | number)[],
  limit: number,
  offset: number,
): Promise<readonly Instance[]> {
  const statement = dynamicSql<Instance>(
    `SELECT ${instanceTable.columns} FROM instance WHERE ${where}
     ORDER BY instance.created_at_ms DESC, instance.instance_id DESC LIMIT ? OFFSET ?`,
  );
  return tx.all(statement, ...values, limit, offset);
}

export async function countInstances(
  tx: Transaction,
  where: string,
  values: readonly (string | number)[],
): Promise<number> {
  const statement = dynamicSql<{ count: number }>(`SELECT COUNT(*) AS "count" FROM instance WHERE ${where}`);
  return (await tx.one(statement, ...values))?.count ?? 0;
}
