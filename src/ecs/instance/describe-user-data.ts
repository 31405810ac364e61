import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findInstance } from './instance.table.ts';
import { settingsOf } from './settings.ts';

/**
 * Answers an instance's user data, in Base64 as it was given; empty text when there is none.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeuserdata
 */
export const describeUserData = operation('Ecs', 'DescribeUserData', {
  permits: ['instance/{InstanceId}'],

  async execute({ InstanceId: id }, { tx, accountId, regionId }) {
    const instance = await findInstance(tx, accountId, regionId, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    return { RegionId: regionId, InstanceId: id, UserData: settingsOf(instance).UserData ?? '' };
  },
});
