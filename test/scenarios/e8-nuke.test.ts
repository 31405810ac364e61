import { describe, expect, it } from 'vitest';
import type { TestAccount, TestNetwork } from '../support/test-account.ts';
import { type Found, Nuke } from './nuke.ts';
import { startTrustedLocalyun } from './trusted.ts';

const trusted = startTrustedLocalyun();
const image = 'aliyun_3_x64_20G_alibase_20230727.vhd';
const here = 'cn-hangzhou';
const there = 'cn-beijing';

/** A fresh account and the tool with its key. */
function begin() {
  const account = trusted.localyun.account();
  return { account, nuke: new Nuke(trusted.localyun, account, trusted.ca) };
}

/** What is left of an account's resources when the tool looks again. */
async function leftOf(nuke: Nuke, regions: readonly string[]): Promise<string[]> {
  return (await nuke.scan(regions)).found.map(({ kind, id }) => `${kind} ${id}`);
}

const byId = (found: readonly Found[], id: string) => found.find((one) => one.id === id);
const notDeleted = (found: readonly Found[]) => found.filter(({ state }) => state !== 'deleted');

/** Attaches a new interface to an instance; its id. */
async function attached(account: TestAccount, network: TestNetwork, InstanceId: string, DeleteOnRelease: boolean) {
  const { NetworkInterfaceId } = await account.createNetworkInterface(network, { DeleteOnRelease });
  await trusted.localyun.advance(1_000);
  const { regionId: RegionId } = network;
  await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId, InstanceId });
  await trusted.localyun.advance(1_000);
  return String(NetworkInterfaceId);
}

async function eipOn(account: TestAccount, RegionId: string, InstanceId: string, InstanceType: string) {
  const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
  await trusted.localyun.advance(1_000);
  await account.ok('Vpc', 'AssociateEipAddress', { RegionId, AllocationId, InstanceId, InstanceType });
  await trusted.localyun.advance(1_000);
}

/** A region with something of everything, more interfaces than a page holds. */
async function populate(account: TestAccount, regionId: string) {
  const RegionId = regionId;
  const { accessKeyId } = account;
  await trusted.localyun.server.levers.seed({ accounts: [{ accessKeyId, quotas: { 'network-interfaces': 200 } }] });
  const network = await account.network({ regionId });
  const { vpcId: VpcId, securityGroupId } = network;
  await account.vSwitch(network, { zoneId: `${regionId}-i`, cidrBlock: '192.168.8.0/24' });
  const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId });
  const rule = { IpProtocol: 'all', PortRange: '-1/-1', SourceGroupId: securityGroupId };
  await account.ok('Ecs', 'AuthorizeSecurityGroup', { RegionId, SecurityGroupId, Permissions: [rule] });
  await account.ok('Vpc', 'CreateRouteTable', { RegionId, VpcId });

  const instance = await account.runInstance(network, { DataDisk: [{ Size: 40, DeleteWithInstance: false }] });
  const goes = await attached(account, network, instance, true);
  const stays = await attached(account, network, instance, false);
  await eipOn(account, RegionId, instance, 'EcsInstance');
  const making = Array.from({ length: 101 }, () => account.createNetworkInterface(network));
  const [free] = await Promise.all(making);
  await trusted.localyun.advance(1_000);
  await eipOn(account, RegionId, free?.NetworkInterfaceId, 'NetworkInterface');
  await account.ok('Vpc', 'AllocateEipAddress', { RegionId });

  await account.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'forgotten' });
  const disk = { RegionId, ZoneId: network.zoneId, DiskCategory: 'cloud_efficiency', Size: 40 };
  const { DiskId } = await account.ok('Ecs', 'CreateDisk', disk);
  const { Disks } = await account.ok('Ecs', 'DescribeDisks', { RegionId, InstanceId: instance, DiskType: 'data' });
  const [data] = Disks.Disk;
  await account.ok('Ecs', 'CreateSnapshot', { DiskId: data.DiskId });
  await trusted.localyun.advance(60_000);
  const late = await account.ok('Ecs', 'RunInstances', {
    RegionId,
    ImageId: image,
    InstanceType: 'ecs.g6.large',
    VSwitchId: network.vSwitchId,
    SecurityGroupId: securityGroupId,
  });
  const [starting] = late.InstanceIdSets.InstanceIdSet as string[];
  return { network, instance, goes, stays, disk: DiskId, data: data.DiskId, starting };
}

