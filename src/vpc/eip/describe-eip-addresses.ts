import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { listRows } from '../list.ts';
import { refuse } from '../refusals.ts';
import { wantedTags } from '../tag/rules.ts';
import { eipTable } from './eip.table.ts';
import { conditionOf } from './filters.ts';
import { associatedInstanceType } from './rules.ts';
import { describedEips } from './view.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 1, maxResults: 100 };
const chargeTypes = ['PostPaid', 'PrePaid'];

/** Lists the region's elastic IP addresses by any combination of filters, newest first. An unknown id is no error: it lists nothing. */
export const describeEipAddresses = operation('Vpc', 'DescribeEipAddresses', {
  permits: ['eip/*'],
  rules: {
    AssociatedInstanceType: associatedInstanceType,
    ChargeType: (value) =>
      chargeTypes.includes(value)
        ? undefined
        : refuse('InvalidChargeType.ValueNotSupported', { value, allowed: chargeTypes.join(', ') }),
    Tag: wantedTags,
  },

  async execute(parameters, { tx, accountId, regionId }) {
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const condition = conditionOf(parameters, accountId, regionId);
    if (isRefusal(condition)) return condition;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const { rows, totalCount } = await listRows(tx, eipTable, 'allocation_id', condition, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      EipAddresses: { EipAddress: await describedEips(tx, rows) },
    };
  },
});
