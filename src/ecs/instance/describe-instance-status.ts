import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { inList } from '../../store/placeholders.ts';
import { refuse } from '../refusals.ts';
import { countInstances, selectInstances } from './instance.table.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 50, minResults: 10, maxResults: 50 };
const maxListed = 100;

/** Lists the statuses of instances. Ids of none are left out. */
export const describeInstanceStatus = operation('Ecs', 'DescribeInstanceStatus', {
  permits: ['*'],
  rules: {
    InstanceId: (ids) =>
      ids.length > maxListed
        ? refuse('InvalidParameter', { name: 'InstanceId.N', value: `${ids.length} values, at most ${maxListed}` })
        : undefined,
  },

  async execute(parameters, { tx, accountId, regionId }) {
    const { InstanceId, ZoneId, ClusterId } = parameters;
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const conditions = ['instance.account_id = ?', 'instance.region_id = ?'];
    const values = [accountId, regionId];
    if (InstanceId.length > 0) {
      const list = inList(InstanceId);
      conditions.push(`instance.instance_id IN (${list.placeholders})`);
      values.push(...list.values);
    }
    if (ZoneId !== undefined) {
      conditions.push('instance.zone_id = ?');
      values.push(ZoneId);
    }
    // Clusters are of a time before zones; no instance has one.
    if (ClusterId !== undefined) conditions.push('1 = 0');
    const where = conditions.join(' AND ');
    const rows = await selectInstances(tx, where, values, page.limit, page.offset);
    return {
      TotalCount: await countInstances(tx, where, values),
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      InstanceStatuses: {
        InstanceStatus: rows.map(({ instanceId, status }) => ({ InstanceId: instanceId, Status: status })),
      },
    };
  },
});
