import type { EcsDescribeNetworkInterfacesParameters } from '../../contracts/operations.generated.ts';
import { inResourceGroup } from '../../resource-manager/resource-group/filter.ts';
import { inList } from '../../store/placeholders.ts';
import type { Value } from '../../store/statement.ts';
import { canonicalIpv6 } from '../../vpc/ipv6.ts';
import { parseAddress } from '../../vpc/vswitch/address-range.ts';
import { networkInterfaceTags } from './transitions.ts';

/** What a list is selected from, the conditions that all hold, and the values for all placeholders in order. */
export interface Condition {
  readonly from: string;
  readonly where: string;
  readonly values: readonly (string | number)[];
  /** Whether nothing but account and region is asked for. */
  readonly isWholeRegion: boolean;
}

type Filters = EcsDescribeNetworkInterfacesParameters;

/** SQL that gives the ids (and nothing else) of interfaces that one filter lets through. */
interface Candidates {
  readonly select: string;
  readonly values: readonly Value[];
}

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
  if (filters.Type !== undefined) add(`network_interface.type = ?${indexedType(filters.Type)}`, filters.Type);
  if (filters.NetworkInterfaceName !== undefined) {
    add(
      `network_interface.network_interface_name = ? AND network_interface.network_interface_name <> ''`,
      filters.NetworkInterfaceName,
    );
  }
  equal('v_switch_id', filters.VSwitchId);
  equal('vpc_id', filters.VpcId);
  if (filters.ResourceGroupId !== undefined) {
    const inGroup = inResourceGroup('network_interface', accountId, filters.ResourceGroupId);
    add(inGroup.where, ...inGroup.values);
  }
  if (filters.ServiceManaged !== undefined) {
    add(`network_interface.service_id IS ${filters.ServiceManaged ? 'NOT ' : ''}NULL`);
  }
  if (filters.SecurityGroupId !== undefined) add(`network_interface.type <> 'Primary'`);

  const [driver, ...others] = candidatesOf(filters, accountId, regionId);
  for (const { select, values: more } of others) add(`network_interface.network_interface_id IN (${select})`, ...more);
  if (driver === undefined)
    return {
      from: 'network_interface',
      where: conditions.join(' AND '),
      values: numbersAndTexts(values),
      isWholeRegion: conditions.length === 2,
    };
  // CROSS JOIN makes SQLite begin with the few candidates instead of walking the region in the order of the list.
  return {
    from: `(${driver.select}) AS candidate CROSS JOIN network_interface`,
    where: `network_interface.network_interface_id = candidate.network_interface_id AND ${conditions.join(' AND ')}`,
    values: numbersAndTexts([...driver.values, ...values]),
    isWholeRegion: false,
  };
}

/** The filters that are looked up elsewhere than in the interface's own row, the most selective first. */
function candidatesOf(filters: Filters, accountId: string, regionId: string): readonly Candidates[] {
  const found: Candidates[] = [];
  const holders = (table: 'private_address' | 'ipv6_address', addresses: readonly Value[], which: string) => {
    const list = inList(addresses);
    // Through the account's vSwitches, so that equal addresses of other VPCs are never looked at.
    found.push({
      select: `SELECT DISTINCT a.network_interface_id FROM v_switch s CROSS JOIN ${table} a
        WHERE a.v_switch_id = s.v_switch_id AND s.account_id = ? AND s.region_id = ?
          AND a.address IN (${list.placeholders}) AND a.position ${which}`,
      values: [accountId, regionId, ...list.values],
    });
  };
  // Addresses that belong to prefixes have positions below 0 and are not found by.
  const ipv4 = (text: string) => parseAddress(text) ?? -1;
  const { PrimaryIpAddress, PrivateIpAddress, Ipv6Address, SecurityGroupId, VpcId } = filters;
  if (PrimaryIpAddress !== undefined) holders('private_address', [ipv4(PrimaryIpAddress)], '= 0');
  if (PrivateIpAddress.length > 0) holders('private_address', PrivateIpAddress.map(ipv4), '>= 0');
  if (Ipv6Address.length > 0) holders('ipv6_address', Ipv6Address.map(canonicalIpv6), '>= 0');
  for (const { Key: key = '', Value: value } of filters.Tag) {
    found.push({
      select: `SELECT resource_id AS network_interface_id FROM tag
        WHERE account_id = ? AND tag_key = ? AND resource_type = ? AND region_id = ?${value === undefined ? '' : ' AND tag_value = ?'}`,
      values: [accountId, key, networkInterfaceTags, regionId, ...(value === undefined ? [] : [value])],
    });
  }
  if (SecurityGroupId !== undefined) {
    found.push({
      select: 'SELECT network_interface_id FROM security_group_member WHERE security_group_id = ?',
      values: [SecurityGroupId],
    });
  }
  if (VpcId !== undefined && filters.VSwitchId === undefined) {
    found.push({
      select: `SELECT i.network_interface_id FROM v_switch s CROSS JOIN network_interface i
        WHERE i.v_switch_id = s.v_switch_id AND s.vpc_id = ? AND i.account_id = ? AND i.region_id = ?`,
      values: [VpcId, accountId, regionId],
    });
  }
  return found;
}

function numbersAndTexts(values: readonly Value[]): readonly (string | number)[] {
  return values as readonly (string | number)[];
}

/** The condition of the partial index that holds interfaces of this status and few others. */
function indexedStatus(status: string): string {
  if (status === 'InUse') return ' AND network_interface.instance_id IS NOT NULL';
  if (status === 'Available') return ' AND network_interface.instance_id IS NULL';
  return ` AND network_interface.status IN ('Attaching', 'Detaching', 'Deleting')`;
}

/** Most interfaces are secondary ones: the others have an index of their own. */
function indexedType(type: string): string {
  return type === 'Secondary' ? '' : ` AND network_interface.type <> 'Secondary'`;
}

/** Whether the request names its interfaces and asks for nothing else, as most polling does. */
export function namesOnly(filters: Filters): boolean {
  const { NetworkInterfaceId, PrivateIpAddress, Ipv6Address, Tag, RegionId, PageNumber, PageSize, ...others } = filters;
  const lists = PrivateIpAddress.length + Ipv6Address.length + Tag.length;
  return NetworkInterfaceId.length > 0 && lists === 0 && Object.keys(others).every((name) => pagingNames.has(name));
}

const pagingNames = new Set(['MaxResults', 'NextToken']);
