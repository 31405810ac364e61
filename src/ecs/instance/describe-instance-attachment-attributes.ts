import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { instancesInJson } from './named-instances.ts';
import { settingsOf } from './settings.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 1, maxResults: 100 };
const maxListed = 100;

/**
 * Answers which private pools instances are matched with. Every instance named has a row.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceattachmentattributes
 */
export const describeInstanceAttachmentAttributes = operation('Ecs', 'DescribeInstanceAttachmentAttributes', {
  permits: ['instance/*'],

  async execute(parameters, context) {
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const instances = await instancesInJson(context, parameters.InstanceIds, maxListed);
    if (isRefusal(instances)) {
      const isAbsent = instances.code === 'InvalidInstanceId.NotFound';
      return isAbsent ? refuse('InvalidInstanceIds.NotFound', { value: parameters.InstanceIds }) : instances;
    }
    return {
      TotalCount: instances.length,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      Instances: {
        Instance: instances.slice(page.offset, page.offset + page.limit).map((instance) => {
          const { Id = '', MatchCriteria = 'None' } = settingsOf(instance).PrivatePoolOptions ?? {};
          return {
            InstanceId: instance.instanceId,
            PrivatePoolOptionsId: Id,
            PrivatePoolOptionsMatchCriteria: MatchCriteria,
          };
        }),
      },
    };
  },
});
