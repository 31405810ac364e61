/** What has to be remembered of credentials: when a key was used, passwords that were, and which alias is whose. */
export const credentials: readonly string[] = [
  'ALTER TABLE access_key ADD COLUMN last_used_at_ms BIGINT NOT NULL DEFAULT 0',
  `CREATE TABLE ram_former_password (
    user_id TEXT NOT NULL REFERENCES ram_user,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    position INTEGER NOT NULL,
    password_hash TEXT NOT NULL,
    PRIMARY KEY (user_id, position)
  ) /* WITHOUT ROWID */`,
  `CREATE UNIQUE INDEX ram_setting_account_alias ON ram_setting (setting_value) WHERE setting_name = 'AccountAlias'`,
];
