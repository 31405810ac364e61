import type { OperationContext } from '../../operation/context.ts';
import { groupBy } from '../../operation/group-by.ts';
import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { snapshotsOfDisks } from '../disk/disk.table.ts';
import { listPage } from '../list.ts';
import { refuse } from '../refusals.ts';
import { namedTags } from '../tag/older-rules.ts';
import { tagsOfRows } from '../tag/tags.ts';
import { filterRules } from './filter-rules.ts';
import { conditionOf } from './filters.ts';
import { snapshotTable } from './snapshot.table.ts';
import { type Snapshot, snapshotResource, snapshotTags } from './snapshot.ts';
import { describedSnapshot } from './view.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 10, maxResults: 100 };

/**
 * Lists snapshots by any combination of filters, newest first, with page numbers or tokens.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesnapshots
 */
export const describeSnapshots = operation('Ecs', 'DescribeSnapshots', {
  permits: ['snapshot/*'],
  rules: { ...filterRules, Tag: namedTags },

  async execute(parameters, context) {
    const { tx, accountId, regionId } = context;
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const condition = conditionOf(parameters, accountId, regionId);
    if (isRefusal(condition)) return condition;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const { rows, paging: head } = await listPage(context, snapshotTable, id, condition, page);
    const used = await snapshotsOfDisks(tx, rows.map(id.of));
    const tags = groupBy(await tagsOfRows(tx, snapshotTags, rows, id.of), (tag) => tag.resourceId);
    const described = [];
    for (const row of rows) {
      const remainingS = await remainingSeconds(context, row);
      const isUsed = used.has(row.snapshotId);
      described.push(describedSnapshot(row, { isUsed, tags: tags.get(row.snapshotId) ?? [], remainingS }));
    }
    return { ...head, Snapshots: { Snapshot: described } };
  },
});

const id = { column: 'snapshot_id', of: (row: Snapshot) => row.snapshotId };

/** How long a snapshot will still take. */
async function remainingSeconds(
  { transitions, nowMs }: OperationContext,
  { status, snapshotId }: Snapshot,
): Promise<number> {
  if (status !== 'progressing') return 0;
  const pending = await transitions.pending(snapshotResource, snapshotId);
  return pending === undefined ? 0 : Math.ceil((pending.dueAtMs - nowMs) / 1000);
}
