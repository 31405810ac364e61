import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const create = 'CreateNetworkInterfacePermission';
const list = 'DescribeNetworkInterfacePermissions';
const remove = 'DeleteNetworkInterfacePermission';
const long = 10_000;

async function setUp(overrides: Parameters = {}) {
  const owner = localyun.account();
  const grantee = localyun.account();
  const network = await owner.network();
  const { regionId: RegionId } = network;
  const { NetworkInterfaceId } = await owner.createNetworkInterface(network, overrides);
  const wish: Parameters = { RegionId, NetworkInterfaceId, AccountId: grantee.accountId, Permission: 'InstanceAttach' };
  const id = NetworkInterfaceId as string;
  return {
    owner,
    grantee,
    network,
    RegionId,
    id,
    wish,
    grant: async (): Promise<string> => {
      const { NetworkInterfacePermission } = await owner.ok('Ecs', create, wish);
      await localyun.advance(long);
      return NetworkInterfacePermission.NetworkInterfacePermissionId;
    },
    permissions: async (filter: Parameters = { NetworkInterfaceId }) =>
      (await owner.ok('Ecs', list, { RegionId, ...filter })).NetworkInterfacePermissions
        .NetworkInterfacePermission as readonly Parameters[],
    item: () => owner.describeNetworkInterface(network, id),
  };
}

/** An instance of another account, in a VPC of its own. */
async function foreignInstance(account: TestAccount, wanted: { zoneId?: string } = {}) {
  const network = await account.network(wanted);
  const instanceId = await account.runInstance(network);
  return {
    network,
    instanceId,
    interfaces: async () => {
      const InstanceIds = JSON.stringify([instanceId]);
      const answer = await account.ok('Ecs', 'DescribeInstances', { RegionId: network.regionId, InstanceIds });
      const items = answer.Instances.Instance[0].NetworkInterfaces.NetworkInterface as readonly Parameters[];
      return items.map((item) => item.NetworkInterfaceId);
    },
  };
}

