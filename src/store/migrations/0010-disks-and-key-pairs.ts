import { onlyOn } from './engine-statement.ts';

/** Disks and key pairs can be in resource groups as other resources are; most rows name none. */
const members = [
  ['disk', 'disk_id'],
  ['snapshot', 'snapshot_id'],
  ['key_pair', 'key_pair_name'],
] as const;

/** How each engine reads the settings of an instance, JSON in a text column. */
const json = {
  SQLite: {
    systemDisk: (field: string) => `JSON_EXTRACT(settings, '$.SystemDisk.${field}')`,
    dataDisk: (field: string) => `JSON_EXTRACT(item.value, '$.${field}')`,
    dataDisks: `JSON_EACH(instance.settings, '$.DataDisk') AS item`,
    position: 'item.key',
    letter: 'CHAR',
    flag: (value: string, otherwise: 0 | 1) => `COALESCE(${value}, ${otherwise})`,
  },
  PostgreSQL: {
    systemDisk: (field: string) => `(settings::jsonb -> 'SystemDisk' ->> '${field}')`,
    dataDisk: (field: string) => `(item.value ->> '${field}')`,
    dataDisks: `jsonb_array_elements(COALESCE(settings::jsonb -> 'DataDisk', '[]'::jsonb))
       WITH ORDINALITY AS item(value, number)`,
    position: '(item.number - 1)::int',
    letter: 'CHR',
    flag: (value: string, otherwise: 0 | 1) =>
      `CASE ${value} WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE ${otherwise} END`,
  },
} as const;

/**
 * Disks, snapshots and key pairs. Key pairs have names instead of ids, unique in an account's region: what belongs to a
 * tag is therefore part of its key. Instances that are older than their disks get them here, with the defaults of an
 * instance that is made now.
 */
export const disksAndKeyPairs: readonly string[] = [
  `CREATE TABLE tag_of_resource (
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    region_id TEXT NOT NULL,
    resource_type TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    tag_key TEXT NOT NULL,
    tag_value TEXT NOT NULL,
    PRIMARY KEY (account_id, region_id, resource_type, resource_id, tag_key)
  ) /* WITHOUT ROWID */`,
  `INSERT INTO tag_of_resource (account_id, region_id, resource_type, resource_id, tag_key, tag_value)
   SELECT account_id, region_id, resource_type, resource_id, tag_key, tag_value FROM tag`,
  'DROP TABLE tag',
  'ALTER TABLE tag_of_resource RENAME TO tag',
  'CREATE INDEX tag_by_key ON tag (account_id, tag_key, resource_type, region_id, tag_value)',
  `CREATE TABLE disk (
    disk_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    region_id TEXT NOT NULL,
    zone_id TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('system', 'data')),
    status TEXT NOT NULL CHECK (status IN ('Creating', 'Available', 'Attaching', 'In_use', 'Detaching', 'Deleting')),
    disk_name TEXT NOT NULL,
    description TEXT NOT NULL,
    category TEXT NOT NULL,
    performance_level TEXT NOT NULL,
    size_gib INTEGER NOT NULL CHECK (size_gib > 0),
    disk_charge_type TEXT NOT NULL CHECK (disk_charge_type IN ('PostPaid', 'PrePaid')),
    instance_id TEXT REFERENCES instance,
    device TEXT NOT NULL,
    delete_with_instance INTEGER NOT NULL,
    delete_auto_snapshot INTEGER NOT NULL,
    enable_auto_snapshot INTEGER NOT NULL,
    encrypted INTEGER NOT NULL,
    kms_key_id TEXT NOT NULL,
    provisioned_iops INTEGER NOT NULL,
    bursting_enabled INTEGER NOT NULL,
    image_id TEXT NOT NULL,
    source_snapshot_id TEXT NOT NULL,
    auto_snapshot_policy_id TEXT NOT NULL,
    storage_cluster_id TEXT NOT NULL,
    storage_set_id TEXT NOT NULL,
    storage_set_partition_number INTEGER,
    resource_group_id TEXT NOT NULL,
    attached_at_ms BIGINT NOT NULL,
    detached_at_ms BIGINT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    CHECK ((status IN ('Creating', 'Available', 'Deleting')) = (instance_id IS NULL)),
    CHECK ((device = '') = (instance_id IS NULL))
  )`,
  ...disksOfInstances('SQLite'),
  ...disksOfInstances('PostgreSQL'),
  'CREATE INDEX disk_by_region ON disk (account_id, region_id, created_at_ms, disk_id)',
  'CREATE UNIQUE INDEX disk_by_device ON disk (instance_id, device) WHERE instance_id IS NOT NULL',
  `CREATE UNIQUE INDEX disk_of_system ON disk (instance_id) WHERE instance_id IS NOT NULL AND type = 'system'`,
  `CREATE INDEX disk_by_source_snapshot ON disk (source_snapshot_id) WHERE source_snapshot_id <> ''`,
  `CREATE TABLE snapshot (
    snapshot_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    region_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('progressing', 'accomplished', 'failed')),
    snapshot_name TEXT NOT NULL,
    description TEXT NOT NULL,
    source_disk_id TEXT NOT NULL,
    source_disk_type TEXT NOT NULL,
    source_disk_size_gib INTEGER NOT NULL,
    encrypted INTEGER NOT NULL,
    kms_key_id TEXT NOT NULL,
    retention_days INTEGER,
    instant_access INTEGER NOT NULL,
    resource_group_id TEXT NOT NULL,
    modified_at_ms BIGINT NOT NULL,
    created_at_ms BIGINT NOT NULL
  )`,
  'CREATE INDEX snapshot_by_region ON snapshot (account_id, region_id, created_at_ms, snapshot_id)',
  'CREATE INDEX snapshot_by_disk ON snapshot (source_disk_id, status)',
  `CREATE TABLE key_pair (
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    region_id TEXT NOT NULL,
    key_pair_name TEXT NOT NULL,
    key_pair_id TEXT NOT NULL,
    public_key TEXT NOT NULL,
    key_pair_finger_print TEXT NOT NULL,
    resource_group_id TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    PRIMARY KEY (account_id, region_id, key_pair_name)
  ) /* WITHOUT ROWID */`,
  'CREATE INDEX key_pair_by_region ON key_pair (account_id, region_id, created_at_ms, key_pair_name)',
  `CREATE INDEX instance_by_key_pair ON instance (account_id, region_id, key_pair_name) WHERE key_pair_name <> ''`,
  ...members.map(
    ([table, id]) =>
      `CREATE INDEX ${table}_by_resource_group
       ON ${table} (resource_group_id, account_id, region_id, created_at_ms, ${id}) WHERE resource_group_id <> ''`,
  ),
];

