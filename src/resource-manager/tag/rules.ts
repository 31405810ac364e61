import { faultOf, type TagParameter } from '../../ecs/tag/tag-parameters.ts';
import type { Rule } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';

const maxTags = 20;
const maxResourceIds = 50;

/** Tags to be set: at most 20, each key once. */
export function newTags(tags: readonly TagParameter[]): Refusal | undefined {
  const fault = faultOf(tags, { limit: maxTags, reservedValue: /^acs:/i });
  switch (fault?.kind) {
    case 'count':
      return refuse('NumberExceed.Tags', { count: fault.count, limit: maxTags });
    case 'key':
      return refuse('InvalidParameter.TagKey', fault);
    case 'value':
      return refuse('InvalidParameter.TagValue', fault);
    case 'duplicate':
      return refuse('Duplicate.TagKey', { key: fault.key });
    default:
      return undefined;
  }
}

/** Tags to look for: at most 20, none without a key. */
export function wantedTags(tags: readonly TagParameter[]): Refusal | undefined {
  if (tags.length > maxTags) return refuse('NumberExceed.Tags', { count: tags.length, limit: maxTags });
  const keyless = tags.findIndex(({ Key: key = '' }) => key === '');
  return keyless === -1 ? undefined : refuse('InvalidParameter.TagKey', { name: `Tag.${keyless + 1}.Key`, key: '' });
}

export const tagKeys: Rule<readonly string[]> = (keys) =>
  keys.length > maxTags ? refuse('NumberExceed.TagKeys', { count: keys.length, limit: maxTags }) : undefined;

export const resourceIds: Rule<readonly string[]> = (ids) =>
  ids.length > maxResourceIds
    ? refuse('NumberExceed.ResourceIds', { count: ids.length, limit: maxResourceIds })
    : undefined;

/** Resource groups are the only kind here: there are no members of a resource directory. */
export const resourceType: Rule<string> = (value) =>
  value.toLowerCase() === 'resourcegroup' ? undefined : refuse('InvalidParameter.ResourceType', { value });
