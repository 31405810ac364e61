import type { EcsDescribeDisksParameters } from '../../contracts/operations.generated.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { allOf, type Condition, equals, isFlag, isInResourceGroup, isOneOf, nothing } from '../../vpc/list.ts';
import { carriesTags } from '../../vpc/tag/rules.ts';
import { createdWithin } from '../created-within.ts';
import { jsonList } from '../instance/json-list.ts';
import { refuse } from '../refusals.ts';
import { diskTags } from './disk.ts';

type Filters = EcsDescribeDisksParameters;

const maxIds = 100;

/** Puts the filters of a request together; they all have to hold. */
export function conditionOf(filters: Filters, accountId: string, regionId: string): Condition | Refusal {
  const { DiskIds: text = '' } = filters;
  const ids = jsonList(filters.DiskIds, Number.POSITIVE_INFINITY);
  if (ids === 'malformed') return refuse('InvalidParameter.DiskIds', { value: text });
  if (ids !== undefined && ids.length > maxIds) {
    return refuse('InvalidDiskIds.Malformed', { count: ids.length, limit: maxIds });
  }
  const created = createdWithin('disk', filters.Filter);
  if (isRefusal(created)) return created;
  return allOf(
    equals('disk.account_id', accountId),
    equals('disk.region_id', regionId),
    isOneOf('disk.disk_id', ids),
    onInstance(filters.InstanceId),
    equals('disk.zone_id', filters.ZoneId),
    equals('disk.type', unlessAll(filters.DiskType)),
    equals('disk.category', unlessAll(filters.Category)),
    equals('disk.status', unlessAll(filters.Status)),
    equals('disk.disk_name', filters.DiskName),
    equals('disk.source_snapshot_id', filters.SnapshotId),
    equals('disk.disk_charge_type', filters.DiskChargeType),
    equals('disk.disk_charge_type', filters.Portable === undefined ? undefined : paidBy(filters.Portable)),
    isFlag('disk.delete_with_instance', filters.DeleteWithInstance),
    isFlag('disk.delete_auto_snapshot', filters.DeleteAutoSnapshot),
    isFlag('disk.enable_auto_snapshot', filters.EnableAutoSnapshot),
    isFlag('disk.encrypted', filters.Encrypted),
    equals('disk.kms_key_id', filters.KMSKeyId),
    equals('disk.auto_snapshot_policy_id', filters.AutoSnapshotPolicyId),
    hasPolicy(filters.EnableAutomatedSnapshotPolicy),
    isInResourceGroup('disk', accountId, filters.ResourceGroupId),
    ...created,
    matchesNone(filters) ? nothing : undefined,
    carriesTags(diskTags, 'disk.disk_id', filters.Tag, { accountId, regionId }),
  );
}

/** Disks are shown on their instance while they are in use or leave it; so they are found by it. */
function onInstance(instanceId: string | undefined): Condition | undefined {
  if (instanceId === undefined) return undefined;
  return { where: `disk.instance_id = ? AND disk.status IN ('In_use', 'Detaching')`, values: [instanceId] };
}

function unlessAll(value: string | undefined): string | undefined {
  return value?.toLowerCase() === 'all' ? undefined : value;
}

function paidBy(portable: boolean): string {
  return portable ? 'PostPaid' : 'PrePaid';
}

function hasPolicy(wanted: boolean | undefined): Condition | undefined {
  if (wanted === undefined) return undefined;
  return { where: `disk.auto_snapshot_policy_id ${wanted ? '<>' : '='} ''`, values: [] };
}

/** No disk is locked or attached to several instances. */
function matchesNone({ LockReason, EnableShared, MultiAttach = 'Disabled' }: Filters): boolean {
  return LockReason !== undefined || EnableShared === true || MultiAttach !== 'Disabled';
}
