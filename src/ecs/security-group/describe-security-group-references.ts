import { groupBy } from '../../operation/group-by.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { securityGroupId } from './rules.ts';
import { findSecurityGroup } from './security-group.table.ts';
import { referencesTo } from './security-group-rule.table.ts';

const maxIds = 10;

/** Which groups have rules that refer to the given ones, and so keep them from being deleted; those that nobody refers to are left out. */
export const describeSecurityGroupReferences = operation('Ecs', 'DescribeSecurityGroupReferences', {
  permits: ['securitygroup/{SecurityGroupId}'],
  rules: {
    SecurityGroupId: (ids) =>
      ids.length > maxIds
        ? refuse('InvalidSecurityGroupId.TooMany', { count: ids.length, limit: maxIds })
        : ids.map((id) => securityGroupId(id, 'SecurityGroupId')).find((refusal) => refusal !== undefined),
  },

  async execute({ SecurityGroupId: ids }, { tx, accountId, regionId }) {
    for (const id of ids) {
      const group = await findSecurityGroup(tx, accountId, regionId, id);
      if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
    }
    const references = groupBy(await referencesTo(tx, ids), ({ peerGroupId }) => peerGroupId);
    return {
      SecurityGroupReferences: {
        SecurityGroupReference: [...references].map(([id, referring]) => ({
          SecurityGroupId: id,
          ReferencingSecurityGroups: {
            ReferencingSecurityGroup: referring.map((reference) => ({
              SecurityGroupId: reference.securityGroupId,
              AliUid: reference.accountId,
            })),
          },
        })),
      },
    };
  },
});
