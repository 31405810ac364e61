import { createRequire } from 'node:module';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { images } from './images.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const aliyun3 = 'aliyun_3_x64_20G_alibase_20230727.vhd';
const arm = 'aliyun_3_arm64_20G_alibase_20230727.vhd';

const list = (parameters: object = {}) =>
  localyun.account().ok('Ecs', 'DescribeImages', { RegionId, PageSize: 100, ...parameters });
const ids = async (parameters: object = {}): Promise<string[]> =>
  (await list(parameters)).Images.Image.map((image: Body) => image.ImageId);

describe('DescribeImages', () => {
  it('shows every field that clients read', async () => {
    const answer = await list({ ImageId: aliyun3 });
    expect(answer).toMatchObject({ RegionId, TotalCount: 1, PageNumber: 1, PageSize: 100 });
    expect(answer.Images.Image).toEqual([
      {
        ImageId: aliyun3,
        ImageName: aliyun3,
        ImageFamily: 'acs:alibaba_cloud_linux_3_2104_lts_x64',
        ImageVersion: '',
        ImageOwnerAlias: 'system',
        Description: 'Alibaba Cloud Linux 3.2104 LTS 64 bit',
        CreationTime: '2023-07-27T02:00:00Z',
        Status: 'Available',
        Progress: '100%',
        Usage: 'none',
        OSType: 'linux',
        OSName: 'Alibaba Cloud Linux 3.2104 LTS 64 bit',
        OSNameEn: 'Alibaba Cloud Linux 3.2104 LTS 64 bit',
        Platform: 'Aliyun',
        Architecture: 'x86_64',
        BootMode: 'BIOS',
        Size: 20,
        IsPublic: true,
        IsSupportCloudinit: true,
        IsSupportIoOptimized: true,
        IsSubscribed: false,
        IsSelfShared: '',
        IsCopied: false,
        Usable: true,
        LoginAsNonRootSupported: true,
        LicenseType: '',
        SupplierName: '',
        ProductCode: '',
        ResourceGroupId: '',
        DiskDeviceMappings: { DiskDeviceMapping: [] },
        Tags: { Tag: [] },
        Features: {
          CpuOnlineUpgrade: 'unsupported',
          CpuOnlineDowngrade: 'unsupported',
          MemoryOnlineUpgrade: 'unsupported',
          MemoryOnlineDowngrade: 'unsupported',
          NvmeSupport: 'supported',
        },
        SecureBootOptions: { SecureBootSupport: 'unsupported' },
        DetectionOptions: { Status: '', Items: { Item: [] } },
      },
    ]);
  });

  it('pages by number, each image on one page', async () => {
    const walked: string[] = [];
    for (let PageNumber = 1; ; PageNumber += 1) {
      const answer = await list({ PageNumber, PageSize: 5 });
      expect(answer).toMatchObject({ PageNumber, PageSize: 5, TotalCount: images.length });
      if (answer.Images.Image.length === 0) break;
      walked.push(...answer.Images.Image.map((image: Body) => image.ImageId));
    }
    expect(walked).toEqual(images.map((image) => image.imageId));
    expect((await localyun.account().ok('Ecs', 'DescribeImages', { RegionId })).Images.Image).toHaveLength(10);
  });

  it.each([
    [{ ImageId: `${aliyun3}, ${arm}` }, [aliyun3, arm]],
    [{ ImageId: 'ami-1' }, []],
    [{ ImageId: 'm-bp67acfmxazb4ph' }, ['m-bp67acfmxazb4ph']],
    [{ ImageName: 'aliyun_3_*_20G_alibase_*' }, [aliyun3, arm]],
    [{ ImageName: 'aliyun_3_*_20G' }, []],
    [{ ImageName: '*arm64*' }, [arm]],
    [{ ImageName: `${arm}*${arm}` }, []],
    [{ ImageName: `*${'_*'.repeat(5_000)}` }, []],
    [{ ImageName: 'scc' }, ['aliyun_3_x64_20G_scc_20230727.vhd']],
    [{ ImageName: '(' }, []],
    [{ ImageName: '*2023.*' }, []],
    [{ ImageFamily: 'acs:ubuntu_22_04_x64' }, ['ubuntu_22_04_x64_20G_alibase_20230907.vhd']],
    [{ Architecture: 'arm64' }, [arm]],
    [{ Architecture: 'i386' }, []],
    [{ ImageOwnerAlias: 'system', ImageId: arm }, [arm]],
    [{ ImageOwnerAlias: 'self' }, []],
    [{ ImageOwnerAlias: 'others' }, []],
    [{ ImageOwnerAlias: 'marketplace' }, []],
    [{ Status: 'Creating,Available', ImageId: arm }, [arm]],
    [{ Status: 'ALL', ImageId: arm }, [arm]],
    [{ Status: 'Deprecated' }, []],
    [{ IsPublic: true }, []],
    [{ IsSupportCloudinit: false }, []],
    [{ IsSupportIoOptimized: false }, []],
    [{ Usable: false }, []],
    [{ SnapshotId: 's-1' }, []],
    [{ ResourceGroupId: 'rg-1' }, []],
    [{ Tag: [{ Key: 'k' }] }, []],
    [{ InstanceType: 'ecs.g6.large', ImageId: `${arm},${aliyun3}` }, [aliyun3]],
    [{ IsSupportCloudinit: true, IsSupportIoOptimized: true, ShowExpired: true, ImageId: arm }, [arm]],
    [
      { Filter: [{ Key: 'CreationStartTime', Value: '2024-01-01T00:00Z' }] },
      ['ubuntu_24_04_x64_20G_alibase_20240812.vhd'],
    ],
    [
      { Filter: [{ Key: 'CreationEndTime', Value: '2019-01-01T00:00:00Z' }] },
      ['centos_7_05_64_20G_alibase_20181210.vhd'],
    ],
    [{ Filter: [{ Key: 'NetworkType', Value: 'classic' }] }, []],
    [{ Filter: [{ Key: 'CpuOnlineUpgrade', Value: 'supported' }] }, []],
    [
      {
        Filter: [
          { Key: 'NetworkType', Value: 'vpc' },
          { Key: 'CpuOnlineUpgrade', Value: 'unsupported' },
        ],
        ImageId: arm,
      },
      [arm],
    ],
  ])('filters by %j', async (parameters, expected) => {
    expect(await ids(parameters)).toEqual(expected);
  });

  it('filters by operating system', async () => {
    const windows = await ids({ OSType: 'windows' });
    expect(windows.length).toBeGreaterThanOrEqual(3);
    expect(windows.every((id) => /^win/.test(id))).toBe(true);
    expect(await ids({ OSType: 'linux', ActionType: 'ChangeOS' })).toHaveLength(images.length - windows.length);
  });

  it('tells which images instances of the account in the region were made from', async () => {
    const account = localyun.account();
    await account.runInstance(await account.network());
    const used = async (parameters: object): Promise<Body[]> =>
      (await account.ok('Ecs', 'DescribeImages', { RegionId, PageSize: 100, ...parameters })).Images.Image;
    expect((await used({ Usage: 'instance' })).map((image) => [image.ImageId, image.Usage])).toEqual([
      [aliyun3, 'instance'],
    ]);
    expect(await used({ Usage: 'none' })).toHaveLength(images.length - 1);
    expect(await used({ Usage: 'instance', RegionId: 'cn-beijing' })).toEqual([]);
    expect(await ids({ Usage: 'instance' })).toEqual([]);
  });

  it.each([
    [{ ImageOwnerAlias: 'nobody' }, 400, 'InvalidImageOwnerAlias.ValueNotSupported'],
    [{ Architecture: 'sparc' }, 400, 'InvalidArchitecture'],
    [{ OSType: 'beos' }, 400, 'InvalidOSType'],
    [{ Usage: 'lunch' }, 400, 'InvalidUsage'],
    [{ ActionType: 'Frame' }, 400, 'InvalidParamter'],
    [{ Status: 'Shiny' }, 400, 'InvalidParamter'],
    [{ Status: 'ALL,Available' }, 400, 'InvalidParamter'],
    [{ InstanceType: 'ecs.none' }, 400, 'InvalidInstanceType.ValueNotSupported'],
    [{ Filter: [{ Key: 'Colour', Value: 'red' }] }, 400, 'InvalidFilterKey.NotFound'],
    [{ Filter: [{ Key: 'CreationStartTime', Value: 'today' }] }, 400, 'InvalidParamter'],
    [{ Filter: [{ Key: 'CreationStartTime', Value: '2024-13-01T00:00Z' }] }, 400, 'InvalidParamter'],
    [{ Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) }, 400, 'InvalidTagCount'],
    [{ Tag: [{ Value: 'v' }] }, 400, 'InvalidTag.Mismatch'],
    [{ Tag: [{ Key: 'k'.repeat(129) }] }, 400, 'InvalidTagKey.Malformed'],
    [{ Tag: [{ Key: 'k', Value: 'v'.repeat(129) }] }, 400, 'InvalidTagValue.Malformed'],
    [{ PageSize: 101 }, 400, 'InvalidParameter'],
    [{ PageNumber: 0 }, 400, 'InvalidParameter'],
    [{ DryRun: true }, 400, 'DryRunOperation'],
  ])('refuses %j', async (parameters, status, code) => {
    const refusal = await localyun.account().refused('Ecs', 'DescribeImages', { RegionId, ...parameters });
    expect(refusal).toMatchObject({ status, code });
  });
});

