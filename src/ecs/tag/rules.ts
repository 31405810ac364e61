import type { Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import type { TagParameter } from './tag-parameters.ts';
import { checkTags } from './tags.ts';

const maxResourceIds = 50;
const maxTags = 20;

/** At most 50 resources a request (ENI-150). */
export const resourceIds: Rule<readonly string[]> = (ids) =>
  ids.length > maxResourceIds
    ? refuse('NumberExceed.ResourceIds', { limit: maxResourceIds, count: ids.length })
    : undefined;

/** At most 20 tags a request, with well-formed keys and values and no key twice. */
export const tagParameters: Rule<readonly TagParameter[]> = (tags) =>
  tags.length > maxTags
    ? refuse('NumberExceed.Tags', { name: 'Tag.N', limit: maxTags, count: tags.length })
    : checkTags(tags, maxTags);

/** At most 20 keys a request, each once. */
export const tagKeys: Rule<readonly string[]> = (keys) => {
  if (keys.length > maxTags)
    return refuse('NumberExceed.Tags', { name: 'TagKey.N', limit: maxTags, count: keys.length });
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  return repeated === undefined ? undefined : refuse('Duplicate.TagKey', { key: repeated });
};
