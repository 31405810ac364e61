import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { trusting } from '../role/role.fixture.ts';
import { allowing } from './policy.fixture.ts';

/** The calls of the Terraform provider, in its order and with the parameters as it encodes them. */
describe('what Terraform calls', () => {
  const localyun = startTestLocalyun();
  const tagsOf = async (account: TestAccount, type: string, name: string): Promise<Body[]> => {
    const parameters = { ResourceType: type, ResourceNames: [name] };
    return (await account.ok('Ram', 'ListTagResources', parameters)).TagResources;
  };

  it('for a policy: it is made, read, changed twice and destroyed', async () => {
    const account = localyun.account();
    const name = { PolicyName: 'tf-policy' };
    const custom = { ...name, PolicyType: 'Custom' };
    const made = await account.ok('Ram', 'CreatePolicy', {
      ...name,
      PolicyDocument: allowing('oss:ListObjects', 'oss:GetObject'),
      Description: 'this is a policy test',
      Tag: '[{"Key":"Created","Value":"TF"}]',
    });
    expect(made.Policy.PolicyName).toBe('tf-policy');
    const read = async () => {
      const { Policy, DefaultPolicyVersion } = await account.ok('Ram', 'GetPolicy', custom);
      return [Policy.Description, Policy.AttachmentCount, Policy.DefaultVersion, DefaultPolicyVersion.PolicyDocument];
    };
    expect(await read()).toEqual(['this is a policy test', 0, 'v1', allowing('oss:ListObjects', 'oss:GetObject')]);
    expect(await tagsOf(account, 'policy', 'tf-policy')).toEqual([
      { ResourceName: 'tf-policy', ResourceType: 'policy', TagKey: 'Created', TagValue: 'TF' },
    ]);

    const version = { ...name, PolicyDocument: allowing('oss:*'), SetAsDefault: true, RotateStrategy: 'None' };
    await account.ok('Ram', 'CreatePolicyVersion', version);
    await account.ok('Ram', 'UpdatePolicyDescription', { ...name, NewDescription: '' });
    expect(await read()).toEqual(['', 0, 'v2', allowing('oss:*')]);

    await account.ok('Ram', 'CreateUser', { UserName: 'tf-user' });
    await account.ok('Ram', 'AttachPolicyToUser', { ...custom, UserName: 'tf-user' });
    const busy = await account.refused('Ram', 'DeletePolicy', name);
    expect(busy).toMatchObject({ status: 409, code: 'DeleteConflict.Policy.User' });

    const { Users, Groups, Roles } = await account.ok('Ram', 'ListEntitiesForPolicy', custom);
    expect([Groups.Group, Roles.Role]).toEqual([[], []]);
    for (const { UserName } of Users.User) await account.ok('Ram', 'DetachPolicyFromUser', { ...custom, UserName });
    const { PolicyVersions } = await account.ok('Ram', 'ListPolicyVersions', custom);
    for (const { VersionId, IsDefaultVersion } of PolicyVersions.PolicyVersion) {
      if (!IsDefaultVersion) await account.ok('Ram', 'DeletePolicyVersion', { ...name, VersionId });
    }
    await account.ok('Ram', 'DeletePolicy', { ...name, CascadingDelete: false });
    expect((await account.refused('Ram', 'GetPolicy', custom)).code).toBe('EntityNotExist.Policy');
  });

  it('for a role: it is made, read, changed and destroyed by force', async () => {
    const account = localyun.account();
    const name = { RoleName: 'tf-role' };
    const trust = trusting(`acs:ram::${account.accountId}:root`);
    const tags = '[{"Key":"For","Value":"Test"},{"Key":"Created","Value":"TF"}]';
    await account.ok('Ram', 'CreateRole', { ...name, AssumeRolePolicyDocument: trust, Tag: tags });
    const { Role } = await account.ok('Ram', 'GetRole', name);
    expect(Role).toMatchObject({ ...name, AssumeRolePolicyDocument: trust, MaxSessionDuration: 3600 });
    await account.ok('Ram', 'UpdateRole', { ...name, NewDescription: '', NewMaxSessionDuration: 7200 });
    const one = { ResourceType: 'role', ResourceNames: ['tf-role'] };
    await account.ok('Ram', 'UntagResources', { ...one, TagKeys: ['For'] });
    await account.ok('Ram', 'TagResources', { ...one, Tag: [{ Key: 'Created', Value: 'Terraform' }] });
    expect(await tagsOf(account, 'role', 'tf-role')).toMatchObject([{ TagKey: 'Created', TagValue: 'Terraform' }]);

    const attachment = { ...name, PolicyType: 'System', PolicyName: 'AliyunECSReadOnlyAccess' };
    await account.ok('Ram', 'AttachPolicyToRole', attachment);
    const { Policies } = await account.ok('Ram', 'ListPoliciesForRole', name);
    for (const { PolicyName, PolicyType } of Policies.Policy) {
      await account.ok('Ram', 'DetachPolicyFromRole', { ...name, PolicyName, PolicyType });
    }
    await account.ok('Ram', 'DeleteRole', name);
    expect(await account.refused('Ram', 'GetRole', name)).toMatchObject({ status: 404, code: 'EntityNotExist.Role' });
    expect(await tagsOf(account, 'role', 'tf-role')).toEqual([]);
  });

  it('for an attachment to a user: it is made, found in the list, destroyed, and may be gone already', async () => {
    const account = localyun.account();
    const user = { UserName: 'tf-user' };
    const attachment = { ...user, PolicyType: 'System', PolicyName: 'ReadOnlyAccess' };
    await account.ok('Ram', 'CreateUser', user);
    await account.ok('Ram', 'AttachPolicyToUser', attachment);
    const listed = async () =>
      (await account.ok('Ram', 'ListPoliciesForUser', user)).Policies.Policy.map((policy: Body) => policy.PolicyName);
    expect(await listed()).toEqual(['ReadOnlyAccess']);
    await account.ok('Ram', 'DetachPolicyFromUser', attachment);
    expect(await listed()).toEqual([]);
    const again = await account.refused('Ram', 'DetachPolicyFromUser', attachment);
    expect(again).toMatchObject({ status: 404, code: 'EntityNotExist.User.Policy' });
    await account.ok('Ram', 'DeleteUser', user);
    const gone = await account.refused('Ram', 'ListPoliciesForUser', user);
    expect(gone).toMatchObject({ status: 404, code: 'EntityNotExist.User' });
  });
});
