import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about tags. */
export const tagRefusals = {
  'Duplicate.TagKey': [400, 'The Tag.N.Key contain duplicate key "{key}".'],
  'InvalidTagKey.Malformed': [400, 'The specified Tag.n.Key "{key}" is not valid.'],
  'InvalidTagValue.Malformed': [400, 'The specified Tag.n.Value "{value}" is not valid.'],
  'QuotaExceed.Tags': [403, 'A resource can have at most {limit} tags; {count} were given.'],
  'InvalidResourceType.NotFound': [404, 'The ResourceType provided does not exist in our records: "{resourceType}".'],
  'InvalidResourceId.NotFound': [
    404,
    'The specified ResourceIds are not found in our records: {ids} of type "{resourceType}".',
  ],
  'NumberExceed.ResourceIds': [
    400,
    "The ResourceIds parameter's number is exceed, Valid : {limit}. ResourceId.N has {count}.",
  ],
  'NumberExceed.Tags': [400, "The Tags parameter's number is exceed, Valid : {limit}. {name} has {count}."],
  'QuotaExceed.TagsOfResource': [
    403,
    'The resource "{id}" would have {count} tags; a resource can have at most {limit}.',
    'QuotaExceed.Tags',
  ],
  // The codes of AddTags, RemoveTags and DescribeTags, which are older than those of TagResources.
  InvalidTagCount: [400, 'The specified tags are beyond the permitted range: {count} given, at most {limit}.'],
  'InvalidTag.Mismatch': [
    400,
    'The specified Tag.n.Key and Tag.n.Value are not match: Tag.{index} has the value "{value}" and no key.',
  ],
  'OperationDenied.QuotaExceed': [
    400,
    'The quota of tags on resource is beyond permitted range: "{id}" would have {count} tags, at most {limit}.',
  ],
  // Documented with 404, which clients take for "the resource is gone".
  'MissingParameter.Tags': [400, 'The parameter - Tags should not be null: neither {name} nor All is given.'],
  'BothEmpty.TagsAndResources': [
    403,
    'The specified Tags and ResourcesIds are not allow to both empty: neither ResourceId.N nor Tag.N is given.',
  ],
  'InvalidTags.MalFormed': [400, 'Tag.N must be empty when TagFilter.N is given.'],
  'PermissionDenied.TagsFuzzyQuery': [403, 'Fuzzy queries by TagFilter.N are not offered; use Tag.N.'],
  'Invalid.NextToken': [403, 'The specified NextToken "{value}" is not valid.'],
} as const satisfies Record<string, RefusalEntry>;
