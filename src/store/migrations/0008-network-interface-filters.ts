/**
 * Indexes for lists of network interfaces, so that a filter costs what it finds and not what it leaves out. Partial
 * ones hold the few rows that differ from most; `filters.ts` words its conditions so that they apply.
 */
export const networkInterfaceFilters: readonly string[] = [
  'DROP INDEX network_interface_by_v_switch',
  `CREATE INDEX network_interface_by_v_switch
    ON network_interface (v_switch_id, account_id, region_id, created_at_ms, network_interface_id)`,
  `CREATE INDEX network_interface_attached
    ON network_interface (account_id, region_id, created_at_ms, network_interface_id) WHERE instance_id IS NOT NULL`,
  `CREATE INDEX network_interface_idle
    ON network_interface (account_id, region_id, created_at_ms, network_interface_id) WHERE instance_id IS NULL`,
  `CREATE INDEX network_interface_in_transition
    ON network_interface (account_id, region_id, status, created_at_ms, network_interface_id)
    WHERE status IN ('Attaching', 'Detaching', 'Deleting')`,
  `CREATE INDEX network_interface_by_type
    ON network_interface (account_id, region_id, type, created_at_ms, network_interface_id)
    WHERE type <> 'Secondary'`,
  `CREATE INDEX network_interface_by_name
    ON network_interface (account_id, region_id, network_interface_name, created_at_ms, network_interface_id)
    WHERE network_interface_name <> ''`,
  `CREATE INDEX network_interface_service_managed
    ON network_interface (account_id, region_id, created_at_ms, network_interface_id) WHERE service_id IS NOT NULL`,
];
