import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../test/support/test-account.ts';
import { control } from '../requests/control.fixture.ts';

const RegionId = 'cn-hangzhou';
const localyun = startTestLocalyun();

/** Oldest first. */
async function eventsOf(account: TestAccount, query = ''): Promise<readonly Body[]> {
  const { body } = await control(localyun, 'GET', `/events?account=${account.accountId}&limit=1000&${query}`);
  return [...body.events].reverse();
}

const brief = ({ resourceType, change }: Body): string => `${resourceType} ${change}`;

describe('the events of a network interface', () => {
  it('tell its whole life: which request or delayed change did what, from what to what', async () => {
    const account = localyun.account();
    const network = await account.network();
    const made = await account.createNetworkInterface(network, {
      NetworkInterfaceName: 'one',
      Tag: [{ Key: 'a', Value: 'b' }],
    });
    const NetworkInterfaceId: string = made.NetworkInterfaceId;
    const InstanceId = await account.runInstance(network);
    const pair = { RegionId, InstanceId, NetworkInterfaceId };
    const attached = await account.ok('Ecs', 'AttachNetworkInterface', pair);
    await localyun.advance(10_000);
    const renamed = await account.ok('Ecs', 'ModifyNetworkInterfaceAttribute', {
      RegionId,
      NetworkInterfaceId,
      NetworkInterfaceName: 'two',
    });
    await account.ok('Ecs', 'DetachNetworkInterface', pair);
    await localyun.advance(10_000);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    await localyun.advance(10_000);

    const all = await eventsOf(account, `resource=${NetworkInterfaceId}`);
    const own = all.filter(({ resourceType }) => resourceType === 'network-interface');
    expect(own.map(({ change, from, to }) => [change, from?.status, to?.status ?? to?.networkInterfaceName])).toEqual([
      ['created', undefined, 'Available'],
      ['modified', 'Available', 'Attaching'],
      ['modified', 'Attaching', 'InUse'],
      ['modified', undefined, 'two'],
      ['modified', 'InUse', 'Detaching'],
      ['modified', 'Detaching', 'Available'],
      ['modified', 'Available', 'Deleting'],
      ['deleted', 'Deleting', undefined],
    ]);
    expect(own[0]).toMatchObject({
      requestId: made.RequestId,
      account: account.accountId,
      region: RegionId,
      resourceId: NetworkInterfaceId,
      to: { networkInterfaceName: 'one', vSwitchId: network.vSwitchId, type: 'Secondary' },
    });
    expect(own[1]).toMatchObject({
      requestId: attached.RequestId,
      from: { instanceId: null },
      to: { instanceId: InstanceId },
    });
    expect(own[2]).toMatchObject({
      transition: { resourceType: 'network-interface', resourceId: NetworkInterfaceId, kind: 'attach' },
    });
    expect(own[2]).not.toHaveProperty('requestId');
    expect(own[3]).toMatchObject({
      requestId: renamed.RequestId,
      from: { networkInterfaceName: 'one' },
      to: { networkInterfaceName: 'two' },
    });
    expect(Object.keys(own[3]?.to)).toEqual(['networkInterfaceName']);
    expect(own[7]).toMatchObject({ transition: { kind: 'delete' }, from: { networkInterfaceName: 'two' } });

    const parts = all.filter(({ resourceType }) => resourceType !== 'network-interface').map(brief);
    expect([...parts].sort()).toEqual([
      'private-address created',
      'private-address deleted',
      'security-group-member created',
      'security-group-member deleted',
      'tag created',
      'tag deleted',
    ]);
    const address = all.find(({ resourceType }) => resourceType === 'private-address');
    expect(address).toMatchObject({
      account: account.accountId,
      region: RegionId,
      to: { address: made.PrivateIpAddress },
    });
    const times = all.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('are none of what was refused, repeated with its token, or only read', async () => {
    const account = localyun.account();
    const network = await account.network();
    const wish = { ClientToken: 'once' };
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, wish);
    const before = await eventsOf(account);
    await account.createNetworkInterface(network, wish);
    await account.refused('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId, InstanceId: 'i-none' });
    await account.refused('Ecs', 'CreateNetworkInterface', {
      RegionId,
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      PrivateIpAddress: ['10.0.0.1'],
    });
    await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId });
    expect(await eventsOf(account)).toEqual(before);
  });

  it('come in the order of the commits while many write at once', async () => {
    const account = localyun.account();
    const network = await account.network();
    const made = await Promise.all(Array.from({ length: 20 }, () => account.createNetworkInterface(network)));
    await Promise.all(
      made.map(({ NetworkInterfaceId }) =>
        account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId }),
      ),
    );
    await localyun.advance(10_000);
    const events = await eventsOf(account, 'kind=network-interface');
    expect(events).toHaveLength(60);
    for (const { NetworkInterfaceId, RequestId } of made) {
      const own = events.filter(({ resourceId }) => resourceId === NetworkInterfaceId);
      expect(own.map(({ change }) => change)).toEqual(['created', 'modified', 'deleted']);
      expect(own[0]?.requestId).toBe(RequestId);
    }
  });
});

