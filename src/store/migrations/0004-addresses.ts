/**
 * IPv6 blocks, addresses and prefixes, and IPv4 prefixes. An IPv4 prefix holds its 16 addresses as rows like those of
 * single addresses, with positions below 0, so that nothing can overlap; addresses are counted by 16 for its sake. An
 * IPv6 block is one /80 of a vSwitch: either somebody's prefix or shared by `used` single addresses, never both.
 */
export const addresses: readonly string[] = [
  `ALTER TABLE vpc ADD COLUMN ipv6_cidr_block TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE vpc ADD COLUMN ipv6_isp TEXT NOT NULL DEFAULT ''`,
  `CREATE UNIQUE INDEX vpc_by_ipv6_cidr_block ON vpc (ipv6_cidr_block) WHERE ipv6_cidr_block <> ''`,
  `ALTER TABLE v_switch ADD COLUMN ipv6_cidr_block TEXT NOT NULL DEFAULT ''`,
  `CREATE UNIQUE INDEX v_switch_by_ipv6_cidr_block ON v_switch (ipv6_cidr_block) WHERE ipv6_cidr_block <> ''`,
  'ALTER TABLE network_interface ADD COLUMN ipv4_prefix_count INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE network_interface ADD COLUMN ipv6_address_count INTEGER NOT NULL DEFAULT 0',
  'ALTER TABLE network_interface ADD COLUMN ipv6_prefix_count INTEGER NOT NULL DEFAULT 0',
  'DELETE FROM address_block',
  `INSERT INTO address_block (v_switch_id, first_address, used)
   SELECT v_switch_id, address - address % 16, COUNT(*) FROM private_address GROUP BY v_switch_id, address - address % 16`,
  `CREATE TABLE ipv6_block (
    v_switch_id TEXT NOT NULL REFERENCES v_switch,
    block INTEGER NOT NULL CHECK (block BETWEEN 0 AND 65535),
    network_interface_id TEXT REFERENCES network_interface,
    used INTEGER NOT NULL CHECK (used >= 0),
    PRIMARY KEY (v_switch_id, block),
    CHECK ((used = 0) = (network_interface_id IS NOT NULL))
  ) /* WITHOUT ROWID */`,
  'CREATE INDEX ipv6_block_by_network_interface ON ipv6_block (network_interface_id) WHERE network_interface_id IS NOT NULL',
  `CREATE TABLE ipv6_address (
    v_switch_id TEXT NOT NULL,
    address TEXT NOT NULL,
    block INTEGER NOT NULL,
    network_interface_id TEXT NOT NULL REFERENCES network_interface,
    position INTEGER NOT NULL CHECK (position >= 0),
    PRIMARY KEY (v_switch_id, address),
    FOREIGN KEY (v_switch_id, block) REFERENCES ipv6_block
  ) /* WITHOUT ROWID */`,
  'CREATE UNIQUE INDEX ipv6_address_by_network_interface ON ipv6_address (network_interface_id, position)',
  'CREATE INDEX ipv6_address_by_block ON ipv6_address (v_switch_id, block)',
];
