import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { allowing } from '../policy/policy.fixture.ts';
import { trusting } from '../role/role.fixture.ts';

/** What is called how for each kind, and its codes. */
const kinds = {
  User: {
    make: 'CreateUser',
    attaching: 'AttachPolicyToUser',
    detaching: 'DetachPolicyFromUser',
    listing: 'ListPoliciesForUser',
    target: { UserName: 'it' },
    unknown: 'EntityNotExist.User',
    wrongChars: 'InvalidParameter.UserName.InvalidChars',
    tooLong: 'InvalidParameter.UserName.Length',
    attached: 'EntityAlreadyExists.User.Policy',
    notAttached: 'EntityNotExist.User.Policy',
    full: 'LimitExceeded.User.Policy',
  },
  Group: {
    make: 'CreateGroup',
    attaching: 'AttachPolicyToGroup',
    detaching: 'DetachPolicyFromGroup',
    listing: 'ListPoliciesForGroup',
    target: { GroupName: 'it' },
    unknown: 'EntityNotExist.Group',
    wrongChars: 'InvalidParameter.GroupName.InvalidChars',
    tooLong: 'InvalidParameter.GroupName.Length',
    attached: 'EntityAlreadyExists.Group.Policy',
    notAttached: 'EntityNotExist.Group.Policy',
    full: 'LimitExceeded.Group.Policy',
  },
  Role: {
    make: 'CreateRole',
    attaching: 'AttachPolicyToRole',
    detaching: 'DetachPolicyFromRole',
    listing: 'ListPoliciesForRole',
    target: { RoleName: 'it' },
    unknown: 'EntityNotExist.Role',
    wrongChars: 'InvalidParameter.RoleName.InvalidChars',
    tooLong: 'InvalidParameter.RoleName.Length',
    attached: 'EntityAlreadyExists.Role.Policy',
    notAttached: 'EntityNotExist.Role.Policy',
    full: 'LimitExceeded.Role.Policy',
  },
} as const;

const custom = { PolicyType: 'Custom', PolicyName: 'P' };
const system = { PolicyType: 'System', PolicyName: 'ReadOnlyAccess' };

