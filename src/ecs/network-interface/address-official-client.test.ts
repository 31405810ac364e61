import { createRequire } from 'node:module';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { ipv6Network } from './address.fixture.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
const localyun = startTestLocalyun();

async function setUp() {
  const account = localyun.account();
  const network = await ipv6Network(localyun, account);
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: account.accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );
  return { account, network, client };
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: { code: string; statusCode: number }) => ({ code: error.code, status: error.statusCode }),
  );

describe('the official ECS client', () => {
  it('ENI-126, ENI-127, ENI-138 reads what the four address operations answer, typed', async () => {
    const { network, client } = await setUp();
    const { regionId, vSwitchId, securityGroupId, start } = network;
    const { body: made } = await client.createNetworkInterface(
      new sdk.CreateNetworkInterfaceRequest({
        regionId,
        vSwitchId,
        securityGroupIds: [securityGroupId],
        primaryIpAddress: '192.168.0.10',
        ipv6AddressCount: 1,
        enablePrimaryIPv6: true,
      }),
    );
    const networkInterfaceId = made?.networkInterfaceId ?? '';
    const [first] = made?.ipv6Sets?.ipv6Set ?? [];
    expect(first?.primary).toBe(true);
    const on = { regionId, networkInterfaceId };

    const { body: addresses } = await client.assignPrivateIpAddresses(
      new sdk.AssignPrivateIpAddressesRequest({ ...on, privateIpAddress: ['192.168.0.20', '192.168.0.21'] }),
    );
    expect(addresses?.assignedPrivateIpAddressesSet?.networkInterfaceId).toBe(networkInterfaceId);
    expect(addresses?.assignedPrivateIpAddressesSet?.privateIpSet?.privateIpAddress).toEqual([
      '192.168.0.20',
      '192.168.0.21',
    ]);
    const { body: prefixes } = await client.assignPrivateIpAddresses(
      new sdk.AssignPrivateIpAddressesRequest({ ...on, ipv4Prefix: ['192.168.0.64/28'] }),
    );
    expect(prefixes?.assignedPrivateIpAddressesSet?.ipv4PrefixSet?.ipv4Prefixes).toEqual(['192.168.0.64/28']);
    const { body: ipv6 } = await client.assignIpv6Addresses(
      new sdk.AssignIpv6AddressesRequest({ ...on, ipv6Address: [`${start}::20`] }),
    );
    expect(ipv6).toMatchObject({ networkInterfaceId, ipv6Sets: { ipv6Address: [`${start}::20`] } });
    const { body: ipv6Prefixes } = await client.assignIpv6Addresses(
      new sdk.AssignIpv6AddressesRequest({ ...on, ipv6Prefix: [`${start}:9::/80`] }),
    );
    expect(ipv6Prefixes?.ipv6PrefixSets?.ipv6Prefix).toEqual([`${start}:9::/80`]);

    const describe = async () => {
      const request = new sdk.DescribeNetworkInterfacesRequest({ regionId, networkInterfaceId: [networkInterfaceId] });
      const { body } = await client.describeNetworkInterfaces(request);
      const eni = body?.networkInterfaceSets?.networkInterfaceSet?.[0];
      return {
        ipv4: eni?.privateIpSets?.privateIpSet?.map((each) => each.privateIpAddress),
        ipv4Prefixes: eni?.ipv4PrefixSets?.ipv4PrefixSet?.map((each) => each.ipv4Prefix),
        ipv6: eni?.ipv6Sets?.ipv6Set?.map((each) => each.ipv6Address),
        ipv6Prefixes: eni?.ipv6PrefixSets?.ipv6PrefixSet?.map((each) => each.ipv6Prefix),
      };
    };
    expect(await describe()).toEqual({
      ipv4: ['192.168.0.10', '192.168.0.20', '192.168.0.21'],
      ipv4Prefixes: ['192.168.0.64/28'],
      ipv6: [first?.ipv6Address, `${start}::20`],
      ipv6Prefixes: [`${start}:9::/80`],
    });

    const unassign = (wanted: { privateIpAddress?: string[]; ipv4Prefix?: string[] }) =>
      client.unassignPrivateIpAddresses(new sdk.UnassignPrivateIpAddressesRequest({ ...on, ...wanted }));
    await unassign({ privateIpAddress: ['192.168.0.20', '192.168.0.21'] });
    await unassign({ ipv4Prefix: ['192.168.0.64/28'] });
    await client.unassignIpv6Addresses(new sdk.UnassignIpv6AddressesRequest({ ...on, ipv6Address: [`${start}::20`] }));
    await client.unassignIpv6Addresses(
      new sdk.UnassignIpv6AddressesRequest({ ...on, ipv6Prefix: [`${start}:9::/80`] }),
    );
    expect(await describe()).toEqual({
      ipv4: ['192.168.0.10'],
      ipv4Prefixes: [],
      ipv6: [first?.ipv6Address],
      ipv6Prefixes: [],
    });
    expect(await refusal(unassign({ privateIpAddress: ['192.168.0.10'] }))).toEqual({
      code: 'InvalidIp.IpUnassigned',
      status: 403,
    });
  });
});

