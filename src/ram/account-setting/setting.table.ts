import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';

/** What an account can set for its RAM. */
export type SettingName = 'AccountAlias' | 'PasswordPolicy' | 'SecurityPreference';

const selectOne = sql<{ value: string }>(
  'SELECT setting_value AS "value" FROM ram_setting WHERE account_id = ? AND setting_name = ?',
);
const upsertOne = sql(
  `INSERT INTO ram_setting (account_id, setting_name, setting_value) VALUES (?, ?, ?)
   ON CONFLICT (account_id, setting_name) DO UPDATE SET setting_value = excluded.setting_value`,
);
const deleteOne = sql('DELETE FROM ram_setting WHERE account_id = ? AND setting_name = ?');
const selectAliased = sql<{ accountId: string }>(
  `SELECT account_id AS "accountId" FROM ram_setting WHERE setting_name = 'AccountAlias' AND setting_value = ?`,
);

/** What the account has set; undefined when it has not. */
export async function readSetting<T>(tx: Transaction, accountId: string, name: SettingName): Promise<T | undefined> {
  const row = await tx.one(selectOne, accountId, name);
  return row === undefined ? undefined : (JSON.parse(row.value) as T);
}

export async function saveSetting(
  tx: Transaction,
  accountId: string,
  name: SettingName,
  value: unknown,
): Promise<void> {
  await tx.run(upsertOne, accountId, name, JSON.stringify(value));
}

export async function removeSetting(tx: Transaction, accountId: string, name: SettingName): Promise<void> {
  await tx.run(deleteOne, accountId, name);
}

/** The account that has this alias, whoever asks. */
export async function accountOfAlias(tx: Transaction, alias: string): Promise<string | undefined> {
  return (await tx.one(selectAliased, JSON.stringify(alias)))?.accountId;
}
