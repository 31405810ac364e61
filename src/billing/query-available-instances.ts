import type { BssOpenApiQueryAvailableInstancesParameters } from '../contracts/operations.generated.ts';
import { selectInstances } from '../ecs/instance/instance.table.ts';
import { operation } from '../operation/operation.ts';
import { inList } from '../store/placeholders.ts';
import { refuse } from './refusals.ts';
import { ids, idsOf, oneOf, time, upTo } from './rules.ts';
import { type BilledInstance, billed, describedSubscription, renewStatuses } from './subscription.ts';

type Filters = BssOpenApiQueryAvailableInstancesParameters;

const product = 'ecs';
const everyRow = 2 ** 31 - 1;
/** What both the number of a page and its size stay below, so that their product is exact. */
const highest = 1_000_000;

/**
 * Lists what the account pays for: its ECS instances in every region, or those that all filters fit, newest first. Of
 * another product there is nothing here, so the list is empty. Terraform asks for a cloud firewall, and takes any
 * answer for that of an account of the Chinese site.
 * @see https://www.alibabacloud.com/help/en/boa/latest/api-bssopenapi-2017-12-14-queryavailableinstances
 */
export const queryAvailableInstances = operation('BssOpenApi', 'QueryAvailableInstances', {
  permits: ['*'],
  ramAction: 'bss:DescribeInstances',
  rules: {
    PageNum: upTo(highest),
    PageSize: upTo(highest),
    SubscriptionType: oneOf('Subscription', 'PayAsYouGo'),
    RenewStatus: oneOf(...renewStatuses),
    InstanceIDs: ids,
    CreateTimeStart: time,
    CreateTimeEnd: time,
    EndTimeStart: time,
    EndTimeEnd: time,
  },
  check: ({ Region, ProductCode }) =>
    Region !== undefined && ProductCode === undefined
      ? refuse('MissingParameter', { name: 'ProductCode', reason: `Region "${Region}" is given` })
      : undefined,

  async execute(filters, { tx, accountId, nowMs }) {
    const { PageNum = 1, PageSize = 20 } = filters;
    const isOther = [filters.ProductCode, filters.ProductType].some((name) => name !== undefined && name !== product);
    const { where, values } = conditionOf(filters, accountId);
    const instances = isOther ? [] : await selectInstances(tx, where, values, everyRow, 0);
    const found = instances.map(billed).filter((instance) => fits(instance, filters));
    const first = (PageNum - 1) * PageSize;
    const shown = found.slice(first, first + PageSize);
    return {
      Code: 'Success',
      Message: 'Successful!',
      Success: true,
      Data: {
        PageNum,
        PageSize,
        TotalCount: found.length,
        InstanceList: shown.map((instance) => describedSubscription(instance, nowMs)),
      },
    };
  },
});

function conditionOf(filters: Filters, accountId: string): { where: string; values: readonly string[] } {
  const conditions = ['instance.account_id = ?'];
  const values = [accountId];
  const { Region, SubscriptionType, InstanceIDs } = filters;
  if (Region !== undefined) {
    conditions.push('instance.region_id = ?');
    values.push(Region);
  }
  if (SubscriptionType !== undefined) {
    conditions.push('instance.instance_charge_type = ?');
    values.push(SubscriptionType === 'Subscription' ? 'PrePaid' : 'PostPaid');
  }
  if (InstanceIDs !== undefined) {
    const list = inList(idsOf(InstanceIDs));
    conditions.push(`instance.instance_id IN (${list.placeholders})`);
    values.push(...list.values);
  }
  return { where: conditions.join(' AND '), values };
}

function fits({ instance, expiresAtMs, renewStatus }: BilledInstance, filters: Filters): boolean {
  const { RenewStatus, CreateTimeStart, CreateTimeEnd, EndTimeStart, EndTimeEnd } = filters;
  return (
    (RenewStatus === undefined || renewStatus === RenewStatus) &&
    isWithin(instance.createdAtMs, CreateTimeStart, CreateTimeEnd) &&
    isWithin(expiresAtMs, EndTimeStart, EndTimeEnd)
  );
}

function isWithin(atMs: number | undefined, start: string | undefined, end: string | undefined): boolean {
  if (start === undefined && end === undefined) return true;
  if (atMs === undefined) return false;
  const second = Math.floor(atMs / 1000) * 1000;
  return (start === undefined || second >= Date.parse(start)) && (end === undefined || second <= Date.parse(end));
}
