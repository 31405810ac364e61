import { operation } from '../../operation/operation.ts';
import { instanceTypes } from '../instance-type/catalogue.ts';
import { refuse } from '../refusals.ts';
import { findImage } from './images.ts';
import { actionType } from './rules.ts';
import { supportsInstanceType } from './traits.ts';

/** Under these keys of `Filter.N` older clients name the image. */
const imageKeys = ['imageId', 'filter'];

/**
 * Lists the instance types that an image runs on.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimagesupportinstancetypes
 */
export const describeImageSupportInstanceTypes = operation('Ecs', 'DescribeImageSupportInstanceTypes', {
  permits: ['image/{ImageId}'],
  rules: { ActionType: actionType },

  async execute({ ImageId, Filter }, { regionId }) {
    const id = ImageId ?? Filter.find(({ Key: key = '' }) => imageKeys.includes(key))?.Value;
    if (id === undefined) return refuse('InvalidParamter', { name: 'ImageId', value: '' });
    const image = findImage(id);
    if (image === undefined) return refuse('InvalidImageId.NotFound', { id });
    const supported = instanceTypes.filter((type) => supportsInstanceType(image, type));
    return {
      RegionId: regionId,
      ImageId: image.imageId,
      InstanceTypes: {
        InstanceType: supported.map((type) => ({
          InstanceTypeId: type.instanceTypeId,
          InstanceTypeFamily: type.family,
          CpuCoreCount: type.cpuCoreCount,
          MemorySize: type.memoryGib,
        })),
      },
    };
  },
});
