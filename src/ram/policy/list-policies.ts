import { systemPolicies } from '../../access/policy/system-policies.ts';
import type { TagParameter } from '../../ecs/tag/tag-parameters.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import { attachmentCounts } from '../attachment/attachment.table.ts';
import type { PolicyType } from '../attachment/attachment.ts';
import { cutPage, type RamPage, ramPageOf } from '../paging.ts';
import { tagsIn, wantedTags } from '../tag/rules.ts';
import { tagsByName } from '../tag/tags-by-name.ts';
import { type DescribedPolicy, describedCustom, describedSystem, policyView } from './described-policy.ts';
import { selectPolicies } from './policy.table.ts';
import { policyType } from './rules.ts';

const systemByName = systemPolicies
  .map(describedSystem)
  .sort((one, other) => (one.policyName < other.policyName ? -1 : 1));

/**
 * Lists policies by name, the account's own before the system's, of both types or of one, of all or of those that carry
 * every tag asked for.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listpolicies
 */
export const listPolicies = operation('Ram', 'ListPolicies', {
  permits: ['policy/*'],
  rules: { PolicyType: policyType, Tag: wantedTags },

  async execute(parameters, context) {
    const page = ramPageOf(parameters);
    if (isRefusal(page)) return page;
    const wanted = (type: PolicyType) => parameters.PolicyType === undefined || parameters.PolicyType === type;
    const tags = tagsIn(parameters.Tag) ?? [];
    const found = [
      ...(wanted('Custom') ? await customFrom(context, page, tags) : []),
      ...(wanted('System') && tags.length === 0 ? systemFrom(page) : []),
    ];
    const { rows, end } = cutPage(found, page, (policy) => [policy.policyType, policy.policyName]);
    const counts = await attachmentCounts(context.tx, context.accountId);
    const custom = rows.filter((row) => row.policyType === 'Custom').map((row) => row.policyName);
    const tagsOf = await tagsByName(context, 'policy', custom);
    return {
      ...end,
      Policies: {
        Policy: rows.map((policy) => ({
          ...policyView(policy),
          UpdateDate: utcSeconds(policy.updatedAtMs),
          AttachmentCount: counts.get(`${policy.policyType}/${policy.policyName}`) ?? 0,
          Tags: { Tag: (policy.policyType === 'Custom' && tagsOf.get(policy.policyName)) || [] },
        })),
      },
    };
  },
});

async function customFrom(
  { tx, accountId }: Pick<OperationContext, 'tx' | 'accountId'>,
  { maxItems, after }: RamPage,
  tags: readonly TagParameter[],
): Promise<readonly DescribedPolicy[]> {
  const [type = 'Custom', name = ''] = after ?? [];
  if (type !== 'Custom') return [];
  return (await selectPolicies(tx, accountId, { tags, after: name, limit: maxItems + 1 })).map(describedCustom);
}

function systemFrom({ after }: RamPage): readonly DescribedPolicy[] {
  const [type, name = ''] = after ?? [];
  return type === 'System' ? systemByName.filter(({ policyName }) => policyName > name) : systemByName;
}
