import { type Flag, sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { AccessKey, Account } from './account.ts';
import { type Access, readAccess } from './attached-policies.ts';

/** An access key together with its account. */
export interface Identity {
  readonly key: AccessKey;
  readonly account: Account;
  /** What policies say of everyone but the root; undefined for the root, who may everything. */
  readonly access: Access | undefined;
}

interface KeyRow extends Omit<AccessKey, 'active'> {
  readonly keyActive: Flag;
  readonly name: string;
  readonly userTypeSupported: Flag;
  readonly active: Flag;
  readonly ramSupported: Flag;
}

const selectKey = sql<KeyRow>(
  `SELECT k.account_id AS "accountId", k.access_key_id AS "accessKeyId", k.access_key_secret AS "accessKeySecret",
     k.user_name AS "userName", COALESCE(u.user_id, '') AS "userId", k.role_name AS "roleName",
     COALESCE(r.role_id, '') AS "roleId", k.session_name AS "sessionName", k.session_policy AS "sessionPolicy",
     k.expires_at_ms AS "expiresAtMs", k.security_token AS "securityToken", k.active AS "keyActive", a.name AS "name",
     a.user_type_supported AS "userTypeSupported", a.active AS "active", a.ram_supported AS "ramSupported"
   FROM access_key k JOIN account a ON a.account_id = k.account_id
     LEFT JOIN ram_user u ON u.account_id = k.account_id AND u.user_name = k.user_name
     LEFT JOIN ram_role r ON r.account_id = k.account_id AND r.role_name = k.role_name
   WHERE k.access_key_id = ?`,
);
const selectQuotas = sql<{ regionId: string; quotaName: string; quotaValue: number }>(
  `SELECT region_id AS "regionId", quota_name AS "quotaName", quota_value AS "quotaValue" FROM quota WHERE account_id = ?`,
);
const selectRestrictedRegions = sql<{ regionId: string }>(
  `SELECT region_id AS "regionId" FROM region_restriction WHERE account_id = ? AND network_interfaces_offered = 0`,
);

/** Whom a key stands for; undefined when there is no such key, or the user or role behind it is gone. */
export async function readIdentity(tx: Transaction, accessKeyId: string): Promise<Identity | undefined> {
  const row = await tx.one(selectKey, accessKeyId);
  if (row === undefined) return undefined;
  const { name, userTypeSupported, active, ramSupported, keyActive, ...key } = row;
  const isRoot = key.userName === '' && key.roleName === '';
  const userId = isRoot ? key.accountId : key.userId;
  if (userId === '' && key.roleId === '') return undefined;
  const quotas = await tx.all(selectQuotas, key.accountId);
  const restricted = await tx.all(selectRestrictedRegions, key.accountId);
  const whole = { ...key, userId, active: keyActive === 1 };
  return {
    key: whole,
    access: await readAccess(tx, whole),
    account: {
      accountId: key.accountId,
      name,
      userTypeSupported: userTypeSupported === 1,
      active: active === 1,
      ramSupported: ramSupported === 1,
      regionsWithoutNetworkInterfaces: new Set(restricted.map(({ regionId }) => regionId)),
      quotas: new Map(quotas.map((quota) => [`${quota.regionId}/${quota.quotaName}`, quota.quotaValue])),
    },
  };
}
