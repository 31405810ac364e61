import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('AllocateEipAddress', () => {
  const localyun = startTestLocalyun({
    seed: { accounts: [{ accessKeyId: 'localyun-two-eips', quotas: { eips: 2 } }] },
  });
  const allocate = (account: TestAccount, parameters = {}) =>
    account.ok('Vpc', 'AllocateEipAddress', { RegionId, ...parameters });
  const refused = (account: TestAccount, parameters = {}) =>
    account.refused('Vpc', 'AllocateEipAddress', { RegionId, ...parameters });
  const describeOne = async (account: TestAccount, AllocationId: string) =>
    (await account.ok('Vpc', 'DescribeEipAddresses', { RegionId, AllocationId })).EipAddresses.EipAddress[0];

  it('gives an address with an id of the region that is Available at once', async () => {
    const account = localyun.account();
    const answer = await allocate(account);
    expect(answer).toEqual({
      RequestId: expect.any(String),
      AllocationId: expect.stringMatching(/^eip-bp1[0-9a-z]{18}$/),
      EipAddress: expect.stringMatching(/^198\.1[89]\.\d{1,3}\.\d{1,3}$/),
      ResourceGroupId: '',
    });
    expect(await describeOne(account, answer.AllocationId)).toMatchObject({
      IpAddress: answer.EipAddress,
      Status: 'Available',
      InstanceId: '',
      InstanceType: '',
    });
  });

  it('takes what the request says of it', async () => {
    const account = localyun.account();
    const ResourceGroupId = await account.resourceGroup();
    const { AllocationId } = await allocate(account, {
      Bandwidth: '200',
      InternetChargeType: 'PayByTraffic',
      ISP: 'BGP_PRO',
      Name: 'web',
      Description: 'for the web',
      ResourceGroupId,
      Zone: 'cn-hangzhou-h',
      SecurityProtectionTypes: ['AntiDDoS_Enhanced'],
      Tag: [{ Key: 'team', Value: 'web' }],
    });
    expect(await describeOne(account, AllocationId)).toMatchObject({
      Bandwidth: '200',
      EipBandwidth: '200',
      InternetChargeType: 'PayByTraffic',
      ISP: 'BGP_PRO',
      Name: 'web',
      Description: 'for the web',
      ResourceGroupId,
      Zone: 'cn-hangzhou-h',
      SecurityProtectionTypes: { SecurityProtectionType: ['AntiDDoS_Enhanced'] },
      Tags: { Tag: [{ Key: 'team', Value: 'web' }] },
    });
  });

  it('gives no address twice, whoever asks', async () => {
    const accounts = [localyun.account(), localyun.account()];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => allocate(accounts[index % accounts.length]!)),
    );
    expect(new Set(answers.map((answer) => answer.EipAddress)).size).toBe(40);
    expect(new Set(answers.map((answer) => answer.AllocationId)).size).toBe(40);
  });

  it('gives a wanted address while it is idle', async () => {
    const account = localyun.account();
    const IpAddress = '198.18.7.7';
    const first = await allocate(account, { IpAddress });
    expect(first.EipAddress).toBe(IpAddress);
    const stranger = await refused(localyun.account(), { IpAddress });
    expect(stranger).toMatchObject({ status: 400, code: 'Ip.Allocated' });
    expect(stranger.message).toContain(IpAddress);
    await account.ok('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId: first.AllocationId });
    expect((await allocate(localyun.account(), { IpAddress })).EipAddress).toBe(IpAddress);
  });

  it('answers a repeated ClientToken with the same address', async () => {
    const account = localyun.account();
    const [one, two] = [
      await allocate(account, { ClientToken: 'once', InstanceId: '' }),
      await allocate(account, { ClientToken: 'once', InstanceId: '' }),
    ];
    expect(two.AllocationId).toBe(one.AllocationId);
    expect((await account.ok('Vpc', 'DescribeEipAddresses', { RegionId })).TotalCount).toBe(1);
  });

  it('counts against a quota of the region that a release gives back', async () => {
    const account = localyun.account('two-eips');
    const { AllocationId } = await allocate(account);
    await allocate(account);
    const refusal = await refused(account);
    expect(refusal).toMatchObject({ status: 400, code: 'QuotaExceeded.Eip' });
    expect(refusal.message).toContain('2');
    await allocate(account, { RegionId: 'cn-beijing' });
    await account.ok('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
    await allocate(account);
  });

  it.each([
    [{ Bandwidth: '501' }, 'InvalidParameter', 'Bandwidth'],
    [{ Bandwidth: '0' }, 'InvalidParameter', 'Bandwidth'],
    [{ Bandwidth: 'wide' }, 'InvalidParameter', 'Bandwidth'],
    [{ Bandwidth: '201', InternetChargeType: 'PayByTraffic' }, 'InvalidParameter', 'Bandwidth'],
    [{ InternetChargeType: 'PayByMoon' }, 'InvalidParameter', 'InternetChargeType'],
    [{ InstanceChargeType: 'PrePaid' }, 'InvalidParameter', 'InstanceChargeType'],
    [{ Netmode: 'private' }, 'InvalidParameter', 'Netmode'],
    [{ ISP: 'Pigeon' }, 'IllegalParam.Isp', 'Pigeon'],
    [{ Zone: 'cn-beijing-h' }, 'IllegalParam.Zone', 'cn-beijing-h'],
    [{ Name: 'http://x' }, 'InvalidParameter', 'Name'],
    [{ Name: 'x'.repeat(129) }, 'InvalidParameter', 'Name'],
    [{ Description: 'https://x' }, 'InvalidParameter', 'Description'],
    [{ IpAddress: '1.2.3' }, 'InvalidParameter', 'IpAddress'],
    [{ IpAddress: '8.8.8.8' }, 'ResourceNotFound.Ip', '8.8.8.8'],
    [{ InstanceId: 'eip-gone' }, 'OperationFailed.AllocateUnfamiliarIp', 'eip-gone'],
    [{ PublicIpAddressPoolId: 'pippool-1' }, 'ResourceNotFound.PublicIpAddressPool', 'pippool-1'],
    [{ SecurityProtectionTypes: ['Shield'] }, 'InvalidParameter', 'SecurityProtectionTypes'],
    [{ Tag: [{ Key: 'acs:x' }] }, 'InvalidTagKey', 'acs:x'],
  ])('refuses %j and allocates nothing', async (wrong, code, named) => {
    const account = localyun.account();
    const refusal = await refused(account, wrong);
    expect(refusal).toMatchObject({ status: 400, code });
    expect(refusal.message).toContain(named);
    expect((await account.ok('Vpc', 'DescribeEipAddresses', { RegionId })).TotalCount).toBe(0);
  });
});
