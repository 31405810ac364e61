import { operation } from '../../operation/operation.ts';
import { findImageOfFamily } from './images.ts';
import { usedImages } from './used-images.ts';
import { describedImage } from './view.ts';

/**
 * Describes the newest image of a family; of a family that is not there nothing.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimagefromfamily
 */
export const describeImageFromFamily = operation('Ecs', 'DescribeImageFromFamily', {
  permits: ['image/*'],

  async execute({ ImageFamily }, context) {
    const image = findImageOfFamily(ImageFamily);
    if (image === undefined) return {};
    const used = await usedImages(context);
    return { Image: describedImage(image, used.has(image.imageId) ? 'instance' : 'none') };
  },
});
