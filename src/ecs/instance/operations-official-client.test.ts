import { createRequire } from 'node:module';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
const localyun = startTestLocalyun();
const regionId = 'cn-hangzhou';

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: account.accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );
  const { body } = await client.createInstance(
    new sdk.CreateInstanceRequest({
      regionId,
      instanceType: 'ecs.g6.large',
      imageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      vSwitchId: network.vSwitchId,
      securityGroupId: network.securityGroupId,
      userData: Buffer.from('#!/bin/sh').toString('base64'),
      systemDisk: new sdk.CreateInstanceRequestSystemDisk({ category: 'cloud_essd', size: 40 }),
      internetMaxBandwidthOut: 5,
    }),
  );
  await localyun.advance(1_000);
  return { account, network, client, instanceId: body?.instanceId ?? '' };
}

it('the official ECS client reads everything of an instance that it refreshes one by', async () => {
  const { client, instanceId } = await setUp();
  const named = { regionId, instanceId };
  const listed = { regionId, instanceIds: JSON.stringify([instanceId]) };
  const { body: userData } = await client.describeUserData(new sdk.DescribeUserDataRequest(named));
  expect(Buffer.from(userData?.userData ?? '', 'base64').toString()).toBe('#!/bin/sh');
  const attribute = await client.describeInstanceAttribute(new sdk.DescribeInstanceAttributeRequest({ instanceId }));
  expect(attribute.body).toMatchObject({ instanceId, status: 'Stopped', enableJumboFrame: false, memory: 8192 });
  const maintenance = await client.describeInstanceMaintenanceAttributes(
    new sdk.DescribeInstanceMaintenanceAttributesRequest({ regionId, instanceId: [instanceId] }),
  );
  expect(maintenance.body?.maintenanceAttributes?.maintenanceAttribute?.[0]).toMatchObject({
    instanceId,
    actionOnMaintenance: { value: 'AutoRecover' },
  });
  const attachment = await client.describeInstanceAttachmentAttributes(
    new sdk.DescribeInstanceAttachmentAttributesRequest(listed),
  );
  expect(attachment.body?.instances?.instance?.[0]?.privatePoolOptionsMatchCriteria).toBe('None');
  const role = await client.describeInstanceRamRole(new sdk.DescribeInstanceRamRoleRequest(listed));
  expect(role.body?.instanceRamRoleSets?.instanceRamRoleSet).toMatchObject([{ instanceId, ramRoleName: '' }]);
  const full = await client.describeInstancesFullStatus(
    new sdk.DescribeInstancesFullStatusRequest({ regionId, instanceId: [instanceId] }),
  );
  expect(full.body?.instanceFullStatusSet?.instanceFullStatusType?.[0]?.status?.name).toBe('Stopped');
});

it('the official ECS client changes an instance, and several at once', async () => {
  const { account, network, client, instanceId } = await setUp();
  const type = new sdk.ModifyInstanceSpecRequest({ instanceId, instanceType: 'ecs.g7.xlarge' });
  await client.modifyInstanceSpec(type);
  const { vSwitchId } = network;
  await client.modifyInstanceVpcAttribute(
    new sdk.ModifyInstanceVpcAttributeRequest({ instanceId, vSwitchId, privateIpAddress: '192.168.0.66' }),
  );
  const bandwidth = { instanceId, internetMaxBandwidthOut: 20, networkChargeType: 'PayByBandwidth' };
  await client.modifyInstanceNetworkSpec(new sdk.ModifyInstanceNetworkSpecRequest(bandwidth));
  const address = await client.allocatePublicIpAddress(new sdk.AllocatePublicIpAddressRequest({ instanceId }));
  await client.modifyInstanceMetadataOptions(
    new sdk.ModifyInstanceMetadataOptionsRequest({
      regionId,
      instanceId,
      httpEndpoint: 'enabled',
      httpTokens: 'required',
    }),
  );
  const other = await account.runInstance(network);
  const ids = [instanceId, other];
  await expect(
    client.startInstances(new sdk.StartInstancesRequest({ regionId, instanceId: ids })),
  ).rejects.toMatchObject({ code: 'IncorrectInstanceStatus', statusCode: 403 });
  const started = await client.startInstances(
    new sdk.StartInstancesRequest({ regionId, instanceId: ids, batchOptimization: 'SuccessFirst' }),
  );
  expect(started.body?.instanceResponses?.instanceResponse).toMatchObject([
    { instanceId, code: '200', previousStatus: 'Stopped', currentStatus: 'Starting' },
    { instanceId: other, code: 'IncorrectInstanceStatus', currentStatus: 'Running' },
  ]);
  await localyun.advance(1_000);
  const described = await client.describeInstances(
    new sdk.DescribeInstancesRequest({
      regionId,
      instanceIds: JSON.stringify([instanceId]),
      additionalAttributes: ['META_OPTIONS'],
    }),
  );
  expect(described.body?.instances?.instance?.[0]).toMatchObject({
    status: 'Running',
    instanceType: 'ecs.g7.xlarge',
    internetChargeType: 'PayByBandwidth',
    internetMaxBandwidthOut: 20,
    publicIpAddress: { ipAddress: [address.body?.ipAddress] },
    vpcAttributes: { privateIpAddress: { ipAddress: ['192.168.0.66'] } },
    metadataOptions: { httpTokens: 'required' },
  });
  await client.rebootInstances(new sdk.RebootInstancesRequest({ regionId, instanceId: ids }));
  await localyun.advance(1_000);
  await client.stopInstances(new sdk.StopInstancesRequest({ regionId, instanceId: ids }));
  await localyun.advance(1_000);
  await client.deleteInstances(new sdk.DeleteInstancesRequest({ regionId, instanceId: ids }));
  await localyun.advance(1_000);
  const left = await client.describeInstances(new sdk.DescribeInstancesRequest({ regionId }));
  expect(left.body?.totalCount).toBe(0);
});
