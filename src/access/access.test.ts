import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import type { TestAccount, TestNetwork } from '../../test/support/test-account.ts';
import { utcSeconds } from '../operation/time.ts';
import { allow, deny, grant, makePolicy, makeUser, type TestUser } from './ram-user.fixture.ts';

const localyun = startTestLocalyun();
const deletion = 'ecs:DeleteNetworkInterface';
const gone = 'eni-bp1234567890abcdefgh';

/** An account with a network and two network interfaces. */
async function scene() {
  const account = localyun.account();
  const network = await account.network();
  const [first, second] = [await create(account, network), await create(account, network)];
  const arn = (id: string) => `acs:ecs:${network.regionId}:${account.accountId}:eni/${id}`;
  return { account, network, first, second, arn };
}

async function create(account: TestAccount, network: TestNetwork, Tag: object[] = []): Promise<string> {
  return (await account.createNetworkInterface(network, { Tag })).NetworkInterfaceId;
}

const remove = (user: TestUser, NetworkInterfaceId: string) =>
  user.call('Ecs', 'DeleteNetworkInterface', { RegionId: 'cn-hangzhou', NetworkInterfaceId });
const region = { RegionId: 'cn-hangzhou' };

describe('a RAM user', () => {
  it('may nothing without a policy', async () => {
    const { account, network, first } = await scene();
    const user = await makeUser(localyun, account);
    expect(await remove(user, first)).toMatchObject({ status: 403, code: 'Forbidden.RAM' });
    expect(await user.call('Ecs', 'DescribeRegions', {})).toMatchObject({ status: 403, code: 'Forbidden.RAM' });
    expect(await account.describeNetworkInterface(network, first)).toMatchObject({ Status: 'Available' });
  });

  it('deletes the network interface whose ARN a policy names, and no other', async () => {
    const { account, network, first, second, arn } = await scene();
    const user = await makeUser(localyun, account, allow(deletion, arn(first)));
    expect(await remove(user, second)).toMatchObject({ status: 403, code: 'Forbidden.RAM' });
    expect(await account.describeNetworkInterface(network, second)).toMatchObject({ Status: 'Available' });
    expect(await remove(user, first)).toMatchObject({ status: 200 });
  });

  it('does not learn whether what it may not touch is there', async () => {
    const { account, first, arn } = await scene();
    const user = await makeUser(localyun, account, allow(deletion, arn(first)));
    expect(await remove(user, gone)).toMatchObject({ status: 403, code: 'Forbidden.RAM' });
    await grant(account, user.userName, allow(deletion, arn('*')));
    expect(await remove(user, gone)).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
  });

  it('is told of a malformed id before it is denied', async () => {
    const { account } = await scene();
    const user = await makeUser(localyun, account);
    expect(await remove(user, 'i-1')).toMatchObject({ status: 400 });
  });

  it('names no more resources than policies can be asked for', async () => {
    const { account } = await scene();
    const user = await makeUser(localyun, account, allow('ecs:DeleteDisk'));
    const ids = (count: number) => Array.from({ length: count }, (_, index) => `d-${index}`);
    const refused = async (DiskId: string) => {
      const { status, code } = await user.call('Ecs', 'DeleteDisk', { ...region, DiskId });
      return `${status} ${code}`;
    };
    expect(await refused(ids(1_000).join(','))).toBe('404 InvalidDiskId.NotFound');
    expect(await refused([...ids(1_000), ...ids(1_000)].join(','))).toBe('404 InvalidDiskId.NotFound');
    for (const many of [ids(1_001), ids(500_000)]) {
      expect(await refused(many.join(','))).toBe('400 InvalidParameter');
      expect(await refused(JSON.stringify(many))).toBe('400 InvalidParameter');
    }
  });

  it('needs every resource of a call', async () => {
    const { account, network, arn } = await scene();
    const user = await makeUser(localyun, account, allow('ecs:CreateNetworkInterface', arn('*')));
    const wanted = { ...region, VSwitchId: network.vSwitchId, SecurityGroupId: network.securityGroupId };
    const make = () => user.call('Ecs', 'CreateNetworkInterface', wanted);
    expect((await make()).body.AccessDeniedDetail.AuthResource).toMatch(/:securitygroup\/sg-/);
    await grant(account, user.userName, allow('ecs:CreateNetworkInterface', 'acs:ecs:*:*:securitygroup/*'));
    expect((await make()).body.AccessDeniedDetail.AuthResource).toMatch(/^acs:vpc:cn-hangzhou:\d+:vswitch\/vsw-/);
    await grant(
      account,
      user.userName,
      allow('ecs:CreateNetworkInterface', `acs:vpc:*:*:vswitch/${network.vSwitchId}`),
    );
    expect(await make()).toMatchObject({ status: 200 });
  });

  it('lists only what it is allowed by id, or all of the kind', async () => {
    const { account, first, second, arn } = await scene();
    const user = await makeUser(localyun, account, allow('ecs:DescribeNetworkInterfaces', arn(first)));
    const list = (NetworkInterfaceId?: string[]) =>
      user.call('Ecs', 'DescribeNetworkInterfaces', { ...region, NetworkInterfaceId });
    expect(await list([first])).toMatchObject({ status: 200, body: { TotalCount: 1 } });
    expect(await list([first, second])).toMatchObject({ status: 403 });
    expect(await list()).toMatchObject({ status: 403 });
    await grant(account, user.userName, allow('ecs:Describe*', arn('*')));
    expect(await list()).toMatchObject({ status: 200, body: { TotalCount: 2 } });
  });

  it.each(['acs:ResourceTag/team', 'ecs:tag/team'])('deletes by tag: %s', async (key) => {
    const { account, network, first } = await scene();
    const tagged = await create(account, network, [{ Key: 'team', Value: 'dev' }]);
    const other = await create(account, network, [{ Key: 'team', Value: 'ops' }]);
    const user = await makeUser(localyun, account, allow(deletion, '*', { StringEquals: { [key]: 'dev' } }));
    expect(await remove(user, first)).toMatchObject({ status: 403 });
    expect(await remove(user, other)).toMatchObject({ status: 403 });
    expect(await remove(user, gone)).toMatchObject({ status: 403 });
    expect(await remove(user, tagged)).toMatchObject({ status: 200 });
  });

  it.each(['acs:RequestTag/team', 'ecs:tag/team'])('creates with the tags it has to give: %s', async (key) => {
    const { account, network } = await scene();
    const onlyTagged = {
      ...allow('ecs:CreateNetworkInterface', 'acs:ecs:*:*:eni/*'),
      Condition: { StringEquals: { [key]: 'dev' } },
    };
    const user = await makeUser(
      localyun,
      account,
      onlyTagged,
      allow('ecs:CreateNetworkInterface', ['acs:ecs:*:*:securitygroup/*', 'acs:vpc:*:*:vswitch/*']),
    );
    const make = (Tag?: object[]) =>
      user.call('Ecs', 'CreateNetworkInterface', {
        ...region,
        VSwitchId: network.vSwitchId,
        SecurityGroupId: network.securityGroupId,
        Tag,
      });
    expect(await make()).toMatchObject({ status: 403 });
    expect(await make([{ Key: 'team', Value: 'ops' }])).toMatchObject({ status: 403 });
    expect(
      await make([
        { Key: 'a', Value: 'b' },
        { Key: 'team', Value: 'dev' },
      ]),
    ).toMatchObject({ status: 200 });
  });

  it('is let in by address, and kept out by address', async () => {
    const { account, first, second } = await scene();
    const from = (address: string) => ({ IpAddress: { 'acs:SourceIp': address } });
    const user = await makeUser(localyun, account, allow(deletion, '*', from('192.0.2.0/24')));
    expect(await remove(user, first)).toMatchObject({ status: 403 });
    await grant(account, user.userName, allow(deletion, '*', from('127.0.0.0/8')));
    expect(await remove(user, first)).toMatchObject({ status: 200 });
    await grant(account, user.userName, deny(deletion, '*', from('127.0.0.1')));
    expect(await remove(user, second)).toMatchObject({ status: 403 });
  });

  it('may only until a time', async () => {
    const { account, first } = await scene();
    const end = utcSeconds(Date.parse(localyun.server.levers.clock().now) + 60_000);
    const user = await makeUser(localyun, account, allow('ecs:*', '*', { DateLessThan: { 'acs:CurrentTime': end } }));
    const list = () => user.call('Ecs', 'DescribeNetworkInterfaces', region);
    expect(await list()).toMatchObject({ status: 200 });
    await localyun.advance(60_000);
    expect(await list()).toMatchObject({ status: 403 });
    expect(await remove(user, first)).toMatchObject({ status: 403 });
  });

  it('is told apart by how it calls and who it is', async () => {
    const { account } = await scene();
    const user = await makeUser(localyun, account, allow('*'));
    const list = () => user.call('Ecs', 'DescribeNetworkInterfaces', region);
    expect(await list()).toMatchObject({ status: 200 });
    const arn = `acs:ram::${account.accountId}:user/${user.userName}`;
    await grant(account, user.userName, deny('*', '*', { StringNotEquals: { 'acs:PrincipalARN': arn } }));
    await grant(account, user.userName, deny('*', '*', { Bool: { 'acs:MFAPresent': 'false' } }));
    expect(await list()).toMatchObject({ status: 200 });
    await grant(account, user.userName, deny('*', '*', { Bool: { 'acs:SecureTransport': 'false' } }));
    expect(await list()).toMatchObject({ status: 403 });
  });
});

