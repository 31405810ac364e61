import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { allowing } from './policy.fixture.ts';

const utc = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

describe('policies', () => {
  const localyun = startTestLocalyun();
  const make = async (account: TestAccount, PolicyName: string, more = {}): Promise<Body> =>
    (await account.ok('Ram', 'CreatePolicy', { PolicyName, PolicyDocument: allowing('ecs:*'), ...more })).Policy;
  const get = (account: TestAccount, PolicyName: string, PolicyType = 'Custom'): Promise<Body> =>
    account.ok('Ram', 'GetPolicy', { PolicyName, PolicyType });
  const list = (account: TestAccount, parameters = {}): Promise<Body> => account.ok('Ram', 'ListPolicies', parameters);
  const names = (answer: Body): string[] => answer.Policies.Policy.map((policy: Body) => policy.PolicyName);
  const attach = (account: TestAccount, PolicyName: string, RoleName: string, PolicyType = 'Custom') =>
    account.ok('Ram', 'AttachPolicyToRole', { PolicyType, PolicyName, RoleName });
  const role = async (account: TestAccount, RoleName: string): Promise<void> => {
    const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM: '*' } };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '1', Statement: [statement] });
    await account.ok('Ram', 'CreateRole', { RoleName, AssumeRolePolicyDocument });
  };

  it('are made with a first version, and answered with it', async () => {
    const account = localyun.account();
    const document = allowing('ecs:Describe*', 'vpc:Describe*');
    const made = await make(account, 'View-1', { PolicyDocument: document, Description: 'looks' });
    expect(made).toEqual({
      PolicyName: 'View-1',
      PolicyType: 'Custom',
      Description: 'looks',
      DefaultVersion: 'v1',
      CreateDate: utc,
    });
    expect(await get(account, 'View-1')).toEqual({
      RequestId: expect.any(String),
      Policy: { ...made, UpdateDate: made.CreateDate, AttachmentCount: 0, PolicyDocument: document },
      DefaultPolicyVersion: {
        VersionId: 'v1',
        IsDefaultVersion: true,
        PolicyDocument: document,
        CreateDate: made.CreateDate,
      },
    });
  });

  it('of the system are there for everybody', async () => {
    const { Policy, DefaultPolicyVersion } = await get(localyun.account(), 'AdministratorAccess', 'System');
    expect(Policy).toMatchObject({ PolicyType: 'System', DefaultVersion: 'v1', AttachmentCount: 0 });
    expect(JSON.parse(DefaultPolicyVersion.PolicyDocument)).toEqual({
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    });
    expect(Policy.PolicyDocument).toBe(DefaultPolicyVersion.PolicyDocument);
  });

  it('of one type are not found under the other, and of one account not in another', async () => {
    const [account, other] = [localyun.account(), localyun.account()];
    await make(account, 'Mine');
    const unknown = [
      [account, 'Mine', 'System'],
      [account, 'AdministratorAccess', 'Custom'],
      [other, 'Mine', 'Custom'],
    ] as const;
    for (const [who, PolicyName, PolicyType] of unknown) {
      const refusal = await who.refused('Ram', 'GetPolicy', { PolicyName, PolicyType });
      expect(refusal).toMatchObject({ status: 404, code: 'EntityNotExist.Policy' });
    }
    await make(other, 'Mine', { Description: 'theirs' });
    expect((await get(account, 'Mine')).Policy.Description).toBe('');
  });

  it('have names of their own', async () => {
    const account = localyun.account();
    await make(account, 'P', { Description: 'first' });
    const second = { PolicyName: 'P', PolicyDocument: allowing('*'), Description: 'second' };
    const refusal = await account.refused('Ram', 'CreatePolicy', second);
    expect(refusal).toMatchObject({ status: 409, code: 'EntityAlreadyExists.Policy' });
    expect((await get(account, 'P')).Policy.Description).toBe('first');
  });

  it('change their description; an empty one clears it', async () => {
    const account = localyun.account();
    const made = await make(account, 'P', { Description: 'old' });
    await localyun.advance(3_000);
    const { Policy } = await account.ok('Ram', 'UpdatePolicyDescription', { PolicyName: 'P', NewDescription: 'new' });
    expect(Policy).toEqual({ ...made, Description: 'new', UpdateDate: utc });
    expect(Date.parse(Policy.UpdateDate) - Date.parse(Policy.CreateDate)).toBe(3_000);
    await account.ok('Ram', 'UpdatePolicyDescription', { PolicyName: 'P', NewDescription: '' });
    expect((await get(account, 'P')).Policy.Description).toBe('');
  });

  describe('in a list', () => {
    it('come by name, the own ones before those of the system, in pages', async () => {
      const account = localyun.account();
      for (const name of ['b', 'a', 'c']) await make(account, name);
      const all = names(await list(account));
      expect(all.slice(0, 4)).toEqual(['a', 'b', 'c', 'AdministratorAccess']);
      expect(all.slice(3)).toEqual([...all.slice(3)].sort());
      const seen: string[] = [];
      for (let Marker: string | undefined, more = true; more; ) {
        const page = await list(account, { MaxItems: 2, Marker });
        expect(page.Policies.Policy.length).toBeLessThanOrEqual(2);
        seen.push(...names(page));
        [Marker, more] = [page.Marker, page.IsTruncated];
      }
      expect(seen).toEqual(all);
    });

    it('come by type', async () => {
      const account = localyun.account();
      await make(account, 'own');
      expect(names(await list(account, { PolicyType: 'Custom' }))).toEqual(['own']);
      const system = await list(account, { PolicyType: 'System' });
      expect(names(system)).toContain('AliyunECSFullAccess');
      expect(names(system)).not.toContain('own');
      expect(names(await list(localyun.account(), { PolicyType: 'Custom' }))).toEqual([]);
      const first = await list(account, { PolicyType: 'System', MaxItems: 1 });
      const second = await list(account, { PolicyType: 'System', MaxItems: 1000, Marker: first.Marker });
      expect([...names(first), ...names(second)]).toEqual(names(system));
      expect(second.IsTruncated).toBe(false);
    });

    it('come with tags, and are found by them', async () => {
      const account = localyun.account();
      await make(account, 'one', { Tag: '[{"Key":"env","Value":"test"}]' });
      await make(account, 'two', { Tag: '[{"Key":"env","Value":"prod"}]' });
      const found = await list(account, { Tag: '[{"Key":"env","Value":"test"}]' });
      expect(found.Policies.Policy).toEqual([
        {
          PolicyName: 'one',
          PolicyType: 'Custom',
          Description: '',
          DefaultVersion: 'v1',
          CreateDate: utc,
          UpdateDate: utc,
          AttachmentCount: 0,
          Tags: { Tag: [{ TagKey: 'env', TagValue: 'test' }] },
        },
      ]);
      expect(names(await list(account, { Tag: '[{"Key":"env"}]' }))).toEqual(['one', 'two']);
      expect((await list(account)).Policies.Policy.at(-1).Tags).toEqual({ Tag: [] });
    });

    it('tell how often they are attached in the account', async () => {
      const account = localyun.account();
      await make(account, 'P');
      await role(account, 'r');
      await role(account, 's');
      await attach(account, 'P', 'r');
      await attach(account, 'P', 's');
      await attach(account, 'ReadOnlyAccess', 's', 'System');
      const counts = (answer: Body) =>
        Object.fromEntries(
          answer.Policies.Policy.filter((policy: Body) => policy.AttachmentCount > 0).map((policy: Body) => [
            `${policy.PolicyType}/${policy.PolicyName}`,
            policy.AttachmentCount,
          ]),
        );
      expect(counts(await list(account))).toEqual({ 'Custom/P': 2, 'System/ReadOnlyAccess': 1 });
      expect(counts(await list(localyun.account()))).toEqual({});
      expect((await get(account, 'P')).Policy.AttachmentCount).toBe(2);
    });
  });

  describe('to be deleted', () => {
    it('are attached to nobody', async () => {
      const account = localyun.account();
      await make(account, 'P');
      await role(account, 'r');
      await account.ok('Ram', 'CreateUser', { UserName: 'u' });
      await account.ok('Ram', 'CreateGroup', { GroupName: 'g' });
      const conflicts = [
        ['User', 'u', 'DeleteConflict.Policy.User'],
        ['Group', 'g', 'DeleteConflict.Policy.Group'],
        ['Role', 'r', 'DeleteConflict.Policy.Role'],
      ] as const;
      for (const [kind, name, code] of conflicts) {
        const attachment = { PolicyType: 'Custom', PolicyName: 'P', [`${kind}Name`]: name };
        await account.ok('Ram', `AttachPolicyTo${kind}`, attachment);
        for (const CascadingDelete of [false, true]) {
          const refusal = await account.refused('Ram', 'DeletePolicy', { PolicyName: 'P', CascadingDelete });
          expect(refusal).toMatchObject({ status: 409, code });
        }
        await account.ok('Ram', `DetachPolicyFrom${kind}`, attachment);
      }
      expect((await get(account, 'P')).Policy.PolicyName).toBe('P');
      await account.ok('Ram', 'DeletePolicy', { PolicyName: 'P' });
      expect((await account.refused('Ram', 'DeletePolicy', { PolicyName: 'P' })).code).toBe('EntityNotExist.Policy');
    });

    it('have no version but one, unless it is cascading; tags go, and the numbers begin anew', async () => {
      const account = localyun.account();
      await make(account, 'P', { Tag: '[{"Key":"k"}]' });
      await account.ok('Ram', 'CreatePolicyVersion', { PolicyName: 'P', PolicyDocument: allowing('*') });
      expect(await account.refused('Ram', 'DeletePolicy', { PolicyName: 'P' })).toMatchObject({
        status: 409,
        code: 'DeleteConflict.Policy.Version',
        message: expect.stringContaining('v2'),
      });
      await account.ok('Ram', 'DeletePolicy', { PolicyName: 'P', CascadingDelete: true });
      expect(names(await list(account, { PolicyType: 'Custom' }))).toEqual([]);
      await make(account, 'P');
      const { PolicyVersion } = await account.ok('Ram', 'CreatePolicyVersion', {
        PolicyName: 'P',
        PolicyDocument: allowing('*'),
      });
      expect(PolicyVersion.VersionId).toBe('v2');
      expect((await list(account)).Policies.Policy[0].Tags).toEqual({ Tag: [] });
    });

    it('count no longer', async () => {
      const account = localyun.account();
      const quotas = { 'ram-policies': 1 };
      await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
      await make(account, 'one');
      const two = { PolicyName: 'two', PolicyDocument: allowing('*') };
      const refusal = await account.refused('Ram', 'CreatePolicy', two);
      expect(refusal).toMatchObject({ status: 409, code: 'LimitExceeded.Policy' });
      expect(names(await list(account, { PolicyType: 'Custom' }))).toEqual(['one']);
      await account.ok('Ram', 'DeletePolicy', { PolicyName: 'one' });
      await make(account, 'two');
    });
  });

  const long = allowing('x'.repeat(6144));
  const named = { PolicyName: 'there' };
  const custom = { ...named, PolicyType: 'Custom' };
  const made = { PolicyName: 'new', PolicyDocument: allowing('*') };
  it.each([
    ['CreatePolicy', { ...made, PolicyName: '' }, 400, 'MissingParameter'],
    ['CreatePolicy', { ...made, PolicyDocument: '' }, 400, 'MissingParameter'],
    ['CreatePolicy', { ...made, PolicyName: 'x'.repeat(129) }, 400, 'InvalidParameter.PolicyName.Length'],
    ['CreatePolicy', { ...made, PolicyName: 'a.b' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    ['CreatePolicy', { ...made, Description: 'x'.repeat(1025) }, 400, 'InvalidParameter.Description.Length'],
    ['CreatePolicy', { ...made, PolicyDocument: long }, 400, 'InvalidParameter.PolicyDocument.Length'],
    ['CreatePolicy', { ...made, PolicyDocument: 'no JSON' }, 400, 'MalformedPolicyDocument'],
    ['CreatePolicy', { ...made, PolicyDocument: '{"Version":"2","Statement":[]}' }, 400, 'MalformedPolicyDocument'],
    ['CreatePolicy', { ...made, Tag: '[{"Key":"a"},{"Key":"a"}]' }, 400, 'Duplicate.TagKey'],
    ['GetPolicy', { ...custom, PolicyType: 'Own' }, 400, 'InvalidParameter.PolicyType'],
    ['GetPolicy', { ...custom, PolicyName: 'x'.repeat(129) }, 400, 'InvalidParameter.PolicyName.Length'],
    ['GetPolicy', { ...custom, PolicyName: 'ü' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    ['GetPolicy', named, 400, 'MissingParameter'],
    ['GetPolicy', { ...custom, PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
    ['GetPolicy', { PolicyType: 'System', PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
    ['DeletePolicy', { PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
    ['DeletePolicy', { PolicyName: 'AdministratorAccess' }, 404, 'EntityNotExist.Policy'],
    ['DeletePolicy', { PolicyName: 'x'.repeat(129) }, 400, 'InvalidParameter.PolicyName.Length'],
    ['DeletePolicy', { PolicyName: 'a b' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    ['UpdatePolicyDescription', named, 400, 'MissingParameter'],
    [
      'UpdatePolicyDescription',
      { ...named, NewDescription: 'x'.repeat(1025) },
      400,
      'InvalidParameter.Description.Length',
    ],
    ['UpdatePolicyDescription', { PolicyName: 'none', NewDescription: 'x' }, 404, 'EntityNotExist.Policy'],
    [
      'UpdatePolicyDescription',
      { PolicyName: 'a_b', NewDescription: 'x' },
      400,
      'InvalidParameter.PolicyName.InvalidChars',
    ],
    [
      'UpdatePolicyDescription',
      { PolicyName: 'x'.repeat(129), NewDescription: 'x' },
      400,
      'InvalidParameter.PolicyName.Length',
    ],
    ['ListPolicies', { PolicyType: 'custom' }, 400, 'InvalidParameter.PolicyType'],
    ['ListPolicies', { MaxItems: 1001 }, 400, 'InvalidParameter'],
    ['ListPolicies', { Marker: 'nonsense' }, 400, 'InvalidParameter'],
    ['ListPolicies', { Tag: '[{"Value":"v"}]' }, 400, 'InvalidParameter.TagKey'],
    ['ListPolicies', { Tag: '["v"]' }, 400, 'InvalidParameter.Tag'],
    ['ListPolicies', { Tag: JSON.stringify(Array(21).fill({ Key: 'k' })) }, 400, 'NumberExceed.Tags'],
  ])('%s refuses %j', async (action, parameters, status, code) => {
    const account = localyun.account();
    await make(account, 'there', { Description: 'kept' });
    expect(await account.refused('Ram', action, parameters)).toMatchObject({ status, code });
    const { Policies } = await list(account, { PolicyType: 'Custom' });
    expect(Policies.Policy).toMatchObject([{ PolicyName: 'there', Description: 'kept', DefaultVersion: 'v1' }]);
  });
});
