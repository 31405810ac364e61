import { createRequire } from 'node:module';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { instanceTypes } from '../instance-type/catalogue.ts';
import { diskCategories } from '../region/disk-categories.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const zones = ['b', 'g', 'h', 'i', 'j', 'k'].map((suffix) => `cn-hangzhou-${suffix}`);

const query = (parameters: object) =>
  localyun.account().ok('Ecs', 'DescribeAvailableResource', { RegionId, ...parameters });
const zonesFor = async (parameters: object): Promise<Body[]> => (await query(parameters)).AvailableZones.AvailableZone;
/** The one kind of resource of the first zone. */
const offered = async (parameters: object): Promise<Body[]> => {
  const [zone] = await zonesFor(parameters);
  return zone!.AvailableResources.AvailableResource[0].SupportedResources.SupportedResource;
};
const valuesOf = async (parameters: object) => (await offered(parameters)).map((resource) => resource.Value);

describe('DescribeAvailableResource', () => {
  it('lists every zone as the instance type data source asks for it', async () => {
    const found = await zonesFor({
      DestinationResource: 'Zone',
      IoOptimized: 'optimized',
      InstanceChargeType: 'PostPaid',
      NetworkCategory: 'vpc',
      SpotStrategy: 'NoSpot',
    });
    expect(found.map((zone) => zone.ZoneId)).toEqual(zones);
    expect(found[0]).toEqual({
      RegionId,
      ZoneId: zones[0],
      Status: 'Available',
      StatusCategory: 'WithStock',
      AvailableResources: {
        AvailableResource: [
          {
            Type: 'Zone',
            SupportedResources: {
              SupportedResource: [{ Value: zones[0], Status: 'Available', StatusCategory: 'WithStock' }],
            },
          },
        ],
      },
    });
  });

  it('lists the instance types of each zone', async () => {
    const found = await zonesFor({ DestinationResource: 'InstanceType' });
    expect(found).toHaveLength(zones.length);
    for (const zone of found) {
      const [{ Type, SupportedResources }] = zone.AvailableResources.AvailableResource;
      expect(Type).toBe('InstanceType');
      expect(SupportedResources.SupportedResource).toHaveLength(instanceTypes.length);
      expect(SupportedResources.SupportedResource[0]).toMatchObject({ StatusCategory: 'WithStock' });
    }
  });

  it('lists the instance types that have everything asked for', async () => {
    const types = (parameters: object) => valuesOf({ DestinationResource: 'InstanceType', ...parameters });
    expect(await types({ InstanceType: 'ecs.g6.large', IoOptimized: 'optimized' })).toEqual(['ecs.g6.large']);
    const fitting = instanceTypes.filter((type) => type.cpuCoreCount === 2 && type.memoryGib === 8);
    const found = await types({ Cores: 2, Memory: 8, SystemDiskCategory: 'cloud_essd' });
    expect(found).toEqual(fitting.map((type) => type.instanceTypeId));
    expect(found).toContain('ecs.g6.large');
  });

  it('lists one zone that is asked for', async () => {
    const found = await zonesFor({ DestinationResource: 'InstanceType', ZoneId: 'cn-hangzhou-h' });
    expect(found.map((zone) => zone.ZoneId)).toEqual(['cn-hangzhou-h']);
  });

  it('lists disks with their sizes', async () => {
    const system = await offered({ DestinationResource: 'SystemDisk', InstanceType: 'ecs.g6.large' });
    expect(system.map((disk) => disk.Value)).toEqual(diskCategories);
    expect(system[0]).toEqual({
      Value: 'cloud_efficiency',
      Status: 'Available',
      StatusCategory: 'WithStock',
      Min: 20,
      Max: 2048,
      Unit: 'GiB',
    });
    const data = await offered({ DestinationResource: 'DataDisk', ResourceType: 'disk', ZoneId: 'cn-hangzhou-h' });
    expect(data.map((disk) => disk.Value)).toEqual(diskCategories);
    expect(data.every((disk) => disk.Min > 0 && disk.Max > disk.Min && disk.Unit === 'GiB')).toBe(true);
    const essd = { ResourceType: 'instance', InstanceType: 'ecs.g6.large', DataDiskCategory: 'cloud_essd' };
    expect(await valuesOf({ DestinationResource: 'DataDisk', ...essd })).toEqual(['cloud_essd']);
    const ssd = { DestinationResource: 'SystemDisk', InstanceType: 'ecs.g6.large', SystemDiskCategory: 'cloud_ssd' };
    expect(await valuesOf(ssd)).toEqual(['cloud_ssd']);
  });

  it.each([
    ['IoOptimized', ['optimized']],
    ['Network', ['vpc']],
    ['ddh', ['ddh.g6', 'ddh.c6', 'ddh.r6']],
  ])('lists %s', async (DestinationResource, expected) => {
    expect(await valuesOf({ DestinationResource })).toEqual(expected);
  });

  it('answers for the region as a whole with a zone that has no id', async () => {
    const parameters = { DestinationResource: 'DataDisk', ResourceType: 'disk', InstanceType: 'ecs.g6.large' };
    const [place, ...others] = await zonesFor({ ...parameters, ZoneId: 'cn-hangzhou-h', Scope: 'region' });
    expect([place!.ZoneId, others]).toEqual(['', []]);
  });

  it.each([
    [{ DestinationResource: 'InstanceType', InstanceType: 'ecs.none' }],
    [{ DestinationResource: 'InstanceType', Cores: 3 }],
    [{ DestinationResource: 'Zone', IoOptimized: 'none' }],
    [{ DestinationResource: 'Zone', NetworkCategory: 'classic' }],
    [{ DestinationResource: 'Zone', SystemDiskCategory: 'ephemeral_ssd' }],
    [{ DestinationResource: 'Zone', DataDiskCategory: 'ephemeral_ssd' }],
    [{ DestinationResource: 'Zone', ZoneId: 'cn-hangzhou-z' }],
  ])('lists no zone for %j', async (parameters) => {
    expect(await zonesFor(parameters)).toEqual([]);
  });

  it.each([
    [{}, 400, 'MissingParameter'],
    [{ DestinationResource: 'Moon' }, 400, 'Invalid.DestinationResource'],
    [{ DestinationResource: 'Zone', RegionId: 'somewhere' }, 400, 'InvalidRegionId.MalFormed'],
    [{ DestinationResource: 'Zone', RegionId: 'cn-atlantis' }, 404, 'InvalidRegionId.NotFound'],
    [{ DestinationResource: 'Zone', InstanceChargeType: 'Free' }, 400, 'Invalid.InstanceChargeType'],
    [{ DestinationResource: 'Zone', IoOptimized: 'some' }, 400, 'Invalid.IoOptimized'],
    [{ DestinationResource: 'Zone', NetworkCategory: 'token-ring' }, 400, 'Invalid.NetworkCategory'],
    [{ DestinationResource: 'Zone', ResourceType: 'house' }, 400, 'Invalid.ResourceType'],
    [{ DestinationResource: 'Zone', SpotStrategy: 'x' }, 400, 'Invalid.SpotStrategy'],
    [{ DestinationResource: 'Zone', Scope: 'world' }, 400, 'InvalidParameter'],
    [{ DestinationResource: 'ddh', DedicatedHostId: 'dh-1' }, 403, 'InvalidDedicatedHostId.NotFound'],
    [{ DestinationResource: 'Zone', Cores: 2 }, 403, 'InvalidParam.Cores'],
    [{ DestinationResource: 'Zone', Memory: 2 }, 403, 'InvalidParam.Memory'],
    [
      { DestinationResource: 'InstanceType', InstanceType: 'ecs.g6.large', Cores: 2 },
      403,
      'InvalidParam.TypeAndCpuMem.Conflict',
    ],
    [{ DestinationResource: 'SystemDisk' }, 400, 'Invalid.Param'],
    [{ DestinationResource: 'DataDisk', ResourceType: 'instance' }, 400, 'Invalid.Param'],
  ])('refuses %j', async (parameters, status, code) => {
    const refusal = await localyun.account().refused('Ecs', 'DescribeAvailableResource', { RegionId, ...parameters });
    expect(refusal).toMatchObject({ status, code });
  });
});

