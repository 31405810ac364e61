import { operation } from '../../operation/operation.ts';
import { ecsPaging, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { listPage } from '../list.ts';
import { refuse } from '../refusals.ts';
import { namedTags } from '../tag/older-rules.ts';
import { diskTable } from './disk.table.ts';
import type { Disk } from './disk.ts';
import { filterRules } from './filter-rules.ts';
import { conditionOf } from './filters.ts';
import { describedDisks } from './view.ts';

const id = { column: 'disk_id', of: (disk: Disk) => disk.diskId };

/**
 * Lists disks by any combination of filters, newest first, with page numbers or tokens.
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describedisks
 */
export const describeDisks = operation('Ecs', 'DescribeDisks', {
  permits: ['disk/*'],
  rules: { ...filterRules, Tag: namedTags },

  async execute(parameters, context) {
    const page = pageOf(parameters, ecsPaging);
    if (isRefusal(page)) return page;
    const condition = conditionOf(parameters, context.accountId, context.regionId);
    if (isRefusal(condition)) return condition;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const { rows, paging } = await listPage(context, diskTable, id, condition, page);
    return { ...paging, Disks: { Disk: await describedDisks(context.tx, rows) } };
  },
});
