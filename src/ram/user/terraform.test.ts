import { createRequire } from 'node:module';
import type PopCore from '@alicloud/pop-core';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { versions } from '../../../test/support/signed-client.ts';
import type { Body } from '../../../test/support/test-account.ts';

const { RPCClient } = createRequire(import.meta.url)('@alicloud/pop-core') as { RPCClient: typeof PopCore };
const localyun = startTestLocalyun();

it('a user lives as Terraform leads it: found by its id page by page, changed, and deleted with all that it has', async () => {
  const account = localyun.account();
  const client = new RPCClient({
    endpoint: `http://127.0.0.1:${localyun.port}`,
    apiVersion: versions.Ram,
    accessKeyId: account.accessKeyId,
    accessKeySecret: 'localyun',
  });
  // Its typed calls name a region and the language, whatever the product.
  const ok = (action: string, parameters: Record<string, unknown> = {}): Promise<Body> =>
    client.request<Body>(
      action,
      { RegionId: 'cn-hangzhou', AcceptLanguage: 'en-US', ...parameters },
      { method: 'POST' },
    );
  const code = (action: string, parameters: Record<string, unknown>): Promise<string | undefined> =>
    ok(action, parameters).then(
      () => undefined,
      (error: { code: string }) => error.code,
    );

  for (let number = 101; number < 220; number += 1) await ok('CreateUser', { UserName: `user-${number}` });
  const created = await ok('CreateUser', {
    UserName: 'zoe',
    DisplayName: 'zoe',
    MobilePhone: '86-18688888888',
    Email: 'hello.uuu@aaa.com',
    Comments: 'yoyoyo',
  });
  const id = created.User.UserId;

  /** The user as the resource is read: its name by its id, then the rest by its name. */
  const read = async (): Promise<Body | undefined> => {
    let Marker: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const answer = await ok('ListUsers', { MaxItems: 100, ...(Marker !== undefined && { Marker }) });
      const found = answer.Users.User.find((user: Body) => user.UserId === id);
      if (found !== undefined) return (await ok('GetUser', { UserName: found.UserName })).User;
      if (!answer.IsTruncated) return undefined;
      Marker = answer.Marker;
    }
    throw new Error('the list has no end');
  };
  expect(await read()).toMatchObject({ UserName: 'zoe', MobilePhone: '86-18688888888', Comments: 'yoyoyo' });
  await ok('UpdateUser', { UserName: 'zoe', NewUserName: 'zora', NewComments: 'new', NewDisplayName: 'zora' });
  const UserName = 'zora';
  expect(await read()).toMatchObject({ UserName, DisplayName: 'zora', Comments: 'new', Email: 'hello.uuu@aaa.com' });

  await ok('CreateAccessKey', { UserName });
  await ok('CreateAccessKey', { UserName });
  await ok('CreateGroup', { GroupName: 'terraform' });
  await ok('AddUserToGroup', { UserName, GroupName: 'terraform' });
  await ok('AttachPolicyToUser', { UserName, PolicyType: 'System', PolicyName: 'ReadOnlyAccess' });
  expect(await code('DeleteUser', { UserName })).toMatch(/^DeleteConflict\.User\./);

  for (const { AccessKeyId: UserAccessKeyId } of (await ok('ListAccessKeys', { UserName })).AccessKeys.AccessKey) {
    await ok('DeleteAccessKey', { UserName, UserAccessKeyId });
  }
  for (const { PolicyName, PolicyType } of (await ok('ListPoliciesForUser', { UserName })).Policies.Policy) {
    await ok('DetachPolicyFromUser', { UserName, PolicyName, PolicyType });
  }
  for (const { GroupName } of (await ok('ListGroupsForUser', { UserName })).Groups.Group) {
    await ok('RemoveUserFromGroup', { UserName, GroupName });
  }
  expect(await code('DeleteLoginProfile', { UserName })).toBe('EntityNotExist.User.LoginProfile');
  expect(await code('UnbindMFADevice', { UserName })).toBe('EntityNotExist.User.MFADevice');
  await ok('DeleteUser', { UserName });
  expect(await read()).toBeUndefined();
  expect(await code('GetUser', { UserName })).toBe('EntityNotExist.User');
  expect(await code('DeleteUser', { UserName })).toBe('EntityNotExist.User');
});
