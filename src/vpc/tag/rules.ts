import { faultOf, type TagParameter } from '../../ecs/tag/tag-parameters.ts';
import { tagCondition } from '../../ecs/tag/tags.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { Condition } from '../list.ts';
import { refuse } from '../refusals.ts';

const maxTags = 20;

/** Tags to be set: at most 20, each key once. */
export function newTags(tags: readonly TagParameter[]): Refusal | undefined {
  const fault = faultOf(tags, { limit: maxTags, reservedValue: /^(aliyun|acs:)/i });
  switch (fault?.kind) {
    case 'count':
      return refuse('SizeLimitExceeded.TagNum', { count: fault.count, limit: maxTags });
    case 'key':
      return refuse('InvalidTagKey', fault);
    case 'value':
      return refuse('InvalidTagValue', fault);
    case 'duplicate':
      return refuse('Forbidden.TagKey.Duplicated', { key: fault.key });
    default:
      return undefined;
  }
}

/** Tags to look for: at most 20; a key alone stands for every value, a value alone for nothing. */
export function wantedTags(tags: readonly TagParameter[]): Refusal | undefined {
  if (tags.length > maxTags) return refuse('SizeLimitExceeded.TagNum', { count: tags.length, limit: maxTags });
  const keyless = tags.findIndex(({ Key: key = '' }) => key === '');
  return keyless === -1 ? undefined : refuse('InvalidTagKey', { name: `Tag.${keyless + 1}.Key`, key: '' });
}

/** Holds for resources that carry every one of the tags. */
export function carriesTags(
  resourceType: string,
  idColumn: string,
  tags: readonly TagParameter[],
  scope: { readonly accountId: string; readonly regionId: string | undefined },
): Condition | undefined {
  if (tags.length === 0) return undefined;
  const { conditions, values } = tagCondition(resourceType, idColumn, tags, scope);
  return { where: conditions.join(' AND '), values };
}
