import { createRequire } from 'node:module';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type Sdk from '@alicloud/resourcemanager20200331';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';

const sdk = createRequire(import.meta.url)('@alicloud/resourcemanager20200331') as typeof Sdk;

describe('the official Resource Manager client', () => {
  const localyun = startTestLocalyun();

  it('leads a resource group through its life', async () => {
    const account = localyun.account();
    const client = new sdk.default(
      new $OpenApiUtil.Config({
        accessKeyId: account.accessKeyId,
        accessKeySecret: 'localyun',
        protocol: 'http',
        endpoint: `127.0.0.1:${localyun.port}`,
      }),
    );
    const refusal = (call: Promise<unknown>) =>
      call.then(
        () => undefined,
        (error: { code: string; statusCode: number }) => ({ code: error.code, status: error.statusCode }),
      );

    const { body: made } = await client.createResourceGroup(
      new sdk.CreateResourceGroupRequest({
        name: 'my-project',
        displayName: 'My project',
        tag: [new sdk.CreateResourceGroupRequestTag({ key: 'env', value: 'test' })],
      }),
    );
    const resourceGroupId = made?.resourceGroup?.id ?? '';
    expect(made?.resourceGroup).toMatchObject({ status: 'Creating', name: 'my-project', accountId: account.accountId });
    await localyun.advance(1_000);

    const get = () => client.getResourceGroup(new sdk.GetResourceGroupRequest({ resourceGroupId, includeTags: true }));
    const group = (await get()).body?.resourceGroup;
    expect(group?.status).toBe('OK');
    expect(group?.tags?.toMap()).toEqual({ Tag: [{ TagKey: 'env', TagValue: 'test' }] });
    expect(group?.regionStatuses?.regionStatus?.map((region) => region.status)).toContain('OK');

    await client.updateResourceGroup(new sdk.UpdateResourceGroupRequest({ resourceGroupId, newDisplayName: 'New' }));
    const list = new sdk.ListResourceGroupsRequest({ status: 'OK', pageSize: 50 });
    const { body: groups } = await client.listResourceGroups(list);
    expect(groups?.totalCount).toBe(2);
    expect(groups?.resourceGroups?.resourceGroup?.map(({ name, displayName }) => [name, displayName])).toEqual([
      ['default', 'default resource group'],
      ['my-project', 'New'],
    ]);

    const tags = [new sdk.TagResourcesRequestTag({ key: 'team', value: 'blue' })];
    await client.tagResources(new sdk.TagResourcesRequest({ resourceId: [resourceGroupId], tag: tags }));
    await client.untagResources(new sdk.UntagResourcesRequest({ resourceId: [resourceGroupId], tagKey: ['env'] }));
    const { body: tagged } = await client.listTagResources(
      new sdk.ListTagResourcesRequest({ resourceType: 'ResourceGroup', resourceId: [resourceGroupId] }),
    );
    expect(tagged?.tagResources?.map(({ tagKey, tagValue }) => [tagKey, tagValue])).toEqual([['team', 'blue']]);

    const remove = () => client.deleteResourceGroup(new sdk.DeleteResourceGroupRequest({ resourceGroupId }));
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', {
      RegionId: 'cn-hangzhou',
      ResourceGroupId: resourceGroupId,
    });
    expect(await refusal(remove())).toEqual({ code: 'DeleteConflict.ResourceGroup.Resource', status: 409 });
    await account.ok('Vpc', 'ReleaseEipAddress', { AllocationId });
    expect((await remove()).body?.resourceGroup?.status).toBe('PendingDelete');
    await localyun.advance(1_000);
    expect(await refusal(get())).toEqual({ code: 'EntityNotExists.ResourceGroup', status: 404 });
  });
});
