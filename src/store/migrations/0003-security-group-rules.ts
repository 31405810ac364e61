/** Rules of security groups. The keys hold what must never happen: a rule twice, a rule about a group that does not exist. */
export const securityGroupRules: readonly string[] = [
  `CREATE TABLE security_group_rule (
    security_group_rule_id TEXT PRIMARY KEY,
    security_group_id TEXT NOT NULL REFERENCES security_group ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    region_id TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('ingress', 'egress')),
    ip_protocol TEXT NOT NULL,
    port_range TEXT NOT NULL,
    source_port_range TEXT NOT NULL,
    policy TEXT NOT NULL CHECK (policy IN ('Accept', 'Drop')),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 100),
    nic_type TEXT NOT NULL,
    source_cidr_ip TEXT NOT NULL,
    ipv6_source_cidr_ip TEXT NOT NULL,
    dest_cidr_ip TEXT NOT NULL,
    ipv6_dest_cidr_ip TEXT NOT NULL,
    peer_group_id TEXT REFERENCES security_group ON DELETE CASCADE,
    peer_group_owner_account TEXT NOT NULL,
    description TEXT NOT NULL,
    content_key TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    UNIQUE (security_group_id, content_key),
    CHECK (peer_group_id <> security_group_id)
  )`,
  'CREATE INDEX security_group_rule_by_account ON security_group_rule (account_id, security_group_id)',
  'CREATE INDEX security_group_rule_by_peer ON security_group_rule (peer_group_id) WHERE peer_group_id IS NOT NULL',
];
