import { operation } from '../../operation/operation.ts';
import { families } from './families.ts';

/** What answers call a generation: the first of the catalogue is the third of the service's. */
const generationOf = (generation: number): string => `ecs-${generation - 1}`;

/**
 * Lists the instance families, or those of one generation.
 *
 * @see https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancetypefamilies
 */
export const describeInstanceTypeFamilies = operation('Ecs', 'DescribeInstanceTypeFamilies', {
  permits: ['*'],

  async execute({ Generation }) {
    const all = [...families.values()].map(({ family, generation }) => ({
      InstanceTypeFamilyId: family,
      Generation: generationOf(generation),
    }));
    const found = all.filter((family) => Generation === undefined || family.Generation === Generation);
    return { InstanceTypeFamilies: { InstanceTypeFamily: found.sort(byId) } };
  },
});

function byId(
  one: { readonly InstanceTypeFamilyId: string },
  other: { readonly InstanceTypeFamilyId: string },
): number {
  return one.InstanceTypeFamilyId < other.InstanceTypeFamilyId ? -1 : 1;
}
