import { createRequire } from 'node:module';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type Sdk from '@alicloud/vpc20160428';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';

const sdk = createRequire(import.meta.url)('@alicloud/vpc20160428') as typeof Sdk;
const regionId = 'cn-hangzhou';

describe('the official VPC client', () => {
  const localyun = startTestLocalyun();

  it('builds a network, reads it back typed, and takes it down', async () => {
    const account = localyun.account();
    const client = new sdk.default(
      new $OpenApiUtil.Config({
        accessKeyId: account.accessKeyId,
        accessKeySecret: 'localyun',
        protocol: 'http',
        endpoint: `127.0.0.1:${localyun.port}`,
      }),
    );
    const refusal = (call: Promise<unknown>) =>
      call.then(
        () => undefined,
        (error: { code: string; statusCode: number }) => ({ code: error.code, status: error.statusCode }),
      );

    const { body: made } = await client.createVpc(
      new sdk.CreateVpcRequest({ regionId, cidrBlock: '10.0.0.0/8', vpcName: 'vpc', userCidr: '192.168.0.0/16' }),
    );
    const vpcId = made?.vpcId ?? '';
    const createVSwitch = new sdk.CreateVSwitchRequest({
      regionId,
      vpcId,
      zoneId: 'cn-hangzhou-h',
      cidrBlock: '10.0.0.0/24',
    });
    expect(await refusal(client.createVSwitch(createVSwitch))).toEqual({ code: 'IncorrectVpcStatus', status: 400 });
    await localyun.advance(1_000);
    const vSwitchId = (await client.createVSwitch(createVSwitch)).body?.vSwitchId ?? '';
    await client.tagResources(
      new sdk.TagResourcesRequest({
        regionId,
        resourceType: 'VPC',
        resourceId: [vpcId],
        tag: [new sdk.TagResourcesRequestTag({ key: 'env', value: 'test' })],
      }),
    );
    await localyun.advance(1_000);

    const { body: vpcs } = await client.describeVpcs(new sdk.DescribeVpcsRequest({ regionId, pageSize: 50 }));
    const [vpc] = vpcs?.vpcs?.vpc ?? [];
    expect(vpc?.toMap()).toMatchObject({
      VpcId: vpcId,
      VpcName: 'vpc',
      Status: 'Available',
      IsDefault: false,
      OwnerId: Number(account.accountId),
      RouterTableIds: { RouterTableIds: [made?.routeTableId] },
      SecondaryCidrBlocks: { SecondaryCidrBlock: [] },
      Tags: { Tag: [{ Key: 'env', Value: 'test' }] },
      UserCidrs: { UserCidr: ['192.168.0.0/16'] },
      VSwitchIds: { VSwitchId: [vSwitchId] },
    });
    const { body: vSwitch } = await client.describeVSwitchAttributes(
      new sdk.DescribeVSwitchAttributesRequest({ regionId, vSwitchId }),
    );
    expect(vSwitch).toMatchObject({ vSwitchId, vpcId, status: 'Available', availableIpAddressCount: 252 });

    const deleteVpc = () => client.deleteVpc(new sdk.DeleteVpcRequest({ regionId, vpcId }));
    expect(await refusal(deleteVpc())).toEqual({ code: 'DependencyViolation.VSwitch', status: 400 });
    await client.deleteVSwitch(new sdk.DeleteVSwitchRequest({ regionId, vSwitchId }));
    await client.unTagResources(
      new sdk.UnTagResourcesRequest({ regionId, resourceType: 'VPC', resourceId: [vpcId], tagKey: ['env'] }),
    );
    const dryRun = new sdk.DeleteVpcRequest({ regionId, vpcId, dryRun: true });
    expect(await refusal(client.deleteVpc(dryRun))).toEqual({ code: 'DryRunOperation', status: 400 });
    await deleteVpc();
    const describeVpc = new sdk.DescribeVpcAttributeRequest({ regionId, vpcId });
    expect(await refusal(client.describeVpcAttribute(describeVpc))).toEqual({
      code: 'InvalidVpcId.NotFound',
      status: 404,
    });
  });
});
