import { faultOf, type TagParameter } from '../../ecs/tag/tag-parameters.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { type TaggedType, taggedTypes } from './tagged.ts';

const maxTags = 20;
const maxResourceNames = 50;
const longestValue = 256;

/** The tags in a parameter that travels as JSON; undefined when it holds something else. An absent one holds none. */
export function tagsIn(value: unknown): readonly TagParameter[] | undefined {
  if (value === undefined) return [];
  const isText = (text: unknown) => text === undefined || typeof text === 'string';
  const isTag = (tag: unknown): tag is TagParameter =>
    typeof tag === 'object' && tag !== null && isText((tag as TagParameter).Key) && isText((tag as TagParameter).Value);
  return Array.isArray(value) && value.every(isTag) ? value : undefined;
}

/** The texts in a parameter that travels as JSON; undefined when it holds something else. An absent one holds none. */
export function textsIn(value: unknown): readonly string[] | undefined {
  if (value === undefined) return [];
  const isText = (text: unknown): text is string => typeof text === 'string' && text !== '';
  return Array.isArray(value) && value.every(isText) ? value : undefined;
}

/** Tags to be set: at most 20, each key once. */
export function newTags(value: unknown): Refusal | undefined {
  const tags = tagsIn(value);
  if (tags === undefined) return refuse('InvalidParameter.Tag');
  const fault = faultOf(tags, { limit: maxTags, reservedValue: /^acs:/i, longestValue });
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
export function wantedTags(value: unknown): Refusal | undefined {
  const tags = tagsIn(value);
  if (tags === undefined) return refuse('InvalidParameter.Tag');
  if (tags.length > maxTags) return refuse('NumberExceed.Tags', { count: tags.length, limit: maxTags });
  const keyless = tags.findIndex(({ Key: key = '' }) => key === '');
  return keyless === -1 ? undefined : refuse('InvalidParameter.TagKey', { name: `Tag.${keyless + 1}.Key`, key: '' });
}

/** Names of roles or policies: at most 50. */
export function resourceNames(value: unknown): Refusal | undefined {
  return listFault(value, maxResourceNames, (reason) => refuse('InvalidParameter.ResourceNames', { reason }));
}

/** Keys of tags: at most 20. */
export function tagKeys(value: unknown): Refusal | undefined {
  return listFault(value, maxTags, (reason) => refuse('InvalidParameter.TagKeys', { reason }));
}

function listFault(value: unknown, limit: number, refusal: (reason: string) => Refusal): Refusal | undefined {
  const texts = textsIn(value);
  if (texts === undefined) return refusal('they are no list of texts');
  return texts.length > limit ? refusal(`${texts.length} are given, at most ${limit}`) : undefined;
}

/** `role` or `policy`. */
export function resourceType(value: string): Refusal | undefined {
  return isTaggedType(value) ? undefined : refuse('InvalidParameter.ResourceType', { value });
}

export function isTaggedType(value: string | undefined): value is TaggedType {
  return value !== undefined && Object.hasOwn(taggedTypes, value);
}
