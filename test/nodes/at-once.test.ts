import { expect, it } from 'vitest';
import type { Parameters, WireAnswer } from '../support/signed-client.ts';
import type { Body, TestNetwork } from '../support/test-account.ts';
import { checkState, describeNodes, startNodes } from './nodes.ts';

const nodeCount = 2;
const all = (count: number) => Array.from({ length: count }, (_, index) => index);

describeNodes('calls at once on two servers', () => {
  const nodes = startNodes(nodeCount);

  /** An account of this name at each of the servers, with these quotas and a network. */
  async function setUp(name: string, quotas: Readonly<Record<string, number>> = {}) {
    await nodes.node(0).levers.seed({ accounts: [{ accessKeyId: `localyun-${name}`, quotas }] });
    const accounts = all(nodeCount).map((index) => nodes.account(name, index));
    const network = await accounts[0]!.network({ cidrBlock: '192.168.0.0/22' });
    const create = async (index: number, parameters: Parameters = {}): Promise<Body & { status: number }> => {
      const { status, text } = await accounts[index % nodeCount]!.call('Ecs', 'CreateNetworkInterface', {
        RegionId: network.regionId,
        VSwitchId: network.vSwitchId,
        SecurityGroupId: network.securityGroupId,
        ...parameters,
      });
      return { status, ...JSON.parse(text) };
    };
    return { accounts, network, create };
  }

  it('make 500 network interfaces, each with an address of its own, and not one beyond the quota', async () => {
    const { create } = await setUp('five-hundred', { 'network-interfaces': 500 });
    const answers = await Promise.all(all(520).map((index) => create(index)));
    const made = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status !== 200).map(({ status, Code }) => `${status} ${Code}`);
    expect(made).toHaveLength(500);
    expect(new Set(refused)).toEqual(new Set(['403 MaxEniCountExceeded']));
    for (const unique of ['NetworkInterfaceId', 'PrivateIpAddress', 'MacAddress']) {
      expect(new Set(made.map((answer) => answer[unique])).size).toBe(500);
    }
    await checkState(nodes.databaseUrl);
  }, 120_000);

  it('give a ClientToken that comes to both of them one network interface', async () => {
    const { accounts, network, create } = await setUp('tokens');
    const tokens = all(12).map((index) => `token-${index}`);
    const answers = await Promise.all(
      tokens.flatMap((ClientToken) => all(4).map((index) => create(index, { ClientToken }))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const [index] of tokens.entries()) {
      const same = answers.slice(index * 4, index * 4 + 4).map(({ RequestId: _, ...answer }) => answer);
      expect(same).toEqual(same.map(() => same[0]));
    }
    const listed = await accounts[0]!.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: network.regionId });
    expect(listed.TotalCount).toBe(tokens.length);
  });

  it('give an address that is asked for by name to one caller', async () => {
    const { create } = await setUp('addresses');
    const wanted = all(10).map((index) => `192.168.1.${10 + index}`);
    const answers = await Promise.all(
      wanted.flatMap((PrimaryIpAddress) => all(4).map((index) => create(index, { PrimaryIpAddress }))),
    );
    for (const [index, address] of wanted.entries()) {
      const [made, ...others] = answers.slice(index * 4, index * 4 + 4).sort((one, other) => one.status - other.status);
      expect(made).toMatchObject({ status: 200, PrivateIpAddress: address });
      expect(others.map(({ Code }) => Code)).toEqual(others.map(() => 'InvalidPrivateIpAddress.Duplicated'));
    }
  });

  it('fill a vSwitch to its last address, and no further', async () => {
    const { accounts, network } = await setUp('small');
    const place = { zoneId: network.zoneId, cidrBlock: '192.168.200.0/28' };
    const VSwitchId = await accounts[0]!.vSwitch(network, place);
    const answers = await Promise.all(
      all(20).map((index) =>
        accounts[index % nodeCount]!.call('Ecs', 'CreateNetworkInterface', inPlace(network, VSwitchId)),
      ),
    );
    const outcomes = answers
      .map(({ status, text }) => (status === 200 ? 'made' : (JSON.parse(text) as Body).Code))
      .sort();
    expect(outcomes).toEqual([...all(8).map(() => 'InvalidVSwitchId.IpNotEnough'), ...all(12).map(() => 'made')]);
  });

  it('attach an interface to one of the instances that want it, and delete it once', async () => {
    const { accounts, network, create } = await setUp('wanted');
    const instances = [await accounts[0]!.runInstance(network), await accounts[0]!.runInstance(network)];
    const made = await Promise.all(all(3).map((index) => create(index)));
    const attach = (NetworkInterfaceId: string, index: number): Promise<WireAnswer> =>
      accounts[index]!.call('Ecs', 'AttachNetworkInterface', {
        RegionId: network.regionId,
        NetworkInterfaceId,
        InstanceId: instances[index],
      });
    for (const { NetworkInterfaceId: id } of made.slice(0, 2)) {
      const answers = await Promise.all([attach(id, 0), attach(id, 1)]);
      expect(answers.map(({ status }) => status === 200).sort()).toEqual([false, true]);
    }
    const id = made[2]!.NetworkInterfaceId;
    const [deleted, attached] = await Promise.all([
      accounts[1]!.call('Ecs', 'DeleteNetworkInterface', { RegionId: network.regionId, NetworkInterfaceId: id }),
      attach(id, 0),
    ]);
    expect([deleted!.status, attached!.status].filter((status) => status === 200)).toHaveLength(1);
  });

  it('make the same account once, and know it everywhere', async () => {
    const answers = await Promise.all(
      all(10).map((index) => nodes.account('new', index).ok('Sts', 'GetCallerIdentity', {})),
    );
    expect(new Set(answers.map(({ AccountId }) => AccountId)).size).toBe(1);
    await checkState(nodes.databaseUrl);
  });
});

function inPlace({ regionId: RegionId, securityGroupId: SecurityGroupId }: TestNetwork, VSwitchId: string): Parameters {
  return { RegionId, SecurityGroupId, VSwitchId };
}
