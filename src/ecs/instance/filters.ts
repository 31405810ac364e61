import type { EcsDescribeInstancesParameters } from '../../contracts/operations.generated.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { inResourceGroup } from '../../resource-manager/resource-group/filter.ts';
import { inList } from '../../store/placeholders.ts';
import { canonicalIpv6 } from '../../vpc/ipv6.ts';
import { parseAddress } from '../../vpc/vswitch/address-range.ts';
import { instanceTypes } from '../instance-type/catalogue.ts';
import { matchesPattern } from '../name-pattern.ts';
import { refuse } from '../refusals.ts';
import { tagCondition } from '../tag/tags.ts';
import { instanceTags } from './instance.ts';
import { jsonList } from './json-list.ts';

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
    const named = matchesPattern('instance.instance_name', filters.InstanceName);
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
  for (const named of [publicCondition(filters), elasticCondition(filters, accountId)]) {
    if (isRefusal(named)) return named;
    if (named) add(named.where, ...named.values);
  }
  for (const { where, values: more } of settingConditions(filters)) add(where, ...more);
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

/** Filters by what no instance has: the classic network, locks, RDMA addresses. */
function matchesNone(filters: Filters): boolean {
  return (
    filters.InstanceNetworkType === 'classic' ||
    filters.IoOptimized === false ||
    filters.LockReason !== undefined ||
    filters.InnerIpAddresses !== undefined ||
    filters.DeviceAvailable === false ||
    filters.RdmaIpAddresses !== undefined
  );
}

/** By the primary address of the primary network interface. */
function addressCondition(filters: Filters, accountId: string, regionId: string): Condition | Refusal | undefined {
  const addresses = addressesIn('PrivateIpAddresses', filters.PrivateIpAddresses);
  if (addresses === undefined || isRefusal(addresses)) return addresses;
  const list = inList(addresses);
  // Through the account's vSwitches, so that equal addresses of other VPCs are never looked at.
  const where = `instance.instance_id IN
    (SELECT e.instance_id FROM v_switch s
     JOIN private_address a ON a.v_switch_id = s.v_switch_id
     JOIN network_interface e ON e.network_interface_id = a.network_interface_id
     WHERE s.account_id = ? AND s.region_id = ? AND a.address IN (${list.placeholders})
     AND a.position = 0 AND e.type = 'Primary')`;
  return { where, values: [accountId, regionId, ...list.values] };
}

/** By the public address of its own. */
function publicCondition({ PublicIpAddresses: text }: Filters): Condition | Refusal | undefined {
  const addresses = addressesIn('PublicIpAddresses', text);
  if (addresses === undefined || isRefusal(addresses)) return addresses;
  const list = inList(addresses);
  return { where: `instance.public_address IN (${list.placeholders})`, values: list.values };
}

/** By an elastic address that is associated with the instance itself. */
function elasticCondition({ EipAddresses: text }: Filters, accountId: string): Condition | Refusal | undefined {
  const addresses = addressesIn('EipAddresses', text);
  if (addresses === undefined || isRefusal(addresses)) return addresses;
  const list = inList(addresses);
  const where = `instance.instance_id IN
    (SELECT eip.instance_id FROM eip
     WHERE eip.account_id = ? AND eip.instance_type = 'EcsInstance' AND eip.ip_address IN (${list.placeholders}))`;
  return { where, values: [accountId, ...list.values] };
}

/** The addresses of a JSON list, -1 for what is none. */
function addressesIn(name: string, text: string | undefined): readonly number[] | Refusal | undefined {
  const texts = jsonList(text);
  if (texts === undefined) return undefined;
  if (texts === 'malformed') return refuse('InvalidParameter', { name, value: text ?? '' });
  return texts.map((each) => parseAddress(each) ?? -1);
}

/** By settings, which are one JSON text: a name and its value stand together in it, and nowhere else. */
function settingConditions({ HpcClusterId, HttpTokens, HttpEndpoint }: Filters): readonly Condition[] {
  const has = (name: string, value: string, is = '<>'): Condition => ({
    where: `REPLACE(instance.settings, ?, '') ${is} instance.settings`,
    values: [JSON.stringify({ [name]: value }).slice(1, -1)],
  });
  const conditions: Condition[] = [];
  if (HpcClusterId !== undefined) conditions.push(has('HpcClusterId', HpcClusterId));
  if (HttpTokens !== undefined) conditions.push(has('HttpTokens', 'required', HttpTokens === 'required' ? '<>' : '='));
  if (HttpEndpoint !== undefined) {
    conditions.push(has('HttpEndpoint', 'disabled', HttpEndpoint === 'disabled' ? '<>' : '='));
  }
  return conditions;
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
