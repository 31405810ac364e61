import { listSql } from '../../store/placeholders.ts';
import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { KeyPair } from './key-pair.ts';

/** Whose key pairs are meant. */
interface Scope {
  readonly tx: Transaction;
  readonly accountId: string;
  readonly regionId: string;
}

export const keyPairTable = tableOf<KeyPair>('key_pair', [
  'accountId',
  'regionId',
  'keyPairName',
  'keyPairId',
  'publicKey',
  'keyPairFingerPrint',
  'resourceGroupId',
  'createdAtMs',
]);

const selectNamed = listSql<{ keyPairName: string }>(
  (names) =>
    `SELECT key_pair_name AS "keyPairName" FROM key_pair
     WHERE account_id = ? AND region_id = ? AND key_pair_name IN (${names})`,
);
const insertUnlessNameTaken = sql(
  `${keyPairTable.insert.text} ON CONFLICT (account_id, region_id, key_pair_name) DO NOTHING`,
);
const deleteOne = sql('DELETE FROM key_pair WHERE account_id = ? AND region_id = ? AND key_pair_name = ?');
// The condition beside the name's own is the index's: the engines do not use it without.
const selectBound = listSql<{ keyPairName: string; instanceId: string }>(
  (names) =>
    `SELECT key_pair_name AS "keyPairName", instance_id AS "instanceId" FROM instance
     WHERE account_id = ? AND region_id = ? AND key_pair_name IN (${names}) AND key_pair_name <> '' LIMIT 1`,
);
const bind = sql('UPDATE instance SET key_pair_name = ? WHERE instance_id = ?');

/** Those of the names that are key pairs of the account in the region. */
export async function existingKeyPairs(
  { tx, accountId, regionId }: Scope,
  names: readonly string[],
): Promise<readonly string[]> {
  const { statement, values } = selectNamed.of(names);
  return (await tx.all(statement, accountId, regionId, ...values)).map(({ keyPairName }) => keyPairName);
}

/** Inserts; false when the name is taken. */
export async function insertKeyPair(tx: Transaction, keyPair: KeyPair): Promise<boolean> {
  return (await tx.run(insertUnlessNameTaken, ...keyPairTable.values(keyPair))) === 1;
}

export async function removeKeyPair({ tx, accountId, regionId }: Scope, name: string): Promise<void> {
  await tx.run(deleteOne, accountId, regionId, name);
}

/** Some instance that one of the key pairs is bound to. */
export function someBoundInstance(
  { tx, accountId, regionId }: Scope,
  names: readonly string[],
): Promise<{ readonly keyPairName: string; readonly instanceId: string } | undefined> {
  const { statement, values } = selectBound.of(names);
  return tx.one(statement, accountId, regionId, ...values);
}

/** Binds an instance to a key pair; to none with an empty name. */
export async function bindInstance(tx: Transaction, instanceId: string, keyPairName: string): Promise<void> {
  await tx.run(bind, keyPairName, instanceId);
}
