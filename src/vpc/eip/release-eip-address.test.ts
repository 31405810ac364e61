import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('ModifyEipAddressAttribute, DeletionProtection, ReleaseEipAddress', () => {
  const localyun = startTestLocalyun();

  const setUp = async (parameters = {}) => {
    const account = localyun.account();
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId, ...parameters });
    return { account, AllocationId: AllocationId as string };
  };
  const describeEip = async (account: TestAccount, AllocationId: string): Promise<Body | undefined> =>
    (await account.ok('Vpc', 'DescribeEipAddresses', { RegionId, AllocationId })).EipAddresses.EipAddress[0];

  it('changes name, description and bandwidth, each alone, and clears the texts', async () => {
    const { account, AllocationId } = await setUp({ Name: 'old', Description: 'old text' });
    const modify = (parameters: Body) =>
      account.ok('Vpc', 'ModifyEipAddressAttribute', { RegionId, AllocationId, ...parameters });
    expect(Object.keys(await modify({ Name: 'new' }))).toEqual(['RequestId']);
    expect(await describeEip(account, AllocationId)).toMatchObject({ Name: 'new', Description: 'old text' });
    await modify({ Bandwidth: '500' });
    expect(await describeEip(account, AllocationId)).toMatchObject({ Name: 'new', Bandwidth: '500' });
    await modify({ Name: '', Description: '' });
    expect(await describeEip(account, AllocationId)).toMatchObject({ Name: '', Description: '', Bandwidth: '500' });
    await modify({});
    expect(await describeEip(account, AllocationId)).toMatchObject({ Name: '', Bandwidth: '500' });
  });

  it.each([
    [{ Bandwidth: '201' }, 400, 'InvalidParameter'],
    [{ Name: 'http://x' }, 400, 'InvalidParameter'],
    [{ Description: 'x'.repeat(257) }, 400, 'InvalidParameter'],
    [{ AllocationId: 'eip-none' }, 404, 'InvalidAllocationId.NotFound'],
    [{ RegionId: 'cn-beijing' }, 404, 'InvalidAllocationId.NotFound'],
  ])('refuses to modify with %j', async (wrong, status, code) => {
    const { account, AllocationId } = await setUp({ InternetChargeType: 'PayByTraffic' });
    const parameters = { RegionId, AllocationId, Description: 'changed', ...wrong };
    expect(await account.refused('Vpc', 'ModifyEipAddressAttribute', parameters)).toMatchObject({ status, code });
    expect((await describeEip(account, AllocationId))?.Description).toBe('');
  });

  it('does not release a protected address', async () => {
    const { account, AllocationId } = await setUp();
    const protect = (ProtectionEnable: boolean) =>
      account.ok('Vpc', 'DeletionProtection', { RegionId, InstanceId: AllocationId, Type: 'EIP', ProtectionEnable });
    await protect(true);
    await protect(true);
    expect((await describeEip(account, AllocationId))?.DeletionProtection).toBe(true);
    const refusal = await account.refused('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidOperation.DeletionProtection' });
    expect(refusal.message).toContain(AllocationId);
    await account.ok('Vpc', 'ModifyEipAddressAttribute', { RegionId, AllocationId, Name: 'still' });
    expect(await describeEip(account, AllocationId)).toMatchObject({ Name: 'still', DeletionProtection: true });
    await protect(false);
    await account.ok('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
  });

  it('protects nothing but elastic IP addresses', async () => {
    const { account, AllocationId } = await setUp();
    const protect = { RegionId, InstanceId: AllocationId, Type: 'EIP', ProtectionEnable: true };
    const refused = (wrong: Body) => account.refused('Vpc', 'DeletionProtection', { ...protect, ...wrong });
    expect(await refused({ Type: 'NATGW' })).toMatchObject({ status: 400, code: 'DeletionProtection.TypeNotSupport' });
    const notFound = { status: 404, code: 'InvalidAllocationId.NotFound' };
    expect(await refused({ InstanceId: 'eip-none' })).toMatchObject(notFound);
    expect(await refused({ RegionId: 'cn-beijing' })).toMatchObject(notFound);
  });

  it('releases an available address for good, its tags with it', async () => {
    const { account, AllocationId } = await setUp({ Tag: [{ Key: 'gone', Value: 'soon' }] });
    const answer = await account.ok('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await describeEip(account, AllocationId)).toBeUndefined();
    const tags = await account.ok('Vpc', 'ListTagResources', { RegionId, ResourceType: 'EIP', Tag: [{ Key: 'gone' }] });
    expect(tags.TagResources.TagResource).toEqual([]);
    const again = await account.refused('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
    expect(again).toMatchObject({ status: 404, code: 'InvalidAllocationId.NotFound' });
  });

  it('releases neither an associated address nor one of another account or region', async () => {
    const { account, AllocationId } = await setUp();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    await account.ok('Vpc', 'AssociateEipAddress', {
      RegionId,
      AllocationId,
      InstanceId: NetworkInterfaceId,
      InstanceType: 'NetworkInterface',
    });
    const refused = (by: TestAccount, parameters: Body) => by.refused('Vpc', 'ReleaseEipAddress', parameters);
    const inUse = await refused(account, { RegionId, AllocationId });
    expect(inUse).toMatchObject({ status: 400, code: 'IncorrectEipStatus' });
    expect(inUse.message).toContain('InUse');
    const notFound = { status: 404, code: 'InvalidAllocationId.NotFound' };
    expect(await refused(localyun.account(), { RegionId, AllocationId })).toMatchObject(notFound);
    expect(await refused(account, { RegionId: 'cn-beijing', AllocationId })).toMatchObject(notFound);
    expect(await describeEip(account, AllocationId)).toMatchObject({ Status: 'InUse' });
  });

  it('can be tagged', async () => {
    const { account, AllocationId } = await setUp();
    const resource = { RegionId, ResourceType: 'EIP', ResourceId: [AllocationId] };
    await account.ok('Vpc', 'TagResources', { ...resource, Tag: [{ Key: 'team', Value: 'web' }] });
    expect((await describeEip(account, AllocationId))?.Tags).toEqual({ Tag: [{ Key: 'team', Value: 'web' }] });
    const listed = await account.ok('Vpc', 'ListTagResources', resource);
    expect(listed.TagResources.TagResource).toEqual([
      { ResourceId: AllocationId, ResourceType: 'EIP', TagKey: 'team', TagValue: 'web' },
    ]);
    await account.ok('Vpc', 'UnTagResources', { ...resource, TagKey: ['team'] });
    expect((await describeEip(account, AllocationId))?.Tags).toEqual({ Tag: [] });
    const unknown = { ...resource, ResourceId: ['eip-none'], Tag: [{ Key: 'a' }] };
    expect(await account.refused('Vpc', 'TagResources', unknown)).toMatchObject({
      code: 'InvalidInstanceIds.NotFound',
    });
  });
});