describe('permissions on network interfaces', () => {
  it('ENI-152 are Pending when created and Granted in the end', async () => {
    const { owner, grantee, wish, id, permissions } = await setUp();
    const { NetworkInterfacePermission } = await owner.ok('Ecs', create, wish);
    const expected = {
      AccountId: Number(grantee.accountId),
      NetworkInterfaceId: id,
      NetworkInterfacePermissionId: expect.stringMatching(/^eni-perm-bp1[0-9a-z]{15}$/),
      Permission: 'InstanceAttach',
      ServiceName: 'Elastic Compute Service',
    };
    expect(NetworkInterfacePermission).toEqual({ ...expected, PermissionState: 'Pending' });
    await localyun.advance(4_999);
    expect(await permissions()).toEqual([{ ...expected, PermissionState: 'Granted' }]);
    const again = await owner.ok('Ecs', create, wish);
    expect(again.NetworkInterfacePermission).toEqual({
      ...expected,
      NetworkInterfacePermissionId: NetworkInterfacePermission.NetworkInterfacePermissionId,
      PermissionState: 'Granted',
    });
    expect(await permissions()).toHaveLength(1);
  });

  it.each([
    [{ Permission: 'EipAssociate' }, 'InvalidParameter', 'Permission'],
    [{ AccountId: 0 }, 'InvalidParameter', 'AccountId'],
    [{ AccountId: 1.5 }, 'InvalidParameter', 'AccountId'],
    [{ AccountId: 'me' }, 'InvalidParameter', 'AccountId'],
    [{ AccountId: '' }, 'MissingParameter', 'AccountId'],
    [{ Permission: '' }, 'MissingParameter', 'Permission'],
    [{ NetworkInterfaceId: '' }, 'MissingParameter', 'NetworkInterfaceId'],
    [{ NetworkInterfaceId: 'x' }, 'InvalidParams.EniId', 'x'],
  ])('ENI-152 refuse %j with 400 %s', async (wrong, code, named) => {
    const { owner, wish, permissions } = await setUp();
    const refusal = await owner.refused('Ecs', create, { ...wish, ...wrong });
    expect(refusal).toMatchObject({ status: 400, code });
    expect(refusal.message).toContain(named);
    expect(await permissions()).toEqual([]);
  });

  it('are given by the owner only, on an interface that another account can attach', async () => {
    const { owner, grantee, network, RegionId, id, wish } = await setUp();
    expect(await grantee.refused('Ecs', create, wish)).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
    await owner.runInstance(network);
    const { NetworkInterfaceSets } = await owner.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, Type: 'Primary' });
    const [{ NetworkInterfaceId: primary }] = NetworkInterfaceSets.NetworkInterfaceSet;
    const { NetworkInterfaceId: trunk } = await owner.createNetworkInterface(network, { InstanceType: 'Trunk' });
    for (const NetworkInterfaceId of [primary, trunk]) {
      expect(await owner.refused('Ecs', create, { ...wish, NetworkInterfaceId })).toMatchObject({
        status: 403,
        code: 'InvalidOperation.InvalidEniType',
      });
    }
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    expect(await owner.refused('Ecs', create, wish)).toMatchObject({
      status: 403,
      code: 'InvalidOperation.EniServiceManaged',
    });
  });

  it('ENI-153 are listed by interface, by their own ids or both, newest first, in pages', async () => {
    const { owner, RegionId, id, wish, permissions } = await setUp();
    const ids: string[] = [];
    for (const AccountId of [11, 12, 13]) {
      const { NetworkInterfacePermission } = await owner.ok('Ecs', create, { ...wish, AccountId });
      ids.unshift(NetworkInterfacePermission.NetworkInterfacePermissionId);
      await localyun.advance(long);
    }
    const idsOf = (items: readonly Parameters[]) => items.map((item) => item.NetworkInterfacePermissionId);
    expect(idsOf(await permissions())).toEqual(ids);
    expect(idsOf(await permissions({ NetworkInterfacePermissionId: [ids[2], ids[0]] }))).toEqual([ids[0], ids[2]]);
    const both = { NetworkInterfaceId: 'eni-bp1aaaaaaaaaaaaaaaaa', NetworkInterfacePermissionId: ids };
    expect(await permissions(both)).toEqual([]);
    const page = await owner.ok('Ecs', list, { RegionId, NetworkInterfaceId: id, PageSize: 2, PageNumber: 2 });
    expect(page).toMatchObject({ TotalCount: 3, PageNumber: 2, PageSize: 2 });
    expect(idsOf(page.NetworkInterfacePermissions.NetworkInterfacePermission)).toEqual([ids[2]]);
    expect(await owner.ok('Ecs', list, { RegionId, NetworkInterfaceId: id })).toMatchObject({
      PageNumber: 1,
      PageSize: 10,
    });
  });

  it('ENI-153 are not listed without any id, nor with too many, nor to others', async () => {
    const { owner, grantee, RegionId, id, grant } = await setUp();
    const permissionId = await grant();
    expect(await owner.refused('Ecs', list, { RegionId })).toMatchObject({ status: 400, code: 'MissingParameter' });
    const wrong: readonly [Parameters, string][] = [
      [{ NetworkInterfacePermissionId: new Array(101).fill('eni-perm-bp1a') }, 'InvalidParameter'],
      [{ NetworkInterfaceId: id, PageSize: 101 }, 'InvalidParameter'],
      [{ NetworkInterfaceId: 'x' }, 'InvalidParams.EniId'],
    ];
    for (const [filter, code] of wrong) {
      expect(await owner.refused('Ecs', list, { RegionId, ...filter })).toMatchObject({ status: 400, code });
    }
    for (const filter of [{ NetworkInterfaceId: id }, { NetworkInterfacePermissionId: [permissionId] }]) {
      expect(await grantee.ok('Ecs', list, { RegionId, ...filter })).toMatchObject({ TotalCount: 0 });
    }
    expect(await owner.ok('Ecs', list, { RegionId: 'cn-beijing', NetworkInterfaceId: id })).toMatchObject({
      TotalCount: 0,
    });
  });

  it('ENI-153 are Revoking when deleted, and gone in the end', async () => {
    const { owner, grantee, RegionId, grant, permissions, wish } = await setUp();
    const permissionId = await grant();
    const target = { RegionId, NetworkInterfacePermissionId: permissionId };
    expect(await grantee.refused('Ecs', remove, target)).toMatchObject({
      status: 404,
      code: 'InvalidNetworkInterfacePermissionId.NotFound',
    });
    expect(Object.keys(await owner.ok('Ecs', remove, target))).toEqual(['RequestId']);
    expect(await permissions()).toMatchObject([{ PermissionState: 'Revoking' }]);
    await owner.ok('Ecs', remove, target);
    const { NetworkInterfacePermission: next } = await owner.ok('Ecs', create, wish);
    expect(next.NetworkInterfacePermissionId).not.toBe(permissionId);
    await localyun.advance(long);
    expect(await permissions()).toMatchObject([{ ...next, PermissionState: 'Granted' }]);
    expect(await owner.refused('Ecs', remove, target)).toMatchObject({
      status: 404,
      code: 'InvalidNetworkInterfacePermissionId.NotFound',
    });
  });

  it('go with their interface, also while they are on their way', async () => {
    const { owner, RegionId, id, wish, permissions } = await setUp();
    await owner.ok('Ecs', create, wish);
    await owner.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: id });
    expect(await owner.refused('Ecs', create, { ...wish, AccountId: 1 })).toMatchObject({
      status: 400,
      code: 'InvalidOperation.InvalidEniState',
    });
    await localyun.advance(long);
    expect(await permissions()).toEqual([]);
  });

  it('that fail to be granted are gone, and that fail to be revoked stay', async () => {
    const { owner, RegionId, id, grant, permissions } = await setUp();
    const fail = (kind: string) =>
      localyun.server.levers.failTransition({
        resourceType: 'network-interface-permission',
        kind,
        accountId: owner.accountId,
        outcome: 'fail',
        count: 1,
      });
    await fail('grant');
    await grant();
    expect(await permissions()).toEqual([]);
    const permissionId = await grant();
    await fail('revoke');
    await owner.ok('Ecs', remove, { RegionId, NetworkInterfacePermissionId: permissionId });
    await localyun.advance(long);
    expect(await permissions()).toMatchObject([{ NetworkInterfaceId: id, PermissionState: 'Granted' }]);
  });
});

