import { createRequire } from 'node:module';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type Sdk from '@alicloud/vpc20160428';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import type { TestAccount } from '../../test/support/test-account.ts';

const sdk = createRequire(import.meta.url)('@alicloud/vpc20160428') as typeof Sdk;
const regionId = 'cn-hangzhou';

describe('the official VPC client', () => {
  const localyun = startTestLocalyun();
  const clientOf = (account: TestAccount) =>
    new sdk.default(
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

  it('routes around vSwitches with a table of its own, reads it back typed, and takes it down', async () => {
    const account = localyun.account();
    const client = clientOf(account);
    const { vpcId, vSwitchId, ...network } = await account.network();
    const { NetworkInterfaceId: nextHop } = await account.createNetworkInterface({ vpcId, vSwitchId, ...network });
    const tag = [new sdk.CreateRouteTableRequestTag({ key: 'k', value: 'v' })];
    const create = new sdk.CreateRouteTableRequest({ regionId, vpcId, routeTableName: 'pods', tag });
    const routeTableId = (await client.createRouteTable(create)).body?.routeTableId ?? '';
    await localyun.advance(1_000);
    await client.associateRouteTable(new sdk.AssociateRouteTableRequest({ regionId, routeTableId, vSwitchId }));
    await localyun.advance(1_000);
    const { body: made } = await client.createRouteEntry(
      new sdk.CreateRouteEntryRequest({
        regionId,
        routeTableId,
        destinationCidrBlock: '10.0.0.0/24',
        nextHopType: 'NetworkInterface',
        nextHopId: nextHop,
        routeEntryName: 'one',
      }),
    );
    await localyun.advance(1_000);
    const batch = ['10.0.0.0/24', '10.0.1.0/24'].map(
      (dstCidrBlock) =>
        new sdk.CreateRouteEntriesRequestRouteEntries({
          dstCidrBlock,
          nextHop,
          nextHopType: 'NetworkInterface',
          routeTableId,
        }),
    );
    const { body: added } = await client.createRouteEntries(
      new sdk.CreateRouteEntriesRequest({ regionId, routeEntries: batch }),
    );
    expect(added).toMatchObject({ successCount: 1, failedCount: 1 });
    expect(added?.failedRouteEntries?.[0]?.failedCode).toBe('VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE');
    await localyun.advance(1_000);

    const { body: entries } = await client.describeRouteEntryList(
      new sdk.DescribeRouteEntryListRequest({ regionId, routeTableId, routeEntryType: 'Custom', maxResult: 1 }),
    );
    expect(entries?.routeEntrys?.routeEntry?.map((entry) => entry.toMap())).toMatchObject([
      { DestinationCidrBlock: '10.0.1.0/24', RouteEntryId: added?.routeEntryIds?.[0] },
    ]);
    const nextToken = entries?.nextToken ?? '';
    const { body: rest } = await client.describeRouteEntryList(
      new sdk.DescribeRouteEntryListRequest({
        regionId,
        routeTableId,
        routeEntryType: 'Custom',
        maxResult: 1,
        nextToken,
      }),
    );
    expect(rest?.routeEntrys?.routeEntry?.[0]).toMatchObject({
      routeEntryId: made?.routeEntryId,
      routeEntryName: 'one',
    });
    const { body: older } = await client.describeRouteTables(
      new sdk.DescribeRouteTablesRequest({ regionId, routeTableId, type: 'Custom' }),
    );
    expect(older?.routeTables?.routeTable?.[0]?.routeEntrys?.routeEntry).toHaveLength(2);
    const { body: tables } = await client.describeRouteTableList(
      new sdk.DescribeRouteTableListRequest({ regionId, vpcId, routeTableType: 'Custom' }),
    );
    expect(tables?.routerTableList?.routerTableListType?.[0]?.toMap()).toMatchObject({
      RouteTableId: routeTableId,
      RouteTableName: 'pods',
      Status: 'Available',
      Tags: { Tag: [{ Key: 'k', Value: 'v' }] },
      VSwitchIds: { VSwitchId: [vSwitchId] },
    });

    await client.deleteRouteEntry(
      new sdk.DeleteRouteEntryRequest({
        regionId,
        routeTableId,
        destinationCidrBlock: '10.0.1.0/24',
        nextHopId: nextHop,
      }),
    );
    await localyun.advance(1_000);
    const last = new sdk.DeleteRouteEntriesRequestRouteEntries({ routeTableId, routeEntryId: made?.routeEntryId });
    const { body: removed } = await client.deleteRouteEntries(
      new sdk.DeleteRouteEntriesRequest({ regionId, routeEntries: [last] }),
    );
    expect(removed).toMatchObject({ successCount: 1, failedCount: 0, failedRouteEntries: [] });
    await localyun.advance(1_000);
    await client.unassociateRouteTable(new sdk.UnassociateRouteTableRequest({ regionId, routeTableId, vSwitchId }));
    await localyun.advance(1_000);
    const remove = () => client.deleteRouteTable(new sdk.DeleteRouteTableRequest({ regionId, routeTableId }));
    await remove();
    await localyun.advance(1_000);
    expect(await refusal(remove())).toEqual({ code: 'InvalidRouteTableId.NotFound', status: 404 });
  });

  it('gives a VPC an IPv6 gateway and another block, and takes both away', async () => {
    const account = localyun.account();
    const client = clientOf(account);
    const { body: vpc } = await client.createDefaultVpc(
      new sdk.CreateDefaultVpcRequest({ regionId, enableIpv6: true }),
    );
    const vpcId = vpc?.vpcId ?? '';
    await localyun.advance(1_000);
    const { body: vSwitch } = await client.createDefaultVSwitch(
      new sdk.CreateDefaultVSwitchRequest({ regionId, zoneId: 'cn-hangzhou-h', ipv6CidrBlock: 3 }),
    );
    const { body: block } = await client.associateVpcCidrBlock(
      new sdk.AssociateVpcCidrBlockRequest({
        regionId,
        vpcId,
        secondaryCidrBlock: '192.168.0.0/16',
        ipVersion: 'IPV4',
      }),
    );
    expect(block).toMatchObject({ cidrBlock: '192.168.0.0/16', ipVersion: 'IPV4' });
    const { body: made } = await client.createIpv6Gateway(
      new sdk.CreateIpv6GatewayRequest({ regionId, vpcId, name: 'gateway' }),
    );
    const ipv6GatewayId = made?.ipv6GatewayId ?? '';
    await localyun.advance(1_000);
    const read = () =>
      client.describeIpv6GatewayAttribute(new sdk.DescribeIpv6GatewayAttributeRequest({ regionId, ipv6GatewayId }));
    expect((await read()).body).toMatchObject({ ipv6GatewayId, vpcId, name: 'gateway', status: 'Available' });
    const { body: attributes } = await client.describeVpcAttribute(
      new sdk.DescribeVpcAttributeRequest({ regionId, vpcId }),
    );
    expect(attributes?.secondaryCidrBlocks?.secondaryCidrBlock).toEqual(['192.168.0.0/16']);
    await client.unassociateVpcCidrBlock(
      new sdk.UnassociateVpcCidrBlockRequest({ regionId, vpcId, secondaryCidrBlock: '192.168.0.0/16' }),
    );
    await client.deleteIpv6Gateway(new sdk.DeleteIpv6GatewayRequest({ regionId, ipv6GatewayId }));
    await localyun.advance(1_000);
    expect(await refusal(read())).toEqual({ code: 'InvalidIpv6Gateway.NotFound', status: 404 });
    await client.deleteVSwitch(new sdk.DeleteVSwitchRequest({ regionId, vSwitchId: vSwitch?.vSwitchId }));
    await client.deleteVpc(new sdk.DeleteVpcRequest({ regionId, vpcId }));
    const { body: zones } = await client.describeZones(new sdk.DescribeZonesRequest({ regionId }));
    expect(zones?.zones?.zone?.[0]?.zoneId).toBe('cn-hangzhou-b');
  });
});
