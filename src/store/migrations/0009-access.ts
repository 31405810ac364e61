/**
 * RAM identities and policies. Names are unique in an account and can change; everything refers to ids. Temporary keys
 * are access keys with a role, a session and an expiry.
 */
export const access: readonly string[] = [
  `ALTER TABLE access_key ADD COLUMN role_name TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE access_key ADD COLUMN session_name TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE access_key ADD COLUMN session_policy TEXT NOT NULL DEFAULT ''`,
  'ALTER TABLE access_key ADD COLUMN expires_at_ms BIGINT NOT NULL DEFAULT 0',
  'ALTER TABLE access_key ADD COLUMN created_at_ms BIGINT NOT NULL DEFAULT 0',
  `CREATE INDEX access_key_by_user ON access_key (account_id, user_name) WHERE user_name <> ''`,
  'CREATE INDEX access_key_by_expiry ON access_key (expires_at_ms) WHERE expires_at_ms > 0',
  `CREATE TABLE ram_user (
    user_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    user_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    mobile_phone TEXT NOT NULL,
    email TEXT NOT NULL,
    comments TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    updated_at_ms BIGINT NOT NULL,
    UNIQUE (account_id, user_name)
  )`,
  `CREATE TABLE ram_login_profile (
    user_id TEXT PRIMARY KEY REFERENCES ram_user,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    password_hash TEXT NOT NULL,
    password_reset_required INTEGER NOT NULL,
    mfa_bind_required INTEGER NOT NULL,
    created_at_ms BIGINT NOT NULL
  )`,
  `CREATE TABLE ram_mfa_device (
    serial_number TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    user_id TEXT UNIQUE REFERENCES ram_user,
    seed TEXT NOT NULL,
    activated_at_ms BIGINT NOT NULL,
    created_at_ms BIGINT NOT NULL
  )`,
  `CREATE TABLE ram_group (
    group_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    group_name TEXT NOT NULL,
    comments TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    updated_at_ms BIGINT NOT NULL,
    UNIQUE (account_id, group_name)
  )`,
  `CREATE TABLE ram_group_member (
    group_id TEXT NOT NULL REFERENCES ram_group,
    user_id TEXT NOT NULL REFERENCES ram_user,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    joined_at_ms BIGINT NOT NULL,
    PRIMARY KEY (user_id, group_id)
  ) /* WITHOUT ROWID */`,
  'CREATE INDEX ram_group_member_by_group ON ram_group_member (group_id, user_id)',
  `CREATE TABLE ram_role (
    role_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    role_name TEXT NOT NULL,
    description TEXT NOT NULL,
    assume_role_policy_document TEXT NOT NULL,
    max_session_duration_seconds INTEGER NOT NULL,
    created_at_ms BIGINT NOT NULL,
    updated_at_ms BIGINT NOT NULL,
    UNIQUE (account_id, role_name)
  )`,
  `CREATE TABLE ram_policy (
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    policy_name TEXT NOT NULL,
    description TEXT NOT NULL,
    default_version_id TEXT NOT NULL,
    next_version_number INTEGER NOT NULL,
    created_at_ms BIGINT NOT NULL,
    updated_at_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, policy_name)
  ) /* WITHOUT ROWID */`,
  `CREATE TABLE ram_policy_version (
    account_id TEXT NOT NULL,
    policy_name TEXT NOT NULL,
    version_id TEXT NOT NULL,
    policy_document TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, policy_name, version_id),
    FOREIGN KEY (account_id, policy_name) REFERENCES ram_policy
  ) /* WITHOUT ROWID */`,
  // The policy is one of the account's own or one of the system's, which are no rows.
  `CREATE TABLE ram_policy_attachment (
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    principal_type TEXT NOT NULL CHECK (principal_type IN ('User', 'Group', 'Role')),
    principal_id TEXT NOT NULL,
    policy_type TEXT NOT NULL CHECK (policy_type IN ('Custom', 'System')),
    policy_name TEXT NOT NULL,
    attached_at_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, principal_type, principal_id, policy_type, policy_name)
  ) /* WITHOUT ROWID */`,
  'CREATE INDEX ram_policy_attachment_by_policy ON ram_policy_attachment (account_id, policy_type, policy_name)',
  // Settings of an account's RAM as one JSON text each: its alias, its rules for passwords, its security preference.
  `CREATE TABLE ram_setting (
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    setting_name TEXT NOT NULL,
    setting_value TEXT NOT NULL,
    PRIMARY KEY (account_id, setting_name)
  ) /* WITHOUT ROWID */`,
];