describe('DescribeImageFromFamily', () => {
  const fromFamily = (ImageFamily: string) =>
    localyun.account().ok('Ecs', 'DescribeImageFromFamily', { RegionId, ImageFamily });

  it('describes the newest image', async () => {
    expect((await fromFamily('acs:ubuntu_24_04_x64')).Image).toMatchObject({
      ImageId: 'ubuntu_24_04_x64_20G_alibase_20240812.vhd',
      ImageFamily: 'acs:ubuntu_24_04_x64',
      CreationTime: '2024-08-12T02:00:00Z',
      Usage: 'none',
      DiskDeviceMappings: { DiskDeviceMapping: [] },
    });
  });

  it('answers nothing for a family that is not there', async () => {
    expect((await fromFamily('acs:none')).Image?.ImageId).toBeUndefined();
  });

  it('refuses an unknown region', async () => {
    const parameters = { RegionId: 'cn-atlantis', ImageFamily: 'x' };
    expect(await localyun.account().refused('Ecs', 'DescribeImageFromFamily', parameters)).toMatchObject({
      status: 404,
      code: 'InvalidRegionId.NotFound',
    });
  });
});

describe('DescribeImageSupportInstanceTypes', () => {
  const supported = (parameters: object) =>
    localyun.account().ok('Ecs', 'DescribeImageSupportInstanceTypes', { RegionId, ...parameters });

  it.each([[{ ImageId: aliyun3 }], [{ Filter: [{ Key: 'imageId', Value: aliyun3 }] }]])(
    'lists types for %j',
    async (parameters) => {
      const answer = await supported({ ...parameters, ActionType: 'CreateEcs' });
      expect(answer).toMatchObject({ RegionId, ImageId: aliyun3 });
      expect(answer.InstanceTypes.InstanceType).toContainEqual({
        InstanceTypeId: 'ecs.g6.large',
        InstanceTypeFamily: 'ecs.g6',
        CpuCoreCount: 2,
        MemorySize: 8,
      });
    },
  );

  it('lists none for another architecture', async () => {
    expect((await supported({ ImageId: arm })).InstanceTypes.InstanceType).toEqual([]);
  });

  it.each([
    [{}, 400, 'InvalidParamter'],
    [{ ImageId: aliyun3, ActionType: 'x' }, 400, 'InvalidParamter'],
    [{ ImageId: 'ami-1' }, 404, 'InvalidImageId.NotFound'],
  ])('refuses %j', async (parameters, status, code) => {
    expect(
      await localyun.account().refused('Ecs', 'DescribeImageSupportInstanceTypes', { RegionId, ...parameters }),
    ).toMatchObject({ status, code });
  });
});

