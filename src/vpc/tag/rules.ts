import { type TagParameter, tagCondition } from '../../ecs/tag/tags.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { Condition } from '../list.ts';
import { refuse } from '../refusals.ts';

const maxTags = 20;
const maxLength = 128;
const reservedStart = /^(aliyun|acs:)/i;
const urlScheme = /https?:\/\//i;

/** A tag key: 1 to 128 characters, not `aliyun...` or `acs:...`, no URL in it. */
export function checkTagKey(key: string, name: string): Refusal | undefined {
  const isValid = key !== '' && key.length <= maxLength && !reservedStart.test(key) && !urlScheme.test(key);
  return isValid ? undefined : refuse('InvalidTagKey', { name, key });
}

/** Tags to be set: at most 20, each key once. */
export function newTags(tags: readonly TagParameter[]): Refusal | undefined {
  if (tags.length > maxTags) return refuse('SizeLimitExceeded.TagNum', { count: tags.length, limit: maxTags });
  const keys = new Set<string>();
  for (const [index, { Key: key = '', Value: value = '' }] of tags.entries()) {
    const refusal = checkTagKey(key, `Tag.${index + 1}.Key`);
    if (refusal) return refusal;
    if (value.length > maxLength || reservedStart.test(value) || urlScheme.test(value)) {
      return refuse('InvalidTagValue', { name: `Tag.${index + 1}.Value`, value });
    }
    if (keys.has(key)) return refuse('Forbidden.TagKey.Duplicated', { key });
    keys.add(key);
  }
  return undefined;
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
