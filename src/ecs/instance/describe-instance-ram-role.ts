import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { countInstances, selectInstances } from './instance.table.ts';
import { instancesInJson } from './named-instances.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 50, minResults: 1, maxResults: 50 };
const maxListed = 50;
const withRole = 'instance.account_id = ? AND instance.region_id = ? AND instance.ram_role_name = ?';

/**
 * Lists the roles of the instances named, also of those that have none, or the instances that have the role named, or
 * of the former those that have the latter.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceramrole
 */
export const describeInstanceRamRole = operation('Ecs', 'DescribeInstanceRamRole', {
  permits: ['instance/*'],
  check: ({ InstanceIds, RamRoleName }) =>
    InstanceIds === undefined && RamRoleName === undefined ? refuse('InvalidParameter.AllEmpty') : undefined,

  async execute(parameters, context) {
    const { tx, accountId, regionId } = context;
    const { InstanceIds, RamRoleName: role = '' } = parameters;
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const named = InstanceIds === undefined ? undefined : await instancesInJson(context, InstanceIds, maxListed);
    if (isRefusal(named)) return named;
    const found = named?.filter(({ ramRoleName }) => role === '' || ramRoleName === role);
    const values = [accountId, regionId, role];
    const shown =
      found?.slice(page.offset, page.offset + page.limit) ??
      (await selectInstances(tx, withRole, values, page.limit, page.offset));
    return {
      RegionId: regionId,
      TotalCount: found?.length ?? (await countInstances(tx, withRole, values)),
      InstanceRamRoleSets: {
        InstanceRamRoleSet: shown.map(({ instanceId, ramRoleName }) => ({
          InstanceId: instanceId,
          RamRoleName: ramRoleName,
        })),
      },
    };
  },
});
