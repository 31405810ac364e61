import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { send } from '../../../test/support/signed-client.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';
import { makeClassicGroup, makeGroup, RegionId } from './rules-of-groups.fixture.ts';

const everything = { IpProtocol: 'all', PortRange: '-1/-1' };

describe('DescribeSecurityGroupReferences', () => {
  const localyun = startTestLocalyun();
  const references = async (account: TestAccount, ...ids: string[]) =>
    (await account.ok('Ecs', 'DescribeSecurityGroupReferences', { RegionId, SecurityGroupId: ids }))
      .SecurityGroupReferences.SecurityGroupReference;

  it('tells which groups have rules that refer to a group, each once', async () => {
    const one = await makeGroup(localyun);
    const { account, vpcId } = one;
    const two = await makeGroup(localyun, account, { VpcId: vpcId });
    const three = await makeGroup(localyun, account, { VpcId: vpcId });
    expect(await references(account, one.id)).toEqual([]);
    await two.ok('AuthorizeSecurityGroup', { ...everything, SourceGroupId: one.id });
    await two.ok('AuthorizeSecurityGroupEgress', { ...everything, DestGroupId: one.id });
    await three.ok('AuthorizeSecurityGroup', { ...everything, SourceGroupId: one.id });
    await one.ok('AuthorizeSecurityGroup', { ...everything, SourceGroupId: three.id });
    const referring = (...groups: { id: string }[]) => ({
      ReferencingSecurityGroup: groups
        .map(({ id }) => ({ SecurityGroupId: id, AliUid: account.accountId }))
        .sort((a, b) => (a.SecurityGroupId < b.SecurityGroupId ? -1 : 1)),
    });
    const found = await references(account, one.id, two.id, three.id);
    expect(found).toHaveLength(2);
    expect(found).toEqual(
      expect.arrayContaining([
        { SecurityGroupId: one.id, ReferencingSecurityGroups: referring(two, three) },
        { SecurityGroupId: three.id, ReferencingSecurityGroups: referring(one) },
      ]),
    );
  });

  it.each([
    [[], 400, 'MissingParameter'],
    [['sg-none'], 404, 'InvalidSecurityGroupId.NotFound'],
    [['sg 1'], 400, 'InvalidSecurityGroupId.Malformed'],
    [Array.from({ length: 11 }, (_, n) => `sg-${n}`), 400, 'InvalidSecurityGroupId.Malformed'],
  ])('refuses %j', async (SecurityGroupId, status, code) => {
    const parameters = { RegionId, SecurityGroupId };
    const refusal = await localyun.account().refused('Ecs', 'DescribeSecurityGroupReferences', parameters);
    expect(refusal).toMatchObject({ status, code });
  });

  it('a group that rules of another refer to cannot be deleted; its own rules go with it', async () => {
    const one = await makeGroup(localyun);
    const two = await makeGroup(localyun, one.account, { VpcId: one.vpcId });
    const rule = { ...everything, SourceGroupId: one.id };
    await two.ok('AuthorizeSecurityGroup', rule);
    const refusal = await one.refused('DeleteSecurityGroup');
    expect(refusal).toMatchObject({ status: 403, code: 'DependencyViolation' });
    expect(refusal.message).toContain(two.id);
    await two.ok('RevokeSecurityGroup', rule);
    await one.ok('AuthorizeSecurityGroup', { ...everything, SourceGroupId: two.id });
    await one.ok('DeleteSecurityGroup');
    expect(await references(two.account, two.id)).toEqual([]);
    await two.ok('DeleteSecurityGroup');
  });

  it('rules that refer to groups of an account go when that account is emptied', async () => {
    const foreign = await makeClassicGroup(localyun);
    const own = await makeClassicGroup(localyun);
    const SourceGroupOwnerId = foreign.account.accountId;
    await own.ok('AuthorizeSecurityGroup', {
      ...everything,
      NicType: 'intranet',
      SourceGroupId: foreign.id,
      SourceGroupOwnerId,
    });
    expect(await references(foreign.account, foreign.id)).toMatchObject([
      { ReferencingSecurityGroups: { ReferencingSecurityGroup: [{ AliUid: own.account.accountId }] } },
    ]);
    const reset = await send(localyun.port, 'POST', `/_localyun/reset?account=${SourceGroupOwnerId}`);
    expect(reset.status).toBe(200);
    expect(await own.rules()).toEqual([]);
  });
});
