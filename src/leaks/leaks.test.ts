import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../test/support/test-account.ts';
import { control } from '../requests/control.fixture.ts';

const RegionId = 'cn-hangzhou';
const localyun = startTestLocalyun();

async function leaksOf(account: TestAccount, query = ''): Promise<Body> {
  const { status, body } = await control(localyun, 'GET', `/leaks?account=${account.accountId}&${query}`);
  expect(status).toBe(200);
  return body;
}

const idsOf = (leaks: readonly Body[]): readonly string[] => leaks.map(({ id }) => id);

describe('leaks', () => {
  it('are network interfaces that are attached to nothing, with who made them', async () => {
    const account = localyun.account();
    const network = await account.network();
    const made = await account.createNetworkInterface(network, {
      NetworkInterfaceName: 'forgotten',
      Tag: [{ Key: 'suite', Value: 'one' }],
    });
    await localyun.advance(60_000);
    const { networkInterfaces } = await leaksOf(account);
    expect(networkInterfaces).toEqual([
      {
        id: made.NetworkInterfaceId,
        name: 'forgotten',
        account: account.accountId,
        region: RegionId,
        status: 'Available',
        ageMs: expect.any(Number),
        createdAt: expect.stringMatching(/Z$/),
        tags: { suite: 'one' },
        vSwitch: network.vSwitchId,
        createdBy: {
          requestId: made.RequestId,
          action: 'CreateNetworkInterface',
          caller: `acs:ram::${account.accountId}:root`,
        },
      },
    ]);
    expect(networkInterfaces[0].ageMs).toBeGreaterThanOrEqual(60_000);
  });

  it('are not what is attached, primary, managed by a service, or on its way to be deleted', async () => {
    const account = localyun.account();
    const network = await account.network();
    const InstanceId = await account.runInstance(network);
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1)
      ids.push((await account.createNetworkInterface(network)).NetworkInterfaceId);
    const [attached, managed, deleted, stuck] = ids;
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId: attached });
    await control(localyun, 'PATCH', `/network-interfaces/${managed}`, { serviceId: 4711 });
    await control(localyun, 'POST', '/transition-faults', {
      resourceType: 'network-interface',
      kind: 'delete',
      outcome: 'stick',
      resourceId: stuck,
    });
    for (const NetworkInterfaceId of [deleted, stuck]) {
      await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    }
    expect(idsOf((await leaksOf(account)).networkInterfaces)).toEqual([stuck]);
    await localyun.advance(10_000);
    expect(idsOf((await leaksOf(account)).networkInterfaces)).toEqual([stuck]);
  });

  it('are found by age and tag', async () => {
    const account = localyun.account();
    const network = await account.network();
    const tagged = async (Value: string) =>
      (await account.createNetworkInterface(network, { Tag: [{ Key: 'suite', Value }] })).NetworkInterfaceId;
    const old = await tagged('one');
    await localyun.advance(3_600_000);
    const young = await tagged('two');
    const found = async (query: string) => idsOf((await leaksOf(account, query)).networkInterfaces);
    expect(await found('')).toEqual([old, young]);
    expect(await found('olderThanMs=3600000')).toEqual([old]);
    expect(await found('olderThanMs=36000000')).toEqual([]);
    expect(await found('tagKey=suite')).toEqual([old, young]);
    expect(await found('tagKey=suite&tagValue=two')).toEqual([young]);
    expect(await found('tagKey=team')).toEqual([]);
    expect((await control(localyun, 'GET', '/leaks?olderThanMs=-1')).status).toBe(400);
  });

  it('are addresses, groups, vSwitches and VPCs too that nobody uses, and nothing once all is deleted', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    // The group and the vSwitch are used by the interface, the VPC by the vSwitch.
    expect((await leaksOf(account)).others).toEqual([
      expect.objectContaining({ type: 'elastic-ip-address', id: AllocationId, status: 'Available' }),
    ]);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    await account.ok('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
    await localyun.advance(10_000);
    const { networkInterfaces, others } = await leaksOf(account);
    expect(networkInterfaces).toEqual([]);
    expect(others.map(({ type, id }: Body) => [type, id])).toEqual([
      ['security-group', network.securityGroupId],
      ['v-switch', network.vSwitchId],
    ]);
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId: network.vSwitchId });
    await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId: network.securityGroupId });
    await localyun.advance(10_000);
    expect((await leaksOf(account)).others).toEqual([expect.objectContaining({ type: 'vpc', id: network.vpcId })]);
    await account.ok('Vpc', 'DeleteVpc', { RegionId, VpcId: network.vpcId });
    await localyun.advance(10_000);
    expect(await leaksOf(account)).toEqual({ networkInterfaces: [], others: [] });
  });

  it('are not the default VPC and its vSwitches', async () => {
    const account = localyun.account();
    await account.ok('Vpc', 'CreateDefaultVpc', { RegionId });
    await localyun.advance(10_000);
    await account.ok('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId: `${RegionId}-h` });
    await localyun.advance(10_000);
    expect(await leaksOf(account)).toEqual({ networkInterfaces: [], others: [] });
  });
});

describe('leaks of a server that keeps neither requests nor events', () => {
  const silent = startTestLocalyun({ history: 0, requestLog: 0 });

  it('are found all the same, without who made them', async () => {
    const account = silent.account();
    const { NetworkInterfaceId } = await account.createNetworkInterface(await account.network());
    const { networkInterfaces } = (await control(silent, 'GET', '/leaks')).body;
    expect(networkInterfaces).toEqual([expect.objectContaining({ id: NetworkInterfaceId })]);
    expect(networkInterfaces[0]).not.toHaveProperty('createdBy');
  });
});
