import { operation } from '../../operation/operation.ts';
import { afterCondition, lastShown, nextTokenAfter, type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { comparedTags } from '../tag/tags.ts';
import { conditionOf } from './filters.ts';
import { countInstances, selectInstances } from './instance.table.ts';
import { instanceStatuses } from './instance.ts';
import { describedInstances } from './view.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 10, maxResults: 100 };
const statuses: readonly string[] = instanceStatuses;

/** Lists instances by any combination of filters, with page numbers or tokens. */
export const describeInstances = operation('Ecs', 'DescribeInstances', {
  permits: ['instance/{InstanceIds}'],
  rules: {
    Status: (value) =>
      statuses.includes(value)
        ? undefined
        : refuse('InvalidStatus.NotFound', { value, allowed: instanceStatuses.join(', ') }),
    InstanceNetworkType: (value) =>
      value === 'vpc' || value === 'classic' ? undefined : refuse('InvalidNetworkType.NotFound', { value }),
    Tag: comparedTags,
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId } = context;
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const condition = conditionOf(parameters, accountId, regionId);
    if (isRefusal(condition)) return condition;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const after = afterCondition(page, 'instance', 'instance_id');
    const where = after ? `${condition.where} AND ${after.condition}` : condition.where;
    const values = after ? [...condition.values, ...after.values] : condition.values;
    // One row more than asked for tells whether another page follows.
    const rows = await selectInstances(tx, where, values, page.limit + 1, page.offset);
    const shown = rows.slice(0, page.limit);
    const last = lastShown(rows, page, context);
    const isWholeList = page.offset === 0 && page.after === undefined && rows.length <= page.limit;
    const wanted = {
      primaryInterfaceAddresses: parameters.AdditionalAttributes.includes('NETWORK_PRIMARY_ENI_IP'),
      metadataOptions: parameters.AdditionalAttributes.includes('META_OPTIONS'),
    };
    return {
      TotalCount: isWholeList ? rows.length : await countInstances(tx, condition.where, condition.values),
      PageNumber: page.pageNumber,
      PageSize: page.byToken ? page.limit : page.pageSize,
      NextToken: nextTokenAfter(last && { createdAtMs: last.createdAtMs, id: last.instanceId }),
      Instances: { Instance: await describedInstances(tx, shown, wanted) },
    };
  },
});
