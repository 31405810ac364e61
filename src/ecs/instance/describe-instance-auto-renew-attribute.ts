import { operation, type Rule } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { selectInstances } from './instance.table.ts';
import { isRenewalStatus, renewalOf } from './renewal.ts';
import { subscriptionsIn } from './subscriptions.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 1, maxResults: 100 };
const subscriptions =
  "instance.account_id = ? AND instance.region_id = ? AND instance.instance_charge_type = 'PrePaid'";
const everyOne = 1_000_000;
/** The contract has texts where other lists have numbers. */
const wholeNumber: Rule<string> = (value, name) =>
  /^\d{1,10}$/.test(value) ? undefined : refuse('InvalidParameter', { name, value });

/**
 * Lists whether and how subscriptions are renewed at their end: of those named, or of all with a status, or of those
 * named that have it.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceautorenewattribute
 */
export const describeInstanceAutoRenewAttribute = operation('Ecs', 'DescribeInstanceAutoRenewAttribute', {
  permits: ['instance/*'],
  rules: {
    RenewalStatus: (value) =>
      isRenewalStatus(value) ? undefined : refuse('InvalidParameter.RenewalStatus', { value }),
    PageNumber: wholeNumber,
    PageSize: wholeNumber,
  },
  check: ({ InstanceId, RenewalStatus }) =>
    InstanceId === undefined && RenewalStatus === undefined
      ? refuse('InvalidParameter.RenewalStatusInstanceId')
      : undefined,

  async execute({ InstanceId, RenewalStatus, PageNumber = '1', PageSize = '10' }, context) {
    const { tx, accountId, regionId } = context;
    const page = pageOf({ PageNumber: Number(PageNumber), PageSize: Number(PageSize) }, paging);
    if (isRefusal(page)) return page;
    const instances =
      InstanceId === undefined
        ? await selectInstances(tx, subscriptions, [accountId, regionId], everyOne, 0)
        : await subscriptionsIn(context, InstanceId);
    if (isRefusal(instances)) return instances;
    const rows = instances
      .map((instance) => ({ instance, renewal: renewalOf(instance) }))
      .filter(({ renewal }) => RenewalStatus === undefined || renewal.status === RenewalStatus);
    return {
      TotalCount: rows.length,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      InstanceRenewAttributes: {
        InstanceRenewAttribute: rows
          .slice(page.offset, page.offset + page.limit)
          .map(({ instance, renewal: { status, duration, periodUnit } }) => ({
            InstanceId: instance.instanceId,
            AutoRenewEnabled: status === 'AutoRenewal',
            RenewalStatus: status,
            Duration: duration,
            PeriodUnit: periodUnit,
            EnableExpectedRenewDay: false,
          })),
      },
    };
  },
});
