/**
 * Members of trunk interfaces. A member is on an instance, has its trunk and a device index that no other member of that
 * trunk has; a trunk does not go while it has members.
 */
export const trunk: readonly string[] = [
  'ALTER TABLE network_interface ADD COLUMN trunk_network_interface_id TEXT REFERENCES network_interface',
  `ALTER TABLE network_interface ADD COLUMN device_index INTEGER CHECK (
    (type = 'Member') = (trunk_network_interface_id IS NOT NULL) AND (type = 'Member') = (device_index IS NOT NULL)
    AND (type <> 'Member' OR instance_id IS NOT NULL)
  )`,
  `CREATE UNIQUE INDEX network_interface_by_trunk ON network_interface (trunk_network_interface_id, device_index)
   WHERE trunk_network_interface_id IS NOT NULL`,
];
