import { createRequire } from 'node:module';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type PopCore from '@alicloud/pop-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Localyun, startLocalyun } from '../../src/index.ts';

const require = createRequire(import.meta.url);
const sdk = require('@alicloud/ecs20140526') as typeof Sdk;
const { RPCClient } = require('@alicloud/pop-core') as { RPCClient: typeof PopCore };

describe('an account of the library', () => {
  let localyun: Localyun;
  beforeAll(async () => {
    localyun = await startLocalyun({ logLevel: 'error' });
  });
  afterAll(() => localyun.close());

  it('is one that nobody else has, or always the same by its name', () => {
    expect(localyun.account().accountId).not.toBe(localyun.account().accountId);
    expect(localyun.account('team')).toEqual(localyun.account('team'));
    for (const name of ['', 'with space', 'x'.repeat(65)]) {
      expect(() => localyun.account(name)).toThrow(JSON.stringify(name));
    }
  });

  it('is used by the official SDK as it is', async () => {
    const { sdkConfig } = localyun.account();
    const client = new sdk.default(new $OpenApiUtil.Config(sdkConfig));
    const request = new sdk.DescribeNetworkInterfacesRequest({ regionId: sdkConfig.regionId });
    const { body } = await client.describeNetworkInterfaces(request);
    expect(body?.totalCount).toBe(0);
  });

  it('is used by the older SDK as it is', async () => {
    const { popCoreConfig, accountId } = localyun.account();
    const client = new RPCClient({ ...popCoreConfig, apiVersion: '2015-04-01' });
    expect(await client.request('GetCallerIdentity', {})).toMatchObject({ AccountId: accountId });
  });

  it('is that of the calls for accounts', async () => {
    const { accountId, accessKeyId } = localyun.account('same');
    expect(await localyun.accounts.add('same')).toMatchObject({ id: accountId, accessKeyId });
  });
});
