import type { PagingLimits } from '../../operation/paging.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { faultOf, type TagParameter } from './tag-parameters.ts';

const maxTags = 20;
const maxLength = 128;

/** Lists of the older tag operations have page numbers only. */
export const olderPaging: PagingLimits = { defaultPageSize: 50, maxPageSize: 100, minResults: 1, maxResults: 100 };

/** Tags to be set with AddTags: at most 20, well formed, each key once. */
export function addedTags(tags: readonly TagParameter[]): Refusal | undefined {
  const mismatch = keylessValue(tags);
  if (mismatch) return mismatch;
  const fault = faultOf(tags, { limit: maxTags, reservedValue: /^(aliyun|acs:)/i });
  switch (fault?.kind) {
    case 'count':
      return refuse('InvalidTagCount', { count: fault.count, limit: maxTags });
    case 'key':
      return refuse('InvalidTagKey.Malformed', { key: fault.key });
    case 'value':
      return refuse('InvalidTagValue.Malformed', { value: fault.value });
    case 'duplicate':
      return refuse('Duplicate.TagKey', { key: fault.key });
    default:
      return undefined;
  }
}

/** Tags that are there already, named to be removed or looked for: at most 20, each with a key. */
export function namedTags(tags: readonly TagParameter[]): Refusal | undefined {
  if (tags.length > maxTags) return refuse('InvalidTagCount', { count: tags.length, limit: maxTags });
  const mismatch = keylessValue(tags);
  if (mismatch) return mismatch;
  for (const { Key: key = '', Value: value = '' } of tags) {
    if (key === '' || key.length > maxLength) return refuse('InvalidTagKey.Malformed', { key });
    if (value.length > maxLength) return refuse('InvalidTagValue.Malformed', { value });
  }
  return undefined;
}

function keylessValue(tags: readonly TagParameter[]): Refusal | undefined {
  for (const [index, { Key: key, Value: value }] of tags.entries()) {
    if (key === undefined && value !== undefined) return refuse('InvalidTag.Mismatch', { index: index + 1, value });
  }
  return undefined;
}
