import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';
const idsOf = (answer: Body): string[] => answer.VSwitches.VSwitch.map((vSwitch: Body) => vSwitch.VSwitchId);
const list = (account: TestAccount, parameters: object = { RegionId }) =>
  account.ok('Vpc', 'DescribeVSwitches', { ...parameters });

describe('DescribeVSwitches', () => {
  const localyun = startTestLocalyun();

  it('answers every field and every container, the same in the list and alone', async () => {
    const account = localyun.account();
    const network = await account.network({ cidrBlock: '192.168.1.0/24' });
    const fields = {
      AvailableIpAddressCount: 252,
      CidrBlock: '192.168.1.0/24',
      CreationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      Description: '',
      EnabledIpv6: false,
      Ipv6CidrBlock: '',
      IsDefault: false,
      NetworkAclId: '',
      OwnerId: Number(account.accountId),
      ResourceGroupId: '',
      RouteTable: { RouteTableId: expect.stringMatching(/^vtb-/), RouteTableType: 'System' },
      ShareType: '',
      Status: 'Available',
      Tags: { Tag: [] },
      VSwitchId: network.vSwitchId,
      VSwitchName: '',
      VpcId: network.vpcId,
      ZoneId: network.zoneId,
    };
    const RequestId = expect.any(String);
    expect(await list(account)).toEqual({
      RequestId,
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      VSwitches: { VSwitch: [fields] },
    });
    const one = { RegionId, VSwitchId: network.vSwitchId };
    expect(await account.ok('Vpc', 'DescribeVSwitchAttributes', one)).toEqual({ RequestId, ...fields });
  });

  it('counts idle addresses as network interfaces take and release them', async () => {
    const account = localyun.account();
    const network = await account.network({ cidrBlock: '192.168.0.0/22' });
    const count = async () => {
      const [listed] = (await list(account)).VSwitches.VSwitch;
      const one = { RegionId, VSwitchId: network.vSwitchId };
      const alone = await account.ok('Vpc', 'DescribeVSwitchAttributes', one);
      expect(alone.AvailableIpAddressCount).toBe(listed.AvailableIpAddressCount);
      return listed.AvailableIpAddressCount;
    };
    expect(await count()).toBe(1020);
    const eni = await account.createNetworkInterface(network, { SecondaryPrivateIpAddressCount: 9 });
    expect(await count()).toBe(1010);
    await account.createNetworkInterface(network);
    expect(await count()).toBe(1009);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: eni.NetworkInterfaceId });
    await localyun.advance(5_000);
    expect(await count()).toBe(1019);
  });

  it('filters by everything that is asked for at once', async () => {
    const account = localyun.account();
    const first = await account.network({ cidrBlock: '192.168.0.0/24' });
    const second = await account.network({ cidrBlock: '192.168.0.0/24', zoneId: 'cn-hangzhou-i' });
    const one = first.vSwitchId;
    const two = second.vSwitchId;
    const modify = (VSwitchId: string, VSwitchName: string) =>
      account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, VSwitchName });
    await modify(one, 'one');
    await modify(two, 'two');
    const tag = (ResourceId: string, Tag: object[]) =>
      account.ok('Vpc', 'TagResources', { RegionId, ResourceType: 'VSWITCH', ResourceId: [ResourceId], Tag });
    await tag(one, [{ Key: 'env', Value: 'a' }]);
    await tag(two, [
      { Key: 'env', Value: 'b' },
      { Key: 'k', Value: 'v' },
    ]);
    const found = async (parameters: object) => idsOf(await list(account, { RegionId, ...parameters }));
    const { RouteTable } = (await list(account, { RegionId, VSwitchId: one })).VSwitches.VSwitch[0];

    expect(await found({})).toEqual([two, one]);
    expect(await found({ VSwitchId: one })).toEqual([one]);
    expect(await found({ VSwitchId: `${one},${two}` })).toEqual([two, one]);
    expect(await found({ VSwitchId: 'vsw-none' })).toEqual([]);
    expect(await found({ VpcId: first.vpcId })).toEqual([one]);
    expect(await found({ VpcId: `${first.vpcId},${second.vpcId}` })).toEqual([two, one]);
    expect(await found({ ZoneId: 'cn-hangzhou-i' })).toEqual([two]);
    expect(await found({ VSwitchName: 'one' })).toEqual([one]);
    expect(await found({ ResourceGroupId: 'rg-1' })).toEqual([]);
    expect(await found({ RouteTableId: RouteTable.RouteTableId })).toEqual([one]);
    expect(await found({ IsDefault: true })).toEqual([]);
    expect(await found({ IsDefault: false })).toEqual([two, one]);
    expect(await found({ EnableIpv6: true })).toEqual([]);
    expect(await found({ EnableIpv6: false })).toEqual([two, one]);
    expect(await found({ VSwitchOwnerId: account.accountId })).toEqual([two, one]);
    expect(await found({ VSwitchOwnerId: 1 })).toEqual([]);
    expect(await found({ Tag: [{ Key: 'env' }] })).toEqual([two, one]);
    expect(await found({ Tag: [{ Key: 'env', Value: 'a' }] })).toEqual([one]);
    expect(await found({ Tag: [{ Key: 'env', Value: 'a' }, { Key: 'k' }] })).toEqual([]);
    expect(await found({ ZoneId: 'cn-hangzhou-i', VpcId: first.vpcId })).toEqual([]);
  });

  it('pages by number with the exact total', async () => {
    const account = localyun.account();
    const network = await account.network({ cidrBlock: '192.168.0.0/24' });
    const made = [network.vSwitchId];
    for (const cidrBlock of ['192.168.1.0/24', '192.168.2.0/24']) {
      made.unshift(await account.vSwitch(network, { zoneId: network.zoneId, cidrBlock }));
    }
    const first = await list(account, { RegionId, PageSize: 2 });
    const second = await list(account, { RegionId, PageSize: 2, PageNumber: 2 });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(made);
    expect(first).toMatchObject({ TotalCount: 3, PageNumber: 1, PageSize: 2 });
    expect(second).toMatchObject({ TotalCount: 3, PageNumber: 2, PageSize: 2 });
    expect(idsOf(await list(account, { RegionId, PageSize: 50 }))).toEqual(made);
  });

  it('needs a region unless it is told which vSwitches or VPCs are meant', async () => {
    const account = localyun.account();
    const network = await account.network({ regionId: 'cn-beijing' });
    await account.ok('Vpc', 'TagResources', {
      RegionId: 'cn-beijing',
      ResourceType: 'VSWITCH',
      ResourceId: [network.vSwitchId],
      Tag: [{ Key: 'env', Value: 'a' }],
    });
    expect(idsOf(await list(account, { VpcId: network.vpcId }))).toEqual([network.vSwitchId]);
    expect(idsOf(await list(account, { VSwitchId: network.vSwitchId }))).toEqual([network.vSwitchId]);
    expect(idsOf(await list(account, { VpcId: network.vpcId, Tag: [{ Key: 'env' }] }))).toEqual([network.vSwitchId]);
    expect(idsOf(await list(account, { VpcId: network.vpcId, RegionId }))).toEqual([]);
    expect(idsOf(await list(localyun.account(), { VpcId: network.vpcId }))).toEqual([]);
    expect(idsOf(await list(localyun.account(), { VSwitchId: network.vSwitchId }))).toEqual([]);
    expect(await account.refused('Vpc', 'DescribeVSwitches', {})).toMatchObject({
      status: 400,
      code: 'MissingParameter',
    });
  });

  it.each([
    [{ PageSize: 51 }, 'InvalidParameter'],
    [{ VSwitchId: Array.from({ length: 21 }, (_, n) => `vsw-${n}`).join(',') }, 'InvalidVSwitchIdNumber.NotSupported'],
    [{ VpcId: Array.from({ length: 21 }, (_, n) => `vpc-${n}`).join(',') }, 'InvalidVpcIdNumber.NotSupported'],
    [{ Tag: [{ Value: 'only' }] }, 'InvalidTagKey'],
    [{ DryRun: true }, 'DryRunOperation'],
  ])('refuses %j with %s', async (parameters, code) => {
    const refusal = await localyun.account().refused('Vpc', 'DescribeVSwitches', { RegionId, ...parameters });
    expect(refusal).toMatchObject({ status: 400, code });
  });
});

