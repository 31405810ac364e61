import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { readSeed } from '../seeds/read-seed.ts';
import { callAs } from './ram-user.fixture.ts';
import { SeedRefused } from './seed-refused.ts';

const document = (Action: string) => ({ Version: '1', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
const key = (name: string) => ({ accessKeyId: `LTAI${name}`, accessKeySecret: `secret-of-${name}` });
const rootKey = 'localyun-seeded';
const seed = {
  accounts: [
    {
      accessKeyId: rootKey,
      ramUsers: [
        { userName: 'reader', ...key('reader'), policies: ['AliyunECSReadOnlyAccess'] },
        {
          userName: 'writer',
          ...key('writer'),
          policies: [{ policyName: 'writing', policyDocument: document('ecs:*') }, 'AliyunVPCReadOnlyAccess'],
        },
        { userName: 'second-writer', ...key('second-writer'), policies: ['writing'] },
        { userName: 'nobody', ...key('nobody') },
      ],
      roles: [{ roleName: 'operator', policies: ['writing'] }],
    },
  ],
};

describe('the RAM identities of a seed', () => {
  const localyun = startTestLocalyun({ seed });
  const may = async (name: string, action: string) => {
    const parameters = { RegionId: 'cn-hangzhou', NetworkInterfaceId: 'eni-bp1234567890abcdefgh' };
    const { status } = await callAs(localyun, key(name), 'Ecs', action, parameters);
    return status !== 403;
  };

  it('may what their policies allow', async () => {
    const asked = ['DescribeNetworkInterfacePermissions', 'DeleteNetworkInterface'];
    const answers = async (name: string) => Promise.all(asked.map((action) => may(name, action)));
    expect(await answers('reader')).toEqual([true, false]);
    expect(await answers('writer')).toEqual([true, true]);
    expect(await answers('second-writer')).toEqual([true, true]);
    expect(await answers('nobody')).toEqual([false, false]);
  });

  it('are there for RAM as others are', async () => {
    const account = localyun.account('seeded');
    const { Users } = await account.ok('Ram', 'ListUsers', {});
    expect(Users.User.map(({ UserName }: { UserName: string }) => UserName).sort()).toEqual([
      'nobody',
      'reader',
      'second-writer',
      'writer',
    ]);
    const { Policies } = await account.ok('Ram', 'ListPoliciesForUser', { UserName: 'writer' });
    expect(Policies.Policy.map((policy: object) => policy)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ PolicyName: 'writing', PolicyType: 'Custom' }),
        expect.objectContaining({ PolicyName: 'AliyunVPCReadOnlyAccess', PolicyType: 'System' }),
      ]),
    );
    const { User } = await account.ok('Ram', 'GetUser', { UserName: 'reader' });
    expect((await callAs(localyun, key('reader'), 'Sts', 'GetCallerIdentity', {})).body.UserId).toBe(User.UserId);
  });

  it('have roles that the account can assume', async () => {
    const account = localyun.account('seeded');
    const RoleArn = `acs:ram::${account.accountId}:role/operator`;
    const { Credentials } = await account.ok('Sts', 'AssumeRole', { RoleArn, RoleSessionName: 'alice' });
    expect(Credentials.SecurityToken).toBeTruthy();
  });

  it('are the same when the seed is applied again', async () => {
    const account = localyun.account('seeded');
    const list = async () => (await account.ok('Ram', 'ListUsers', {})).Users;
    const before = await list();
    const renamed = { UserName: 'nobody', NewUserName: 'somebody' };
    await localyun.server.levers.seed(seed);
    expect(await list()).toEqual(before);
    await account.ok('Ram', 'UpdateUser', renamed);
    await localyun.server.levers.seed(seed);
    const after = await list();
    expect(after.User).toHaveLength(5);
    expect(new Set(after.User.map(({ UserId }: { UserId: string }) => UserId)).size).toBe(5);
  });

  it('are refused where a policy is missing', async () => {
    const missing = { accessKeyId: rootKey, ramUsers: [{ userName: 'x', ...key('x'), policies: ['no-such-policy'] }] };
    await expect(localyun.server.levers.seed({ accounts: [missing] })).rejects.toThrow(
      'there is no policy no-such-policy',
    );
    expect((await callAs(localyun, key('x'), 'Sts', 'GetCallerIdentity', {})).code).toBe('InvalidAccessKeyId.NotFound');
  });

  it('cannot have the key of another account', async () => {
    const other = { accessKeyId: 'localyun-other', ramUsers: [{ userName: 'thief', ...key('reader') }] };
    await expect(localyun.server.levers.seed({ accounts: [other] })).rejects.toThrow(
      'the access key LTAIreader is that of an account, or of a user of another one',
    );
    const own = {
      accessKeyId: 'localyun-other',
      ramUsers: [{ userName: 'root', ...key('x'), accessKeyId: 'localyun-other' }],
    };
    await expect(localyun.server.levers.seed({ accounts: [own] })).rejects.toThrow(
      'localyun-other is that of an account',
    );
    expect(await may('reader', 'DescribeNetworkInterfacePermissions')).toBe(true);
  });
});

describe('a seed', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  const withUser = (user: object) => ({
    accounts: [{ accessKeyId: rootKey, ramUsers: [{ userName: 'x', ...key('x'), ...user }] }],
  });

  it.each([
    [
      'a policy document that is none',
      { policies: [{ policyName: 'p', policyDocument: { Version: '1', Statement: [{}] } }] },
      'Statement[0]',
    ],
    ['a policy of a wrong name', { policies: ['a_b'] }, 'accounts.0.ramUsers.0.policies.0'],
    ['a misspelt field', { policy: [] }, 'accounts.0.ramUsers.0'],
    ['a user name with a space', { userName: 'a b' }, 'accounts.0.ramUsers.0.userName'],
    ['a key with a NUL character', { accessKeyId: 'a\0' }, 'accounts.0.ramUsers.0.accessKeyId'],
    ['a secret of half a character', { accessKeySecret: '\ud83d' }, 'accounts.0.ramUsers.0.accessKeySecret'],
    ['a policy that is in itself', { policies: [{ policyName: 'p', policyDocument: circle }] }, 'is not JSON'],
  ])('with %s is not taken', (_name, user, fault) => {
    expect(() => readSeed(withUser(user))).toThrow(fault);
  });

  it('with a trust policy that is none is not taken', () => {
    const roles = [{ roleName: 'r', assumeRolePolicyDocument: document('sts:AssumeRole') }];
    expect(() => readSeed({ accounts: [{ accessKeyId: rootKey, roles }] })).toThrow(
      'Statement[0] has no element "Resource"',
    );
  });

  it('is told its first problems with their places, and of the others only how many there are', () => {
    let lookUps = 0;
    const placeOf = () => {
      lookUps += 1;
      return `${lookUps}:1`;
    };
    const problems = Array.from({ length: 40_000 }, (_, index) => ({ path: [index], message: 'is wrong' }));
    const { message } = new SeedRefused(problems, placeOf);
    expect(message).toMatch(/\n {2}100:1 99: is wrong\n {2}and 39900 more$/);
    expect(lookUps).toBe(100);
  });

  it('has no key twice, and says where', () => {
    expect(() => readSeed('accounts: []\n"accounts": []\n')).toThrow(
      '2:1 (document): is not YAML: Map keys must be unique',
    );
    expect(() => readSeed('accounts:\n- {accessKeyId: a, accessKeyId: b}\n')).toThrow('2:20 (document): is not YAML');
  });
});
