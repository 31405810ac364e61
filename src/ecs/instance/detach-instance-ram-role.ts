import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { saveConfiguration } from './instance.table.ts';
import { instancesInJson } from './named-instances.ts';
import { describedResult, maxListed } from './ram-role-result.ts';

/**
 * Takes instances their RAM role. One that has none is left as it is; one that has another than the role named keeps it,
 * which its own result says.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-detachinstanceramrole
 */
export const detachInstanceRamRole = operation('Ecs', 'DetachInstanceRamRole', {
  permits: ['instance/{InstanceIds}'],

  async execute({ InstanceIds, RamRoleName: role }, context) {
    const instances = await instancesInJson(context, InstanceIds, maxListed);
    if (isRefusal(instances)) return instances;
    const results = [];
    for (const instance of instances) {
      const { instanceId: id, ramRoleName: current } = instance;
      const isOther = current !== '' && role !== undefined && current !== role;
      const fault = isOther ? refuse('InvalidRamRole.Attached', { id, current }) : undefined;
      if (fault === undefined) await saveConfiguration(context.tx, { ...instance, ramRoleName: '' });
      const detached = fault === undefined && current !== '' ? [{ InstanceId: id, RamRoleName: current }] : [];
      results.push({ ...describedResult(id, fault), InstanceRamRoleSets: { InstanceRamRoleSet: detached } });
    }
    return {
      RamRoleName: role ?? '',
      TotalCount: results.length,
      FailCount: results.filter(({ Success }) => !Success).length,
      DetachInstanceRamRoleResults: { DetachInstanceRamRoleResult: results },
    };
  },
});