describe('alicloud-nuke', () => {
  it('lists what a region has, page by page, and is not put off by what is not here', async () => {
    const { account, nuke } = begin();
    const { goes, stays, instance, disk, data, network } = await populate(account, here);
    const { found, unavailable, warnings } = await nuke.scan([here]);
    const countOf = (kind: string) => found.filter((one) => one.kind === kind).length;
    const kinds = [...new Set(found.map(({ kind }) => kind))].sort();
    expect(Object.fromEntries(kinds.map((kind) => [kind, countOf(kind)]))).toEqual({
      disk: 1,
      ecsInstance: 2,
      eip: 3,
      keyPair: 1,
      networkInterface: 103,
      routeTable: 1,
      securityGroup: 2,
      snapshot: 1,
      vpc: 1,
      vswitch: 2,
    });
    for (const id of [goes, stays, instance, disk, network.vpcId]) expect(byId(found, id)).toBeDefined();
    // System disks and what is attached are let be.
    expect(byId(found, data)).toBeUndefined();
    // Kinds that are not here cost one call each: neither a 5xx nor anything that is tried again.
    expect(unavailable).toEqual([]);
    for (const warning of warnings) expect(warning).toMatch(/: InvalidAction\.NotImplemented$/);
    expect(warnings.map((warning) => warning.split(':')[0])).toContain('launchTemplate');
  });

  it('empties a region in waves, the ones in use after the ones that use them', async () => {
    const { account, nuke } = begin();
    const { goes, stays, starting, data, network } = await populate(account, here);
    const { found } = await nuke.scan([here]);
    const waves = await nuke.remove(found);
    expect(waves).toBeGreaterThan(1);
    expect(waves).toBeLessThan(6);

    // The one failure that it reports: an interface that went with its instance was not there to be deleted.
    expect(notDeleted(found)).toEqual([
      { kind: 'networkInterface', id: goes, regionId: here, state: 'failed', code: 'InvalidEniId.NotFound' },
    ]);
    // Released by the instance in time for the second attempt.
    expect(byId(found, stays)).toMatchObject({ state: 'deleted', code: 'InvalidOperation.InvalidEniState' });
    expect(byId(found, starting ?? '')?.state).toBe('deleted');
    expect(byId(found, network.vSwitchId)?.code).toMatch(/^DependencyViolation/);
    expect(byId(found, network.securityGroupId)?.code).toMatch(/^DependencyViolation/);
    expect(byId(found, network.vpcId)?.code).toMatch(/^DependencyViolation/);

    // Only the disk that was attached when it looked, and that was to outlive its instance, is for the next run.
    expect(await leftOf(nuke, [here])).toEqual([`disk ${data}`]);
    const again = (await nuke.scan([here])).found;
    expect(await nuke.remove(again)).toBe(1);
    await trusted.localyun.advance(1_000);
    expect([notDeleted(again), await leftOf(nuke, [here])]).toEqual([[], []]);
    const anyInterface = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: here });
    expect(anyInterface.TotalCount).toBe(0);
  });

  it('visits every region, and leaves other accounts alone', async () => {
    const { account, nuke } = begin();
    const neighbour = trusted.localyun.account();
    for (const one of [account, neighbour]) {
      for (const regionId of [here, there]) {
        const network = await one.network({ regionId });
        await one.createNetworkInterface(network);
      }
    }
    await trusted.localyun.advance(1_000);
    const regions = await nuke.regions();
    expect(regions).toEqual(expect.arrayContaining([here, there, 'us-west-1']));
    const { found } = await nuke.scan(regions);
    expect([...new Set(found.map(({ regionId }) => regionId))].sort()).toEqual([there, here]);
    await nuke.remove(found);
    await trusted.localyun.advance(1_000);
    expect([notDeleted(found), await leftOf(nuke, regions)]).toEqual([[], []]);
    const untouched = new Nuke(trusted.localyun, neighbour, trusted.ca);
    expect(await leftOf(untouched, [here, there])).toHaveLength(found.length);
  });

  it('gives up at once on what may not be deleted, and after ten minutes on what that keeps', async () => {
    const { account, nuke } = begin();
    const network = await account.network();
    const instance = await account.runInstance(network, { DeletionProtection: true });
    const { found } = await nuke.scan([here]);
    await expect(nuke.remove(found)).rejects.toThrow('ten minutes');
    expect(byId(found, instance)).toMatchObject({ state: 'failed', code: expect.stringMatching(/DeletionProtection/) });
    expect(found.filter(({ state }) => state === 'pending').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['vswitch', 'vpc', 'securityGroup']),
    );
  });
});
