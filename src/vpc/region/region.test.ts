import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();

it('DescribeRegions of the VPC product lists the same regions as that of ECS', async () => {
  const account = localyun.account();
  const { Regions } = await account.ok('Vpc', 'DescribeRegions', { AcceptLanguage: 'en-US', ProductType: 'VPC' });
  expect(Regions.Region).toContainEqual({
    RegionId: 'cn-hangzhou',
    LocalName: 'China (Hangzhou)',
    RegionEndpoint: `127.0.0.1:${localyun.port}`,
  });
  const idsOf = (answer: Body) => answer.Region.map((region: Body) => region.RegionId);
  const ecs = await account.ok('Ecs', 'DescribeRegions', {});
  expect(idsOf(Regions)).toEqual(idsOf(ecs.Regions));
});

it('DescribeZones of the VPC product lists the zones of a region', async () => {
  const account = localyun.account();
  const answer = await account.ok('Vpc', 'DescribeZones', { RegionId: 'us-west-1' });
  expect(answer.Zones.Zone).toEqual([
    { ZoneId: 'us-west-1a', LocalName: 'Silicon Valley Zone A', ZoneType: 'AvailabilityZone' },
    { ZoneId: 'us-west-1b', LocalName: 'Silicon Valley Zone B', ZoneType: 'AvailabilityZone' },
  ]);
  const of = async (ZoneType: string) =>
    (await account.ok('Vpc', 'DescribeZones', { RegionId: 'us-west-1', ZoneType })).Zones.Zone;
  expect(await of('AvailabilityZone')).toHaveLength(2);
  expect(await of('CloudBox')).toEqual([]);
  expect(await account.refused('Vpc', 'DescribeZones', {})).toMatchObject({ code: 'MissingParameter' });
  expect(await account.refused('Vpc', 'DescribeZones', { RegionId: 'cn-atlantis' })).toMatchObject({
    status: 404,
    code: 'InvalidRegionId.NotFound',
  });
});
