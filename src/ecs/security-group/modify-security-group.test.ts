import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { makeGroup } from './rules-of-groups.fixture.ts';

describe('ModifySecurityGroupAttribute', () => {
  const localyun = startTestLocalyun();

  it('changes name and description, keeps what is not given, and clears the description by an empty one', async () => {
    const group = await makeGroup(localyun);
    const described = async () => (await group.ok('DescribeSecurityGroups')).SecurityGroups.SecurityGroup[0];
    await group.ok('ModifySecurityGroupAttribute', { SecurityGroupName: 'web-1', Description: 'the web' });
    expect(await described()).toMatchObject({ SecurityGroupName: 'web-1', Description: 'the web' });
    await group.ok('ModifySecurityGroupAttribute', { SecurityGroupName: 'web-2' });
    expect(await described()).toMatchObject({ SecurityGroupName: 'web-2', Description: 'the web' });
    const answer = await group.ok('ModifySecurityGroupAttribute');
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await described()).toMatchObject({ SecurityGroupName: 'web-2', Description: 'the web' });
    await group.ok('ModifySecurityGroupAttribute', { SecurityGroupName: '', Description: '' });
    expect(await described()).toMatchObject({ SecurityGroupName: 'web-2', Description: '' });
  });

  it.each([
    [{ SecurityGroupName: '1' }, 400, 'InvalidSecurityGroupName.Malformed'],
    [{ SecurityGroupName: 'https://x' }, 400, 'InvalidSecurityGroupName.Malformed'],
    [{ Description: 'http://x' }, 400, 'InvalidSecurityGroupDiscription.Malformed'],
    [{ Description: 'x' }, 400, 'InvalidSecurityGroupDiscription.Malformed'],
    [{ SecurityGroupId: 'sg-none' }, 404, 'InvalidSecurityGroupId.NotFound'],
    [{ SecurityGroupId: '$' }, 400, 'InvalidSecurityGroupId.Malformed'],
  ])('refuses %j', async (wrong, status, code) => {
    const group = await makeGroup(localyun);
    expect(await group.refused('ModifySecurityGroupAttribute', wrong)).toMatchObject({ status, code });
  });
});

describe('ModifySecurityGroupPolicy', () => {
  const localyun = startTestLocalyun();

  it('sets whether members of a basic group reach each other, in any letter case', async () => {
    const group = await makeGroup(localyun);
    const policy = async () => (await group.ok('DescribeSecurityGroupAttribute')).InnerAccessPolicy;
    for (const [given, shown] of [
      ['drop', 'Drop'],
      ['Drop', 'Drop'],
      ['ACCEPT', 'Accept'],
    ]) {
      await group.ok('ModifySecurityGroupPolicy', { InnerAccessPolicy: given });
      expect(await policy()).toBe(shown);
    }
  });

  it('leaves that of an advanced group as it is', async () => {
    const group = await makeGroup(localyun, undefined, { SecurityGroupType: 'enterprise' });
    const refusal = await group.refused('ModifySecurityGroupPolicy', { InnerAccessPolicy: 'Accept' });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidGroupParameter.OperationDenied' });
    await group.ok('ModifySecurityGroupPolicy', { InnerAccessPolicy: 'Drop' });
    expect(await group.ok('DescribeSecurityGroupAttribute')).toMatchObject({ InnerAccessPolicy: 'Drop' });
  });

  it.each([
    [{ InnerAccessPolicy: 'deny' }, 400, 'InvalidPolicy.Malformed'],
    [{}, 400, 'MissingParameter'],
    [{ InnerAccessPolicy: 'Drop', SecurityGroupId: '$' }, 400, 'InvalidSecurityGroupId.Malformed'],
    [{ InnerAccessPolicy: 'Drop', SecurityGroupId: 'sg-none' }, 404, 'InvalidSecurityGroupId.NotFound'],
  ])('refuses %j', async (wrong, status, code) => {
    const group = await makeGroup(localyun);
    expect(await group.refused('ModifySecurityGroupPolicy', wrong)).toMatchObject({ status, code });
  });
});
