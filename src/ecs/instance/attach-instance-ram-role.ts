import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { saveConfiguration } from './instance.table.ts';
import { instancesInJson } from './named-instances.ts';
import { checkRamRole } from './ram-role.ts';
import { describedResult, maxListed } from './ram-role-result.ts';

/**
 * Gives instances a RAM role. One that has another already keeps it, which its own result says.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-attachinstanceramrole
 */
export const attachInstanceRamRole = operation('Ecs', 'AttachInstanceRamRole', {
  permits: ['instance/{InstanceIds}'],
  rules: {
    Policy: (value, name) =>
      value.length > 1024 ? refuse('InvalidParameter', { name, value: `${value.length} characters` }) : undefined,
  },

  async execute({ InstanceIds, RamRoleName: role }, context) {
    const instances = await instancesInJson(context, InstanceIds, maxListed);
    if (isRefusal(instances)) return instances;
    const noRole = await checkRamRole(context, role);
    if (noRole) return noRole;
    const results = [];
    for (const instance of instances) {
      const { instanceId: id, ramRoleName: current } = instance;
      const fault = current === '' || current === role ? undefined : refuse('InvalidRamRole.Attached', { id, current });
      if (fault === undefined) await saveConfiguration(context.tx, { ...instance, ramRoleName: role });
      results.push(describedResult(id, fault));
    }
    return {
      RamRoleName: role,
      TotalCount: results.length,
      FailCount: results.filter(({ Success }) => !Success).length,
      AttachInstanceRamRoleResults: { AttachInstanceRamRoleResult: results },
    };
  },
});