describe('events', () => {
  it('are of groups, rules, addresses, users and keys as well, and hold no secret', async () => {
    const account = localyun.account();
    const network = await account.network();
    const group = { RegionId, SecurityGroupId: network.securityGroupId };
    const rule = { ...group, IpProtocol: 'tcp', PortRange: '80/80', SourceCidrIp: '10.0.0.0/8' };
    await account.ok('Ecs', 'AuthorizeSecurityGroup', rule);
    await account.ok('Ecs', 'RevokeSecurityGroup', rule);
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    await account.ok('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
    await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    await account.ok('Ram', 'CreateLoginProfile', { UserName: 'alice', Password: 'Secret-1-of-alice' });
    const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName: 'alice' });
    const events = await eventsOf(account);
    expect(events.map(brief)).toEqual(
      expect.arrayContaining([
        'vpc created',
        'vpc modified',
        'v-switch created',
        'security-group created',
        'security-group-rule created',
        'security-group-rule deleted',
        'elastic-ip-address created',
        'elastic-ip-address deleted',
        'ram-user created',
        'ram-login-profile created',
        'access-key created',
      ]),
    );
    const text = JSON.stringify(events);
    expect(text).not.toContain(AccessKey.AccessKeySecret);
    expect(text).not.toMatch(/scrypt|Secret-1/);
    expect(events.find(({ resourceId }) => resourceId === AccessKey.AccessKeyId)).toMatchObject({
      to: { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: '***' },
    });
  });

  it('are found by resource, kind and time, and awaited', async () => {
    const account = localyun.account();
    const waiting = control(localyun, 'POST', '/events/wait', {
      account: account.accountId,
      kind: 'security-group.created',
      timeoutMs: 20_000,
    });
    await control(localyun, 'GET', '/health');
    const network = await account.network();
    expect(await waiting).toMatchObject({
      status: 200,
      body: { resourceId: network.securityGroupId, change: 'created' },
    });
    const ofVpc = await eventsOf(account, `resource=${network.vpcId}`);
    expect(ofVpc.map(({ resourceType }) => resourceType)).toEqual(
      expect.arrayContaining(['vpc', 'v-switch', 'security-group', 'route-table']),
    );
    expect((await eventsOf(account, 'kind=created')).every(({ change }) => change === 'created')).toBe(true);
    expect(await eventsOf(account, 'since=2999-01-01T00:00:00Z')).toEqual([]);
    const since = '2001-01-01T00:00:00Z';
    const known = { account: account.accountId, kind: 'vpc', since };
    expect(await control(localyun, 'POST', '/events/wait', known)).toMatchObject({ body: { change: 'created' } });
    expect(await control(localyun, 'POST', '/events/wait', { kind: 'none', timeoutMs: 1 })).toMatchObject({
      status: 408,
    });
  });

  it('have the operator for their maker where it was the control API', async () => {
    const account = localyun.account();
    const { NetworkInterfaceId } = await account.createNetworkInterface(await account.network());
    await control(localyun, 'PATCH', `/network-interfaces/${NetworkInterfaceId}`, { slaveCount: 1 });
    const [event] = (await eventsOf(account, `resource=${NetworkInterfaceId}`)).slice(-1);
    expect(event).toMatchObject({ change: 'modified', from: { slaveCount: 0 }, to: { slaveCount: 1 } });
    expect(event).not.toHaveProperty('requestId');
    expect(event).not.toHaveProperty('transition');
  });

  it('know what was before a seed, of what it makes and of what was there', async () => {
    const account = localyun.account();
    const { NetworkInterfaceId } = await account.createNetworkInterface(await account.network());
    const resources = {
      [RegionId]: {
        vpcs: [{ name: 'main', cidrBlock: '192.168.0.0/16' }],
        vSwitches: [{ name: 'one', vpc: 'main', zone: 'cn-hangzhou-h', cidrBlock: '192.168.0.0/24' }],
        securityGroups: [{ name: 'web', vpc: 'main' }],
        networkInterfaces: [{ name: 'pod', vSwitch: 'one', securityGroups: ['web'] }],
      },
    };
    const accounts = [{ accessKeyId: account.accessKeyId, resources }];
    const { body } = await control(localyun, 'POST', '/seed', { accounts });
    const seeded = body.resources.find(({ kind }: Body) => kind === 'networkInterfaces').id;
    for (const id of [NetworkInterfaceId, seeded]) {
      const change = { RegionId, NetworkInterfaceId: id, Description: 'changed' };
      await account.ok('Ecs', 'ModifyNetworkInterfaceAttribute', change);
      const event = (await eventsOf(account, `resource=${id}`)).at(-1);
      expect([event?.change, event?.from, event?.to]).toEqual([
        'modified',
        { description: '' },
        { description: 'changed' },
      ]);
    }
  });

  it('do not know what was before a reset', async () => {
    const account = localyun.account();
    await account.network();
    await control(localyun, 'POST', `/reset?account=${account.accountId}`);
    const network = await account.network();
    await account.createNetworkInterface(network);
    const created = (await eventsOf(account, 'kind=vpc.created')).length;
    expect(created).toBe(2);
  });
});

