import { createHash } from 'node:crypto';
import { type Flag, sql } from '../store/statement.ts';
import { keep, type Store, type Transaction } from '../store/store.ts';
import { type AccessKey, type Account, builtInKey, defaultAccountId } from './account.ts';

interface KeyRow {
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly userName: string;
  readonly securityToken: string;
  readonly keyActive: Flag;
  readonly name: string;
  readonly userTypeSupported: Flag;
  readonly active: Flag;
  readonly ramSupported: Flag;
}

const selectKey = sql<KeyRow>(
  `SELECT k.account_id AS "accountId", k.access_key_id AS "accessKeyId", k.access_key_secret AS "accessKeySecret",
     k.user_name AS "userName", k.security_token AS "securityToken", k.active AS "keyActive", a.name AS "name",
     a.user_type_supported AS "userTypeSupported", a.active AS "active", a.ram_supported AS "ramSupported"
   FROM access_key k JOIN account a ON a.account_id = k.account_id WHERE k.access_key_id = ?`,
);
const selectQuotas = sql<{ regionId: string; quotaName: string; quotaValue: number }>(
  `SELECT region_id AS "regionId", quota_name AS "quotaName", quota_value AS "quotaValue" FROM quota WHERE account_id = ?`,
);
const selectRestrictedRegions = sql<{ regionId: string }>(
  `SELECT region_id AS "regionId" FROM region_restriction WHERE account_id = ? AND network_interfaces_offered = 0`,
);
const insertAccount = sql(
  'INSERT INTO account (account_id, name, created_at_ms) VALUES (?, ?, ?) ON CONFLICT (account_id) DO NOTHING',
);
const insertKey = sql(
  `INSERT INTO access_key (access_key_id, account_id, access_key_secret) VALUES (?, ?, ?)
   ON CONFLICT (access_key_id) DO NOTHING`,
);

/** An access key together with its account. */
export interface Identity {
  readonly key: AccessKey;
  readonly account: Account;
}

const maxCached = 10_000;
/** On a shared database another server may change an account; it is noticed after this time. */
const sharedCacheMs = 1_000;

/**
 * Finds who an access key stands for. The built-in key and every key of the form `localyun-NAME` belong to accounts
 * that are made when they are first used.
 */
export class AccountDirectory {
  readonly #store: Store;
  readonly #cache = new Map<string, { identity: Identity; readAtMs: number }>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What is known of a key without asking the state. */
  known(accessKeyId: string, nowMs: number): Identity | undefined {
    const cached = this.#cache.get(accessKeyId);
    return cached && (this.#store.exclusive || nowMs - cached.readAtMs < sharedCacheMs) ? cached.identity : undefined;
  }

  /** @param nowMs the wall clock, in milliseconds */
  async find(accessKeyId: string, nowMs: number): Promise<Identity | undefined> {
    const known = this.known(accessKeyId, nowMs);
    if (known) return known;
    const identity = (await this.#read(accessKeyId)) ?? (await this.#make(accessKeyId, nowMs));
    if (identity === undefined) return undefined;
    if (this.#cache.size >= maxCached) this.#cache.clear();
    this.#cache.set(accessKeyId, { identity, readAtMs: nowMs });
    return identity;
  }

  /** Forgets what was read; call it after accounts were changed. */
  forget(): void {
    this.#cache.clear();
  }

  #read(accessKeyId: string): Promise<Identity | undefined> {
    return this.#store.read(async (tx) => {
      const row = await tx.one(selectKey, accessKeyId);
      if (row === undefined) return undefined;
      const quotas = await tx.all(selectQuotas, row.accountId);
      const restricted = await tx.all(selectRestrictedRegions, row.accountId);
      return {
        key: {
          accessKeyId: row.accessKeyId,
          accessKeySecret: row.accessKeySecret,
          userName: row.userName,
          securityToken: row.securityToken,
          active: row.keyActive === 1,
        },
        account: {
          accountId: row.accountId,
          name: row.name,
          userTypeSupported: row.userTypeSupported === 1,
          active: row.active === 1,
          ramSupported: row.ramSupported === 1,
          regionsWithoutNetworkInterfaces: new Set(restricted.map(({ regionId }) => regionId)),
          quotas: new Map(quotas.map((quota) => [`${quota.regionId}/${quota.quotaName}`, quota.quotaValue])),
        },
      };
    });
  }

  async #make(accessKeyId: string, nowMs: number): Promise<Identity | undefined> {
    const account = impliedAccount(accessKeyId);
    if (account === undefined) return undefined;
    await this.#store.write(async (tx) => keep(await makeAccount(tx, account, nowMs)));
    return this.#read(accessKeyId);
  }
}

/** Makes an account with its root key, unless it is there. */
export async function makeAccount(
  tx: Transaction,
  account: { readonly accountId: string; readonly name: string },
  nowMs: number,
): Promise<void> {
  await tx.run(insertAccount, account.accountId, account.name, nowMs);
  await tx.run(insertKey, account.name, account.accountId, builtInKey);
}

/** The account that a key of the built-in form stands for; its name is the key's id. */
export function impliedAccount(accessKeyId: string): { accountId: string; name: string } | undefined {
  if (accessKeyId === builtInKey) return { accountId: defaultAccountId, name: builtInKey };
  if (!/^localyun-[A-Za-z0-9._-]{1,64}$/.test(accessKeyId)) return undefined;
  return { accountId: accountIdOf(accessKeyId), name: accessKeyId };
}

/** 16 digits from the name, the same on every server; the leading digit keeps clear of the default account. */
function accountIdOf(name: string): string {
  const digest = createHash('sha256').update(name).digest();
  return `2${(digest.readBigUInt64BE() % 10n ** 15n).toString().padStart(15, '0')}`;
}