describe.each(['User', 'Group', 'Role'] as const)('policies attached to a %s', (kind) => {
  const localyun = startTestLocalyun();
  const { make, attaching, detaching, listing, target, unknown, wrongChars, tooLong, attached, notAttached, full } =
    kinds[kind];
  const setUp = async (): Promise<TestAccount> => {
    const account = localyun.account();
    await account.ok('Ram', make, { ...target, AssumeRolePolicyDocument: trusting('*') });
    await account.ok('Ram', 'CreatePolicy', { PolicyName: 'P', PolicyDocument: allowing('a:b'), Description: 'own' });
    return account;
  };
  const list = async (account: TestAccount): Promise<Body[]> =>
    (await account.ok('Ram', listing, target)).Policies.Policy;
  const summary = async (account: TestAccount): Promise<string[]> =>
    (await list(account)).map(({ PolicyType, PolicyName }) => `${PolicyType}/${PolicyName}`);
  const attach = (account: TestAccount, policy: object) => account.ok('Ram', attaching, { ...target, ...policy });

  it('are listed in their order, and not after they were detached', async () => {
    const account = await setUp();
    expect(await list(account)).toEqual([]);
    await attach(account, custom);
    await localyun.advance(1_000);
    expect(await attach(account, system)).toEqual({ RequestId: expect.any(String) });
    const AttachDate = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(await list(account)).toEqual([
      { ...custom, Description: 'own', DefaultVersion: 'v1', AttachDate },
      { ...system, Description: expect.stringMatching(/\w/), DefaultVersion: 'v1', AttachDate },
    ]);
    await account.ok('Ram', detaching, { ...target, ...custom });
    expect(await summary(account)).toEqual(['System/ReadOnlyAccess']);
    await account.ok('Ram', detaching, { ...target, ...system });
    expect(await list(account)).toEqual([]);
  });

  it('show the version that counts', async () => {
    const account = await setUp();
    await attach(account, custom);
    const version = { PolicyName: 'P', PolicyDocument: allowing('*'), SetAsDefault: true };
    await account.ok('Ram', 'CreatePolicyVersion', version);
    expect(await list(account)).toMatchObject([{ ...custom, DefaultVersion: 'v2' }]);
  });

  it('are attached once', async () => {
    const account = await setUp();
    for (const policy of [custom, system]) {
      await attach(account, policy);
      const again = await account.refused('Ram', attaching, { ...target, ...policy });
      expect(again).toMatchObject({ status: 409, code: attached });
    }
    expect((await summary(account)).sort()).toEqual(['Custom/P', 'System/ReadOnlyAccess']);
  });

  it('have to be attached to be detached', async () => {
    const account = await setUp();
    await attach(account, system);
    const refusal = await account.refused('Ram', detaching, { ...target, ...custom });
    expect(refusal).toMatchObject({ status: 404, code: notAttached });
    expect(await summary(account)).toEqual(['System/ReadOnlyAccess']);
  });

  it('are no more of a type than the quota allows', async () => {
    const account = await setUp();
    const quotas = { 'attached-policies-per-type': 1 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    await attach(account, system);
    await attach(account, custom);
    const other = { ...target, PolicyType: 'System', PolicyName: 'AdministratorAccess' };
    const refusal = await account.refused('Ram', attaching, other);
    expect(refusal).toMatchObject({ status: 409, code: full });
    expect(await summary(account)).not.toContain('System/AdministratorAccess');
  });

  it('are of one account', async () => {
    const [account, other] = [await setUp(), await setUp()];
    await attach(account, custom);
    expect(await list(other)).toEqual([]);
    const foreign = localyun.account();
    const refusal = await foreign.refused('Ram', attaching, { ...target, ...system });
    expect(refusal).toMatchObject({ status: 404, code: unknown });
  });

  const entity = `${kind}Name`;
  const wrongs: readonly [object, number, string][] = [
    [{ PolicyName: '' }, 400, 'MissingParameter'],
    [{ PolicyType: '' }, 400, 'MissingParameter'],
    [{ [entity]: '' }, 400, 'MissingParameter'],
    [{ PolicyType: 'Inline' }, 400, 'InvalidParameter.PolicyType'],
    [{ PolicyName: 'a b' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    [{ PolicyName: 'x'.repeat(129) }, 400, 'InvalidParameter.PolicyName.Length'],
    [{ PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
    [{ PolicyType: 'System' }, 404, 'EntityNotExist.Policy'],
    [{ [entity]: 'none' }, 404, unknown],
    [{ [entity]: 'a b' }, 400, wrongChars],
    [{ [entity]: 'x'.repeat(65) }, 400, tooLong],
    [{ ResourceGroupId: 'rg-acfmxazb4ph6aiy' }, 400, 'InvalidParameter.ResourceGroupId'],
  ];
  it.each(
    [attaching, detaching].flatMap((action) =>
      wrongs.map(([wrong, status, code]) => [action, wrong, status, code] as const),
    ),
  )('%s refuses %j', async (action, wrong, status, code) => {
    const account = await setUp();
    await attach(account, system);
    expect(await account.refused('Ram', action, { ...target, ...custom, ...wrong })).toMatchObject({ status, code });
    expect(await summary(account)).toEqual(['System/ReadOnlyAccess']);
  });

  it.each([
    ['', 400, 'MissingParameter'],
    ['none', 404, unknown],
    ['a b', 400, wrongChars],
    ['x'.repeat(65), 400, tooLong],
  ])('are not listed for %j', async (name, status, code) => {
    const refusal = await localyun.account().refused('Ram', listing, { [entity]: name });
    expect(refusal).toMatchObject({ status, code });
  });
});

describe('ListEntitiesForPolicy', () => {
  const localyun = startTestLocalyun();

  it('lists the users, groups and roles of the account that have the policy', async () => {
    const [account, other] = [localyun.account(), localyun.account()];
    for (const one of [account, other]) {
      await one.ok('Ram', 'CreateUser', { UserName: 'alice', DisplayName: 'Alice' });
      await one.ok('Ram', 'CreateGroup', { GroupName: 'admins', Comments: 'all' });
      const role = { RoleName: 'admin', AssumeRolePolicyDocument: trusting('*'), Description: 'role' };
      await one.ok('Ram', 'CreateRole', role);
    }
    const AttachDate = expect.stringMatching(/^\d{4}-.*Z$/);
    const entities = (one: TestAccount, policy = system) => one.ok('Ram', 'ListEntitiesForPolicy', policy);
    const nobody = { Users: { User: [] }, Groups: { Group: [] }, Roles: { Role: [] } };
    expect(await entities(account)).toEqual({ RequestId: expect.any(String), ...nobody });
    await account.ok('Ram', 'AttachPolicyToUser', { ...system, UserName: 'alice' });
    await account.ok('Ram', 'AttachPolicyToGroup', { ...system, GroupName: 'admins' });
    await account.ok('Ram', 'AttachPolicyToRole', { ...system, RoleName: 'admin' });
    const { User } = await account.ok('Ram', 'GetUser', { UserName: 'alice' });
    const { Role } = await account.ok('Ram', 'GetRole', { RoleName: 'admin' });
    expect(await entities(account)).toMatchObject({
      Users: { User: [{ UserId: User.UserId, UserName: 'alice', DisplayName: 'Alice', AttachDate }] },
      Groups: { Group: [{ GroupName: 'admins', Comments: 'all', AttachDate }] },
      Roles: {
        Role: [{ RoleId: Role.RoleId, RoleName: 'admin', Arn: Role.Arn, Description: 'role', AttachDate }],
      },
    });
    expect(await entities(other)).toMatchObject(nobody);
    const another = { PolicyType: 'System', PolicyName: 'AdministratorAccess' };
    expect(await entities(account, another)).toMatchObject(nobody);
  });

  it.each([
    [{ PolicyName: '' }, 400, 'MissingParameter'],
    [{ PolicyType: 'Inline' }, 400, 'InvalidParameter.PolicyType'],
    [{ PolicyName: 'a b' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    [{ PolicyName: 'x'.repeat(129) }, 400, 'InvalidParameter.PolicyName.Length'],
    [{ PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
    [{ PolicyType: 'Custom' }, 404, 'EntityNotExist.Policy'],
  ])('refuses %j', async (wrong, status, code) => {
    const refusal = await localyun.account().refused('Ram', 'ListEntitiesForPolicy', { ...system, ...wrong });
    expect(refusal).toMatchObject({ status, code });
  });
});
