import { createRequire } from 'node:module';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type Sdk from '@alicloud/vpc20160428';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const sdk = createRequire(import.meta.url)('@alicloud/vpc20160428') as typeof Sdk;
const regionId = 'cn-hangzhou';

describe('the official VPC client', () => {
  const localyun = startTestLocalyun();

  it('binds an elastic IP address to a network interface, reads it back typed, and gives it back', async () => {
    const account = localyun.account();
    const network = await account.network();
    const eni = await account.createNetworkInterface(network);
    const client = new sdk.default(
      new $OpenApiUtil.Config({
        accessKeyId: account.accessKeyId,
        accessKeySecret: 'localyun',
        protocol: 'http',
        endpoint: `127.0.0.1:${localyun.port}`,
      }),
    );
    const { body: made } = await client.allocateEipAddress(
      new sdk.AllocateEipAddressRequest({ regionId, bandwidth: '10', internetChargeType: 'PayByTraffic', name: 'web' }),
    );
    const allocationId = made?.allocationId ?? '';
    const read = async () => {
      const { body } = await client.describeEipAddresses(
        new sdk.DescribeEipAddressesRequest({ regionId, allocationId }),
      );
      return body?.eipAddresses?.eipAddress ?? [];
    };
    expect(await read()).toMatchObject([{ allocationId, status: 'Available', ipAddress: made?.eipAddress }]);

    const association = {
      regionId,
      allocationId,
      instanceId: eni.NetworkInterfaceId,
      instanceType: 'NetworkInterface',
      privateIpAddress: eni.PrivateIpAddress,
    };
    await client.associateEipAddress(new sdk.AssociateEipAddressRequest(association));
    const [bound] = await read();
    expect(bound?.toMap()).toMatchObject({
      Status: 'InUse',
      InstanceId: eni.NetworkInterfaceId,
      InstanceType: 'NetworkInterface',
      PrivateIpAddress: eni.PrivateIpAddress,
      Bandwidth: '10',
      Name: 'web',
      DeletionProtection: false,
      ServiceManaged: 0,
    });

    await client.unassociateEipAddress(new sdk.UnassociateEipAddressRequest(association));
    await localyun.advance(1_000);
    expect(await read()).toMatchObject([{ status: 'Available', instanceId: '' }]);
    await client.releaseEipAddress(new sdk.ReleaseEipAddressRequest({ regionId, allocationId }));
    expect(await read()).toEqual([]);
  });
});
