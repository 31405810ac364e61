import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const RegionId = 'cn-hangzhou';
const absent = { status: 404, code: 'InvalidVpcId.NotFound' };

describe('DeleteVpc', () => {
  const localyun = startTestLocalyun();

  it('takes the VPC, its route table and its tags away at once', async () => {
    const account = localyun.account();
    const { VpcId, RouteTableId } = await account.ok('Vpc', 'CreateVpc', { RegionId, Tag: [{ Key: 'a', Value: 'b' }] });
    const { VpcId: kept } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    await account.ok('Vpc', 'TagResources', {
      RegionId,
      ResourceType: 'ROUTETABLE',
      ResourceId: [RouteTableId],
      Tag: [{ Key: 'a', Value: 'b' }],
    });
    await localyun.advance(1_000);
    await account.ok('Vpc', 'DeleteVpc', { RegionId, VpcId });

    expect(await account.refused('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId })).toMatchObject(absent);
    expect((await account.ok('Vpc', 'DescribeVpcs', { RegionId })).Vpcs.Vpc).toMatchObject([{ VpcId: kept }]);
    expect((await account.ok('Vpc', 'DescribeRouteTableList', { RegionId, VpcId })).TotalCount).toBe(0);
    for (const [ResourceType, id] of [
      ['VPC', VpcId],
      ['ROUTETABLE', RouteTableId],
    ]) {
      const tags = await account.ok('Vpc', 'ListTagResources', { RegionId, ResourceType, ResourceId: [id] });
      expect(tags.TagResources.TagResource).toEqual([]);
    }
    expect(await account.refused('Vpc', 'DeleteVpc', { RegionId, VpcId })).toMatchObject(absent);
  });

  it('answers 404 for what is not there, not the caller’s, or in another region', async () => {
    const account = localyun.account();
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    await localyun.advance(1_000);
    const refuse = (parameters: object, by = account) =>
      by.refused('Vpc', 'DeleteVpc', { RegionId, VpcId, ...parameters });
    expect(await refuse({ VpcId: 'vpc-none' })).toMatchObject(absent);
    expect(await refuse({ RegionId: 'cn-beijing' })).toMatchObject(absent);
    expect(await refuse({}, localyun.account())).toMatchObject(absent);
    await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
  });

  it('finds the VPC in any region when none is named, and counts it off there', async () => {
    const account = localyun.account();
    const elsewhere = 'cn-beijing';
    const made: string[] = [];
    for (let n = 0; n < 10; n += 1) made.push((await account.ok('Vpc', 'CreateVpc', { RegionId: elsewhere })).VpcId);
    await localyun.advance(1_000);
    await account.ok('Vpc', 'DeleteVpc', { VpcId: made[0] });
    await account.ok('Vpc', 'CreateVpc', { RegionId: elsewhere });
  });

  it('refuses while the VPC is Pending', async () => {
    const account = localyun.account();
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    expect(await account.refused('Vpc', 'DeleteVpc', { RegionId, VpcId })).toMatchObject({
      status: 400,
      code: 'IncorrectVpcStatus',
    });
  });

  it('refuses while vSwitches or security groups are left, even by force', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { vpcId: VpcId, vSwitchId: VSwitchId, securityGroupId: SecurityGroupId } = network;
    const bySwitch = await account.refused('Vpc', 'DeleteVpc', { RegionId, VpcId, ForceDelete: true });
    expect(bySwitch).toMatchObject({ status: 400, code: 'DependencyViolation.VSwitch' });
    expect(bySwitch.message).toContain(VSwitchId);
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    const byGroup = await account.refused('Vpc', 'DeleteVpc', { RegionId, VpcId, ForceDelete: true });
    expect(byGroup).toMatchObject({ status: 400, code: 'DependencyViolation.SecurityGroup' });
    expect(byGroup.message).toContain(SecurityGroupId);
    await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId });
    await account.ok('Vpc', 'DeleteVpc', { RegionId, VpcId });
  });

  it('only checks with DryRun', async () => {
    const account = localyun.account();
    const { vpcId: VpcId, vSwitchId: VSwitchId, securityGroupId: SecurityGroupId } = await account.network();
    const dry = () => account.refused('Vpc', 'DeleteVpc', { RegionId, VpcId, DryRun: true });
    expect(await dry()).toMatchObject({ code: 'DependencyViolation.VSwitch' });
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId });
    expect(await dry()).toMatchObject({ status: 400, code: 'DryRunOperation' });
    await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
  });
});
