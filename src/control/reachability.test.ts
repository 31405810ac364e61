import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { send } from '../../test/support/signed-client.ts';
import type { Body, TestAccount, TestNetwork } from '../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('POST /_localyun/reachability', () => {
  const localyun = startTestLocalyun();
  const ask = async (question: object): Promise<{ status: number; body: Body }> => {
    const { status, text } = await send(localyun.port, 'POST', '/_localyun/reachability', JSON.stringify(question));
    return { status, body: JSON.parse(text) };
  };
  const web = { protocol: 'tcp', port: 80 };

  /** An interface with its address and its own group in the network's VPC. */
  const place = async (account: TestAccount, network: TestNetwork, securityGroupId?: string) => {
    const group =
      securityGroupId ??
      (await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId: network.vpcId })).SecurityGroupId;
    const eni = await account.createNetworkInterface(network, { SecurityGroupId: group });
    return { id: eni.NetworkInterfaceId as string, address: eni.PrivateIpAddress as string, group: group as string };
  };
  const publicAddress = async (account: TestAccount, networkInterfaceId: string): Promise<string> => {
    const { AllocationId, EipAddress } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const target = { InstanceId: networkInterfaceId, InstanceType: 'NetworkInterface' };
    await account.ok('Vpc', 'AssociateEipAddress', { RegionId, AllocationId, ...target });
    return EipAddress;
  };
  const authorize = async (account: TestAccount, SecurityGroupId: string, rule: object, suffix = '') => {
    const group = { RegionId, SecurityGroupId };
    await account.ok('Ecs', `AuthorizeSecurityGroup${suffix}`, {
      ...group,
      IpProtocol: 'tcp',
      PortRange: '80/80',
      ...rule,
    });
    const answer = await account.ok('Ecs', 'DescribeSecurityGroupAttribute', group);
    return answer.Permissions.Permission[0].SecurityGroupRuleId;
  };

  it('answers for two interfaces of one group by its inner access policy', async () => {
    const account = localyun.account();
    const network = await account.network();
    const one = await place(account, network, network.securityGroupId);
    const two = await place(account, network, network.securityGroupId);
    const inner = { kind: 'inner-access-policy', securityGroupId: network.securityGroupId };
    expect(await ask({ from: one.id, to: two.id, ...web })).toEqual({
      status: 200,
      body: {
        reachable: true,
        route: 'internal',
        from: { networkInterfaceId: one.id, address: one.address },
        to: { networkInterfaceId: two.id, address: two.address },
        egress: { policy: 'Accept', decidedBy: inner },
        ingress: { policy: 'Accept', decidedBy: inner },
      },
    });
    await account.ok('Ecs', 'ModifySecurityGroupPolicy', {
      RegionId,
      SecurityGroupId: network.securityGroupId,
      InnerAccessPolicy: 'Drop',
    });
    expect((await ask({ from: one.id, to: two.id, ...web })).body).toMatchObject({
      reachable: false,
      ingress: { policy: 'Drop', decidedBy: { kind: 'default', direction: 'ingress', securityGroupType: 'normal' } },
    });
  });

  it('names the rule that lets in, and follows rules as they come and go', async () => {
    const account = localyun.account();
    const network = await account.network();
    const [one, two] = [await place(account, network), await place(account, network)];
    const question = { from: one.id, to: two.id, ...web };
    expect((await ask(question)).body).toMatchObject({ reachable: false, ingress: { decidedBy: { kind: 'default' } } });
    const ruleId = await authorize(account, two.group, { SourceGroupId: one.group, Priority: '9' });
    const decidedBy = {
      kind: 'rule',
      securityGroupId: two.group,
      securityGroupRuleId: ruleId,
      direction: 'ingress',
      priority: 9,
      policy: 'Accept',
    };
    expect((await ask(question)).body).toMatchObject({ reachable: true, ingress: { policy: 'Accept', decidedBy } });
    expect((await ask({ ...question, port: 81 })).body.reachable).toBe(false);
    expect((await ask({ ...question, protocol: 'UDP' })).body.reachable).toBe(false);
    const dropping = await authorize(account, one.group, { DestCidrIp: two.address, Policy: 'drop' }, 'Egress');
    expect((await ask(question)).body).toMatchObject({
      reachable: false,
      egress: { policy: 'Drop', decidedBy: { securityGroupRuleId: dropping, direction: 'egress' } },
      ingress: { policy: 'Accept' },
    });
  });

  it('takes a private address for the interface of the VPC that has it', async () => {
    const account = localyun.account();
    const network = await account.network();
    const [one, two] = [await place(account, network), await place(account, network)];
    await authorize(account, two.group, { SourceGroupId: one.group });
    for (const question of [
      { from: one.id, to: two.address },
      { from: one.address, to: two.id },
    ]) {
      const { body } = await ask({ ...question, ...web });
      expect(body).toMatchObject({ reachable: true, route: 'internal' });
      expect(body.from.networkInterfaceId).toBe(one.id);
      expect(body.to.networkInterfaceId).toBe(two.id);
    }
  });

  it('knows hosts outside, by IPv4', async () => {
    const account = localyun.account();
    const network = await account.network();
    const one = await place(account, network);
    const out = (await ask({ from: one.id, to: '8.8.8.8', protocol: 'UDP', port: 53 })).body;
    expect(out).toMatchObject({
      reachable: true,
      route: 'external',
      to: { address: '8.8.8.8' },
      egress: { decidedBy: { kind: 'default' } },
      ingress: { policy: 'Accept', decidedBy: { kind: 'no-security-group' } },
    });
    expect(out.to).not.toHaveProperty('networkInterfaceId');
    const question = { from: '203.0.113.9', to: one.id, ...web };
    expect((await ask(question)).body).toMatchObject({ reachable: false, route: 'external' });
    await authorize(account, one.group, { SourceCidrIp: '203.0.113.0/24', SourcePortRange: '1000/2000' });
    expect((await ask(question)).body.reachable).toBe(false);
    expect((await ask({ ...question, sourcePort: 1500 })).body.reachable).toBe(true);
  });

  it('knows interfaces by their public addresses, as the other end sees them', async () => {
    const [account, stranger] = [localyun.account(), localyun.account()];
    const one = await place(account, await account.network());
    const two = await place(stranger, await stranger.network());
    const [ofOne, ofTwo] = [await publicAddress(account, one.id), await publicAddress(stranger, two.id)];
    const question = { from: one.id, to: ofTwo, ...web };
    expect((await ask(question)).body).toMatchObject({
      reachable: false,
      route: 'external',
      from: { networkInterfaceId: one.id, address: ofOne },
      to: { networkInterfaceId: two.id, address: ofTwo },
    });
    await authorize(stranger, two.group, { SourceCidrIp: one.address });
    expect((await ask(question)).body.reachable).toBe(false);
    await authorize(stranger, two.group, { SourceCidrIp: ofOne, DestCidrIp: two.address });
    for (const asked of [question, { ...question, from: ofOne }]) {
      expect((await ask(asked)).body).toMatchObject({ reachable: true, route: 'external' });
    }
    await authorize(account, one.group, { DestCidrIp: ofTwo, Policy: 'drop' }, 'Egress');
    expect((await ask(question)).body).toMatchObject({ reachable: false, egress: { policy: 'Drop' } });
  });

  it('answers for IPv6 addresses, of interfaces and of hosts outside', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { vpcId: VpcId, vSwitchId: VSwitchId } = network;
    await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true });
    await account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrBlock: 0 });
    await localyun.advance(1_000);
    const [one, two] = [await place(account, network), await place(account, network)];
    const addressOf = async (NetworkInterfaceId: string): Promise<string> => {
      const assigned = { RegionId, NetworkInterfaceId, Ipv6AddressCount: 1 };
      return (await account.ok('Ecs', 'AssignIpv6Addresses', assigned)).Ipv6Sets.Ipv6Address[0];
    };
    const [ofOne, ofTwo] = [await addressOf(one.id), await addressOf(two.id)];
    await authorize(account, two.group, { Ipv6SourceCidrIp: ofOne, IpProtocol: 'ICMPv6', PortRange: '-1/-1' });
    for (const from of [one.id, ofOne.toUpperCase()]) {
      expect((await ask({ from, to: from === one.id ? ofTwo : two.id, protocol: 'icmpv6' })).body).toMatchObject({
        reachable: true,
        route: 'internal',
        from: { networkInterfaceId: one.id, address: ofOne },
        to: { networkInterfaceId: two.id, address: ofTwo },
      });
    }
    const outside = { from: '2001:db8:ffff::1', to: two.id, ...web };
    expect((await ask(outside)).body).toMatchObject({ reachable: false, route: 'external', to: { address: ofTwo } });
    await authorize(account, two.group, { Ipv6SourceCidrIp: '2001:db8:ffff::/48' });
    expect((await ask(outside)).body.reachable).toBe(true);
  });

  it('finds no way between different VPCs by private addresses', async () => {
    const account = localyun.account();
    const [here, there] = [await account.network(), await account.network()];
    const [one, two] = [await place(account, here), await place(account, there)];
    await authorize(account, two.group, { SourceCidrIp: '0.0.0.0/0' });
    expect((await ask({ from: one.id, to: two.id, ...web })).body).toMatchObject({
      reachable: false,
      route: 'none',
      egress: { policy: 'Accept' },
      ingress: { policy: 'Accept' },
    });
  });

  it('sees delayed changes that are due', async () => {
    const account = localyun.account();
    const network = await account.network();
    const [one, two] = [await place(account, network), await place(account, network)];
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: two.id });
    expect((await ask({ from: one.id, to: two.id, ...web })).status).toBe(200);
    await localyun.advance(10_000);
    expect((await ask({ from: one.id, to: two.id, ...web })).status).toBe(400);
  });

  it('refuses questions without an answer, and says why', async () => {
    const account = localyun.account();
    const network = await account.network();
    const one = await place(account, network);
    for (const [question, reason] of [
      [{ from: one.id, to: 'eni-none', ...web }, 'no network interface "eni-none"'],
      [{ from: 'eni-none', to: one.id, ...web }, 'no network interface "eni-none"'],
      [{ from: one.id, to: 'elsewhere', ...web }, '"elsewhere" is neither'],
      [{ from: one.id, to: '10.0.0', ...web }, '"10.0.0" is neither'],
      [{ from: '8.8.8.8', to: '8.8.4.4', ...web }, 'name one by its id'],
      [{ from: one.id, to: one.id, ...web }, 'the same network interface'],
      [{ from: one.id, to: one.address, ...web }, 'the same network interface'],
      [{ from: '2001:db8::1', to: one.id, ...web }, 'has no IPv6 address'],
      [{ from: one.id, to: '8.8.8.8', protocol: 'ICMPv6' }, 'ICMPv6 is not a protocol of IPv4'],
      [{ from: one.id, to: '8.8.8.8', protocol: 'TCP' }, 'port'],
      [{ from: one.id, to: '8.8.8.8', protocol: 'ICMP', port: 80 }, 'port'],
      [{ from: one.id, to: '8.8.8.8', protocol: 'GRE', sourcePort: 80 }, 'sourcePort'],
      [{ from: one.id, to: '8.8.8.8', protocol: 'UDP', port: 65_536 }, 'port'],
      [{ from: one.id, to: '8.8.8.8', protocol: 'ALL' }, 'protocol'],
      [{ from: one.id, ...web }, 'to'],
      [{ from: one.id, to: '8.8.8.8', ...web, ttl: 1 }, 'ttl'],
    ] as const) {
      const { status, body } = await ask(question);
      expect({ question, status, error: body.error }).toMatchObject({
        status: 400,
        error: expect.stringContaining(reason),
      });
    }
  });
});
