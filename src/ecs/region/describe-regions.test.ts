import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { instanceTypes } from '../instance-type/catalogue.ts';

const localyun = startTestLocalyun();

describe('DescribeRegions', () => {
  it('lists every region with the endpoint that the client called', async () => {
    const answer = await localyun.account().ok('Ecs', 'DescribeRegions', { AcceptLanguage: 'en-US' });
    const ids = answer.Regions.Region.map((region: Body) => region.RegionId);
    expect(ids).toEqual(expect.arrayContaining(['cn-hangzhou', 'cn-beijing', 'ap-southeast-1', 'us-west-1']));
    expect(answer.Regions.Region.find((region: Body) => region.RegionId === 'cn-hangzhou')).toEqual({
      RegionId: 'cn-hangzhou',
      LocalName: 'China (Hangzhou)',
      RegionEndpoint: `127.0.0.1:${localyun.port}`,
      Status: 'available',
    });
  });

  it.each([
    [{ AcceptLanguage: 'tlh' }, 'InvalidAcceptLanguage.NotFound'],
    [{ InstanceChargeType: 'Free' }, 'InvalidInstanceChargeType.NotFound'],
  ])('refuses %j', async (parameters, code) => {
    expect(await localyun.account().refused('Ecs', 'DescribeRegions', parameters)).toMatchObject({ status: 400, code });
  });
});

describe('DescribeZones', () => {
  const zones = async (parameters: object): Promise<Body[]> =>
    (await localyun.account().ok('Ecs', 'DescribeZones', { ...parameters })).Zones.Zone;

  it('lists the zones of one region with everything that can be created there', async () => {
    const found = await zones({ RegionId: 'cn-hangzhou', InstanceChargeType: 'PostPaid' });
    expect(found.map((zone) => zone.ZoneId)).toEqual(
      ['b', 'g', 'h', 'i', 'j', 'k'].map((suffix) => `cn-hangzhou-${suffix}`),
    );
    for (const zone of found) {
      expect(zone.AvailableInstanceTypes.InstanceTypes).toHaveLength(instanceTypes.length);
      expect(zone.AvailableDiskCategories.DiskCategories).toContain('cloud_efficiency');
      expect(zone.AvailableResourceCreation.ResourceTypes).toEqual(
        expect.arrayContaining(['VSwitch', 'Instance', 'Disk', 'IoOptimized', 'DedicatedHost']),
      );
      expect(zone.AvailableResources.ResourcesInfo[0].NetworkTypes.supportedNetworkCategory).toEqual(['vpc']);
    }
    expect(found[2]).toMatchObject({ LocalName: 'Hangzhou Zone H', ZoneType: 'AvailabilityZone' });
  });

  it('names zones outside China without a dash', async () => {
    expect((await zones({ RegionId: 'us-west-1' })).map((zone) => zone.ZoneId)).toEqual(['us-west-1a', 'us-west-1b']);
  });

  it('says less without Verbose, and still has every container', async () => {
    const [zone] = await zones({ RegionId: 'cn-hangzhou', Verbose: false });
    expect(zone).toMatchObject({ ZoneId: 'cn-hangzhou-b', AvailableInstanceTypes: { InstanceTypes: [] } });
  });

  it.each([
    [{}, 400, 'MissingParameter'],
    [{ RegionId: 'cn-atlantis' }, 404, 'InvalidRegionId.NotFound'],
    [{ RegionId: 'cn-hangzhou', SpotStrategy: 'x' }, 400, 'InvalidSpotStrategy'],
  ])('refuses %j', async (parameters, status, code) => {
    expect(await localyun.account().refused('Ecs', 'DescribeZones', parameters)).toMatchObject({ status, code });
  });
});
