import { createRequire } from 'node:module';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type Ram from '@alicloud/ram20150501';
import type Sts from '@alicloud/sts20150401';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { codeAt } from '../mfa-device/totp.ts';

const require = createRequire(import.meta.url);
const ram = require('@alicloud/ram20150501') as typeof Ram;
const sts = require('@alicloud/sts20150401') as typeof Sts;
const localyun = startTestLocalyun();

it('the official RAM client makes a user that can call, gives it a password, a device and a group, and ends it', async () => {
  const account = localyun.account();
  const configOf = (accessKeyId: string, accessKeySecret: string) =>
    new $OpenApiUtil.Config({
      accessKeyId,
      accessKeySecret,
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    });
  const client = new ram.default(configOf(account.accessKeyId, 'localyun'));
  const refusal = (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      (error: { code: string; statusCode: number }) => ({ code: error.code, status: error.statusCode }),
    );
  const userName = 'alice';
  const groupName = 'admins';

  const { body: made } = await client.createUser(
    new ram.CreateUserRequest({
      userName,
      displayName: 'Alice',
      mobilePhone: '86-18600008888',
      email: 'a@example.com',
    }),
  );
  expect(made?.user).toMatchObject({ userName, displayName: 'Alice', mobilePhone: '86-18600008888' });
  const { body: changed } = await client.updateUser(new ram.UpdateUserRequest({ userName, newComments: 'New.' }));
  expect(changed?.user).toMatchObject({ userId: made?.user?.userId, comments: 'New.', email: 'a@example.com' });
  const { body: users } = await client.listUsers(new ram.ListUsersRequest({ maxItems: 10 }));
  expect(users?.isTruncated).toBe(false);
  expect(users?.users?.user?.map((user) => user.userName)).toEqual([userName]);
  const { body: got } = await client.getUser(new ram.GetUserRequest({ userName }));
  expect(got?.user?.updateDate).toMatch(/Z$/);

  const { body: created } = await client.createAccessKey(new ram.CreateAccessKeyRequest({ userName }));
  const { accessKeyId = '', accessKeySecret = '' } = created?.accessKey ?? {};
  const asUser = new sts.default(configOf(accessKeyId, accessKeySecret));
  expect((await asUser.getCallerIdentity()).body).toMatchObject({
    identityType: 'RAMUser',
    userId: made?.user?.userId,
    arn: `acs:ram::${account.accountId}:user/alice`,
  });
  const key = { userName, userAccessKeyId: accessKeyId };
  await client.updateAccessKey(new ram.UpdateAccessKeyRequest({ ...key, status: 'Inactive' }));
  const { body: keys } = await client.listAccessKeys(new ram.ListAccessKeysRequest({ userName }));
  expect(keys?.accessKeys?.accessKey).toMatchObject([{ accessKeyId, status: 'Inactive' }]);
  expect(await refusal(asUser.getCallerIdentity())).toMatchObject({ code: 'Forbidden.AccessKeyDisabled' });
  const { body: used } = await client.getAccessKeyLastUsed(new ram.GetAccessKeyLastUsedRequest(key));
  expect(used?.accessKeyLastUsed?.lastUsedDate).toMatch(/Z$/);

  const password = 'Correct-horse-1';
  const { body: profile } = await client.createLoginProfile(
    new ram.CreateLoginProfileRequest({ userName, password, MFABindRequired: true }),
  );
  expect(profile?.loginProfile).toMatchObject({ userName, MFABindRequired: true, passwordResetRequired: false });
  const update = new ram.UpdateLoginProfileRequest({ userName, passwordResetRequired: true });
  await client.updateLoginProfile(update);
  const { body: profiled } = await client.getLoginProfile(new ram.GetLoginProfileRequest({ userName }));
  expect(profiled?.loginProfile).toMatchObject({ MFABindRequired: true, passwordResetRequired: true });

  const { body: device } = await client.createVirtualMFADevice(
    new ram.CreateVirtualMFADeviceRequest({ virtualMFADeviceName: 'phone' }),
  );
  const { serialNumber = '', base32StringSeed = '' } = device?.virtualMFADevice ?? {};
  const nowMs = Date.parse(localyun.server.levers.clock().now);
  await client.bindMFADevice(
    new ram.BindMFADeviceRequest({
      userName,
      serialNumber,
      authenticationCode1: codeAt(base32StringSeed, nowMs - 30_000),
      authenticationCode2: codeAt(base32StringSeed, nowMs),
    }),
  );
  const { body: devices } = await client.listVirtualMFADevices();
  expect(devices?.virtualMFADevices?.virtualMFADevice).toMatchObject([{ serialNumber, user: { userName } }]);
  const { body: info } = await client.getUserMFAInfo(new ram.GetUserMFAInfoRequest({ userName }));
  expect(info?.MFADevice).toMatchObject({ serialNumber, type: 'VMFA' });

  const { body: group } = await client.createGroup(new ram.CreateGroupRequest({ groupName, comments: 'All.' }));
  expect(group?.group?.groupId).toMatch(/^g-/);
  await client.addUserToGroup(new ram.AddUserToGroupRequest({ userName, groupName }));
  await client.updateGroup(new ram.UpdateGroupRequest({ groupName, newComments: 'Some.' }));
  const { body: described } = await client.getGroup(new ram.GetGroupRequest({ groupName }));
  expect(described?.group?.comments).toBe('Some.');
  const { body: groups } = await client.listGroups(new ram.ListGroupsRequest({}));
  expect(groups?.groups?.group).toHaveLength(1);
  const { body: members } = await client.listUsersForGroup(new ram.ListUsersForGroupRequest({ groupName }));
  expect(members?.users?.user).toMatchObject([{ userName, displayName: 'Alice' }]);
  const { body: memberships } = await client.listGroupsForUser(new ram.ListGroupsForUserRequest({ userName }));
  expect(memberships?.groups?.group).toMatchObject([{ groupName, comments: 'Some.' }]);

  const remove = () => client.deleteUser(new ram.DeleteUserRequest({ userName }));
  expect(await refusal(remove())).toEqual({ code: 'DeleteConflict.User.Group', status: 409 });
  await client.removeUserFromGroup(new ram.RemoveUserFromGroupRequest({ userName, groupName }));
  await client.deleteGroup(new ram.DeleteGroupRequest({ groupName }));
  await client.deleteAccessKey(new ram.DeleteAccessKeyRequest(key));
  expect(await refusal(asUser.getCallerIdentity())).toMatchObject({ code: 'InvalidAccessKeyId.NotFound' });
  await client.deleteLoginProfile(new ram.DeleteLoginProfileRequest({ userName }));
  const { body: unbound } = await client.unbindMFADevice(new ram.UnbindMFADeviceRequest({ userName }));
  expect(unbound?.MFADevice?.serialNumber).toBe(serialNumber);
  await client.deleteVirtualMFADevice(new ram.DeleteVirtualMFADeviceRequest({ serialNumber }));
  await remove();
  const gone = { code: 'EntityNotExist.User', status: 404 };
  expect(await refusal(client.getUser(new ram.GetUserRequest({ userName })))).toEqual(gone);
});

