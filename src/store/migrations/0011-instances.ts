import { onlyOn } from './engine-statement.ts';

/**
 * What instances are looked for by, and what of one no other may have: its public address. The role of an instance was
 * among its settings before.
 */
export const instances: readonly string[] = [
  `ALTER TABLE instance ADD COLUMN ram_role_name TEXT NOT NULL DEFAULT ''`,
  'ALTER TABLE instance ADD COLUMN public_address BIGINT',
  'ALTER TABLE instance ADD COLUMN auto_release_at_ms BIGINT NOT NULL DEFAULT 0',
  onlyOn('SQLite', `UPDATE instance SET ram_role_name = COALESCE(JSON_EXTRACT(settings, '$.RamRoleName'), '')`),
  onlyOn('PostgreSQL', `UPDATE instance SET ram_role_name = COALESCE(settings::jsonb ->> 'RamRoleName', '')`),
  `CREATE INDEX instance_by_ram_role ON instance (account_id, ram_role_name) WHERE ram_role_name <> ''`,
  'CREATE UNIQUE INDEX instance_by_public_address ON instance (public_address) WHERE public_address IS NOT NULL',
];