describe('a short history', () => {
  const short = startTestLocalyun({ history: 5 });

  it('keeps the newest only', async () => {
    const account = short.account();
    for (const UserName of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await account.ok('Ram', 'CreateUser', { UserName });
    const { events } = (await control(short, 'GET', '/events')).body;
    expect(events.map(({ to }: Body) => to.userName)).toEqual(['g', 'f', 'e', 'd', 'c']);
  });

  it('keeps the newest of many that nobody has looked at meanwhile', async () => {
    const account = short.account();
    const names = Array.from({ length: 23 }, (_, index) => `user-${index}`);
    for (const UserName of names) await account.ok('Ram', 'CreateUser', { UserName });
    const { events } = (await control(short, 'GET', '/events')).body;
    expect(events.map(({ to }: Body) => to.userName)).toEqual(names.slice(-5).reverse());
    await account.ok('Ram', 'UpdateUser', { UserName: 'user-22', NewComments: 'seen' });
    const [updated] = (await control(short, 'GET', '/events')).body.events;
    expect(updated).toMatchObject({ change: 'modified', from: { comments: '' }, to: { comments: 'seen' } });
  });
});

describe('a server without history', () => {
  const silent = startTestLocalyun({ history: 0 });

  it('says so', async () => {
    await silent.account().ok('Ram', 'CreateUser', { UserName: 'a' });
    expect(await control(silent, 'GET', '/events')).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('--history') },
    });
  });
});
