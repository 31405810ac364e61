import type { EcsDescribeNetworkInterfacesParameters } from '../../contracts/operations.generated.ts';
import { inResourceGroup } from '../../resource-manager/resource-group/filter.ts';
import { inList } from '../../store/placeholders.ts';
import type { Value } from '../../store/statement.ts';
import { canonicalIpv6 } from '../../vpc/ipv6.ts';
import { parseAddress } from '../../vpc/vswitch/address-range.ts';
import { tagCondition } from '../tag/tags.ts';
import { networkInterfaceTags } from './transitions.ts';

/** SQL conditions that all hold, and the values for their placeholders in order. */
export interface Condition {
  readonly where: string;
  readonly values: readonly (string | number)[];
}

type Filters = EcsDescribeNetworkInterfacesParameters;

/** Puts the filters of a request together; they all have to hold (ENI-60..63). */
export function conditionOf(filters: Filters, accountId: string, regionId: string): Condition {
  const conditions = ['network_interface.account_id = ?', 'network_interface.region_id = ?'];
  const values: Value[] = [accountId, regionId];
  const add = (condition: string, ...more: Value[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) add(`network_interface.${column} = ?`, value);
  };

  if (filters.NetworkInterfaceId.length > 0) {
    const list = inList(filters.NetworkInterfaceId);
    add(`network_interface.network_interface_id IN (${list.placeholders})`, ...list.values);
  }
  if (filters.InstanceId !== undefined) {
    // Whom this does not find is not shown where it is attached either: see `view.ts`.
    add(
      `network_interface.instance_id = ? AND network_interface.service_id IS NULL
       AND network_interface.type <> 'Member'`,
      filters.InstanceId,
    );
  }
  if (filters.Status !== undefined) add(`network_interface.status = ?${indexedStatus(filters.Status)}`, filters.Status);
  equal('type', filters.Type);
  if (filters.NetworkInterfaceName !== undefined) {
    add(
      `network_interface.network_interface_name = ? AND network_interface.network_interface_name <> ''`,
      filters.NetworkInterfaceName,
    );
  }
  equal('v_switch_id', filters.VSwitchId);
  if (filters.VpcId !== undefined) {
    // Through the VPC's vSwitches, which interfaces are indexed by.
    add(
      `network_interface.vpc_id = ? AND network_interface.v_switch_id IN
       (SELECT s.v_switch_id FROM v_switch s WHERE s.vpc_id = ?)`,
      filters.VpcId,
      filters.VpcId,
    );
  }
  if (filters.ResourceGroupId !== undefined) {
    const inGroup = inResourceGroup('network_interface', accountId, filters.ResourceGroupId);
    add(inGroup.where, ...inGroup.values);
  }
  if (filters.ServiceManaged !== undefined) {
    add(`network_interface.service_id IS ${filters.ServiceManaged ? 'NOT ' : ''}NULL`);
  }
  if (filters.SecurityGroupId !== undefined) {
    add(
      `network_interface.type <> 'Primary' AND network_interface.network_interface_id IN
       (SELECT network_interface_id FROM security_group_member WHERE security_group_id = ?)`,
      filters.SecurityGroupId,
    );
  }
  const holds = (table: 'private_address' | 'ipv6_address', addresses: readonly Value[], which: string) => {
    const list = inList(addresses);
    // Through the account's vSwitches, so that equal addresses of other VPCs are never looked at.
    add(
      `network_interface.network_interface_id IN
       (SELECT a.network_interface_id FROM v_switch s JOIN ${table} a ON a.v_switch_id = s.v_switch_id
        WHERE s.account_id = ? AND s.region_id = ? AND a.address IN (${list.placeholders}) AND a.position ${which})`,
      accountId,
      regionId,
      ...list.values,
    );
  };
  // Addresses that belong to prefixes have positions below 0 and are not found by.
  const ipv4 = (text: string) => parseAddress(text) ?? -1;
  const { PrimaryIpAddress, PrivateIpAddress, Ipv6Address } = filters;
  if (PrimaryIpAddress !== undefined) holds('private_address', [ipv4(PrimaryIpAddress)], '= 0');
  if (PrivateIpAddress.length > 0) holds('private_address', PrivateIpAddress.map(ipv4), '>= 0');
  if (Ipv6Address.length > 0) holds('ipv6_address', Ipv6Address.map(canonicalIpv6), '>= 0');
  const tags = tagCondition(networkInterfaceTags, 'network_interface.network_interface_id', filters.Tag, {
    accountId,
    regionId,
  });
  for (const condition of tags.conditions) conditions.push(condition);
  values.push(...tags.values);
  return { where: conditions.join(' AND '), values: values as (string | number)[] };
}

/** The condition of the partial index that holds interfaces of this status and few others. */
function indexedStatus(status: string): string {
  if (status === 'InUse') return ' AND network_interface.instance_id IS NOT NULL';
  if (status === 'Available') return ' AND network_interface.instance_id IS NULL';
  return ` AND network_interface.status IN ('Attaching', 'Detaching', 'Deleting')`;
}

/** Whether the request names its interfaces and asks for nothing else, as most polling does. */
export function namesOnly(filters: Filters): boolean {
  const { NetworkInterfaceId, PrivateIpAddress, Ipv6Address, Tag, RegionId, PageNumber, PageSize, ...others } = filters;
  const lists = PrivateIpAddress.length + Ipv6Address.length + Tag.length;
  return NetworkInterfaceId.length > 0 && lists === 0 && Object.keys(others).every((name) => pagingNames.has(name));
}

const pagingNames = new Set(['MaxResults', 'NextToken']);
