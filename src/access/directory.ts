import { createHash } from 'node:crypto';
import { sql } from '../store/statement.ts';
import { keep, type Store, type Transaction } from '../store/store.ts';
import { builtInKey, defaultAccountId } from './account.ts';
import { type Identity, readIdentity } from './identity.ts';
import { nobody } from './nobody.ts';
import { readTags, type Tags } from './resource-tags.ts';
import type { AccessedResource } from './resources.ts';

const insertAccount = sql(
  'INSERT INTO account (account_id, name, created_at_ms) VALUES (?, ?, ?) ON CONFLICT (account_id) DO NOTHING',
);
const insertKey = sql(
  `INSERT INTO access_key (access_key_id, account_id, access_key_secret, created_at_ms) VALUES (?, ?, ?, ?)
   ON CONFLICT (access_key_id) DO NOTHING`,
);
const selectAccount = sql<object>('SELECT 1 FROM account WHERE account_id = ?');

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
  #forgotten = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** What is known of a key without asking the state. */
  known(accessKeyId: string, nowMs: number): Identity | undefined {
    const cached = this.#cache.get(accessKeyId);
    if (cached === undefined) return undefined;
    // The wall clock may have gone back meanwhile.
    const isFresh = this.#store.exclusive || Math.abs(nowMs - cached.readAtMs) < sharedCacheMs;
    return isFresh ? cached.identity : undefined;
  }

  /**
   * @param nowMs the wall clock, in milliseconds
   * @param isProven asked before an account is made; unless the caller proves to be its root, nothing is made, and what is
   *   returned is whom the key would stand for
   */
  async find(
    accessKeyId: string,
    nowMs: number,
    isProven: (root: Identity) => boolean = () => true,
  ): Promise<Identity | undefined> {
    const known = this.known(accessKeyId, nowMs);
    if (known) return known;
    const forgotten = this.#forgotten;
    let identity = await this.#read(accessKeyId);
    if (identity === undefined) {
      const account = impliedAccount(accessKeyId);
      if (account === undefined) return undefined;
      const root = rootOf(account);
      // Meanwhile another call may have made it.
      if (!isProven(root)) return (await this.#isThere(account)) ? this.#read(accessKeyId) : root;
      identity = await this.#make(account, nowMs);
      if (identity === undefined) return undefined;
    }
    if (forgotten !== this.#forgotten) return identity;
    if (this.#cache.size >= maxCached) this.#cache.clear();
    this.#cache.set(accessKeyId, { identity, readAtMs: nowMs });
    return identity;
  }

  /** The tags of each resource of the account, in the same order. */
  tagsOf(accountId: string, resources: readonly AccessedResource[]): Promise<readonly Tags[]> {
    return this.#store.read(async (tx) => {
      const tags: Tags[] = [];
      for (const resource of resources) tags.push(await readTags(tx, accountId, resource));
      return tags;
    });
  }

  /** Forgets what was read; call it after accounts or their identities were changed. */
  forget(): void {
    // What is being read now may be what was there before the change.
    this.#forgotten += 1;
    this.#cache.clear();
  }

  #read(accessKeyId: string): Promise<Identity | undefined> {
    return this.#store.read((tx) => readIdentity(tx, accessKeyId));
  }

  /** An account that is there without its root key has lost it for good. */
  async #isThere({ accountId }: ImpliedAccount): Promise<boolean> {
    return (await this.#store.peek(selectAccount, accountId)) !== undefined;
  }

  async #make(account: ImpliedAccount, nowMs: number): Promise<Identity | undefined> {
    await this.#store.write(async (tx) => keep(await makeAccount(tx, account, nowMs)));
    return this.#read(account.name);
  }
}

/** An account that is known by its name before it is there. */
interface ImpliedAccount {
  readonly accountId: string;
  /** The id of its root key too. */
  readonly name: string;
}

/** The root of an account as it is made. */
function rootOf({ accountId, name }: ImpliedAccount): Identity {
  return {
    key: { ...nobody.key, accountId, accessKeyId: name, accessKeySecret: builtInKey, userId: accountId },
    account: { ...nobody.account, accountId, name },
    access: undefined,
  };
}

/** Makes an account with its root key, unless the account is there: a root key that was deleted stays deleted. */
export async function makeAccount(tx: Transaction, account: ImpliedAccount, nowMs: number): Promise<void> {
  const isNew = (await tx.run(insertAccount, account.accountId, account.name, nowMs)) === 1;
  if (isNew) await tx.run(insertKey, account.name, account.accountId, builtInKey, nowMs);
}

/** The account that a key of the built-in form stands for; its name is the key's id. */
export function impliedAccount(accessKeyId: string): ImpliedAccount | undefined {
  if (accessKeyId === builtInKey) return { accountId: defaultAccountId, name: builtInKey };
  if (!/^localyun-[A-Za-z0-9._-]{1,64}$/.test(accessKeyId)) return undefined;
  return { accountId: accountIdOf(accessKeyId), name: accessKeyId };
}

/** 16 digits from the name, the same on every server; the leading digit keeps clear of the default account. */
function accountIdOf(name: string): string {
  const digest = createHash('sha256').update(name).digest();
  return `2${(digest.readBigUInt64BE() % 10n ** 15n).toString().padStart(15, '0')}`;
}
