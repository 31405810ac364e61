import type { EcsDescribeInstancesFullStatusParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { inList } from '../../store/placeholders.ts';
import { refuse } from '../refusals.ts';
import { countInstances, selectInstances } from './instance.table.ts';
import { type InstanceStatus, instanceStatuses } from './instance.ts';
import { tooManyInstances } from './rules.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 1, maxResults: 100 };
const maxListed = 100;
const statuses: readonly string[] = instanceStatuses;
const healths = ['Ok', 'Impaired', 'Warning', 'Maintaining', 'Initializing', 'InsufficientData', 'NotApplicable'];

/**
 * Lists the statuses of instances with the events that are planned for them. Nothing happens to the hosts here, so that
 * every instance is well and no event is planned: a filter by events finds nothing.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancesfullstatus
 */
export const describeInstancesFullStatus = operation('Ecs', 'DescribeInstancesFullStatus', {
  permits: ['instance/*'],
  rules: {
    InstanceId: tooManyInstances,
    EventId: (ids) =>
      ids.length > maxListed ? refuse('EventIdLimitExceeded', { count: ids.length, limit: maxListed }) : undefined,
    Status: (value, name) =>
      statuses.includes(value) ? undefined : refuse('InvalidParameter.Maintenance', { name, value }),
    HealthStatus: (value, name) =>
      healths.includes(value) ? undefined : refuse('InvalidParameter.Maintenance', { name, value }),
    NotBefore: checkTimes,
    EventPublishTime: checkTimes,
  },

  async execute(parameters, { tx, accountId, regionId }) {
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const { where, values } = conditionOf(parameters, accountId, regionId);
    const rows = await selectInstances(tx, where, values, page.limit, page.offset);
    return {
      TotalCount: await countInstances(tx, where, values),
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      InstanceFullStatusSet: {
        InstanceFullStatusType: rows.map(({ instanceId, status }) => ({
          InstanceId: instanceId,
          Status: { Code: statusCodes[status], Name: status },
          HealthStatus: { Code: 0, Name: 'Ok' },
          ScheduledSystemEventSet: { ScheduledSystemEventType: [] },
        })),
      },
    };
  },
});

const statusCodes: Readonly<Record<InstanceStatus, number>> = {
  Pending: 0,
  Starting: 3,
  Running: 1,
  Stopping: 4,
  Stopped: 2,
};

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/;

function checkTimes(
  { Start, End }: { readonly Start?: string | undefined; readonly End?: string | undefined },
  name: string,
): Refusal | undefined {
  const malformed = [Start, End].find((value) => value !== undefined && !timePattern.test(value));
  if (malformed !== undefined) return refuse('InvalidParameter.Maintenance', { name, value: malformed });
  const isBackwards = Start !== undefined && End !== undefined && Date.parse(End) < Date.parse(Start);
  return isBackwards ? refuse('InvalidParameter.TimeEndBeforeStart', { name, start: Start, end: End }) : undefined;
}

function conditionOf(filters: EcsDescribeInstancesFullStatusParameters, accountId: string, regionId: string) {
  const conditions = ['instance.account_id = ?', 'instance.region_id = ?'];
  const values = [accountId, regionId];
  if (filters.InstanceId.length > 0) {
    const list = inList(filters.InstanceId);
    conditions.push(`instance.instance_id IN (${list.placeholders})`);
    values.push(...list.values);
  }
  if (filters.Status !== undefined) {
    conditions.push('instance.status = ?');
    values.push(filters.Status);
  }
  const ofEvents =
    filters.EventId.length > 0 ||
    filters.InstanceEventType.length > 0 ||
    filters.EventType !== undefined ||
    filters.NotBefore !== undefined ||
    filters.EventPublishTime !== undefined;
  if (ofEvents || (filters.HealthStatus ?? 'Ok') !== 'Ok') conditions.push('1 = 0');
  return { where: conditions.join(' AND '), values };
}
