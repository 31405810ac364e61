import type { OperationContext } from '../../operation/context.ts';
import { groupBy } from '../../operation/group-by.ts';
import { utcSeconds } from '../../operation/time.ts';
import { tagsOfRows } from '../tag/tags.ts';
import { capacityOf } from './membership.ts';
import { securityGroupTags } from './rules.ts';
import type { SecurityGroup } from './security-group.table.ts';
import { countRulesOfAll } from './security-group-rule.table.ts';

/** An item of DescribeSecurityGroups. Counts of members are counts of their private addresses. */
export interface DescribedSecurityGroup {
  readonly SecurityGroupId: string;
  readonly SecurityGroupName: string;
  readonly Description: string;
  readonly SecurityGroupType: string;
  /** Empty for a group of the classic network. */
  readonly VpcId: string;
  readonly CreationTime: string;
  readonly EcsCount: number;
  readonly AvailableInstanceAmount: number;
  readonly RuleCount: number;
  readonly GroupToGroupRuleCount: number;
  readonly ResourceGroupId: string;
  readonly ServiceManaged: boolean;
  readonly Tags: { readonly Tag: readonly { readonly TagKey: string; readonly TagValue: string }[] };
}

/** Describes security groups as they are in the state. */
export async function describedSecurityGroups(
  context: Pick<OperationContext, 'tx' | 'quota'>,
  groups: readonly SecurityGroup[],
): Promise<readonly DescribedSecurityGroup[]> {
  if (groups.length === 0) return [];
  const ids = groups.map((group) => group.securityGroupId);
  const allTags = await tagsOfRows(context.tx, securityGroupTags, groups, (group) => group.securityGroupId);
  const tags = groupBy(allTags, (tag) => tag.resourceId);
  const counts = await countRulesOfAll(context.tx, ids);
  return groups.map((group) => ({
    SecurityGroupId: group.securityGroupId,
    SecurityGroupName: group.securityGroupName,
    Description: group.description,
    SecurityGroupType: group.securityGroupType,
    VpcId: group.vpcId ?? '',
    CreationTime: utcSeconds(group.createdAtMs),
    EcsCount: group.privateAddressCount,
    AvailableInstanceAmount: Math.max(0, capacityOf(context, group) - group.privateAddressCount),
    RuleCount: counts.get(group.securityGroupId)?.rules ?? 0,
    GroupToGroupRuleCount: counts.get(group.securityGroupId)?.groupRules ?? 0,
    ResourceGroupId: group.resourceGroupId,
    ServiceManaged: false,
    Tags: {
      Tag: (tags.get(group.securityGroupId) ?? []).map(({ tagKey, tagValue }) => ({
        TagKey: tagKey,
        TagValue: tagValue,
      })),
    },
  }));
}
