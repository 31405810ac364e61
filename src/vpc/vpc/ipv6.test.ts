import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('the IPv6 block of a VPC', () => {
  const localyun = startTestLocalyun();
  const create = async (account: TestAccount, parameters = {}): Promise<string> => {
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/16', ...parameters });
    await localyun.advance(1_000);
    return VpcId;
  };
  const modify = (account: TestAccount, VpcId: string, parameters = {}) =>
    account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, ...parameters });
  const refused = (account: TestAccount, VpcId: string, parameters = {}) =>
    account.refused('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, ...parameters });
  const describe = (account: TestAccount, VpcId: string) =>
    account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
  const off = { EnabledIpv6: false, Ipv6CidrBlock: '', Ipv6CidrBlocks: { Ipv6CidrBlock: [] } };

  it('is a random /56 of the documentation range, shown by both reads', async () => {
    const account = localyun.account();
    const id = await create(account, { EnableIpv6: true });
    const described = await describe(account, id);
    const block: string = described.Ipv6CidrBlock;
    expect(block).toMatch(/^2001:db8:[0-9a-f:]*::\/56$/);
    const expected = {
      EnabledIpv6: true,
      Ipv6CidrBlock: block,
      Ipv6CidrBlocks: { Ipv6CidrBlock: [{ Ipv6CidrBlock: block, Ipv6Isp: 'BGP' }] },
    };
    expect(described).toMatchObject(expected);
    const { Vpcs } = await account.ok('Vpc', 'DescribeVpcs', { RegionId, EnableIpv6: true });
    expect(Vpcs.Vpc).toMatchObject([{ VpcId: id, ...expected }]);
    expect((await account.ok('Vpc', 'DescribeVpcs', { RegionId, EnableIpv6: false })).TotalCount).toBe(0);
    const other = await create(account, { EnableIpv6: true, Ipv6Isp: 'ChinaTelecom' });
    expect(await describe(account, other)).toMatchObject({
      Ipv6CidrBlocks: { Ipv6CidrBlock: [{ Ipv6CidrBlock: expect.not.stringMatching(block), Ipv6Isp: 'ChinaTelecom' }] },
    });
  });

  it('can be asked for, in any spelling, by one VPC at a time', async () => {
    const account = localyun.account();
    const Ipv6CidrBlock = '2001:DB8:77:0A00:0::/56';
    const id = await create(account, { EnableIpv6: true, Ipv6CidrBlock });
    expect((await describe(account, id)).Ipv6CidrBlock).toBe('2001:db8:77:a00::/56');
    const taken = { status: 400, code: 'OperationFailed.IPv6CidrNotReserved' };
    const again = { RegionId, EnableIpv6: true, Ipv6CidrBlock: '2001:db8:77:a00::/56' };
    expect(await localyun.account().refused('Vpc', 'CreateVpc', again)).toMatchObject(taken);
    await account.ok('Vpc', 'DeleteVpc', { RegionId, VpcId: id });
    await create(localyun.account(), again);
  });

  it('comes and goes with EnableIPv6 and stays the same in between', async () => {
    const account = localyun.account();
    const id = await create(account);
    expect(await describe(account, id)).toMatchObject(off);
    await modify(account, id, { EnableIPv6: true, Ipv6Isp: 'ChinaMobile' });
    const { Ipv6CidrBlock, Ipv6CidrBlocks } = await describe(account, id);
    expect(Ipv6CidrBlocks.Ipv6CidrBlock).toEqual([{ Ipv6CidrBlock, Ipv6Isp: 'ChinaMobile' }]);
    for (const parameters of [{ EnableIPv6: true }, { VpcName: 'name' }, { EnableIPv6: true, Ipv6CidrBlock }]) {
      await modify(account, id, parameters);
      expect((await describe(account, id)).Ipv6CidrBlocks.Ipv6CidrBlock).toEqual([
        { Ipv6CidrBlock, Ipv6Isp: 'ChinaMobile' },
      ]);
    }
    expect(await refused(account, id, { EnableIPv6: true, Ipv6CidrBlock: '2001:db8:1::/56' })).toMatchObject({
      status: 400,
      code: 'IllegalParam.Ipv6CidrBlock',
      message: expect.stringContaining(Ipv6CidrBlock),
    });
    await modify(account, id, { EnableIPv6: false });
    expect(await describe(account, id)).toMatchObject(off);
    await modify(account, id, { EnableIPv6: true, Ipv6CidrBlock });
    expect((await describe(account, id)).Ipv6CidrBlock).toBe(Ipv6CidrBlock);
  });

  it('cannot be switched off while a vSwitch has part of it', async () => {
    const account = localyun.account();
    const id = await create(account, { EnableIpv6: true });
    const vSwitch = { RegionId, VpcId: id, ZoneId: 'cn-hangzhou-h', CidrBlock: '10.0.0.0/24', Ipv6CidrBlock: 7 };
    const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', vSwitch);
    await localyun.advance(1_000);
    expect(await refused(account, id, { EnableIPv6: false })).toMatchObject({
      status: 400,
      code: 'DependencyViolation.VSwitch',
      message: expect.stringContaining(VSwitchId),
    });
    expect((await describe(account, id)).EnabledIpv6).toBe(true);
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    await modify(account, id, { EnableIPv6: false });
  });
});
