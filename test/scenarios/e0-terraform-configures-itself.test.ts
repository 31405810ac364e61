import { expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import type { Body } from '../support/test-account.ts';
import { ScenarioClient } from './driver.ts';
import { sdkV1, teaRpc } from './wire.ts';

const localyun = startTestLocalyun();

it('Terraform asks which site the account is of, and takes any success for the Chinese one', async () => {
  const terraform = new ScenarioClient(localyun, localyun.account(), teaRpc);
  const product = 'vipcloudfw';
  const answer = await terraform.ok('BssOpenApi', 'QueryAvailableInstances', {
    PageSize: '50',
    PageNum: 1,
    ProductCode: product,
    ProductType: product,
    SubscriptionType: 'Subscription',
  });
  // Otherwise a body with these fields is taken for a failure.
  expect(answer).toMatchObject({ Code: 'Success', Success: true, Data: { InstanceList: [] } });
});

it.each(['ecs', 'vpc', 'resourcemanager'])('Terraform looks up where %s is, and comes back here', async (code) => {
  const terraform = new ScenarioClient(localyun, localyun.account(), sdkV1);
  const answer = await terraform.ok('Location', 'DescribeEndpoints', { ServiceCode: code, Id: 'cn-hangzhou' });
  const found = answer.Endpoints.Endpoint.find((one: Body) => one.Type === 'openAPI');
  expect(found.Endpoint).toBe(`127.0.0.1:${localyun.port}`);
});

it('Terraform learns only when it needs to who it is', async () => {
  const account = localyun.account();
  const terraform = new ScenarioClient(localyun, account, sdkV1);
  expect(await terraform.ok('Sts', 'GetCallerIdentity', {})).toMatchObject({ AccountId: account.accountId });
});
