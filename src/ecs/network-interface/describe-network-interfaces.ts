import { operation } from '../../operation/operation.ts';
import { afterCondition, ecsPaging, nextTokenAfter, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { conditionOf } from './filters.ts';
import { countNetworkInterfaces, selectNetworkInterfaces } from './network-interface.table.ts';
import { describeNetworkInterfaces as describe } from './view.ts';

const maxListed = 100;
const listed = (values: readonly unknown[], name: string) =>
  values.length > maxListed
    ? refuse('InvalidParameter', { name: `${name}.N`, value: `${values.length} values, at most ${maxListed}` })
    : undefined;

/** Lists network interfaces by any combination of filters, with page numbers or tokens (ENI-52..72). */
export const describeNetworkInterfaces = operation('Ecs', 'DescribeNetworkInterfaces', {
  networkInterfaces: true,
  malformedRegionId: 'InvalidRegionId.MalFormed',
  rules: { NetworkInterfaceId: listed, PrivateIpAddress: listed, Ipv6Address: listed },

  async execute(parameters, { tx, accountId, regionId }) {
    const page = pageOf(parameters, ecsPaging);
    if (isRefusal(page)) return page;
    const condition = conditionOf(parameters, accountId, regionId);
    const after = afterCondition(page, 'network_interface', 'network_interface_id');
    const where = after ? `${condition.where} AND ${after.condition}` : condition.where;
    const values = after ? [...condition.values, ...after.values] : condition.values;
    // One row more than asked for tells whether another page follows.
    const rows = await selectNetworkInterfaces(tx, where, values, page.limit + 1, page.offset);
    const shown = rows.slice(0, page.limit);
    const last = rows.length > page.limit ? shown.at(-1) : undefined;
    const wholeList = page.offset === 0 && page.after === undefined && last === undefined;
    return {
      TotalCount: wholeList ? rows.length : await countNetworkInterfaces(tx, condition.where, condition.values),
      PageNumber: page.pageNumber,
      PageSize: page.byToken ? page.limit : page.pageSize,
      NextToken: nextTokenAfter(last && { createdAtMs: last.createdAtMs, id: last.networkInterfaceId }),
      NetworkInterfaceSets: { NetworkInterfaceSet: await describe(tx, shown) },
    };
  },
});
