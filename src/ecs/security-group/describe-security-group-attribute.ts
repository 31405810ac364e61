import { operation } from '../../operation/operation.ts';
import { oneOf } from '../network-interface/rules.ts';
import { refuse } from '../refusals.ts';
import { securityGroupId } from './rules.ts';
import { findSecurityGroup } from './security-group.table.ts';

/** One security group with its rules; a new group has none of its own. */
export const describeSecurityGroupAttribute = operation('Ecs', 'DescribeSecurityGroupAttribute', {
  rules: {
    SecurityGroupId: securityGroupId,
    Direction: oneOf('ingress', 'egress', 'all'),
    NicType: (value) =>
      value === 'internet' || value === 'intranet' ? undefined : refuse('InvalidNicType.ValueNotSupported', { value }),
  },

  async execute({ SecurityGroupId: id }, { tx, accountId, regionId }) {
    const group = await findSecurityGroup(tx, accountId, regionId, id);
    if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
    return {
      RegionId: regionId,
      SecurityGroupId: group.securityGroupId,
      SecurityGroupName: group.securityGroupName,
      Description: group.description,
      VpcId: group.vpcId ?? '',
      InnerAccessPolicy: group.innerAccessPolicy,
      NextToken: '',
      Permissions: { Permission: [] },
    };
  },
});
