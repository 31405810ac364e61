import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const attach = 'AttachInstanceRamRole';
const detach = 'DetachInstanceRamRole';
const describeRole = 'DescribeInstanceRamRole';

function createRole(account: TestAccount, RoleName: string, service = 'ecs.aliyuncs.com') {
  const statement = { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: [service] } };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '1', Statement: [statement] });
  return account.ok('Ram', 'CreateRole', { RoleName, AssumeRolePolicyDocument });
}

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  for (const name of ['reader', 'writer']) await createRole(account, name);
  const ids = [await account.runInstance(network), await account.runInstance(network)];
  const InstanceIds = JSON.stringify(ids);
  const roles = async (parameters: object = { InstanceIds }): Promise<Body[]> =>
    (await account.ok('Ecs', describeRole, { RegionId, ...parameters })).InstanceRamRoleSets.InstanceRamRoleSet;
  return { account, network, ids, InstanceIds, roles };
}

describe('the RAM role of an instance', () => {
  it('is given to several, and to one that has another is not', async () => {
    const { account, ids, InstanceIds, roles } = await setUp();
    const [first, second] = ids;
    expect(await roles()).toEqual(ids.map((InstanceId) => ({ InstanceId, RamRoleName: '' })));
    const one = { RegionId, InstanceIds: JSON.stringify([first]), RamRoleName: 'reader' };
    expect(await account.ok('Ecs', attach, one)).toMatchObject({
      RamRoleName: 'reader',
      TotalCount: 1,
      FailCount: 0,
      AttachInstanceRamRoleResults: {
        AttachInstanceRamRoleResult: [{ InstanceId: first, Success: true, Code: '200', Message: 'success' }],
      },
    });
    const both = await account.ok('Ecs', attach, { RegionId, InstanceIds, RamRoleName: 'writer' });
    expect(both).toMatchObject({ TotalCount: 2, FailCount: 1 });
    expect(both.AttachInstanceRamRoleResults.AttachInstanceRamRoleResult).toMatchObject([
      {
        InstanceId: first,
        Success: false,
        Code: 'InvalidRamRole.Attached',
        Message: expect.stringContaining('reader'),
      },
      { InstanceId: second, Success: true },
    ]);
    expect((await roles()).map((row) => row.RamRoleName)).toEqual(['reader', 'writer']);
    expect(await account.ok('Ecs', attach, one)).toMatchObject({ FailCount: 0 });
  });

  it('is looked for by its name, by instance, and by both', async () => {
    const { account, ids, InstanceIds, roles } = await setUp();
    await account.ok('Ecs', attach, { RegionId, InstanceIds, RamRoleName: 'reader' });
    expect((await roles({ RamRoleName: 'reader' })).map((row) => row.InstanceId).sort()).toEqual([...ids].sort());
    expect(await roles({ RamRoleName: 'writer' })).toEqual([]);
    expect(await roles({ RamRoleName: 'reader', RegionId: 'cn-beijing' })).toEqual([]);
    const [InstanceId] = ids;
    expect(await roles({ RamRoleName: 'reader', InstanceIds: JSON.stringify([InstanceId]) })).toEqual([
      { InstanceId, RamRoleName: 'reader' },
    ]);
    expect(await roles({ RamRoleName: 'writer', InstanceIds })).toEqual([]);
    for (const parameters of [{ RamRoleName: 'reader' }, { InstanceIds }]) {
      const page = await account.ok('Ecs', describeRole, { RegionId, ...parameters, PageNumber: 2, PageSize: 1 });
      expect([page.TotalCount, page.InstanceRamRoleSets.InstanceRamRoleSet.length]).toEqual([2, 1]);
    }
  });

  it('is taken away, unless another one is named', async () => {
    const { account, ids, InstanceIds, roles } = await setUp();
    await account.ok('Ecs', attach, { RegionId, InstanceIds: JSON.stringify([ids[0]]), RamRoleName: 'reader' });
    const refused = await account.ok('Ecs', detach, { RegionId, InstanceIds, RamRoleName: 'writer' });
    expect(refused).toMatchObject({ RamRoleName: 'writer', TotalCount: 2, FailCount: 1 });
    expect(refused.DetachInstanceRamRoleResults.DetachInstanceRamRoleResult).toMatchObject([
      {
        InstanceId: ids[0],
        Success: false,
        Code: 'InvalidRamRole.Attached',
        InstanceRamRoleSets: { InstanceRamRoleSet: [] },
      },
      { InstanceId: ids[1], Success: true, InstanceRamRoleSets: { InstanceRamRoleSet: [] } },
    ]);
    expect((await roles()).map((row) => row.RamRoleName)).toEqual(['reader', '']);
    const answer = await account.ok('Ecs', detach, { RegionId, InstanceIds });
    expect(answer).toMatchObject({ TotalCount: 2, FailCount: 0 });
    expect(answer.DetachInstanceRamRoleResults.DetachInstanceRamRoleResult[0]).toEqual({
      InstanceId: ids[0],
      Success: true,
      Code: '200',
      Message: 'success',
      InstanceRamRoleSets: { InstanceRamRoleSet: [{ InstanceId: ids[0], RamRoleName: 'reader' }] },
    });
    expect((await roles()).map((row) => row.RamRoleName)).toEqual(['', '']);
  });

  it('is given at the creation', async () => {
    const { account, network, roles } = await setUp();
    const InstanceId = await account.runInstance(network, { RamRoleName: 'reader' });
    expect(await roles({ RamRoleName: 'reader' })).toEqual([{ InstanceId, RamRoleName: 'reader' }]);
  });

  it.each([
    ['nobody', 404, 'InvalidRamRole.NotFound'],
    ['function', 400, 'InvalidRamRole.NotEcsRole'],
  ])('cannot be %s', async (RamRoleName, status, code) => {
    const { account, network, InstanceIds, roles } = await setUp();
    await createRole(account, 'function', 'fc.aliyuncs.com');
    expect(await account.refused('Ecs', attach, { RegionId, InstanceIds, RamRoleName })).toMatchObject({
      status,
      code,
    });
    expect((await roles()).map((row) => row.RamRoleName)).toEqual(['', '']);
    const creation = await account.refused('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      RamRoleName,
    });
    expect(creation).toMatchObject({ status, code });
  });

  it.each([attach, detach, describeRole])('%s needs instances that are there', async (action) => {
    const { account, ids } = await setUp();
    const stranger = localyun.account();
    await createRole(stranger, 'reader');
    const RamRoleName = 'reader';
    const absence = { status: 404, code: 'InvalidInstanceId.NotFound' };
    const known = { RegionId, InstanceIds: JSON.stringify(ids), RamRoleName };
    expect(await stranger.refused('Ecs', action, known)).toMatchObject(absence);
    expect(await account.refused('Ecs', action, { ...known, RegionId: 'cn-beijing' })).toMatchObject(absence);
    const withOne = { ...known, InstanceIds: JSON.stringify([...ids, 'i-none']) };
    expect(await account.refused('Ecs', action, withOne)).toMatchObject(absence);
    for (const InstanceIds of [
      'i-1',
      '[]',
      '[1]',
      '["i-\\u0000"]',
      JSON.stringify(Array.from({ length: 101 }, (_, n) => `i-${n}`)),
    ]) {
      expect(await account.refused('Ecs', action, { ...known, InstanceIds })).toMatchObject({
        status: 400,
        code: 'InvalidInstanceIds.Malformed',
      });
    }
  });

  it('is not looked for without a name or an instance, and restricted by 1024 characters at most', async () => {
    const { account, InstanceIds } = await setUp();
    expect(await account.refused('Ecs', describeRole, { RegionId })).toMatchObject({
      status: 403,
      code: 'InvalidParameter.AllEmpty',
    });
    const parameters = { RegionId, InstanceIds, RamRoleName: 'reader' };
    expect(await account.refused('Ecs', attach, { ...parameters, Policy: 'x'.repeat(1025) })).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
    expect(await account.ok('Ecs', attach, { ...parameters, Policy: '{}' })).toMatchObject({ FailCount: 0 });
    expect(await account.refused('Ecs', describeRole, { RegionId, InstanceIds, PageSize: 51 })).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
  });
});
