import { createRequire } from 'node:module';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
const localyun = startTestLocalyun();

it('the official ECS client runs an instance with two interfaces, reads it back typed, and releases it', async () => {
  const account = localyun.account();
  const { regionId, zoneId, vSwitchId, vpcId, securityGroupId } = await account.network();
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: account.accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );

  const { body: types } = await client.describeInstanceTypes(
    new sdk.DescribeInstanceTypesRequest({ instanceTypeFamily: 'ecs.g7', minimumEniQuantity: 3, maxResults: 100 }),
  );
  const [type] = types?.instanceTypes?.instanceType ?? [];
  expect(type).toMatchObject({ instanceTypeId: 'ecs.g7.large', eniQuantity: 3, eniPrivateIpAddressQuantity: 6 });
  expect(type?.networkCards).toBeUndefined();

  const request = new sdk.RunInstancesRequest({
    regionId,
    zoneId,
    instanceType: type?.instanceTypeId,
    imageId: 'ubuntu_22_04_x64_20G_alibase_20230907.vhd',
    amount: 2,
    instanceName: 'node-[1,2]',
    systemDisk: new sdk.RunInstancesRequestSystemDisk({ category: 'cloud_essd', size: '40' }),
    dataDisk: [new sdk.RunInstancesRequestDataDisk({ size: 20, deleteWithInstance: true })],
    tag: [new sdk.RunInstancesRequestTag({ key: 'env', value: 'test' })],
    networkInterface: [
      new sdk.RunInstancesRequestNetworkInterface({
        instanceType: 'Primary',
        vSwitchId,
        securityGroupIds: [securityGroupId],
        secondaryPrivateIpAddressCount: 1,
      }),
      new sdk.RunInstancesRequestNetworkInterface({ networkInterfaceName: 'second', deleteOnRelease: false }),
    ],
  });
  const ids = (await client.runInstances(request)).body?.instanceIdSets?.instanceIdSet ?? [];
  expect(ids).toHaveLength(2);
  await localyun.advance(1_000);

  const describe = async () => {
    const described = new sdk.DescribeInstancesRequest({
      regionId,
      instanceIds: JSON.stringify(ids),
      additionalAttributes: ['NETWORK_PRIMARY_ENI_IP'],
    });
    return (await client.describeInstances(described)).body?.instances?.instance ?? [];
  };
  const found = await describe();
  expect(found.map((instance) => instance.instanceName).sort()).toEqual(['node-01', 'node-02']);
  for (const instance of found) {
    expect(instance).toMatchObject({ status: 'Running', cpu: 2, memory: 8192, vpcAttributes: { vpcId, vSwitchId } });
    const [primary, second] = instance.networkInterfaces?.networkInterface ?? [];
    expect([primary?.type, primary?.privateIpSets?.privateIpSet?.length]).toEqual(['Primary', 2]);
    expect([second?.type, second?.privateIpSets?.privateIpSet?.length]).toEqual(['Secondary', 1]);
  }

  const [first = '', other = ''] = ids;
  const deletion = new sdk.DeleteInstanceRequest({ instanceId: first });
  await expect(client.deleteInstance(deletion)).rejects.toMatchObject({
    code: 'IncorrectInstanceStatus',
    statusCode: 403,
  });
  await client.stopInstance(new sdk.StopInstanceRequest({ instanceId: first }));
  await localyun.advance(1_000);
  await client.deleteInstance(deletion);
  await client.deleteInstance(new sdk.DeleteInstanceRequest({ instanceId: other, force: true }));
  await localyun.advance(1_000);
  expect(await describe()).toEqual([]);
  const left = await client.describeNetworkInterfaces(new sdk.DescribeNetworkInterfacesRequest({ regionId }));
  expect(
    left.body?.networkInterfaceSets?.networkInterfaceSet?.map((eni) => [eni.networkInterfaceName, eni.status]),
  ).toEqual([
    ['second', 'Available'],
    ['second', 'Available'],
  ]);
});