it('images carry no tags that DescribeTags could find', async () => {
  const answer = await localyun
    .account()
    .ok('Ecs', 'DescribeTags', { RegionId, ResourceType: 'image', ResourceId: arm });
  expect(answer).toMatchObject({ TotalCount: 0, Tags: { Tag: [] } });
});

it('the official ECS client walks the images and what they run on', async () => {
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: localyun.account().accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );
  const request = { regionId: RegionId, imageOwnerAlias: 'system', OSType: 'linux', actionType: 'CreateEcs' };
  const { body } = await client.describeImages(new sdk.DescribeImagesRequest({ ...request, pageSize: 100 }));
  const found = body?.images?.image ?? [];
  expect(body?.totalCount).toBe(found.length);
  expect(found[0]).toMatchObject({ imageId: aliyun3, size: 20, isSupportCloudinit: true });
  const family = await client.describeImageFromFamily(
    new sdk.DescribeImageFromFamilyRequest({ regionId: RegionId, imageFamily: found[0]?.imageFamily }),
  );
  expect(family.body?.image?.imageId).toBe(aliyun3);
  const types = await client.describeImageSupportInstanceTypes(
    new sdk.DescribeImageSupportInstanceTypesRequest({ regionId: RegionId, imageId: aliyun3 }),
  );
  expect(types.body?.instanceTypes?.instanceType?.length).toBeGreaterThan(100);
});
