import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { type AddressRange, overlaps, parseCidr } from './address-range.ts';

const RegionId = 'cn-hangzhou';
const ZoneId = 'cn-hangzhou-h';

describe('CreateVSwitch', () => {
  const localyun = startTestLocalyun();
  const createVpc = async (account: TestAccount, parameters = {}): Promise<string> => {
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8', ...parameters });
    await localyun.advance(1_000);
    return VpcId;
  };
  const create = (account: TestAccount, VpcId: string, parameters = {}) =>
    account.ok('Vpc', 'CreateVSwitch', { RegionId, ZoneId, VpcId, ...parameters });
  const refused = (account: TestAccount, VpcId: string, parameters = {}) =>
    account.refused('Vpc', 'CreateVSwitch', { RegionId, ZoneId, VpcId, CidrBlock: '10.0.0.0/24', ...parameters });
  const describe = (account: TestAccount, VSwitchId: string) =>
    account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId });

  it('makes a vSwitch that is Pending first and Available soon after', async () => {
    const account = localyun.account();
    const vpcId = await createVpc(account);
    const made = await create(account, vpcId, { CidrBlock: '10.0.0.0/16' });
    expect(made).toEqual({
      RequestId: expect.any(String),
      VSwitchId: expect.stringMatching(/^vsw-bp1[0-9a-z]{18}$/),
    });
    expect((await describe(account, made.VSwitchId)).Status).toBe('Pending');
    await localyun.advance(199);
    expect((await describe(account, made.VSwitchId)).Status).toBe('Pending');
    await localyun.advance(1);
    expect((await describe(account, made.VSwitchId)).Status).toBe('Available');
  });

  it('keeps everything it is told and belongs to the resource group of its VPC', async () => {
    const account = localyun.account();
    const ResourceGroupId = await account.resourceGroup();
    const vpcId = await createVpc(account, { ResourceGroupId });
    const { VSwitchId } = await create(account, vpcId, {
      CidrBlock: '10.0.0.0/29',
      VSwitchName: 'v',
      Description: 'a vSwitch',
      Tag: [{ Key: 'zone', Value: 'h' }],
    });
    const routeTables = await account.ok('Vpc', 'DescribeRouteTableList', { RegionId, VpcId: vpcId });
    const [{ RouteTableId }] = routeTables.RouterTableList.RouterTableListType;
    expect(await describe(account, VSwitchId)).toMatchObject({
      VpcId: vpcId,
      ZoneId,
      CidrBlock: '10.0.0.0/29',
      VSwitchName: 'v',
      Description: 'a vSwitch',
      ResourceGroupId,
      AvailableIpAddressCount: 4,
      RouteTable: { RouteTableId, RouteTableType: 'System' },
      Tags: { Tag: [{ Key: 'zone', Value: 'h' }] },
    });
  });

  it('finds the VPC, and with it the region, without RegionId', async () => {
    const account = localyun.account();
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId: 'cn-beijing', CidrBlock: '10.0.0.0/8' });
    await localyun.advance(1_000);
    const request = { VpcId, CidrBlock: '10.0.0.0/24' };
    expect(await account.refused('Vpc', 'CreateVSwitch', { ...request, ZoneId })).toMatchObject({
      status: 404,
      code: 'InvalidZoneId.NotFound',
    });
    const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', { ...request, ZoneId: 'cn-beijing-h' });
    expect(VSwitchId).toMatch(/^vsw-2ze/);
    await account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId: 'cn-beijing', VSwitchId });
  });

  it('takes the first free block when only a mask is given', async () => {
    const account = localyun.account();
    const vpcId = await createVpc(account, { CidrBlock: '192.168.0.0/24' });
    const blocks: string[] = [];
    for (const CidrMask of [26, 25, 26]) {
      const { VSwitchId } = await create(account, vpcId, { CidrMask });
      blocks.push((await describe(account, VSwitchId)).CidrBlock);
    }
    expect(blocks).toEqual(['192.168.0.0/26', '192.168.0.128/25', '192.168.0.64/26']);
    expect(
      await account.refused('Vpc', 'CreateVSwitch', { RegionId, ZoneId, VpcId: vpcId, CidrMask: 29 }),
    ).toMatchObject({ status: 400, code: 'OperationDenied.AvailableCidrInsufficient' });
  });

  it.each([
    [{ CidrBlock: undefined }, 400, 'MissingParam.CidrOrCidrMask'],
    [{ CidrBlock: '10.0.0.0' }, 400, 'InvalidCidrBlock.Malformed'],
    [{ CidrBlock: '10.0.0.1/24' }, 400, 'InvalidCidrBlock.Malformed'],
    [{ CidrBlock: '10.0.0.0/15' }, 400, 'InvalidCirdrBlock.MaskLength'],
    [{ CidrBlock: '10.0.0.0/30' }, 400, 'InvalidCirdrBlock.MaskLength'],
    [{ CidrBlock: '192.168.0.0/24' }, 400, 'InvalidParameter'],
    [{ CidrMask: 23 }, 400, 'IllegalParam.CidrMask'],
    [{ CidrBlock: undefined, CidrMask: 30 }, 400, 'InvalidCirdrBlock.MaskLength'],
    [{ ZoneId: 'cn-hangzhou-z' }, 404, 'InvalidZoneId.NotFound'],
    [{ ZoneId: 'cn-beijing-h' }, 404, 'InvalidZoneId.NotFound'],
    [{ VpcId: 'vpc-none' }, 404, 'InvalidVpcId.NotFound'],
    [{ RegionId: 'cn-beijing', ZoneId: 'cn-beijing-h' }, 404, 'InvalidVpcId.NotFound'],
    [{ VSwitchName: 'http://x' }, 400, 'InvalidVSwitchName.Malformed'],
    [{ Description: 'https://x' }, 400, 'InvalidVSwitchDiscription.Malformed'],
    [{ Ipv6CidrBlock: 0 }, 400, 'OperationUnsupported.Ipv6Feature'],
    [{ Ipv6CidrMask: 64 }, 400, 'OperationUnsupported.Ipv6Feature'],
    [{ Ipv6CidrBlock: 256 }, 400, 'IllegalParam.Ipv6CidrBlock'],
    [{ Ipv6CidrMask: 80 }, 400, 'IllegalParam.CidrMask'],
    [{ Tag: [{ Key: 'aliyun', Value: '' }] }, 400, 'InvalidTagKey'],
  ])('refuses %j with %i %s and makes nothing', async (parameters, status, code) => {
    const account = localyun.account();
    const vpcId = await createVpc(account);
    expect(await refused(account, vpcId, parameters)).toMatchObject({ status, code });
    expect((await account.ok('Vpc', 'DescribeVSwitches', { RegionId })).TotalCount).toBe(0);
  });

  it('refuses what overlaps another vSwitch of the VPC, not of another one', async () => {
    const account = localyun.account();
    const vpcId = await createVpc(account);
    const { VSwitchId } = await create(account, vpcId, { CidrBlock: '10.1.0.0/24' });
    for (const CidrBlock of ['10.1.0.0/24', '10.1.0.0/25', '10.1.0.248/29', '10.1.0.0/16']) {
      const refusal = await refused(account, vpcId, { CidrBlock });
      expect(refusal).toMatchObject({ status: 400, code: 'InvalidCidrBlock.Overlapped' });
      expect(refusal.message).toContain(VSwitchId);
    }
    await create(account, vpcId, { CidrBlock: '10.1.1.0/24' });
    await create(account, await createVpc(account), { CidrBlock: '10.1.0.0/24' });
  });

  it('never lets overlapping requests at the same time through together', async () => {
    const account = localyun.account();
    const vpcId = await createVpc(account);
    const blocks = ['10.1.0.0/24', '10.1.0.0/25', '10.1.0.128/25', '10.1.0.0/23', '10.1.0.0/22', '10.1.0.64/26'];
    const requests = [...blocks, ...blocks].map((CidrBlock) =>
      account.call('Vpc', 'CreateVSwitch', { RegionId, ZoneId, VpcId: vpcId, CidrBlock }),
    );
    const answers = await Promise.all(requests);
    for (const { status, text } of answers) {
      if (status !== 200) expect(JSON.parse(text).Code).toBe('InvalidCidrBlock.Overlapped');
    }
    const made = (await account.ok('Vpc', 'DescribeVSwitches', { RegionId, PageSize: 50 })).VSwitches.VSwitch;
    expect(made.length).toBe(answers.filter(({ status }) => status === 200).length);
    expect(made.length).toBeGreaterThan(0);
    const ranges: AddressRange[] = made.map((one: Body) => parseCidr(one.CidrBlock));
    for (const [index, range] of ranges.entries()) {
      for (const other of ranges.slice(index + 1)) expect(overlaps(range, other)).toBe(false);
    }
  });

  it('refuses while the VPC is Pending, and another account’s VPC', async () => {
    const account = localyun.account();
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8' });
    expect(await refused(account, VpcId)).toMatchObject({ status: 400, code: 'IncorrectVpcStatus' });
    await localyun.advance(1_000);
    expect(await refused(localyun.account(), VpcId)).toMatchObject({ status: 404, code: 'InvalidVpcId.NotFound' });
  });

  it('stops at 150 vSwitches a VPC, and a deleted one makes room', async () => {
    const account = localyun.account();
    const vpcId = await createVpc(account);
    const block = (n: number) => ({ CidrBlock: `10.0.${n}.0/24` });
    const made: string[] = [];
    for (let n = 0; n < 150; n += 1) made.push((await create(account, vpcId, block(n))).VSwitchId);
    expect(await refused(account, vpcId, block(150))).toMatchObject({ status: 400, code: 'QuotaExceeded.VSwitch' });
    await localyun.advance(1_000);
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId: made[0] });
    await create(account, vpcId, block(150));
    const vpcs = await account.ok('Vpc', 'DescribeVpcs', { RegionId });
    expect(vpcs.Vpcs.Vpc[0].VSwitchIds.VSwitchId).toHaveLength(150);
  });
});