describe('attaching across accounts', () => {
  it('ENI-91 needs a permission that is Granted, and only the same zone', async () => {
    const { owner, grantee, RegionId, id, wish, item, network } = await setUp();
    const { instanceId: InstanceId, interfaces } = await foreignInstance(grantee);
    const pair = { RegionId, NetworkInterfaceId: id, InstanceId };
    const hidden = { status: 404, code: 'InvalidEniId.NotFound' };
    expect(await grantee.refused('Ecs', 'AttachNetworkInterface', pair)).toMatchObject(hidden);
    await owner.ok('Ecs', create, wish);
    expect(await grantee.refused('Ecs', 'AttachNetworkInterface', pair)).toMatchObject(hidden);
    await localyun.advance(long);
    const stranger = await foreignInstance(localyun.account());
    expect(
      await grantee.refused('Ecs', 'AttachNetworkInterface', { ...pair, InstanceId: stranger.instanceId }),
    ).toMatchObject({ status: 404, code: 'InvalidEcsId.NotFound' });
    await grantee.ok('Ecs', 'AttachNetworkInterface', pair);
    expect(await item()).toMatchObject({ Status: 'Attaching', InstanceId });
    await localyun.advance(long);
    expect(await item()).toMatchObject({ Status: 'InUse', InstanceId, OwnerId: owner.accountId, VpcId: network.vpcId });
    expect(await interfaces()).toContain(id);
    // Neither lists nor changes what is not its own, attached or not.
    const listed = await grantee.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, InstanceId });
    expect(listed.TotalCount).toBe(1);
    expect(await grantee.describeNetworkInterface(network, id)).toBeUndefined();
    for (const action of ['ModifyNetworkInterfaceAttribute', 'DeleteNetworkInterface']) {
      expect(await grantee.refused('Ecs', action, pair)).toMatchObject(hidden);
    }
  });

  it('the zone has to be the same', async () => {
    const { grantee, RegionId, id, grant } = await setUp();
    await grant();
    const { instanceId: InstanceId } = await foreignInstance(grantee, { zoneId: 'cn-hangzhou-i' });
    expect(
      await grantee.refused('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId: id, InstanceId }),
    ).toMatchObject({ status: 403, code: 'InvalidOperation.AvailabilityZoneMismatch' });
  });

  it.each(['owner', 'grantee'] as const)('the %s can detach', async (who) => {
    const scene = await setUp();
    const { RegionId, id, grant, item, grantee } = scene;
    await grant();
    const { instanceId: InstanceId, interfaces } = await foreignInstance(grantee);
    const pair = { RegionId, NetworkInterfaceId: id, InstanceId };
    await grantee.ok('Ecs', 'AttachNetworkInterface', pair);
    await localyun.advance(long);
    const stranger = localyun.account();
    expect((await stranger.refused('Ecs', 'DetachNetworkInterface', pair)).code).toBe('InvalidEniId.NotFound');
    const other = (await foreignInstance(grantee)).instanceId;
    const elsewhere = { ...pair, InstanceId: other };
    expect((await scene.owner.refused('Ecs', 'DetachNetworkInterface', elsewhere)).code).toBe('InvalidEcsId.NotFound');
    expect((await grantee.refused('Ecs', 'DetachNetworkInterface', elsewhere)).code).toBe('InvalidEniId.NotFound');
    await scene[who].ok('Ecs', 'DetachNetworkInterface', pair);
    expect(await item()).toMatchObject({ Status: 'Detaching' });
    await localyun.advance(long);
    expect(await item()).toMatchObject({ Status: 'Available', InstanceId: '' });
    expect(await interfaces()).not.toContain(id);
    expect((await grantee.refused('Ecs', 'DetachNetworkInterface', pair)).code).toBe('InvalidEniId.NotFound');
  });

  it('a permission in use is taken back with Force only, and the interface stays attached', async () => {
    const { owner, grantee, RegionId, id, grant, item } = await setUp();
    const NetworkInterfacePermissionId = await grant();
    const { instanceId: InstanceId } = await foreignInstance(grantee);
    const pair = { RegionId, NetworkInterfaceId: id, InstanceId };
    await grantee.ok('Ecs', 'AttachNetworkInterface', pair);
    await localyun.advance(long);
    const target = { RegionId, NetworkInterfacePermissionId };
    expect(await owner.refused('Ecs', remove, target)).toMatchObject({
      status: 400,
      code: 'InvalidOperation.InvalidEniState',
    });
    await owner.ok('Ecs', remove, { ...target, Force: true });
    await localyun.advance(long);
    expect(await item()).toMatchObject({ Status: 'InUse', InstanceId });
    await grantee.ok('Ecs', 'DetachNetworkInterface', pair);
    await localyun.advance(long);
    expect(await grantee.refused('Ecs', 'AttachNetworkInterface', pair)).toMatchObject({
      status: 404,
      code: 'InvalidEniId.NotFound',
    });
  });

  it('the interface goes back to its owner when the instance is released, whatever DeleteOnRelease says', async () => {
    const { grantee, RegionId, id, grant, item } = await setUp({ DeleteOnRelease: true });
    await grant();
    const { instanceId: InstanceId } = await foreignInstance(grantee);
    await grantee.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId: id, InstanceId });
    await localyun.advance(long);
    await grantee.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
    await localyun.advance(long);
    expect(await item()).toMatchObject({ Status: 'Available', InstanceId: '' });
  });

  it('the interface goes back to its owner when the other account is reset, and vanishes when its owner is', async () => {
    const { owner, grantee, RegionId, id, grant, item } = await setUp();
    await grant();
    const first = await foreignInstance(grantee);
    const attach = { RegionId, NetworkInterfaceId: id, InstanceId: first.instanceId };
    await grantee.ok('Ecs', 'AttachNetworkInterface', attach);
    await localyun.advance(long);
    await localyun.server.levers.reset(grantee.accountId);
    expect(await item()).toMatchObject({ Status: 'Available', InstanceId: '' });
    const second = await foreignInstance(grantee);
    await grantee.ok('Ecs', 'AttachNetworkInterface', { ...attach, InstanceId: second.instanceId });
    await localyun.advance(long);
    expect(await second.interfaces()).toContain(id);
    await localyun.server.levers.reset(owner.accountId);
    expect(await second.interfaces()).not.toContain(id);
  });
});