describe('DescribeVSwitchAttributes and ModifyVSwitchAttribute', () => {
  const localyun = startTestLocalyun();
  const absent = { status: 404, code: 'InvalidVSwitchId.NotFound' };

  it('answer 404 for what is not there, not the caller’s, or in another region', async () => {
    const account = localyun.account();
    const { vSwitchId: VSwitchId } = await account.network();
    for (const action of ['DescribeVSwitchAttributes', 'ModifyVSwitchAttribute']) {
      expect(await account.refused('Vpc', action, { RegionId, VSwitchId: 'vsw-none' })).toMatchObject(absent);
      expect(await account.refused('Vpc', action, { RegionId: 'cn-beijing', VSwitchId })).toMatchObject(absent);
      expect(await localyun.account().refused('Vpc', action, { RegionId, VSwitchId })).toMatchObject(absent);
      await account.ok('Vpc', action, { VSwitchId });
    }
    expect(
      await account.refused('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId, DryRun: true }),
    ).toMatchObject({ status: 400, code: 'DryRunOperation' });
  });

  it('change and clear name and description', async () => {
    const account = localyun.account();
    const { vSwitchId: VSwitchId } = await account.network();
    const modify = (parameters: object) =>
      account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, ...parameters });
    const describe = () => account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId });
    await modify({ VSwitchName: 'name', Description: 'description', EnableIPv6: false });
    expect(await describe()).toMatchObject({ VSwitchName: 'name', Description: 'description' });
    await modify({ Description: '' });
    expect(await describe()).toMatchObject({ VSwitchName: 'name', Description: '' });
  });

  it.each([
    [{ VSwitchName: 'http://x' }, 'InvalidVSwitchName.Malformed'],
    [{ Description: 'd'.repeat(257) }, 'InvalidVSwitchDiscription.Malformed'],
    [{ EnableIPv6: true }, 'MissingParameter'],
    [{ EnableIPv6: true, Ipv6CidrBlock: 12 }, 'OperationUnsupported.Ipv6Feature'],
    [{ EnableIPv6: false, Ipv6CidrBlock: 12 }, 'InvalidParameter'],
    [{ Ipv6CidrBlock: -1 }, 'IllegalParam.Ipv6CidrBlock'],
    [{ Ipv6CidrBlock: 12 }, 'OperationUnsupported.Ipv6Feature'],
  ])('refuse %j with %s', async (parameters, code) => {
    const account = localyun.account();
    const { vSwitchId: VSwitchId } = await account.network();
    const request = { RegionId, VSwitchId, ...parameters };
    expect(await account.refused('Vpc', 'ModifyVSwitchAttribute', request)).toMatchObject({ status: 400, code });
  });

  it('refuse to change a Pending vSwitch', async () => {
    const account = localyun.account();
    const { vpcId: VpcId, zoneId: ZoneId } = await account.network();
    const request = { RegionId, VpcId, ZoneId, CidrBlock: '192.168.9.0/24' };
    const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', request);
    expect(
      await account.refused('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, VSwitchName: 'x' }),
    ).toMatchObject({ status: 400, code: 'IncorrectVSwitchStatus' });
  });
});
