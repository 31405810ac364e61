import { operation } from '../../operation/operation.ts';
import { isDescription } from '../../operation/text.ts';
import { refuse } from '../refusals.ts';
import { securityGroupId, securityGroupName } from './rules.ts';
import { findSecurityGroup, saveSecurityGroup } from './security-group.table.ts';

/** Changes the name or the description of a security group; an empty description clears it, an empty name changes nothing. */
export const modifySecurityGroupAttribute = operation('Ecs', 'ModifySecurityGroupAttribute', {
  permits: ['securitygroup/{SecurityGroupId}'],
  keepEmpty: ['Description'],
  rules: {
    SecurityGroupId: securityGroupId,
    SecurityGroupName: securityGroupName,
    Description: (value) =>
      value === '' || isDescription(value)
        ? undefined
        : refuse('InvalidSecurityGroupDiscription.Malformed.Group', { value }),
  },

  async execute(parameters, { tx, accountId, regionId }) {
    const { SecurityGroupId: id } = parameters;
    const group = await findSecurityGroup(tx, accountId, regionId, id);
    if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
    await saveSecurityGroup(tx, {
      ...group,
      securityGroupName: parameters.SecurityGroupName ?? group.securityGroupName,
      description: parameters.Description ?? group.description,
    });
    return {};
  },
});