describe('Terway', () => {
  it('ENI-134 repeats a call with its ClientToken and takes the answer for the difference', async () => {
    const { account, network, client } = await setUp();
    const { regionId, vSwitchId, securityGroupId } = network;
    const creation = new sdk.CreateNetworkInterfaceRequest({
      regionId,
      vSwitchId,
      securityGroupIds: [securityGroupId],
      instanceType: 'Secondary',
      description: 'interface create by terway',
      secondaryPrivateIpAddressCount: 2,
      ipv6AddressCount: 3,
      deleteOnRelease: true,
      sourceDestCheck: false,
      tag: [new sdk.CreateNetworkInterfaceRequestTag({ key: 'creator', value: 'terway' })],
      clientToken: 'creation',
    });
    const made = (await client.createNetworkInterface(creation)).body;
    const again = (await client.createNetworkInterface(creation)).body;
    expect(again?.networkInterfaceId).toBe(made?.networkInterfaceId);
    expect(again?.privateIpSets?.privateIpSet).toEqual(made?.privateIpSets?.privateIpSet);
    expect(again?.ipv6Sets?.ipv6Set).toEqual(made?.ipv6Sets?.ipv6Set);
    const networkInterfaceId = made?.networkInterfaceId ?? '';
    const on = { regionId, networkInterfaceId };

    const instanceId = await account.runInstance(network, { InstanceType: 'ecs.g7.large' });
    await client.attachNetworkInterface(new sdk.AttachNetworkInterfaceRequest({ ...on, instanceId }));
    await localyun.advance(1_000);
    const count = new sdk.AssignPrivateIpAddressesRequest({
      ...on,
      secondaryPrivateIpAddressCount: 2,
      clientToken: 'count',
    });
    const added = async () =>
      (await client.assignPrivateIpAddresses(count)).body?.assignedPrivateIpAddressesSet?.privateIpSet
        ?.privateIpAddress;
    const difference = await added();
    expect(difference).toHaveLength(2);
    expect(await added()).toEqual(difference);
    const prefix = new sdk.AssignPrivateIpAddressesRequest({ ...on, ipv4PrefixCount: 1, clientToken: 'prefix' });
    const prefixes = (await client.assignPrivateIpAddresses(prefix)).body?.assignedPrivateIpAddressesSet?.ipv4PrefixSet;
    expect(prefixes?.ipv4Prefixes).toEqual([expect.stringMatching(/\/28$/)]);
    // Six places are full: a new request is refused by the code Terway resynchronises on, the old one still answered.
    const more = new sdk.AssignPrivateIpAddressesRequest({ ...on, ipv4PrefixCount: 1, clientToken: 'more' });
    expect(await refusal(client.assignPrivateIpAddresses(more))).toEqual({
      code: 'InvalidOperation.Ipv4CountExceeded',
      status: 403,
    });
    expect(await added()).toEqual(difference);

    const ipv6 = new sdk.AssignIpv6AddressesRequest({ ...on, ipv6AddressCount: 3, clientToken: 'ipv6' });
    const ipv6Added = async () => (await client.assignIpv6Addresses(ipv6)).body?.ipv6Sets?.ipv6Address;
    const ipv6Difference = await ipv6Added();
    expect(ipv6Difference).toHaveLength(3);
    expect(await ipv6Added()).toEqual(ipv6Difference);
    const tooMany = new sdk.AssignIpv6AddressesRequest({ ...on, ipv6AddressCount: 1, clientToken: 'too-many' });
    expect(await refusal(client.assignIpv6Addresses(tooMany))).toEqual({
      code: 'InvalidOperation.Ipv6CountExceeded',
      status: 403,
    });

    // The same call once more after it succeeded: the code says that the address is gone, which Terway takes for success.
    const gone = new sdk.UnassignPrivateIpAddressesRequest({ ...on, privateIpAddress: difference ?? [] });
    await client.unassignPrivateIpAddresses(gone);
    expect(await refusal(client.unassignPrivateIpAddresses(gone))).toEqual({
      code: 'InvalidIp.IpUnassigned',
      status: 403,
    });
    const ipv6Gone = new sdk.UnassignIpv6AddressesRequest({ ...on, ipv6Address: ipv6Difference ?? [] });
    await client.unassignIpv6Addresses(ipv6Gone);
    expect(await refusal(client.unassignIpv6Addresses(ipv6Gone))).toEqual({
      code: 'InvalidIp.IpUnassigned',
      status: 403,
    });
  });
});
