import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { instanceTypes } from './catalogue.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

const families = async (parameters: object = {}): Promise<Body[]> =>
  (await localyun.account().ok('Ecs', 'DescribeInstanceTypeFamilies', { RegionId, ...parameters })).InstanceTypeFamilies
    .InstanceTypeFamily;

it('DescribeInstanceTypeFamilies lists the family of every instance type', async () => {
  const all = await families();
  const expected = [...new Set(instanceTypes.map((type) => type.family))].sort();
  expect(all.map((family) => family.InstanceTypeFamilyId)).toEqual(expected);
  expect(all).toContainEqual({ InstanceTypeFamilyId: 'ecs.g6', Generation: 'ecs-5' });
});

it('DescribeInstanceTypeFamilies lists those of one generation', async () => {
  const found = await families({ Generation: 'ecs-4' });
  expect(found.map((family) => family.InstanceTypeFamilyId)).toContain('ecs.g5');
  expect(found.every((family) => family.Generation === 'ecs-4')).toBe(true);
  expect(await families({ Generation: 'ecs-99' })).toEqual([]);
});
