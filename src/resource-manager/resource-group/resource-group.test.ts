import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('resource groups', () => {
  const localyun = startTestLocalyun({
    seed: { accounts: [{ accessKeyId: 'localyun-two-groups', quotas: { 'resource-groups': 2 } }] },
  });
  const create = async (account: TestAccount, Name: string, more = {}): Promise<Body> =>
    (await account.ok('ResourceManager', 'CreateResourceGroup', { Name, DisplayName: Name, ...more })).ResourceGroup;
  const get = async (account: TestAccount, ResourceGroupId: string, more = {}): Promise<Body> =>
    (await account.ok('ResourceManager', 'GetResourceGroup', { ResourceGroupId, ...more })).ResourceGroup;
  const remove = (account: TestAccount, ResourceGroupId: string): Promise<Body> =>
    account.ok('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId });
  const defaultGroup = async (account: TestAccount): Promise<Body> =>
    (await account.ok('ResourceManager', 'ListResourceGroups', {})).ResourceGroups.ResourceGroup[0];

  it('are Creating first, OK soon after, in every region alike', async () => {
    const account = localyun.account();
    const made = await create(account, 'my-project', { DisplayName: '我的 project' });
    expect(made).toEqual({
      Id: expect.stringMatching(/^rg-[0-9a-z]{15}$/),
      AccountId: account.accountId,
      Name: 'my-project',
      DisplayName: '我的 project',
      CreateDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      Status: 'Creating',
      RegionStatuses: { RegionStatus: expect.arrayContaining([{ RegionId: 'cn-beijing', Status: 'Creating' }]) },
    });
    expect(await get(account, made.Id)).toEqual(made);
    await localyun.advance(1_000);
    const ready = await get(account, made.Id);
    expect(ready).toMatchObject({ ...made, Status: 'OK', RegionStatuses: expect.anything() });
    expect(new Set(ready.RegionStatuses.RegionStatus.map((region: Body) => region.Status))).toEqual(new Set(['OK']));
  });

  it('have a default one in every account, which nobody makes and nobody can change', async () => {
    const [account, stranger] = [localyun.account(), localyun.account()];
    const group = await defaultGroup(account);
    expect(group).toEqual({
      Id: expect.stringMatching(/^rg-acfm[0-9a-z]{11}$/),
      AccountId: account.accountId,
      Name: 'default',
      DisplayName: 'default resource group',
      CreateDate: expect.any(String),
      Status: 'OK',
    });
    expect(await get(account, group.Id)).toMatchObject(group);
    expect((await defaultGroup(stranger)).Id).not.toBe(group.Id);
    for (const [action, more] of [
      ['DeleteResourceGroup', {}],
      ['UpdateResourceGroup', { NewDisplayName: 'mine' }],
    ] as const) {
      const refusal = await account.refused('ResourceManager', action, { ResourceGroupId: group.Id, ...more });
      expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter.ResourceGroupId' });
    }
    const refusal = await account.refused('ResourceManager', 'CreateResourceGroup', {
      Name: 'default',
      DisplayName: 'another',
    });
    expect(refusal).toMatchObject({ status: 409, code: 'EntityAlreadyExists.ResourceGroup' });
    await localyun.server.levers.reset(account.accountId);
    expect((await defaultGroup(account)).Id).toBe(group.Id);
  });

  it('get another display name', async () => {
    const account = localyun.account();
    const id = await account.resourceGroup('fixed');
    const answer = await account.ok('ResourceManager', 'UpdateResourceGroup', {
      ResourceGroupId: id,
      NewDisplayName: 'New name',
    });
    expect(answer.ResourceGroup).toEqual({
      Id: id,
      AccountId: account.accountId,
      Name: 'fixed',
      DisplayName: 'New name',
      CreateDate: expect.any(String),
    });
    expect(await get(account, id)).toMatchObject({ Name: 'fixed', DisplayName: 'New name' });
  });

  it('are PendingDelete first, then gone; the name is free at once', async () => {
    const account = localyun.account();
    const id = await account.resourceGroup('again');
    const answer = await remove(account, id);
    expect(answer.ResourceGroup).toMatchObject({ Id: id, Status: 'PendingDelete' });
    expect(answer.ResourceGroup.RegionStatuses.RegionStatus[0].Status).toBe('PendingDelete');
    expect(await get(account, id)).toMatchObject({ Status: 'PendingDelete' });
    const again = await account.resourceGroup('again');
    expect(again).not.toBe(id);
    for (const action of ['GetResourceGroup', 'DeleteResourceGroup', 'UpdateResourceGroup']) {
      const refusal = await account.refused('ResourceManager', action, { ResourceGroupId: id, NewDisplayName: 'x' });
      expect(refusal).toMatchObject({ status: 404, code: 'EntityNotExists.ResourceGroup' });
      expect(refusal.message).toContain(id);
    }
    expect(await get(account, again)).toMatchObject({ Status: 'OK' });
  });

  it('are left alone while they are made and while they go', async () => {
    const account = localyun.account();
    const { Id: id } = await create(account, 'busy');
    const conflict = { status: 409, code: 'DeleteConflict.ResourceGroup.Status' };
    const both = async () => [
      await account.refused('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId: id }),
      await account.refused('ResourceManager', 'UpdateResourceGroup', { ResourceGroupId: id, NewDisplayName: 'x' }),
    ];
    expect(await both()).toMatchObject([conflict, conflict]);
    await localyun.advance(1_000);
    await remove(account, id);
    expect(await both()).toMatchObject([conflict, conflict]);
    await localyun.advance(1_000);
  });

  it('cannot go while anything is in them, of whatever kind and region', async () => {
    const account = localyun.account();
    const network = await account.network();
    const ResourceGroupId = await account.resourceGroup();
    const refused = async (held: string) => {
      const refusal = await account.refused('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId });
      expect(refusal).toMatchObject({ status: 409, code: 'DeleteConflict.ResourceGroup.Resource' });
      expect(refusal.message).toContain(held);
    };
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { ResourceGroupId });
    await refused(NetworkInterfaceId);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    await localyun.advance(5_000);
    const instanceId = await account.runInstance(network, { ResourceGroupId });
    await refused('eni-');
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId: instanceId, Force: true });
    await localyun.advance(20_000);
    const group = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId: 'cn-beijing', ResourceGroupId });
    await refused(group.SecurityGroupId);
    await account.ok('Ecs', 'DeleteSecurityGroup', {
      RegionId: 'cn-beijing',
      SecurityGroupId: group.SecurityGroupId,
    });
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId, ResourceGroupId });
    await refused(AllocationId);
    await account.ok('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, ResourceGroupId });
    await localyun.advance(1_000);
    await refused(VpcId);
    await account.ok('Vpc', 'DeleteVpc', { RegionId, VpcId });
    await remove(account, ResourceGroupId);
  });

  it('are invisible to other accounts, and their names are the account’s own', async () => {
    const [account, stranger] = [localyun.account(), localyun.account()];
    const id = await account.resourceGroup('shared-name');
    for (const action of ['GetResourceGroup', 'DeleteResourceGroup', 'UpdateResourceGroup']) {
      const refusal = await stranger.refused('ResourceManager', action, { ResourceGroupId: id, NewDisplayName: 'x' });
      expect(refusal).toMatchObject({ status: 404, code: 'EntityNotExists.ResourceGroup' });
    }
    await stranger.resourceGroup('shared-name');
    const refusal = await account.refused('ResourceManager', 'CreateResourceGroup', {
      Name: 'shared-name',
      DisplayName: 'other',
    });
    expect(refusal).toMatchObject({ status: 409, code: 'EntityAlreadyExists.ResourceGroup' });
    expect(refusal.message).toContain('shared-name');
  });

  it('are at most as many as the quota says, the default one not counted', async () => {
    const account = localyun.account('two-groups');
    const first = await account.resourceGroup('one');
    await account.resourceGroup('two');
    const third = { Name: 'three', DisplayName: 'three' };
    expect(await account.refused('ResourceManager', 'CreateResourceGroup', third)).toMatchObject({
      status: 409,
      code: 'LimitExceeded.ResourceGroup',
    });
    await remove(account, first);
    await localyun.advance(1_000);
    await account.resourceGroup('three');
  });

  it.each([
    ['CreateResourceGroup', { Name: 'n' }, 'InvalidParameter.Name.Length'],
    ['CreateResourceGroup', { Name: 'n'.repeat(51) }, 'InvalidParameter.Name.Length'],
    ['CreateResourceGroup', { Name: '1name' }, 'InvalidParameter.Name.InvalidChars'],
    ['CreateResourceGroup', { Name: 'na_me' }, 'InvalidParameter.Name.InvalidChars'],
    ['CreateResourceGroup', { Name: '' }, 'MissingParameter'],
    ['CreateResourceGroup', { DisplayName: '' }, 'MissingParameter'],
    ['CreateResourceGroup', { DisplayName: 'd'.repeat(51) }, 'InvalidParameter.DisplayName.Length'],
    ['CreateResourceGroup', { DisplayName: '  ' }, 'InvalidParameter.DisplayName'],
    ['CreateResourceGroup', { Tag: [{ Key: 'acs:x' }] }, 'InvalidParameter.TagKey'],
    ['UpdateResourceGroup', { NewDisplayName: 'd'.repeat(51) }, 'InvalidParameter.DisplayName.Length'],
    ['UpdateResourceGroup', { NewDisplayName: 'a\tb' }, 'InvalidParameter.DisplayName'],
    ['UpdateResourceGroup', { NewDisplayName: undefined }, 'MissingParameter'],
    ['UpdateResourceGroup', { ResourceGroupId: 'group' }, 'InvalidParameter.ResourceGroupId'],
    ['GetResourceGroup', { ResourceGroupId: 'sg-1' }, 'InvalidParameter.ResourceGroupId'],
    ['GetResourceGroup', { ResourceGroupId: undefined }, 'MissingParameter'],
    ['DeleteResourceGroup', { ResourceGroupId: 'rg-ü' }, 'InvalidParameter.ResourceGroupId'],
  ])('%s refuses %j', async (action, wrong, code) => {
    const parameters = {
      Name: 'name',
      DisplayName: 'name',
      ResourceGroupId: 'rg-none',
      NewDisplayName: 'name',
      ...wrong,
    };
    expect(await localyun.account().refused('ResourceManager', action, parameters)).toMatchObject({
      status: 400,
      code,
    });
  });
});
