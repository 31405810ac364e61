import { operation } from '../../operation/operation.ts';
import { pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { ecsResourceKinds } from '../resource-kinds.ts';
import { namedTags, olderPaging } from './older-rules.ts';
import { type CountedTag, findTags } from './tag-search.ts';
import { taggableKind } from './taggable.ts';

/** Types that clients ask for, and of which nothing here can carry tags. */
const typesWithoutTags = ['ddh', 'image', 'launchtemplate', 'reservedinstance', 'snapshotpolicy', 'volume'];
const nothing = { rows: [], totalCount: 0 };

/** Lists the tags in use, each once, with how many resources of each kind carry it. Every filter has to hold. */
export const describeTags = operation('Ecs', 'DescribeTags', {
  permits: ['*'],
  rules: { Tag: namedTags },

  async execute(parameters, context) {
    const page = pageOf(parameters, olderPaging);
    if (isRefusal(page)) return page;
    const { ResourceType, ResourceId: resourceId, Tag: tags } = parameters;
    const kind = ResourceType === undefined ? undefined : taggableKind(ResourceType);
    if (isRefusal(kind) && !typesWithoutTags.includes(ResourceType ?? '')) return kind;
    const kinds = kind === undefined ? ecsResourceKinds : isRefusal(kind) ? [] : [kind];
    const { rows, totalCount } =
      kinds.length === 0 ? nothing : await findTags(context, { kinds, resourceId, tags }, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      Tags: {
        Tag: rows.map((tag) => ({
          TagKey: tag.tagKey,
          TagValue: tag.tagValue,
          ResourceTypeCount: resourceTypeCount(tag),
        })),
      },
    };
  },
});

function resourceTypeCount(tag: CountedTag) {
  const count = (name: string) => Number(tag[name] ?? 0);
  return {
    Ddh: count('ddh'),
    Disk: count('disk'),
    Eni: count('eni'),
    Image: count('image'),
    Instance: count('instance'),
    KeyPair: count('keypair'),
    LaunchTemplate: count('launchtemplate'),
    ReservedInstance: count('reservedinstance'),
    Securitygroup: count('securitygroup'),
    Snapshot: count('snapshot'),
    SnapshotPolicy: count('snapshotpolicy'),
    Volume: count('volume'),
  };
}
