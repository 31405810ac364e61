import Ecs from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import Vpc from '@alicloud/vpc20160428';
import { localyunTest } from 'localyun/vitest';
import { describe, expect } from 'vitest';

// Under "instant" whatever takes time is over with the next call.
const test = localyunTest({ transitions: 'instant' });
const regionId = 'cn-hangzhou';

/** What is tested: it makes a network interface in a new vSwitch, and tells its id. */
async function makeNetworkInterface(sdkConfig: { endpoint: string }): Promise<{ ecs: Ecs.default; id: string }> {
  const config = new $OpenApiUtil.Config(sdkConfig);
  const [ecs, vpc] = [new Ecs.default(config), new Vpc.default(config)];
  const network = await vpc.createVpc(new Vpc.CreateVpcRequest({ regionId, cidrBlock: '10.0.0.0/8' }));
  const vpcId = network.body?.vpcId;
  const where = { regionId, vpcId, zoneId: 'cn-hangzhou-h', cidrBlock: '10.0.0.0/24' };
  const vSwitch = await vpc.createVSwitch(new Vpc.CreateVSwitchRequest(where));
  const group = await ecs.createSecurityGroup(new Ecs.CreateSecurityGroupRequest({ regionId, vpcId }));
  const wanted = { regionId, vSwitchId: vSwitch.body?.vSwitchId, securityGroupId: group.body?.securityGroupId };
  const made = await ecs.createNetworkInterface(new Ecs.CreateNetworkInterfaceRequest(wanted));
  return { ecs, id: made.body?.networkInterfaceId ?? '' };
}

test('cleans up', async ({ localyun }) => {
  const { ecs, id } = await makeNetworkInterface(localyun.sdkConfig);
  expect(await localyun.leaks()).toMatchObject([{ id, status: 'Available' }]);
  await ecs.deleteNetworkInterface(new Ecs.DeleteNetworkInterfaceRequest({ regionId, networkInterfaceId: id }));
});

test('means to leave one', async ({ localyun }) => {
  localyun.ignoreLeaks();
  await makeNetworkInterface(localyun.sdkConfig);
});

describe('tests that clean nothing up', () => {
  test.override({ localyunLeaks: 'ignore' });

  test('see nothing of the others', async ({ localyun }) => {
    const { id } = await makeNetworkInterface(localyun.sdkConfig);
    expect((await localyun.leaks()).map((leak) => leak.id)).toEqual([id]);
  });
});
