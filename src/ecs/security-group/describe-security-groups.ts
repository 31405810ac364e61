import { operation } from '../../operation/operation.ts';
import { afterCondition, lastShown, nextTokenAfter, type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { oneOf } from '../network-interface/rules.ts';
import { refuse } from '../refusals.ts';
import { comparedTags } from '../tag/tags.ts';
import { conditionOf } from './filters.ts';
import { securityGroupId } from './rules.ts';
import { countSecurityGroups, selectSecurityGroups } from './security-group.table.ts';
import { describedSecurityGroups } from './view.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 1, maxResults: 100 };

/** Lists security groups by any combination of filters, with page numbers or tokens. */
export const describeSecurityGroups = operation('Ecs', 'DescribeSecurityGroups', {
  permits: ['securitygroup/{SecurityGroupId|SecurityGroupIds}'],
  rules: {
    SecurityGroupId: securityGroupId,
    SecurityGroupType: (value) =>
      value === 'normal' || value === 'enterprise'
        ? undefined
        : refuse('InvalidParameter.SecurityGroupType', { value }),
    NetworkType: oneOf('vpc', 'classic'),
    Tag: comparedTags,
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId } = context;
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const condition = conditionOf(parameters, accountId, regionId);
    if (isRefusal(condition)) return condition;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const after = afterCondition(page, 'security_group', 'security_group_id');
    const where = after ? `${condition.where} AND ${after.condition}` : condition.where;
    const values = after ? [...condition.values, ...after.values] : condition.values;
    // One row more than asked for tells whether another page follows.
    const rows = await selectSecurityGroups(tx, where, values, page.limit + 1, page.offset);
    const shown = rows.slice(0, page.limit);
    const last = lastShown(rows, page, context);
    const wholeList = page.offset === 0 && page.after === undefined && rows.length <= page.limit;
    return {
      RegionId: regionId,
      TotalCount: wholeList ? rows.length : await countSecurityGroups(tx, condition.where, condition.values),
      PageNumber: page.pageNumber,
      PageSize: page.byToken ? page.limit : page.pageSize,
      NextToken: nextTokenAfter(last && { createdAtMs: last.createdAtMs, id: last.securityGroupId }),
      SecurityGroups: { SecurityGroup: await describedSecurityGroups(context, shown) },
    };
  },
});
