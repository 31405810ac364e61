import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';
const ZoneId = 'cn-hangzhou-h';

describe('the IPv6 block of a vSwitch', () => {
  const localyun = startTestLocalyun();
  let vpcs = 0;
  /** A VPC with a block of its own, and that block without its last 8 bits. */
  const createVpc = async (account: TestAccount) => {
    vpcs += 1;
    const start = `2001:db8:100${vpcs}:ab`;
    const request = { RegionId, CidrBlock: '10.0.0.0/8', EnableIpv6: true, Ipv6CidrBlock: `${start}00::/56` };
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', request);
    await localyun.advance(1_000);
    return { VpcId, start };
  };
  let vSwitches = 0;
  const create = async (account: TestAccount, VpcId: string, parameters = {}): Promise<string> => {
    vSwitches += 1;
    const CidrBlock = `10.0.${vSwitches}.0/24`;
    const made = await account.ok('Vpc', 'CreateVSwitch', { RegionId, ZoneId, VpcId, CidrBlock, ...parameters });
    await localyun.advance(1_000);
    return made.VSwitchId;
  };
  const describe = (account: TestAccount, VSwitchId: string) =>
    account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId });
  const modify = (account: TestAccount, VSwitchId: string, parameters = {}) =>
    account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, ...parameters });
  const refused = (account: TestAccount, VSwitchId: string, parameters = {}) =>
    account.refused('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, ...parameters });

  it('is a /64 of the VPC, by its last 8 bits, shown by both reads', async () => {
    const account = localyun.account();
    const { VpcId, start } = await createVpc(account);
    const blocks = [
      [0, `${start}00::/64`],
      [18, `${start}12::/64`],
      [255, `${start}ff::/64`],
    ] as const;
    for (const [Ipv6CidrBlock, block] of blocks) {
      const id = await create(account, VpcId, { Ipv6CidrBlock });
      expect(await describe(account, id)).toMatchObject({ EnabledIpv6: true, Ipv6CidrBlock: block });
    }
    const without = await create(account, VpcId);
    expect(await describe(account, without)).toMatchObject({ EnabledIpv6: false, Ipv6CidrBlock: '' });
    const list = (EnableIpv6: boolean) => account.ok('Vpc', 'DescribeVSwitches', { RegionId, EnableIpv6 });
    const blocksOf = ({ VSwitches }: { VSwitches: { VSwitch: { Ipv6CidrBlock: string }[] } }) =>
      VSwitches.VSwitch.map((vSwitch) => vSwitch.Ipv6CidrBlock).sort();
    expect(blocksOf((await list(true)) as never)).toEqual(blocks.map(([, block]) => block).sort());
    expect(blocksOf((await list(false)) as never)).toEqual(['']);
  });

  it('is the first free one when only the mask is given', async () => {
    const account = localyun.account();
    const { VpcId, start } = await createVpc(account);
    await create(account, VpcId, { Ipv6CidrBlock: 0 });
    const id = await create(account, VpcId, { Ipv6CidrMask: 64, VpcIpv6CidrBlock: `${start}00::/56`.toUpperCase() });
    expect((await describe(account, id)).Ipv6CidrBlock).toBe(`${start}01::/64`);
  });

  it('belongs to one vSwitch, in the block of its own VPC', async () => {
    const account = localyun.account();
    const { VpcId } = await createVpc(account);
    const other = await createVpc(account);
    const first = await create(account, VpcId, { Ipv6CidrBlock: 9 });
    await create(account, other.VpcId, { Ipv6CidrBlock: 9 });
    const request = { RegionId, ZoneId, VpcId, CidrBlock: '10.9.0.0/24' };
    expect(await account.refused('Vpc', 'CreateVSwitch', { ...request, Ipv6CidrBlock: 9 })).toMatchObject({
      status: 400,
      code: 'InvalidCidrBlock.Overlapped',
      message: expect.stringContaining(first),
    });
    const VpcIpv6CidrBlock = `${other.start}00::/56`;
    expect(
      await account.refused('Vpc', 'CreateVSwitch', { ...request, Ipv6CidrBlock: 1, VpcIpv6CidrBlock }),
    ).toMatchObject({ status: 400, code: 'InvalidParameter', message: expect.stringContaining('VpcIpv6CidrBlock') });
    const second = await create(account, VpcId, { Ipv6CidrBlock: 10 });
    expect(await refused(account, second, { EnableIPv6: true, Ipv6CidrBlock: 9 })).toMatchObject({
      status: 400,
      code: 'InvalidCidrBlock.Overlapped',
    });
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId: first });
    await create(account, VpcId, { Ipv6CidrBlock: 9 });
  });

  it('comes and goes with EnableIPv6 and cannot be changed in between', async () => {
    const account = localyun.account();
    const { VpcId, start } = await createVpc(account);
    const id = await create(account, VpcId);
    await modify(account, id, { EnableIPv6: true, Ipv6CidrBlock: 5 });
    const block = { EnabledIpv6: true, Ipv6CidrBlock: `${start}05::/64` };
    const same = [{ EnableIPv6: true }, { Ipv6CidrBlock: 5 }, { Ipv6CidrMask: 64 }, { VSwitchName: 'name' }];
    for (const parameters of same) {
      await modify(account, id, parameters);
      expect(await describe(account, id)).toMatchObject(block);
    }
    expect(await refused(account, id, { EnableIPv6: true, Ipv6CidrBlock: 6 })).toMatchObject({
      status: 400,
      code: 'IllegalParam.Ipv6CidrBlock',
      message: expect.stringContaining(block.Ipv6CidrBlock),
    });
    await modify(account, id, { EnableIPv6: false });
    expect(await describe(account, id)).toMatchObject({ EnabledIpv6: false, Ipv6CidrBlock: '' });
    await modify(account, id, { Ipv6CidrBlock: 6 });
    expect((await describe(account, id)).Ipv6CidrBlock).toBe(`${start}06::/64`);
  });
});
