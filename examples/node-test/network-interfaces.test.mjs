import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import Ecs from '@alicloud/ecs20140526';
import Vpc from '@alicloud/vpc20160428';
import { startTestServer } from 'localyun/testing';

// The clock stands still until a test moves it.
const { server, withAccount, close } = await startTestServer({ transitions: 'manual' });
after(close);
const regionId = 'cn-hangzhou';

test(
  'a deleted interface is Deleting, then gone',
  withAccount(async ({ sdkConfig }) => {
    const [ecs, vpc] = [new Ecs.default(sdkConfig), new Vpc.default(sdkConfig)];
    const { vpcId } = (await vpc.createVpc(new Vpc.CreateVpcRequest({ regionId, cidrBlock: '10.0.0.0/8' }))).body;
    await server.clock.advance(1_000);
    const where = { regionId, vpcId, zoneId: 'cn-hangzhou-h', cidrBlock: '10.0.0.0/24' };
    const { vSwitchId } = (await vpc.createVSwitch(new Vpc.CreateVSwitchRequest(where))).body;
    const group = new Ecs.CreateSecurityGroupRequest({ regionId, vpcId });
    const { securityGroupId } = (await ecs.createSecurityGroup(group)).body;
    await server.clock.advance(1_000);

    const wanted = new Ecs.CreateNetworkInterfaceRequest({ regionId, vSwitchId, securityGroupId });
    const { networkInterfaceId } = (await ecs.createNetworkInterface(wanted)).body;
    await ecs.deleteNetworkInterface(new Ecs.DeleteNetworkInterfaceRequest({ regionId, networkInterfaceId }));

    const list = new Ecs.DescribeNetworkInterfacesRequest({ regionId, networkInterfaceId: [networkInterfaceId] });
    const look = async () => (await ecs.describeNetworkInterfaces(list)).body.networkInterfaceSets.networkInterfaceSet;
    assert.equal((await look())[0].status, 'Deleting');
    await server.clock.advance(1_000);
    assert.deepEqual(await look(), []);
  }),
);

test(
  'a test that means to leave something says so',
  withAccount(
    async ({ leaks }) => {
      assert.deepEqual(await leaks(), []);
    },
    { leaks: 'ignore' },
  ),
);
