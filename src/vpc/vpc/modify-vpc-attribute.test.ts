import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('ModifyVpcAttribute', () => {
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

  it('changes what is given and leaves the rest', async () => {
    const account = localyun.account();
    const id = await create(account, { VpcName: 'old', Description: 'kept' });
    const before = await describe(account, id);
    await modify(account, id, { VpcName: 'new' });
    expect(await describe(account, id)).toEqual({ ...before, VpcName: 'new', RequestId: expect.any(String) });
    await modify(account, id, { Description: 'changed', EnableDnsHostname: true, EnableIPv6: false });
    expect(await describe(account, id)).toMatchObject({
      VpcName: 'new',
      Description: 'changed',
      DnsHostnameStatus: 'ENABLED',
    });
    await modify(account, id, { EnableDnsHostname: false });
    expect(await describe(account, id)).toMatchObject({ Description: 'changed', DnsHostnameStatus: 'DISABLED' });
  });

  it('clears name and description when they are given empty', async () => {
    const account = localyun.account();
    const id = await create(account, { VpcName: 'name', Description: 'description' });
    await modify(account, id, { VpcName: '', Description: '' });
    expect(await describe(account, id)).toMatchObject({ VpcName: '', Description: '' });
  });

  it('widens and narrows the CIDR block around the vSwitches', async () => {
    const account = localyun.account();
    const id = await create(account);
    const network = { regionId: RegionId, vpcId: id };
    const vSwitchId = await account.vSwitch(network, { zoneId: 'cn-hangzhou-h', cidrBlock: '10.0.8.0/24' });
    for (const CidrBlock of ['10.0.0.0/8', '10.0.8.0/21', '10.0.8.0/24']) {
      await modify(account, id, { CidrBlock });
      expect((await describe(account, id)).CidrBlock).toBe(CidrBlock);
    }
    for (const CidrBlock of ['10.0.8.0/25', '192.168.0.0/16']) {
      const refusal = await refused(account, id, { CidrBlock });
      expect(refusal).toMatchObject({ status: 400, code: 'OperationDenied.CidrConflictWithExistCidr' });
      expect(refusal.message).toContain(vSwitchId);
    }
    expect((await describe(account, id)).CidrBlock).toBe('10.0.8.0/24');
  });

  it.each([
    [{ CidrBlock: '10.0.0.1/8' }, 'InvalidCidrBlock.Malformed'],
    [{ CidrBlock: '10.0.0.0/29' }, 'IllegalParam.CidrBlockMask'],
    [{ CidrBlock: '127.0.0.0/8' }, 'OperationDenied.CidrInExcludeCidrs'],
    [{ VpcName: 'https://x' }, 'InvalidVpcName.Malformed'],
    [{ Description: 'http://x' }, 'InvalidVpcDiscription.Malformed'],
    [{ Ipv6CidrBlock: '2001:db8:1::/56' }, 'MissingParam.EnableIpv6'],
    [{ EnableIPv6: true, Ipv6CidrBlock: '2408::/56' }, 'OperationFailed.IPv6CidrNotReserved'],
    [{ EnableIPv6: true, Ipv6CidrBlock: 'x' }, 'InvalidIpv6CidrBlock.Malformed'],
    [{ Ipv6Isp: 'bgp' }, 'IllegalParam.Ipv6Isp'],
  ])('refuses %j with %s', async (parameters, code) => {
    const account = localyun.account();
    const id = await create(account);
    expect(await refused(account, id, { VpcName: 'new', ...parameters })).toMatchObject({ status: 400, code });
    expect(await describe(account, id)).toMatchObject({ VpcName: '', CidrBlock: '10.0.0.0/16' });
  });

  it('refuses a VPC that is Pending or not there', async () => {
    const account = localyun.account();
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    expect(await refused(account, VpcId)).toMatchObject({ status: 400, code: 'IncorrectVpcStatus' });
    await localyun.advance(1_000);
    const absent = { status: 404, code: 'InvalidVpcId.NotFound' };
    expect(await refused(localyun.account(), VpcId, { VpcName: 'x' })).toMatchObject(absent);
    expect(await refused(account, VpcId, { RegionId: 'cn-beijing', VpcName: 'x' })).toMatchObject(absent);
    await account.ok('Vpc', 'ModifyVpcAttribute', { VpcId, VpcName: 'without region' });
    expect((await describe(account, VpcId)).VpcName).toBe('without region');
  });
});
