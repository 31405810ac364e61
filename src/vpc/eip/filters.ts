import type { VpcDescribeEipAddressesParameters } from '../../contracts/operations.generated.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { allOf, type Condition, equals, isInResourceGroup, isOneOf, nothing } from '../list.ts';
import { refuse } from '../refusals.ts';
import { carriesTags } from '../tag/rules.ts';
import { parseAddress } from '../vswitch/address-range.ts';
import { eipTags } from './eip.ts';

const maxListed = 50;

type Filters = VpcDescribeEipAddressesParameters;

/** Puts the filters of a request together; they all have to hold. */
export function conditionOf(filters: Filters, accountId: string, regionId: string): Condition | Refusal {
  const ids = listed(filters.AllocationId, 'AllocationId');
  if (isRefusal(ids)) return ids;
  const addresses = listed(filters.EipAddress, 'EipAddress');
  if (isRefusal(addresses)) return addresses;
  const created = createdWithin(filters.Filter);
  if (isRefusal(created)) return created;
  return allOf(
    equals('eip.account_id', accountId),
    equals('eip.region_id', regionId),
    isOneOf('eip.allocation_id', ids),
    isOneOf(
      'eip.ip_address',
      addresses?.map((text) => parseAddress(text) ?? -1),
    ),
    equals('eip.instance_type', filters.AssociatedInstanceType),
    equals('eip.instance_id', filters.AssociatedInstanceId),
    equals('eip.status', filters.Status),
    isInResourceGroup('eip', accountId, filters.ResourceGroupId),
    equals('eip.eip_name', filters.EipName),
    equals('eip.isp', filters.ISP),
    protection(filters.SecurityProtectionEnabled),
    isOfNone(filters) ? nothing : undefined,
    ...created,
    carriesTags(eipTags, 'eip.allocation_id', filters.Tag, { accountId, regionId }),
  );
}

/** No address is paid for in advance, locked, from a pool or a segment, or managed by a service. */
function isOfNone(filters: Filters): boolean {
  return (
    filters.ChargeType === 'PrePaid' ||
    filters.LockReason !== undefined ||
    filters.PublicIpAddressPoolId !== undefined ||
    filters.SegmentInstanceId !== undefined ||
    filters.ServiceManaged === true
  );
}

function protection(enabled: boolean | undefined): Condition | undefined {
  if (enabled === undefined) return undefined;
  return { where: `eip.security_protection_types ${enabled ? '<>' : '='} ?`, values: [''] };
}

/** The values of a comma-separated list; at most 50. */
function listed(list: string | undefined, name: string): readonly string[] | undefined | Refusal {
  const values = list
    ?.split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return values !== undefined && values.length > maxListed
    ? refuse('InvalidParameter', { name, value: `${values.length} values, at most ${maxListed}` })
    : values;
}

const comparisons: ReadonlyMap<string | undefined, string> = new Map([
  ['CreationStartTime', '>='],
  ['CreationEndTime', '<='],
]);

/** `CreationStartTime` and `CreationEndTime`, UTC with minutes, both ends included. */
function createdWithin(filters: Filters['Filter']): readonly Condition[] | Refusal {
  const conditions: Condition[] = [];
  for (const [index, { Key: key, Value: value = '' }] of filters.entries()) {
    const comparison = comparisons.get(key);
    if (comparison === undefined) {
      return refuse('InvalidParameter', { name: `Filter.${index + 1}.Key`, value: key ?? '' });
    }
    const timeMs = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(timeMs)) return refuse('InvalidParameter', { name: `Filter.${index + 1}.Value`, value });
    conditions.push({ where: `eip.created_at_ms ${comparison} ?`, values: [timeMs] });
  }
  return conditions;
}
