import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { RegionId } from '../route-entry/route.fixture.ts';

describe('IPv6 addresses and their bandwidth to the internet', () => {
  const localyun = startTestLocalyun();
  const addressesOf = async (account: TestAccount, filters: object = {}): Promise<Body[]> =>
    (await account.ok('Vpc', 'DescribeIpv6Addresses', { RegionId, ...filters })).Ipv6Addresses.Ipv6Address;

  /** A network interface with two IPv6 addresses in a VPC with an IPv6 gateway. */
  const scene = async () => {
    const account = localyun.account();
    const network = await account.network();
    const { vpcId: VpcId, vSwitchId: VSwitchId } = network;
    await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true });
    await account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrBlock: 1 });
    const eni = (await account.createNetworkInterface(network, { Ipv6AddressCount: 2 })).NetworkInterfaceId;
    const { Ipv6GatewayId } = await account.ok('Vpc', 'CreateIpv6Gateway', { RegionId, VpcId });
    await localyun.advance(1_000);
    const [first, second] = await addressesOf(account);
    const allocate = (parameters: object = {}) =>
      account.ok('Vpc', 'AllocateIpv6InternetBandwidth', {
        RegionId,
        Ipv6AddressId: first!.Ipv6AddressId,
        Bandwidth: 5,
        ...parameters,
      });
    return { account, network, VpcId, VSwitchId, eni, Ipv6GatewayId, first: first!, second: second!, allocate };
  };

  it('DescribeIpv6Addresses lists what network interfaces hold', async () => {
    const { account, eni, first, Ipv6GatewayId, VpcId, VSwitchId } = await scene();
    const held = await account.describeNetworkInterface({ regionId: RegionId }, eni);
    const row = {
      AddressType: '',
      AllocationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      AssociatedInstanceId: eni,
      AssociatedInstanceType: 'NetworkInterface',
      Ipv6Address: held!.Ipv6Sets.Ipv6Set[0].Ipv6Address,
      Ipv6AddressDescription: '',
      Ipv6AddressId: expect.stringMatching(/^ipv6-bp1[0-9a-z]{19}$/),
      Ipv6AddressName: '',
      Ipv6GatewayId,
      Ipv6InternetBandwidth: {
        Bandwidth: 0,
        BusinessStatus: '',
        HasReservationData: false,
        InstanceChargeType: '',
        InternetChargeType: '',
        Ipv6InternetBandwidthId: '',
      },
      Ipv6Isp: 'BGP',
      NetworkType: 'Private',
      RealBandwidth: 0,
      ResourceGroupId: '',
      ServiceManaged: 0,
      Status: 'Available',
      Tags: { Tag: [] },
      VSwitchId,
      VpcId,
    };
    expect(first).toEqual(row);
    const page = await account.ok('Vpc', 'DescribeIpv6Addresses', { RegionId, PageSize: 1, PageNumber: 2 });
    expect(page).toMatchObject({ TotalCount: 2, PageNumber: 2, PageSize: 1 });
    expect(page.Ipv6Addresses.Ipv6Address).toHaveLength(1);
  });

  it('DescribeIpv6Addresses filters by everything that is asked for at once', async () => {
    const { account, network, VpcId, VSwitchId, eni, first, second, allocate } = await scene();
    const InstanceId = await account.runInstance(network, { Ipv6AddressCount: 1 });
    const { InternetBandwidthId } = await allocate();
    const found = async (filters: object) =>
      (await addressesOf(account, filters)).map((address) => address.Ipv6AddressId);
    const [one, two] = [first.Ipv6AddressId, second.Ipv6AddressId];
    const [ofInstance] = await found({ AssociatedInstanceType: 'EcsInstance' });
    expect(await found({})).toEqual([ofInstance, one, two]);
    expect(await found({ AssociatedInstanceId: InstanceId })).toEqual([ofInstance]);
    expect(await found({ AssociatedInstanceId: eni })).toEqual([one, two]);
    expect(await found({ AssociatedInstanceType: 'NetworkInterface' })).toEqual([one, two]);
    expect(await found({ AssociatedInstanceType: 'NetworkInterface', AssociatedInstanceId: InstanceId })).toEqual([]);
    expect(await found({ AssociatedInstanceType: 'Nat' })).toEqual([]);
    expect(await found({ Ipv6AddressId: two })).toEqual([two]);
    expect(await found({ Ipv6AddressId: `${two}, ${one},ipv6-none` })).toEqual([one, two]);
    expect(await found({ Ipv6Address: first.Ipv6Address.toUpperCase() })).toEqual([one]);
    expect(await found({ Ipv6InternetBandwidthId: InternetBandwidthId })).toEqual([one]);
    expect(await found({ NetworkType: 'Public' })).toEqual([one]);
    expect(await found({ NetworkType: 'Private' })).toEqual([ofInstance, two]);
    expect(await found({ NetworkType: 'x' })).toEqual([]);
    expect(await found({ VpcId, VSwitchId })).toHaveLength(3);
    expect(await found({ VpcId: 'vpc-none' })).toEqual([]);
    expect(await found({ VSwitchId: 'vsw-none' })).toEqual([]);
    expect(await found({ ServiceManaged: true })).toEqual([]);
    expect(await found({ ServiceManaged: false })).toHaveLength(3);
    expect(await found({ Name: 'x' })).toEqual([]);
    expect(await found({ Tag: [{ Key: 'k' }] })).toEqual([]);
    expect(await found({ RegionId: 'cn-beijing' })).toEqual([]);
    expect(await addressesOf(localyun.account())).toEqual([]);
    for (const [parameters, code] of [
      [{ Ipv6AddressId: Array.from({ length: 21 }, () => one).join(',') }, 'InvalidParameter'],
      [{ PageSize: 51 }, 'InvalidParameter'],
      [{ Tag: [{ Value: 'v' }] }, 'InvalidTagKey'],
      [{ Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) }, 'SizeLimitExceeded.TagNum'],
    ] as const) {
      const refusal = await account.refused('Vpc', 'DescribeIpv6Addresses', { RegionId, ...parameters });
      expect([parameters, refusal]).toMatchObject([parameters, { status: 400, code }]);
    }
  });

  it('are Public while they have bandwidth, as much as was last said', async () => {
    const { account, first, second, allocate, Ipv6GatewayId } = await scene();
    const made = await allocate({ InternetChargeType: 'PayByTraffic', Ipv6GatewayId });
    expect(made).toEqual({
      RequestId: expect.any(String),
      InternetBandwidthId: expect.stringMatching(/^ipv6bw-bp1[0-9a-z]{18}$/),
      Ipv6AddressId: first.Ipv6AddressId,
    });
    const { InternetBandwidthId: Ipv6InternetBandwidthId } = made;
    const shown = async () => (await addressesOf(account, { Ipv6AddressId: first.Ipv6AddressId }))[0];
    expect(await shown()).toMatchObject({
      Ipv6InternetBandwidth: {
        Bandwidth: 5,
        BusinessStatus: 'Normal',
        InstanceChargeType: 'PostPaid',
        InternetChargeType: 'PayByTraffic',
        Ipv6InternetBandwidthId,
      },
      NetworkType: 'Public',
      RealBandwidth: 5,
    });
    const modify = (parameters: object) =>
      account.ok('Vpc', 'ModifyIpv6InternetBandwidth', { RegionId, ...parameters });
    await modify({ Ipv6InternetBandwidthId, Bandwidth: 1000 });
    expect(await shown()).toMatchObject({ RealBandwidth: 1000 });
    await modify({ Ipv6AddressId: first.Ipv6AddressId, Bandwidth: 1 });
    expect(await shown()).toMatchObject({ RealBandwidth: 1 });

    const both = { Ipv6InternetBandwidthId, Ipv6AddressId: first.Ipv6AddressId };
    for (const [action, parameters, code] of [
      ['ModifyIpv6InternetBandwidth', { ...both, Bandwidth: 1001 }, 'IllegalParam.Bandwidth'],
      ['ModifyIpv6InternetBandwidth', { ...both, Bandwidth: 0 }, 'IllegalParam.Bandwidth'],
      ['ModifyIpv6InternetBandwidth', { Bandwidth: 2 }, 'MissingParam.Ipv6InstanceId'],
      ['ModifyIpv6InternetBandwidth', { ...both, Bandwidth: 2, DryRun: true }, 'DryRunOperation'],
      ['DeleteIpv6InternetBandwidth', {}, 'MissingParam.Ipv6InstanceId'],
      ['DeleteIpv6InternetBandwidth', { Ipv6InternetBandwidthId: 'ipv6bw-none' }, 'InvalidIpv6Instance.NotFound'],
      ['DeleteIpv6InternetBandwidth', { Ipv6AddressId: 'ipv6-none' }, 'InvalidIpv6Instance.NotFound'],
      ['DeleteIpv6InternetBandwidth', { Ipv6AddressId: second.Ipv6AddressId }, 'InvalidIpv6Instance.NotFound'],
      ['DeleteIpv6InternetBandwidth', { ...both, Ipv6AddressId: second.Ipv6AddressId }, 'InvalidIpv6Instance.NotFound'],
      ['DeleteIpv6InternetBandwidth', { ...both, RegionId: 'cn-beijing' }, 'InvalidIpv6Instance.NotFound'],
      ['DeleteIpv6InternetBandwidth', { ...both, DryRun: true }, 'DryRunOperation'],
    ] as const) {
      const refusal = await account.refused('Vpc', action, { RegionId, ...parameters });
      expect([action, parameters, refusal]).toMatchObject([action, parameters, { status: 400, code }]);
    }
    expect(await shown()).toMatchObject({ RealBandwidth: 1 });
    await account.ok('Vpc', 'DeleteIpv6InternetBandwidth', { RegionId, ...both });
    expect(await shown()).toEqual(first);
  });

  it('AllocateIpv6InternetBandwidth refuses what cannot be', async () => {
    const { account, allocate, first, Ipv6GatewayId, VpcId } = await scene();
    const refused = (parameters: object) =>
      account.refused('Vpc', 'AllocateIpv6InternetBandwidth', {
        RegionId,
        Ipv6AddressId: first.Ipv6AddressId,
        Bandwidth: 5,
        ...parameters,
      });
    for (const [parameters, status, code] of [
      [{ Bandwidth: 0 }, 400, 'IllegalParam.Bandwidth'],
      [{ Bandwidth: 2001 }, 400, 'IllegalParam.Bandwidth'],
      [{ Bandwidth: 1001, InternetChargeType: 'PayByTraffic' }, 400, 'IllegalParam.Bandwidth'],
      [{ InternetChargeType: 'x' }, 400, 'IllegalParam.InternetChargeType'],
      [{ Ipv6AddressId: 'ipv6-none' }, 404, 'ResourceNotFound.Ipv6Address'],
      [{ RegionId: 'cn-beijing' }, 404, 'ResourceNotFound.Ipv6Address'],
      [{ Ipv6GatewayId: 'ipv6gw-none' }, 400, 'OperationFailed.Ipv6GatewayDisMatchIpv6Address'],
      [{ DryRun: true }, 400, 'DryRunOperation'],
    ] as const) {
      expect([parameters, await refused(parameters)]).toMatchObject([parameters, { status, code }]);
    }
    const stranger = { RegionId, Ipv6AddressId: first.Ipv6AddressId, Bandwidth: 5 };
    expect(await localyun.account().refused('Vpc', 'AllocateIpv6InternetBandwidth', stranger)).toMatchObject({
      status: 404,
      code: 'ResourceNotFound.Ipv6Address',
    });
    await allocate();
    expect(await refused({})).toMatchObject({ status: 400, code: 'OperationFailed.InternetBandwidthAlreadyExisted' });
    const one = { RegionId, Ipv6GatewayId };
    expect(await account.refused('Vpc', 'DeleteIpv6Gateway', one)).toMatchObject({
      status: 400,
      code: 'DependencyViolation.Ipv6InternetBandwidth',
    });
    await account.ok('Vpc', 'DeleteIpv6InternetBandwidth', { RegionId, Ipv6AddressId: first.Ipv6AddressId });
    await account.ok('Vpc', 'DeleteIpv6Gateway', one);
    expect(await refused({})).toMatchObject({ status: 400, code: 'OperationFailed.Ipv6GatewayNotExist' });
    await localyun.advance(1_000);
    expect(await refused({})).toMatchObject({ status: 400, code: 'OperationFailed.Ipv6GatewayNotExist' });
    expect(VpcId).toMatch(/^vpc-/);
  });

  it.each(['UnassignIpv6Addresses', 'DeleteNetworkInterface'])('%s takes the bandwidth along', async (action) => {
    const { account, eni, first, allocate, Ipv6GatewayId } = await scene();
    await allocate();
    const Ipv6Address = action === 'UnassignIpv6Addresses' ? [first.Ipv6Address] : undefined;
    await account.ok('Ecs', action, { RegionId, NetworkInterfaceId: eni, Ipv6Address });
    await localyun.advance(5_000);
    expect(await addressesOf(account, { NetworkType: 'Public' })).toEqual([]);
    await account.ok('Vpc', 'DeleteIpv6Gateway', { RegionId, Ipv6GatewayId });
  });
});
