/**
 * Routes: custom route tables and their entries, whose targets may go away and leave them behind. Secondary CIDR blocks
 * of VPCs, IPv6 gateways with the bandwidth of single addresses, which goes with the address, the default VPC of a
 * region, and what else VPCs and elastic IP addresses can be set to.
 */
export const routesAndGateways: readonly string[] = [
  'ALTER TABLE vpc ADD COLUMN classic_link_enabled INTEGER NOT NULL DEFAULT 0',
  `ALTER TABLE vpc ADD COLUMN v_router_name TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE vpc ADD COLUMN v_router_description TEXT NOT NULL DEFAULT ''`,
  'CREATE INDEX vpc_by_v_router ON vpc (v_router_id)',
  'CREATE UNIQUE INDEX vpc_default ON vpc (account_id, region_id) WHERE is_default = 1',
  'CREATE UNIQUE INDEX v_switch_default ON v_switch (vpc_id, zone_id) WHERE is_default = 1',
  `ALTER TABLE route_table ADD COLUMN status TEXT NOT NULL DEFAULT 'Available'
   CHECK (status IN ('Pending', 'Available', 'Deleting'))`,
  'ALTER TABLE route_table ADD COLUMN route_propagation_enable INTEGER NOT NULL DEFAULT 1',
  `CREATE TABLE route_entry (
    route_entry_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    region_id TEXT NOT NULL,
    vpc_id TEXT NOT NULL,
    route_table_id TEXT NOT NULL REFERENCES route_table ON DELETE CASCADE,
    destination_cidr_block TEXT NOT NULL,
    next_hop_type TEXT NOT NULL,
    next_hop_id TEXT NOT NULL,
    route_entry_name TEXT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('Pending', 'Available', 'Modifying', 'Deleting')),
    created_at_ms BIGINT NOT NULL,
    modified_at_ms BIGINT NOT NULL,
    UNIQUE (route_table_id, destination_cidr_block)
  )`,
  'CREATE INDEX route_entry_by_next_hop ON route_entry (next_hop_id)',
  'CREATE INDEX route_entry_by_vpc ON route_entry (vpc_id)',
  'CREATE INDEX route_entry_by_account ON route_entry (account_id)',
  `CREATE TABLE vpc_cidr_block (
    vpc_id TEXT NOT NULL REFERENCES vpc ON DELETE CASCADE,
    cidr_block TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    ip_version TEXT NOT NULL CHECK (ip_version IN ('IPV4', 'IPV6')),
    ipv6_isp TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    PRIMARY KEY (vpc_id, cidr_block)
  ) /* WITHOUT ROWID */`,
  `CREATE UNIQUE INDEX vpc_cidr_block_ipv6 ON vpc_cidr_block (cidr_block) WHERE ip_version = 'IPV6'`,
  'CREATE INDEX vpc_cidr_block_by_account ON vpc_cidr_block (account_id)',
  `CREATE TABLE ipv6_gateway (
    ipv6_gateway_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    region_id TEXT NOT NULL,
    vpc_id TEXT NOT NULL UNIQUE REFERENCES vpc,
    ipv6_gateway_name TEXT NOT NULL,
    description TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('Pending', 'Available', 'Deleting')),
    resource_group_id TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL
  )`,
  'CREATE INDEX ipv6_gateway_by_region ON ipv6_gateway (account_id, region_id, created_at_ms, ipv6_gateway_id)',
  `CREATE INDEX ipv6_gateway_by_resource_group
   ON ipv6_gateway (resource_group_id, account_id, region_id, created_at_ms, ipv6_gateway_id)
   WHERE resource_group_id <> ''`,
  `CREATE TABLE ipv6_internet_bandwidth (
    ipv6_internet_bandwidth_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    region_id TEXT NOT NULL,
    ipv6_gateway_id TEXT NOT NULL REFERENCES ipv6_gateway,
    v_switch_id TEXT NOT NULL,
    address TEXT NOT NULL,
    bandwidth_mbps INTEGER NOT NULL,
    internet_charge_type TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    UNIQUE (v_switch_id, address),
    FOREIGN KEY (v_switch_id, address) REFERENCES ipv6_address ON DELETE CASCADE
  )`,
  'CREATE INDEX ipv6_internet_bandwidth_by_gateway ON ipv6_internet_bandwidth (ipv6_gateway_id)',
  'CREATE INDEX ipv6_internet_bandwidth_by_account ON ipv6_internet_bandwidth (account_id)',
  `ALTER TABLE eip ADD COLUMN hd_monitor_status TEXT NOT NULL DEFAULT 'OFF' CHECK (hd_monitor_status IN ('ON', 'OFF'))`,
  `ALTER TABLE eip ADD COLUMN hd_monitor_log_project TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE eip ADD COLUMN hd_monitor_log_store TEXT NOT NULL DEFAULT ''`,
];
