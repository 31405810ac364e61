import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { securityGroupId } from './rules.ts';
import { findSecurityGroup, saveSecurityGroup } from './security-group.table.ts';

const policies = ['Accept', 'Drop'] as const;

/** Says whether the members of a basic security group reach each other; those of an advanced one never do by its policy. */
export const modifySecurityGroupPolicy = operation('Ecs', 'ModifySecurityGroupPolicy', {
  permits: ['securitygroup/{SecurityGroupId}'],
  rules: {
    SecurityGroupId: securityGroupId,
    InnerAccessPolicy: (value) =>
      policyOf(value) === undefined
        ? refuse('InvalidPolicy.Malformed', { name: 'InnerAccessPolicy', value })
        : undefined,
  },

  async execute({ SecurityGroupId: id, InnerAccessPolicy: value }, { tx, accountId, regionId }) {
    const group = await findSecurityGroup(tx, accountId, regionId, id);
    if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
    const innerAccessPolicy = policyOf(value) ?? group.innerAccessPolicy;
    if (group.securityGroupType === 'enterprise' && innerAccessPolicy === 'Accept') {
      return refuse('InvalidGroupParameter.OperationDenied.Policy', { id });
    }
    await saveSecurityGroup(tx, { ...group, innerAccessPolicy });
    return {};
  },
});

function policyOf(value: string): (typeof policies)[number] | undefined {
  return policies.find((policy) => policy.toLowerCase() === value.toLowerCase());
}