/** Gives every instance its system disk and the data disks that it was made with. */
function disksOfInstances(engine: 'SQLite' | 'PostgreSQL'): readonly string[] {
  const { systemDisk, dataDisk, dataDisks, position, letter, flag } = json[engine];
  const columns = `disk_id, account_id, region_id, zone_id, type, status, disk_name, description, category,
    performance_level, size_gib, disk_charge_type, instance_id, device, delete_with_instance, delete_auto_snapshot,
    enable_auto_snapshot, encrypted, kms_key_id, provisioned_iops, bursting_enabled, image_id, source_snapshot_id,
    auto_snapshot_policy_id, storage_cluster_id, storage_set_id, storage_set_partition_number, resource_group_id,
    attached_at_ms, detached_at_ms, created_at_ms`;
  const category = (disk: (field: string) => string) => `COALESCE(${disk('Category')}, 'cloud_efficiency')`;
  const text = (value: string) => `COALESCE(${value}, '')`;
  const described = (disk: (field: string) => string, size: number) =>
    `${text(disk('DiskName'))}, ${text(disk('Description'))}, ${category(disk)},
     CASE ${category(disk)} WHEN 'cloud_essd' THEN COALESCE(${disk('PerformanceLevel')}, 'PL1') ELSE '' END,
     COALESCE(CAST(${disk('Size')} AS INTEGER), ${size}), instance_charge_type, instance_id`;
  const more = (disk: (field: string) => string) =>
    `CASE ${text(disk('Encrypted'))} WHEN 'true' THEN 1 ELSE 0 END, ${text(disk('KMSKeyId'))},
     COALESCE(CAST(${disk('ProvisionedIops')} AS INTEGER), 0), ${flag(disk('BurstingEnabled'), 0)}`;
  const policy = (disk: (field: string) => string) =>
    `${text(disk('AutoSnapshotPolicyId'))}, ${text(disk('StorageClusterId'))}, '', NULL, resource_group_id,
     created_at_ms, 0, created_at_ms`;
  return [
    `INSERT INTO disk (${columns})
     SELECT 'd-' || SUBSTR(instance_id, 3), account_id, region_id, zone_id, 'system', 'In_use',
       ${described(systemDisk, 40)}, '/dev/xvda', 1, 0, 1, ${more(systemDisk)}, image_id, '', ${policy(systemDisk)}
     FROM instance`,
    `INSERT INTO disk (${columns})
     SELECT 'd-' || SUBSTR(instance_id, 3) || ${position}, account_id, region_id, zone_id, 'data', 'In_use',
       ${described(dataDisk, 20)}, '/dev/xvd' || ${letter}(98 + ${position}), ${flag(dataDisk('DeleteWithInstance'), 1)},
       0, 1, ${more(dataDisk)}, '', ${text(dataDisk('SnapshotId'))}, ${policy(dataDisk)}
     FROM instance, ${dataDisks}`,
  ].map((statement) => onlyOn(engine, statement));
}
