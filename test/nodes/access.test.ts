import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { call } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import { describeNodes, startNodes } from './nodes.ts';

/** What a server knows of accounts and policies it knows for so long, in milliseconds. */
const knownForMs = 1_000;

describeNodes('what one server changes of accounts, another one', () => {
  const nodes = startNodes(2, { logLevel: 'silent' });

  it('knows within a second: quotas, policies and keys', async () => {
    const owner = nodes.account('access', 0);
    const network = await owner.network();
    await owner.ok('Ram', 'CreateUser', { UserName: 'alice' });
    const { AccessKey } = await owner.ok('Ram', 'CreateAccessKey', { UserName: 'alice' });
    const key = { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret };
    const list = async () => {
      const parameters = { RegionId: network.regionId };
      const { status, text } = await call(nodes.node(1).port, key, 'Ecs', 'DescribeNetworkInterfaces', parameters);
      return status === 200 ? 'allowed' : (JSON.parse(text) as Body).Code;
    };
    const attach = (action: 'AttachPolicyToUser' | 'DetachPolicyFromUser') =>
      owner.ok('Ram', action, { UserName: 'alice', PolicyType: 'System', PolicyName: 'AdministratorAccess' });
    expect(await list()).toBe('Forbidden.RAM');
    await attach('AttachPolicyToUser');
    await sleep(knownForMs);
    expect(await list()).toBe('allowed');
    await attach('DetachPolicyFromUser');
    await sleep(knownForMs);
    expect(await list()).toBe('Forbidden.RAM');
    const inactive = { UserName: 'alice', UserAccessKeyId: key.accessKeyId, Status: 'Inactive' };
    await owner.ok('Ram', 'UpdateAccessKey', inactive);
    await sleep(knownForMs);
    expect(await list()).toBe('Forbidden.AccessKeyDisabled');

    const elsewhere = nodes.account('access', 1);
    await elsewhere.createNetworkInterface(network);
    const quotas = { 'network-interfaces': 1 };
    await nodes.node(0).levers.seed({ accounts: [{ accessKeyId: owner.accessKeyId, quotas }] });
    await sleep(knownForMs);
    const refused = await elsewhere.refused('Ecs', 'CreateNetworkInterface', {
      RegionId: network.regionId,
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
    });
    expect(refused.code).toBe('MaxEniCountExceeded');
  });

  it('does not take an account that was reset for a defect: it answers 503 until it knows, and then makes it anew', async () => {
    const [first, second] = [nodes.account('reset', 0), nodes.account('reset', 1)];
    const create = () => second.call('Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou', CidrBlock: '10.0.0.0/8' });
    expect((await create()).status).toBe(200);
    await nodes.node(0).levers.reset(undefined);
    const { status, text } = await create();
    expect(status === 200 ? 'ServiceUnavailable' : (JSON.parse(text) as Body).Code).toBe('ServiceUnavailable');
    await sleep(knownForMs);
    expect((await create()).status).toBe(200);
    const listed = await first.ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou' });
    expect(listed.TotalCount).toBe(status === 200 ? 2 : 1);
  });
});
