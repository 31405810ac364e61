import { sql } from './statement.ts';
import type { Transaction } from './store.ts';

const ofAccount = 'account_id = ?';
const ofVSwitch = 'v_switch_id IN (SELECT v_switch_id FROM v_switch WHERE account_id = ?)';
const ofNetworkInterface =
  'network_interface_id IN (SELECT network_interface_id FROM network_interface WHERE account_id = ?)';

/** Every table that holds state, those that refer to others first, and which of its rows an account owns. */
export const stateTables: readonly (readonly [table: string, ownedBy: string])[] = [
  ['transition_fault', ofAccount],
  ['transition', ofAccount],
  ['client_token', ofAccount],
  ['tag', ofAccount],
  ['security_group_member', ofNetworkInterface],
  ['private_address', ofNetworkInterface],
  ['ipv6_internet_bandwidth', ofAccount],
  ['ipv6_address', ofNetworkInterface],
  ['ipv6_block', ofVSwitch],
  ['eip', ofAccount],
  ['network_interface_permission', ofAccount],
  ['network_interface', ofAccount],
  ['disk', ofAccount],
  ['snapshot', ofAccount],
  ['key_pair', ofAccount],
  ['instance', ofAccount],
  ['security_group_rule', ofAccount],
  ['security_group', ofAccount],
  ['address_block', ofVSwitch],
  ['v_switch', ofAccount],
  ['route_entry', ofAccount],
  ['route_table', ofAccount],
  ['ipv6_gateway', ofAccount],
  ['vpc_cidr_block', ofAccount],
  ['vpc', ofAccount],
  ['resource_group', ofAccount],
  ['quota_usage', ofAccount],
  ['quota', ofAccount],
  ['region_restriction', ofAccount],
  ['ram_policy_attachment', ofAccount],
  ['ram_policy_version', ofAccount],
  ['ram_policy', ofAccount],
  ['ram_role', ofAccount],
  ['ram_group_member', ofAccount],
  ['ram_group', ofAccount],
  ['ram_mfa_device', ofAccount],
  ['ram_former_password', ofAccount],
  ['ram_login_profile', ofAccount],
  ['ram_user', ofAccount],
  ['ram_setting', ofAccount],
  ['access_key', ofAccount],
  ['account', ofAccount],
];

const clear = stateTables.map(([table]) => sql(`DELETE FROM ${table}`));
const clearAccount = stateTables.map(([table, ownedBy]) => sql(`DELETE FROM ${table} WHERE ${ownedBy}`));
/** Interfaces of other accounts that are attached to the account's instances go back to their owners. */
const releaseForeign = sql(
  `UPDATE network_interface SET status = 'Available', instance_id = NULL, network_card_index = NULL,
     type = CASE type WHEN 'Member' THEN 'Secondary' ELSE type END, trunk_network_interface_id = NULL, device_index = NULL
   WHERE account_id <> ? AND instance_id IN (SELECT instance_id FROM instance WHERE account_id = ?)`,
);
/** What is on its way for an interface was set going by its owner or by who has it on an instance. */
const stopInterfaces = sql(
  `DELETE FROM transition WHERE resource_type = 'network-interface' AND resource_id IN
     (SELECT network_interface_id FROM network_interface
      WHERE account_id = ? OR instance_id IN (SELECT instance_id FROM instance WHERE account_id = ?))`,
);

/** Empties the state, or what one account owns of it; the account itself goes too and is made anew at its next use. */
export async function resetState(tx: Transaction, accountId: string | undefined): Promise<void> {
  if (accountId === undefined) {
    for (const statement of clear) await tx.run(statement);
    return;
  }
  await tx.run(stopInterfaces, accountId, accountId);
  await tx.run(releaseForeign, accountId, accountId);
  for (const statement of clearAccount) await tx.run(statement, accountId);
}