it('the official RAM client reads and sets what holds for the account', async () => {
  const account = localyun.account();
  const client = new ram.default(
    new $OpenApiUtil.Config({
      accessKeyId: account.accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );
  await client.setAccountAlias(new ram.SetAccountAliasRequest({ accountAlias: 'my-company' }));
  expect((await client.getAccountAlias()).body?.accountAlias).toBe('my-company');
  await client.clearAccountAlias();
  expect((await client.getAccountAlias()).body?.accountAlias).toBe('');

  const { body: set } = await client.setPasswordPolicy(
    new ram.SetPasswordPolicyRequest({ minimumPasswordLength: 12, requireNumbers: true, maxLoginAttemps: 5 }),
  );
  const policy = { minimumPasswordLength: 12, requireNumbers: true, requireSymbols: false, maxLoginAttemps: 5 };
  expect(set?.passwordPolicy).toMatchObject(policy);
  expect((await client.getPasswordPolicy()).body?.passwordPolicy).toMatchObject(policy);

  await client.setSecurityPreference(
    new ram.SetSecurityPreferenceRequest({ allowUserToManageAccessKeys: true, loginNetworkMasks: '10.0.0.0/8' }),
  );
  const { securityPreference } = (await client.getSecurityPreference()).body ?? {};
  expect(securityPreference?.accessKeyPreference?.allowUserToManageAccessKeys).toBe(true);
  expect(securityPreference?.loginProfilePreference?.loginNetworkMasks).toBe('10.0.0.0/8');
});
