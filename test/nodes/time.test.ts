import { expect, it } from 'vitest';
import { PostgresStore } from '../../src/store/postgres.ts';
import { sql } from '../../src/store/statement.ts';
import { call } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import { checkState, describeNodes, startNodes } from './nodes.ts';

const all = (count: number) => Array.from({ length: count }, (_, index) => index);
const pending = sql<{ count: number }>('SELECT COUNT(*) AS "count" FROM transition');

describeNodes('delayed changes of two servers', () => {
  const nodes = startNodes(2);

  it('happen once, at whichever server is asked first, under a clock that any of them moves', async () => {
    const [first, second] = [nodes.account('changes', 0), nodes.account('changes', 1)];
    const network = await first.network();
    const made: string[] = [];
    for (const index of all(20)) {
      made.push((await [first, second][index % 2]!.createNetworkInterface(network)).NetworkInterfaceId);
    }
    const before = Date.parse(nodes.node(1).levers.clock().now);
    for (const [index, NetworkInterfaceId] of made.entries()) {
      const parameters = { RegionId: network.regionId, NetworkInterfaceId };
      await [first, second][index % 2]!.ok('Ecs', 'DeleteNetworkInterface', parameters);
    }
    const statuses = async (account = first) => {
      const listed = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: network.regionId });
      return (listed.NetworkInterfaceSets.NetworkInterfaceSet as Body[]).map(({ Status }) => Status);
    };
    expect(new Set(await statuses(second))).toEqual(new Set(['Deleting']));
    // Both move it at once: what one adds is not lost to the other, and both find everything due.
    await Promise.all([nodes.node(0).levers.advance(4_000), nodes.node(1).levers.advance(6_000)]);
    const seen = await Promise.all(all(10).map((index) => statuses(index % 2 === 0 ? first : second)));
    expect(seen).toEqual(seen.map(() => []));
    await nodes.node(1).levers.catchUp();
    expect(Date.parse(nodes.node(1).levers.clock().now) - before).toBe(10_000);
    await checkState(nodes.databaseUrl);
    const store = await PostgresStore.open(nodes.databaseUrl);
    expect((await store.peek(pending))?.count).toBe(0);
    await store.close();
  });

  it('are seen by a server that nobody has told of the new time', async () => {
    const [first, second] = [nodes.account('told', 0), nodes.account('told', 1)];
    const { VpcId } = await first.ok('Vpc', 'CreateVpc', { RegionId: 'cn-hangzhou', CidrBlock: '10.0.0.0/8' });
    const status = async () => {
      const listed = await second.ok('Vpc', 'DescribeVpcs', { RegionId: 'cn-hangzhou', VpcId });
      return (listed.Vpcs.Vpc as Body[])[0]?.Status;
    };
    expect(await status()).toBe('Pending');
    await nodes.node(0).levers.advance(1_000);
    expect(await status()).toBe('Available');
  });

  it('end the sessions of roles everywhere', async () => {
    const [first, second] = [nodes.account('sessions', 0), nodes.account('sessions', 1)];
    const AssumeRolePolicyDocument = JSON.stringify({
      Version: '1',
      Statement: [
        { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { RAM: [`acs:ram::${first.accountId}:root`] } },
      ],
    });
    const role = await first.ok('Ram', 'CreateRole', { RoleName: 'short', AssumeRolePolicyDocument });
    const { Credentials } = await first.ok('Sts', 'AssumeRole', {
      RoleArn: role.Role.Arn,
      RoleSessionName: 'session',
      DurationSeconds: 900,
    });
    const asRole = async () => {
      const key = { accessKeyId: Credentials.AccessKeyId, accessKeySecret: Credentials.AccessKeySecret };
      const { SecurityToken } = Credentials;
      return (await call(nodes.node(1).port, key, 'Sts', 'GetCallerIdentity', { SecurityToken })).text;
    };
    expect(await asRole()).toContain('assumed-role/short');
    await nodes.node(0).levers.advance(901_000);
    expect(await asRole()).toContain('InvalidSecurityToken.Expired');
    expect((await second.ok('Sts', 'GetCallerIdentity', {})).AccountId).toBe(second.accountId);
  });
});
