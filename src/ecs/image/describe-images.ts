import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { namedTags } from '../tag/older-rules.ts';
import { checkFilters, imagesFor } from './filters.ts';
import { actionType, architecture, imageOwnerAlias, imageStatus, knownInstanceType, osType, usage } from './rules.ts';
import { usedImages } from './used-images.ts';
import { listedImage } from './view.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 1, maxResults: 100 };

/**
 * Lists the public images by any combination of filters, a page at a time. There are no custom, shared or marketplace
 * images to list.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimages
 */
export const describeImages = operation('Ecs', 'DescribeImages', {
  permits: ['image/*'],
  rules: {
    ImageOwnerAlias: imageOwnerAlias,
    Status: imageStatus,
    OSType: osType,
    Architecture: architecture,
    Usage: usage,
    ActionType: actionType,
    InstanceType: knownInstanceType,
    Filter: checkFilters,
    Tag: namedTags,
  },

  async execute(parameters, context) {
    const page = pageOf({ PageNumber: parameters.PageNumber ?? 1, PageSize: parameters.PageSize ?? 10 }, paging);
    if (isRefusal(page)) return page;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const used = await usedImages(context);
    const found = imagesFor(parameters, used);
    const shown = found.slice(page.offset, page.offset + page.limit);
    return {
      RegionId: context.regionId,
      TotalCount: found.length,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      Images: { Image: shown.map((image) => listedImage(image, used.has(image.imageId) ? 'instance' : 'none')) },
    };
  },
});
