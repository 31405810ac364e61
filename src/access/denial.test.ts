import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { call } from '../../test/support/signed-client.ts';
import { allow, deny, grant, makeUser } from './ram-user.fixture.ts';

const eni = { RegionId: 'cn-hangzhou', NetworkInterfaceId: 'eni-bp1234567890abcdefgh' };

describe('a denied call', () => {
  const localyun = startTestLocalyun();

  it('says who was denied what, and that nothing allowed it', async () => {
    const account = localyun.account();
    const user = await makeUser(localyun, account, allow('vpc:*'));
    const { User } = await account.ok('Ram', 'GetUser', { UserName: user.userName });
    const { status, body } = await user.call('Ecs', 'DeleteNetworkInterface', eni);
    expect(status).toBe(403);
    const resource = `acs:ecs:cn-hangzhou:${account.accountId}:eni/${eni.NetworkInterfaceId}`;
    expect(body).toMatchObject({
      Code: 'Forbidden.RAM',
      Message: `acs:ram::${account.accountId}:user/${user.userName} is not authorized to perform "ecs:DeleteNetworkInterface" on "${resource}": no policy allows it.`,
      AccessDeniedDetail: {
        AuthAction: 'ecs:DeleteNetworkInterface',
        AuthResource: resource,
        AuthPrincipalType: 'SubUser',
        AuthPrincipalOwnerId: account.accountId,
        AuthPrincipalDisplayName: User.UserId,
        NoPermissionType: 'ImplicitDeny',
        PolicyType: 'AccountLevelIdentityBasedPolicy',
        EncodedDiagnosticMessage: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
      },
    });
    expect(body.AccessDeniedDetail).not.toHaveProperty('PolicyName');
  });

  it('says which policy denied it', async () => {
    const account = localyun.account();
    const user = await makeUser(localyun, account, allow('*'));
    const PolicyName = await grant(account, user.userName, allow('ecs:*'), deny('ecs:Delete*'));
    const { body } = await user.call('Ecs', 'DeleteNetworkInterface', eni);
    expect(body.Message).toContain(`a statement of the policy "${PolicyName}" denies it`);
    expect(body.AccessDeniedDetail).toMatchObject({ NoPermissionType: 'ExplicitDeny', PolicyName });
    const message = JSON.parse(Buffer.from(body.AccessDeniedDetail.EncodedDiagnosticMessage, 'base64').toString());
    expect(message).toMatchObject({ NoPermissionType: 'ExplicitDeny', PolicyName, Statement: 1 });
  });

  it('says so in XML too', async () => {
    const account = localyun.account();
    const user = await makeUser(localyun, account);
    const { status, headers, text } = await call(
      localyun.port,
      user,
      'Vpc',
      'DescribeVpcs',
      { RegionId: 'cn-hangzhou' },
      'XML',
    );
    expect(status).toBe(403);
    expect(headers['content-type']).toBe('text/xml;charset=utf-8');
    const { Error: error } = new XMLParser({ parseTagValue: false }).parse(text);
    expect(error).toMatchObject({
      Code: 'Forbidden.RAM',
      AccessDeniedDetail: {
        AuthAction: 'vpc:DescribeVpcs',
        AuthPrincipalOwnerId: account.accountId,
        NoPermissionType: 'ImplicitDeny',
      },
    });
  });

  it.each([
    ['Ram', 'ListUsers', 'ram:ListUsers', 'user/*', {}],
    ['Ram', 'GetRole', 'ram:GetRole', 'role/some', { RoleName: 'some' }],
    ['ResourceManager', 'ListResourceGroups', 'ram:ListResourceGroups', 'resourcegroup/*', {}],
  ] as const)('of %s %s has the code NoPermission', async (product, action, asked, resource, parameters) => {
    const account = localyun.account();
    const user = await makeUser(localyun, account, allow(['ecs:*', 'vpc:*']));
    const { status, code, body } = await user.call(product, action, parameters);
    expect({ status, code }).toEqual({ status: 403, code: 'NoPermission' });
    expect(body.AccessDeniedDetail).toMatchObject({
      AuthAction: asked,
      AuthResource: `acs:ram:*:${account.accountId}:${resource}`,
    });
    await grant(account, user.userName, allow(asked, `acs:ram::${account.accountId}:${resource}`));
    expect((await user.call(product, action, parameters)).code).not.toBe('NoPermission');
  });

  it('never is one of the root', async () => {
    const account = localyun.account();
    const answers = await Promise.all([
      account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-hangzhou' }),
      account.ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' }),
      account.ok('Ram', 'ListUsers', {}),
      account.ok('ResourceManager', 'ListResourceGroups', {}),
    ]);
    expect(answers).toHaveLength(4);
  });
});

describe('with --denial-code Forbidden.SubUser', () => {
  const localyun = startTestLocalyun({ denialCode: 'Forbidden.SubUser' });

  it.each([
    ['Ecs', 'DeleteNetworkInterface', eni, 'Forbidden.SubUser'],
    ['Ecs', 'CreateNetworkInterface', { ...eni, VSwitchId: 'vsw-1', SecurityGroupId: 'sg-1' }, 'Forbidden.SubUser'],
    ['Ecs', 'AttachNetworkInterface', { ...eni, InstanceId: 'i-1' }, 'Forbidden.SubUser'],
    ['Ecs', 'DetachNetworkInterface', { ...eni, InstanceId: 'i-1' }, 'Forbidden.SubUser'],
    ['Ecs', 'DescribeNetworkInterfaces', { RegionId: 'cn-hangzhou' }, 'Forbidden.SubUser'],
    ['Ecs', 'ModifyNetworkInterfaceAttribute', { ...eni, Description: 'new' }, 'Forbidden.SubUser'],
    ['Ecs', 'UnassignPrivateIpAddresses', { ...eni, PrivateIpAddress: ['192.168.0.9'] }, 'Forbidden.SubUser'],
    ['Ecs', 'DescribeInstances', { RegionId: 'cn-hangzhou' }, 'Forbidden.SubUser'],
    ['Ecs', 'AssignIpv6Addresses', { ...eni, Ipv6AddressCount: 1 }, 'Forbbiden.SubUser'],
    ['Ecs', 'UnassignIpv6Addresses', { ...eni, Ipv6Address: ['2001:db8::1'] }, 'Forbbiden.SubUser'],
    ['Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' }, 'Forbidden.RAM'],
    ['Ram', 'ListUsers', {}, 'NoPermission'],
  ] as const)('%s %s', async (product, action, parameters, code) => {
    const user = await makeUser(localyun, localyun.account());
    expect(await user.call(product, action, parameters)).toMatchObject({ status: 403, code });
  });

  it('ENI-13 refuses to delete, and nothing changes', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const before = await account.describeNetworkInterface(network, NetworkInterfaceId);
    const user = await makeUser(localyun, account, allow('ecs:Describe*'), deny('ecs:*Security*'));
    const denied = await user.call('Ecs', 'DeleteNetworkInterface', { ...eni, NetworkInterfaceId });
    expect(denied).toMatchObject({ status: 403, code: 'Forbidden.SubUser' });
    await localyun.advance(10_000);
    expect(await account.describeNetworkInterface(network, NetworkInterfaceId)).toEqual(before);
  });
});
