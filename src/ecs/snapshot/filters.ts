import type { EcsDescribeSnapshotsParameters } from '../../contracts/operations.generated.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { allOf, type Condition, equals, isFlag, isInResourceGroup, isOneOf, nothing } from '../../vpc/list.ts';
import { carriesTags } from '../../vpc/tag/rules.ts';
import { createdWithin } from '../created-within.ts';
import { jsonList } from '../instance/json-list.ts';
import { refuse } from '../refusals.ts';
import { snapshotTags } from './snapshot.ts';

type Filters = EcsDescribeSnapshotsParameters;

/** Puts the filters of a request together; they all have to hold. */
export function conditionOf(filters: Filters, accountId: string, regionId: string): Condition | Refusal {
  const ids = jsonList(filters.SnapshotIds);
  if (ids === 'malformed') return refuse('InvalidSnapshotIds.Malformed', { value: filters.SnapshotIds ?? '' });
  const created = createdWithin('snapshot', filters.Filter);
  if (isRefusal(created)) return created;
  const { Status: status, SourceDiskType: diskType } = filters;
  return allOf(
    equals('snapshot.account_id', accountId),
    equals('snapshot.region_id', regionId),
    isOneOf('snapshot.snapshot_id', ids),
    equals('snapshot.source_disk_id', filters.DiskId),
    ofInstance(filters.InstanceId),
    equals('snapshot.snapshot_name', filters.SnapshotName),
    equals('snapshot.status', status === 'all' ? undefined : status),
    equals('snapshot.source_disk_type', diskType?.toLowerCase()),
    usedFor(filters.Usage),
    isFlag('snapshot.encrypted', filters.Encrypted),
    equals('snapshot.kms_key_id', filters.KMSKeyId),
    isInResourceGroup('snapshot', accountId, filters.ResourceGroupId),
    ...created,
    matchesNone(filters) ? nothing : undefined,
    carriesTags(snapshotTags, 'snapshot.snapshot_id', filters.Tag, { accountId, regionId }),
  );
}

/** Every snapshot is a standard one that somebody made; chains of them are not known. */
function matchesNone({ SnapshotType, SnapshotLinkId, Category = 'standard' }: Filters): boolean {
  return SnapshotType === 'auto' || SnapshotLinkId !== undefined || !/^standard$/i.test(Category);
}

/** Of the disks that are attached to the instance now. */
function ofInstance(instanceId: string | undefined): Condition | undefined {
  if (instanceId === undefined) return undefined;
  return { where: 'snapshot.source_disk_id IN (SELECT disk_id FROM disk WHERE instance_id = ?)', values: [instanceId] };
}

const fromSnapshot = `(SELECT source_snapshot_id FROM disk WHERE source_snapshot_id <> '')`;

/** No image is made from a snapshot here. */
function usedFor(usage: string | undefined): Condition | undefined {
  if (usage === undefined) return undefined;
  if (usage === 'disk') return { where: `snapshot.snapshot_id IN ${fromSnapshot}`, values: [] };
  return usage === 'none' ? { where: `snapshot.snapshot_id NOT IN ${fromSnapshot}`, values: [] } : nothing;
}
