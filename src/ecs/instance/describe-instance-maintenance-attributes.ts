import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { countInstances, selectInstances } from './instance.table.ts';
import { describedMaintenance } from './maintenance.ts';
import { namedInstances } from './named-instances.ts';
import { tooManyInstances } from './rules.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 1, maxResults: 100 };
const ofRegion = 'instance.account_id = ? AND instance.region_id = ?';

/**
 * Lists when instances may be maintained and what becomes of them then: of those named, or of all in the region.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancemaintenanceattributes
 */
export const describeInstanceMaintenanceAttributes = operation('Ecs', 'DescribeInstanceMaintenanceAttributes', {
  permits: ['instance/*'],
  rules: { InstanceId: tooManyInstances },

  async execute(parameters, context) {
    const { tx, accountId, regionId } = context;
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const named = parameters.InstanceId.length > 0 ? await namedInstances(context, parameters.InstanceId) : undefined;
    if (isRefusal(named)) return named;
    const values = [accountId, regionId];
    const shown =
      named === undefined
        ? await selectInstances(tx, ofRegion, values, page.limit, page.offset)
        : named.slice(page.offset, page.offset + page.limit);
    return {
      TotalCount: named === undefined ? await countInstances(tx, ofRegion, values) : named.length,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      MaintenanceAttributes: { MaintenanceAttribute: shown.map(describedMaintenance) },
    };
  },
});