describe('DescribeResourcesModification', () => {
  async function setUp() {
    const account = localyun.account();
    const network = await account.network();
    const ResourceId = await account.runInstance(network);
    const modification = async (parameters: object): Promise<Body[]> => {
      const all = { RegionId, ResourceId, ...parameters };
      return (await account.ok('Ecs', 'DescribeResourcesModification', all)).AvailableZones.AvailableZone;
    };
    return { account, network, ResourceId, modification };
  }

  it('lists the types that an instance can be changed to, in its zone', async () => {
    const { account, network, ResourceId, modification } = await setUp();
    const typesFor = async (parameters: object = {}) => {
      const [zone] = await modification({ DestinationResource: 'InstanceType', ...parameters });
      expect(zone).toMatchObject({ RegionId, ZoneId: network.zoneId, StatusCategory: 'WithStock' });
      return zone!.AvailableResources.AvailableResource[0].SupportedResources.SupportedResource.map(
        (resource: Body) => resource.Value,
      );
    };
    expect(await typesFor()).toEqual(expect.arrayContaining(['ecs.g6.large', 'ecs.g7.4xlarge']));
    expect(await typesFor()).not.toContain('ecs.i2.xlarge');
    for (let count = 0; count < 2; count += 1) {
      const { NetworkInterfaceId } = await account.createNetworkInterface(network);
      await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId, InstanceId: ResourceId });
      await localyun.advance(2_000);
    }
    expect(await typesFor()).not.toContain('ecs.g6.large');
    expect(await typesFor({ Cores: 4, Memory: 16 })).toContain('ecs.g6.xlarge');
    expect(await typesFor({ InstanceType: 'ecs.g7.xlarge' })).toEqual(['ecs.g7.xlarge']);
  });

  it('lists the categories of system disks that a type takes', async () => {
    const { modification } = await setUp();
    const [zone] = await modification({ DestinationResource: 'SystemDisk', InstanceType: 'ecs.g7.large' });
    const [resource] = zone!.AvailableResources.AvailableResource;
    expect(resource.Type).toBe('SystemDisk');
    expect(resource.SupportedResources.SupportedResource.map((one: Body) => one.Value)).toEqual(diskCategories);
  });

  it('lists nothing for another zone or a type that is not possible', async () => {
    const { modification } = await setUp();
    expect(await modification({ DestinationResource: 'InstanceType', ZoneId: 'cn-hangzhou-b' })).toEqual([]);
    expect(await modification({ DestinationResource: 'InstanceType', InstanceType: 'ecs.i2.xlarge' })).toEqual([]);
    expect(await modification({ DestinationResource: 'SystemDisk', InstanceType: 'ecs.none' })).toEqual([]);
  });

  it.each([
    [{ DestinationResource: 'Moon' }, 400, 'Invalid.DestinationResource'],
    [{ DestinationResource: 'SystemDisk' }, 400, 'Invalid.Param'],
    [{ DestinationResource: 'InstanceType' }, 404, 'InvalidResourceId.NotFound'],
  ])('refuses %j', async (parameters, status, code) => {
    const all = { RegionId, ResourceId: 'i-none', ...parameters };
    const refusal = await localyun.account().refused('Ecs', 'DescribeResourcesModification', all);
    expect(refusal).toMatchObject({ status, code });
  });

  it('finds instances of the account only', async () => {
    const { ResourceId } = await setUp();
    const parameters = { RegionId, ResourceId, DestinationResource: 'InstanceType' };
    const refusal = await localyun.account().refused('Ecs', 'DescribeResourcesModification', parameters);
    expect(refusal).toMatchObject({ status: 404, code: 'InvalidResourceId.NotFound' });
  });
});

it('the official ECS client reads what can be bought', async () => {
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: localyun.account().accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );
  const { body } = await client.describeAvailableResource(
    new sdk.DescribeAvailableResourceRequest({ regionId: RegionId, destinationResource: 'InstanceType', cores: 2 }),
  );
  const [zone] = body?.availableZones?.availableZone ?? [];
  expect(zone).toMatchObject({ zoneId: 'cn-hangzhou-b', statusCategory: 'WithStock' });
  const [resource] = zone?.availableResources?.availableResource ?? [];
  expect(resource?.supportedResources?.supportedResource?.map((one) => one.value)).toContain('ecs.g6.large');
});
