import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { afterCondition, ecsPaging, lastShown, nextTokenAfter, type Page, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { comparedTags } from '../tag/tags.ts';
import { type Condition, conditionOf, namesOnly } from './filters.ts';
import {
  countNetworkInterfaces,
  countRegion,
  findNetworkInterfaces,
  selectNetworkInterfaces,
} from './network-interface.table.ts';
import { type DescribedNetworkInterface, describeNetworkInterfaces as describe } from './view.ts';

const maxListed = 100;
const listed = (values: readonly unknown[], name: string) =>
  values.length > maxListed
    ? refuse('InvalidParameter', { name: `${name}.N`, value: `${values.length} values, at most ${maxListed}` })
    : undefined;

/** Lists network interfaces by any combination of filters, with page numbers or tokens (ENI-52..72). */
export const describeNetworkInterfaces = operation('Ecs', 'DescribeNetworkInterfaces', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: true,
  malformedRegionId: 'InvalidRegionId.MalFormed',
  rules: { NetworkInterfaceId: listed, PrivateIpAddress: listed, Ipv6Address: listed, Tag: comparedTags },

  async execute(parameters, context) {
    const { tx, accountId, regionId, tokenOnLastPage } = context;
    const page = pageOf(parameters, ecsPaging);
    if (isRefusal(page)) return page;
    if (!tokenOnLastPage && namesOnly(parameters) && page.offset === 0 && page.after === undefined) {
      const named = await findNetworkInterfaces(tx, accountId, regionId, parameters.NetworkInterfaceId);
      if (named.length <= page.limit) return pageAnswer(page, named.length, '', await describe(tx, named));
    }
    const condition = conditionOf(parameters, accountId, regionId);
    const after = afterCondition(page, 'network_interface', 'network_interface_id');
    const selection = after
      ? {
          ...condition,
          where: `${condition.where} AND ${after.condition}`,
          values: [...condition.values, ...after.values],
        }
      : condition;
    // One row more than asked for tells whether another page follows.
    const rows = await selectNetworkInterfaces(tx, selection, page.limit + 1, page.offset);
    const shown = rows.slice(0, page.limit);
    const last = lastShown(rows, page, context);
    const wholeList = page.offset === 0 && page.after === undefined && rows.length <= page.limit;
    const total = wholeList ? rows.length : await totalOf(context, condition);
    const nextToken = nextTokenAfter(last && { createdAtMs: last.createdAtMs, id: last.networkInterfaceId });
    return pageAnswer(page, total, nextToken, await describe(tx, shown));
  },
});

function totalOf({ tx, accountId, regionId }: OperationContext, condition: Condition): Promise<number> {
  return condition.isWholeRegion ? countRegion(tx, accountId, regionId) : countNetworkInterfaces(tx, condition);
}

function pageAnswer(page: Page, total: number, nextToken: string, items: readonly DescribedNetworkInterface[]) {
  return {
    TotalCount: total,
    PageNumber: page.pageNumber,
    PageSize: page.byToken ? page.limit : page.pageSize,
    NextToken: nextToken,
    NetworkInterfaceSets: { NetworkInterfaceSet: items },
  };
}
