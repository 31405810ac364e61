import type { EcsDescribeInstancesParameters } from '../../contracts/operations.generated.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { inResourceGroup } from '../../resource-manager/resource-group/filter.ts';
import { inList } from '../../store/placeholders.ts';
import { canonicalIpv6 } from '../../vpc/ipv6.ts';
import { parseAddress } from '../../vpc/vswitch/address-range.ts';
import { instanceTypes } from '../instance-type/catalogue.ts';
import { refuse } from '../refusals.ts';
import { tagCondition } from '../tag/tags.ts';
import { instanceTags } from './instance.ts';

type Filters = EcsDescribeInstancesParameters;

/** SQL that holds for the instances asked for, and the values for its placeholders in order. */
export interface Condition {
  readonly where: string;
  readonly values: readonly (string | number)[];
}

const maxListed = 100;
const nothing = '1 = 0';

/** Puts the filters of a request together; they all have to hold. */
export function conditionOf(filters: Filters, accountId: string, regionId: string): Condition | Refusal {
  const conditions = ['instance.account_id = ?', 'instance.region_id = ?'];
  const values: (string | number)[] = [accountId, regionId];
  const add = (condition: string, ...more: readonly (string | number)[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) add(`instance.${column} = ?`, value);
  };

  const ids = jsonList(filters.InstanceIds);
  if (ids === 'malformed') {
    return refuse('InvalidInstanceIds.Malformed', { value: filters.InstanceIds ?? '', limit: maxListed });
  }
  if (ids !== undefined) {
    const list = inList(ids);
    add(`instance.instance_id IN (${list.placeholders})`, ...list.values);
  }
  equal('vpc_id', filters.VpcId);
  equal('v_switch_id', filters.VSwitchId);
  equal('zone_id', filters.ZoneId);
  equal('status', filters.Status);
  equal('instance_type', filters.InstanceType);
  equal('image_id', filters.ImageId);
  equal('key_pair_name', filters.KeyPairName);
  equal('instance_charge_type', filters.InstanceChargeType);
  equal('internet_charge_type', filters.InternetChargeType);
  if (filters.ResourceGroupId !== undefined) {
    const inGroup = inResourceGroup('instance', accountId, filters.ResourceGroupId);
    add(inGroup.where, ...inGroup.values);
  }
  if (filters.InstanceTypeFamily !== undefined) {
    const types = instanceTypes.filter((type) => type.family === filters.InstanceTypeFamily);
    const list = inList(types.map((type) => type.instanceTypeId));
    add(`instance.instance_type IN (${list.placeholders})`, ...list.values);
  }
  if (filters.InstanceName !== undefined) {
    const named = nameCondition(filters.InstanceName);
    add(named.where, ...named.values);
  }
  if (filters.SecurityGroupId !== undefined) {
    add(
      `instance.instance_id IN
       (SELECT e.instance_id FROM security_group_member m
        JOIN network_interface e ON e.network_interface_id = m.network_interface_id
        WHERE m.security_group_id = ? AND e.type = 'Primary')`,
      filters.SecurityGroupId,
    );
  }
  const addresses = addressCondition(filters, accountId, regionId);
  if (isRefusal(addresses)) return addresses;
  if (addresses) add(addresses.where, ...addresses.values);
  if (filters.Ipv6Address.length > 0) {
    const list = inList(filters.Ipv6Address.map(canonicalIpv6));
    add(
      `instance.instance_id IN
       (SELECT e.instance_id FROM v_switch s JOIN ipv6_address a ON a.v_switch_id = s.v_switch_id
        JOIN network_interface e ON e.network_interface_id = a.network_interface_id
        WHERE s.account_id = ? AND s.region_id = ? AND a.address IN (${list.placeholders}))`,
      accountId,
      regionId,
      ...list.values,
    );
  }
  const created = creationCondition(filters.Filter);
  if (isRefusal(created)) return created;
  add(created.where, ...created.values);
  const tags = tagCondition(instanceTags, 'instance.instance_id', filters.Tag, { accountId, regionId });
  conditions.push(...tags.conditions);
  values.push(...tags.values);
  if (matchesNone(filters)) add(nothing);
  return { where: conditions.join(' AND '), values };
}

/** Filters by what no instance has: the classic network, locks, public and RDMA addresses. */
function matchesNone(filters: Filters): boolean {
  return (
    filters.InstanceNetworkType === 'classic' ||
    filters.IoOptimized === false ||
    filters.LockReason !== undefined ||
    filters.InnerIpAddresses !== undefined ||
    filters.PublicIpAddresses !== undefined ||
    filters.EipAddresses !== undefined ||
    filters.RdmaIpAddresses !== undefined
  );
}

/** `*` stands for any text; the rest is compared in its letter case. */
function nameCondition(pattern: string): Condition {
  if (!pattern.includes('*')) return { where: 'instance.instance_name = ?', values: [pattern] };
  // LIKE keeps the order of the parts. One engine ignores letter case there, so each part is looked for by itself too.
  const like = pattern.replace(/[!%_]/g, '!$&').replaceAll('*', '%');
  const parts = pattern.split('*').filter((part) => part !== '');
  const contains = parts.map(() => " AND REPLACE(instance.instance_name, ?, '') <> instance.instance_name").join('');
  return { where: `instance.instance_name LIKE ? ESCAPE '!'${contains}`, values: [like, ...parts] };
}

/** By the primary address of the primary network interface. */
function addressCondition(filters: Filters, accountId: string, regionId: string): Condition | Refusal | undefined {
  const texts = jsonList(filters.PrivateIpAddresses);
  if (texts === undefined) return undefined;
  if (texts === 'malformed') {
    return refuse('InvalidParameter', { name: 'PrivateIpAddresses', value: filters.PrivateIpAddresses ?? '' });
  }
  const list = inList(texts.map((text) => parseAddress(text) ?? -1));
  // Through the account's vSwitches, so that equal addresses of other VPCs are never looked at.
  const where = `instance.instance_id IN
    (SELECT e.instance_id FROM v_switch s
     JOIN private_address a ON a.v_switch_id = s.v_switch_id
     JOIN network_interface e ON e.network_interface_id = a.network_interface_id
     WHERE s.account_id = ? AND s.region_id = ? AND a.address IN (${list.placeholders})
     AND a.position = 0 AND e.type = 'Primary')`;
  return { where, values: [accountId, regionId, ...list.values] };
}

const timeFilters: ReadonlyMap<string, string> = new Map([
  ['CreationStartTime', '>='],
  ['CreationEndTime', '<='],
]);

/** `Filter.N`: the keys that compare the creation time. */
function creationCondition(filters: Filters['Filter']): Condition | Refusal {
  const conditions: string[] = ['1 = 1'];
  const values: number[] = [];
  for (const { Key: key = '', Value: value = '' } of filters) {
    const compares = timeFilters.get(key);
    if (compares === undefined) {
      return refuse('InvalidFilterKey.NotFound', { value: key, allowed: [...timeFilters.keys()].join(', ') });
    }
    const timeMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(timeMs)) return refuse('InvalidParameter', { name: 'Filter.N.Value', value });
    conditions.push(`instance.created_at_ms ${compares} ?`);
    values.push(timeMs);
  }
  return { where: conditions.join(' AND '), values };
}

/** A JSON list of texts, undefined when not given. An empty list names nothing. */
function jsonList(text: string | undefined): readonly string[] | 'malformed' | undefined {
  if (text === undefined) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    const isList = Array.isArray(list) && list.length <= maxListed && list.every((item) => typeof item === 'string');
    return isList ? (list as string[]) : 'malformed';
  } catch {
    return 'malformed';
  }
}
