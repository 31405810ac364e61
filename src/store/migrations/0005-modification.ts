/** What is set on network interfaces after their creation, and permissions of other accounts to attach them. */
export const modification: readonly string[] = [
  `ALTER TABLE network_interface ADD COLUMN settings TEXT NOT NULL DEFAULT ''`,
  `CREATE TABLE network_interface_permission (
    network_interface_permission_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    region_id TEXT NOT NULL,
    network_interface_id TEXT NOT NULL REFERENCES network_interface ON DELETE CASCADE,
    grantee_account_id TEXT NOT NULL,
    permission TEXT NOT NULL,
    permission_state TEXT NOT NULL CHECK (permission_state IN ('Pending', 'Granted', 'Revoking')),
    created_at_ms BIGINT NOT NULL
  )`,
  'CREATE INDEX network_interface_permission_by_interface ON network_interface_permission (network_interface_id, grantee_account_id)',
  'CREATE INDEX network_interface_permission_by_account ON network_interface_permission (account_id)',
];
