import { createRequire } from 'node:module';
import type Sdk from '@alicloud/bssopenapi20171214';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';

const sdk = createRequire(import.meta.url)('@alicloud/bssopenapi20171214') as typeof Sdk;
const localyun = startTestLocalyun();

it('the official billing client reads the list typed', async () => {
  const account = localyun.account();
  const instanceId = await account.runInstance(await account.network());
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: account.accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );
  const wanted = new sdk.QueryAvailableInstancesRequest({ productCode: 'ecs', subscriptionType: 'PayAsYouGo' });
  const { body } = await client.queryAvailableInstances(wanted);
  expect(body).toMatchObject({ success: true, code: 'Success' });
  expect(body?.data?.instanceList?.map((one) => one.instanceID)).toEqual([instanceId]);
});