describe('a change of policies holds at once', () => {
  it('for what is attached and detached', async () => {
    const { account } = await scene();
    const user = await makeUser(localyun, account);
    const named = { PolicyType: 'System', PolicyName: 'AliyunECSReadOnlyAccess', UserName: user.userName };
    const list = () => user.call('Ecs', 'DescribeNetworkInterfaces', region);
    expect(await list()).toMatchObject({ status: 403 });
    await account.ok('Ram', 'AttachPolicyToUser', named);
    expect(await list()).toMatchObject({ status: 200 });
    expect(await remove(user, gone)).toMatchObject({ status: 403 });
    await account.ok('Ram', 'DetachPolicyFromUser', named);
    expect(await list()).toMatchObject({ status: 403 });
  });

  it('for the groups of a user', async () => {
    const { account } = await scene();
    const user = await makeUser(localyun, account);
    const PolicyName = await makePolicy(account, allow('ecs:*'));
    await account.ok('Ram', 'CreateGroup', { GroupName: 'team' });
    await account.ok('Ram', 'AttachPolicyToGroup', { PolicyType: 'Custom', PolicyName, GroupName: 'team' });
    const list = () => user.call('Ecs', 'DescribeNetworkInterfaces', region);
    expect(await list()).toMatchObject({ status: 403 });
    await account.ok('Ram', 'AddUserToGroup', { GroupName: 'team', UserName: user.userName });
    expect(await list()).toMatchObject({ status: 200 });
    await grant(account, user.userName, deny('ecs:Describe*'));
    expect(await list()).toMatchObject({ status: 403 });
    await account.ok('Ram', 'RemoveUserFromGroup', { GroupName: 'team', UserName: user.userName });
    expect(await remove(user, gone)).toMatchObject({ status: 403 });
  });

  it('for the default version of a policy', async () => {
    const { account } = await scene();
    const user = await makeUser(localyun, account);
    const PolicyName = await grant(account, user.userName, allow('vpc:*'));
    const list = () => user.call('Ecs', 'DescribeNetworkInterfaces', region);
    const PolicyDocument = JSON.stringify({ Version: '1', Statement: [allow('ecs:*')] });
    await account.ok('Ram', 'CreatePolicyVersion', { PolicyName, PolicyDocument });
    expect(await list()).toMatchObject({ status: 403 });
    await account.ok('Ram', 'SetDefaultPolicyVersion', { PolicyName, VersionId: 'v2' });
    expect(await list()).toMatchObject({ status: 200 });
  });

  it('for a key that is disabled', async () => {
    const { account } = await scene();
    const user = await makeUser(localyun, account, allow('*'));
    const list = () => user.call('Ecs', 'DescribeNetworkInterfaces', region);
    expect(await list()).toMatchObject({ status: 200 });
    const named = { UserName: user.userName, UserAccessKeyId: user.accessKeyId };
    await account.ok('Ram', 'UpdateAccessKey', { ...named, Status: 'Inactive' });
    expect(await list()).toMatchObject({ status: 403, code: 'Forbidden.AccessKeyDisabled' });
    await account.ok('Ram', 'UpdateAccessKey', { ...named, Status: 'Active' });
    expect(await list()).toMatchObject({ status: 200 });
    await account.ok('Ram', 'UpdateUser', { UserName: user.userName, NewUserName: `${user.userName}-b` });
    expect((await user.call('Sts', 'GetCallerIdentity', {})).body.Arn).toBe(
      `acs:ram::${account.accountId}:user/${user.userName}-b`,
    );
  });
});

describe('policies of another account', () => {
  it('do not reach into this one', async () => {
    const [mine, other] = [await scene(), await scene()];
    const user = await makeUser(localyun, other.account, allow('*'));
    expect(await remove(user, mine.first)).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
    expect(await mine.account.describeNetworkInterface(mine.network, mine.first)).toBeDefined();
  });
});
