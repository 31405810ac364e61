import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('MoveResourceGroup', () => {
  const localyun = startTestLocalyun();
  const move = (account: TestAccount, ResourceType: string, ResourceId: string, NewResourceGroupId: string) =>
    account.ok('Vpc', 'MoveResourceGroup', { RegionId, ResourceType, ResourceId, NewResourceGroupId });

  it('moves a VPC, and its vSwitches and route tables with it', async () => {
    const account = localyun.account();
    const { vpcId, vSwitchId } = await account.network();
    const ResourceGroupId = await account.resourceGroup();
    const answer = await move(account, 'VPC', vpcId, ResourceGroupId);
    expect(Object.keys(answer)).toEqual(['RequestId']);
    const filter = { RegionId, ResourceGroupId };
    expect(await account.ok('Vpc', 'DescribeVpcs', filter)).toMatchObject({
      TotalCount: 1,
      Vpcs: { Vpc: [{ VpcId: vpcId, ResourceGroupId }] },
    });
    expect(await account.ok('Vpc', 'DescribeVSwitches', filter)).toMatchObject({
      TotalCount: 1,
      VSwitches: { VSwitch: [{ VSwitchId: vSwitchId, ResourceGroupId }] },
    });
    expect(await account.ok('Vpc', 'DescribeRouteTableList', filter)).toMatchObject({
      TotalCount: 1,
      RouterTableList: { RouterTableListType: [{ VpcId: vpcId, ResourceGroupId }] },
    });
    // Once more, as after a lost answer, and by another spelling.
    await move(account, 'vpc', vpcId, ResourceGroupId);
  });

  it('moves an elastic IP address, and back to the default group', async () => {
    const account = localyun.account();
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const ResourceGroupId = await account.resourceGroup();
    const found = async (id: string) => {
      const answer = await account.ok('Vpc', 'DescribeEipAddresses', { RegionId, ResourceGroupId: id });
      return answer.EipAddresses.EipAddress.map((eip: { AllocationId: string }) => eip.AllocationId);
    };
    const groups = await account.ok('ResourceManager', 'ListResourceGroups', {});
    const { Id: defaultId } = groups.ResourceGroups.ResourceGroup[0];
    expect([await found(defaultId), await found(ResourceGroupId)]).toEqual([[AllocationId], []]);
    await move(account, 'EIP', AllocationId, ResourceGroupId);
    expect([await found(defaultId), await found(ResourceGroupId)]).toEqual([[], [AllocationId]]);
    await move(account, 'Eip', AllocationId, defaultId);
    expect([await found(defaultId), await found(ResourceGroupId)]).toEqual([[AllocationId], []]);
    await account.ok('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId });
  });

  it('is refused for what is not there, cannot be moved, or is not ready', async () => {
    const [account, stranger] = [localyun.account(), localyun.account()];
    const { vpcId, vSwitchId } = await account.network();
    const NewResourceGroupId = 'rg-none';
    const defaultId = (await account.ok('ResourceManager', 'ListResourceGroups', {})).ResourceGroups.ResourceGroup[0]
      .Id;
    const request = { RegionId, ResourceType: 'VPC', ResourceId: vpcId, NewResourceGroupId: defaultId };
    for (const [wrong, code] of [
      [{ NewResourceGroupId }, 'InvalidResourceGroupId'],
      [{ NewResourceGroupId: await stranger.resourceGroup() }, 'InvalidResourceGroupId'],
      [{ ResourceId: 'vpc-none' }, 'InvalidResourceId.NotFound'],
      [{ RegionId: 'cn-beijing' }, 'InvalidResourceId.NotFound'],
      [{ ResourceType: 'VSWITCH', ResourceId: vSwitchId }, 'IllegalParam.ResourceType'],
      [{ ResourceType: 'BandwidthPackage' }, 'IllegalParam.ResourceType'],
      [{ NewResourceGroupId: undefined }, 'MissingParameter'],
    ] as const) {
      const refusal = await account.refused('Vpc', 'MoveResourceGroup', { ...request, ...wrong });
      expect([wrong, refusal]).toMatchObject([wrong, { status: 400, code }]);
    }
    const { VpcId: fresh } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    expect(await account.refused('Vpc', 'MoveResourceGroup', { ...request, ResourceId: fresh })).toMatchObject({
      status: 400,
      code: 'OperationFailed.InstanceStatusNotAllowed',
    });
  });

  it('goes with groups that CreateVpc and AllocateEipAddress check', async () => {
    const account = localyun.account();
    for (const action of ['CreateVpc', 'AllocateEipAddress']) {
      const refusal = await account.refused('Vpc', action, { RegionId, ResourceGroupId: 'rg-none' });
      expect(refusal).toMatchObject({ status: 400, code: 'InvalidResourceGroupId' });
      expect(refusal.message).toContain('rg-none');
    }
  });
});
