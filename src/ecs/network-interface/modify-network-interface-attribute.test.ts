import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { TestAccount, TestNetwork } from '../../../test/support/test-account.ts';
import { attachToNew, long, modificationScene, modify } from './modification.fixture.ts';

const localyun = startTestLocalyun();
const setUp = () => modificationScene(localyun);
const never = 'eni-bp1aaaaaaaaaaaaaaaaa';

async function group(account: TestAccount, { regionId, vpcId }: TestNetwork, more: Parameters = {}): Promise<string> {
  const made = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId: regionId, VpcId: vpcId, ...more });
  return made.SecurityGroupId;
}

/** How many private addresses each group is charged for. */
async function charged(account: TestAccount, { regionId }: TestNetwork, ids: readonly string[]) {
  const answer = await account.ok('Ecs', 'DescribeSecurityGroups', {
    RegionId: regionId,
    SecurityGroupIds: JSON.stringify(ids),
  });
  const counts = new Map(
    answer.SecurityGroups.SecurityGroup.map((it: Parameters) => [it.SecurityGroupId, it.EcsCount]),
  );
  return ids.map((id) => counts.get(id));
}

async function primaryOf(account: TestAccount, network: TestNetwork, instanceId: string): Promise<string> {
  const answer = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
    RegionId: network.regionId,
    InstanceId: instanceId,
    Type: 'Primary',
  });
  return answer.NetworkInterfaceSets.NetworkInterfaceSet[0].NetworkInterfaceId;
}

describe('ModifyNetworkInterfaceAttribute', () => {
  it('ENI-142 with no optional field changes nothing', async () => {
    const { item, ok } = await setUp();
    const before = await item();
    expect(Object.keys(await ok({}))).toEqual(['RequestId']);
    expect(await item()).toEqual(before);
  });

  it('changes name and description, and an empty text clears them', async () => {
    const { item, ok } = await setUp();
    await ok({ NetworkInterfaceName: 'after' });
    expect(await item()).toMatchObject({ NetworkInterfaceName: 'after', Description: 'made before' });
    await ok({ NetworkInterfaceName: '', Description: '' });
    expect(await item()).toMatchObject({ NetworkInterfaceName: '', Description: '' });
  });

  it.each([
    [{ NetworkInterfaceName: 'x' }, 403, 'InvalidParams.NetworkInterfaceName'],
    [{ NetworkInterfaceName: 'n'.repeat(129) }, 403, 'InvalidParams.NetworkInterfaceName'],
    [{ NetworkInterfaceName: 'http://name' }, 403, 'InvalidParams.NetworkInterfaceName'],
    [{ Description: 'x' }, 400, 'InvalidParameter'],
    [{ Description: 'd'.repeat(256) }, 400, 'InvalidParameter'],
    [{ Description: 'https://text' }, 400, 'InvalidParameter'],
    [{ QueueNumber: 0 }, 403, 'InvalidParameter.InvalidEniQueueNumber'],
    [{ QueueNumber: 2049 }, 403, 'InvalidParameter.InvalidEniQueueNumber'],
    [{ NetworkInterfaceTrafficConfig: { QueueNumber: 0 } }, 403, 'InvalidParameter.InvalidEniQueueNumber'],
    [
      { NetworkInterfaceTrafficConfig: { NetworkInterfaceTrafficMode: 'Fast' } },
      400,
      'InvalidParameter.EniTrafficMode',
    ],
    [{ NetworkInterfaceTrafficConfig: { QueuePairNumber: 0 } }, 400, 'InvalidParameter.InvalidQueuePairNumber'],
    [{ NetworkInterfaceTrafficConfig: { QueuePairNumber: 1 } }, 400, 'InvalidParameter.QueuePairNumberMustEmpty'],
    [{ QueueNumber: 1, NetworkInterfaceTrafficConfig: { QueueNumber: 1 } }, 400, 'InvalidParameter.Conflict'],
    [{ RxQueueSize: 8192 }, 400, 'InvalidParameter.EniQueueSize'],
    [{ RxQueueSize: 8192, TxQueueSize: 16384 }, 400, 'InvalidParameter.EniQueueSize'],
    [{ RxQueueSize: 4096, TxQueueSize: 4096 }, 400, 'InvalidParameter.EniQueueSize'],
    [
      { EnhancedNetwork: { EnableSriov: true, VirtualFunctionQuantity: -1 } },
      400,
      'InvalidParameter.EniEnhancedNetwork',
    ],
    [
      { EnhancedNetwork: { VirtualFunctionQuantity: 2 } },
      400,
      'InvalidOperation.NotSupportModifyVFQueueNumberAndVFQuantity',
    ],
  ])('refuses %j with %i %s and changes nothing', async (changes, status, code) => {
    const { item, refused } = await setUp();
    const before = await item();
    expect(await refused({ SourceDestCheck: true, ...changes })).toMatchObject({ status, code });
    expect(await item()).toEqual(before);
  });

  it.each([
    ['TcpEstablishedTimeout', 31, '30, 60, 80, 100, 200, 300, 500, 700, 910'],
    ['TcpClosedAndTimeWaitTimeout', 2, '3, 4, 5'],
    ['TcpClosedAndTimeWaitTimeout', 16, '3, 4, 5'],
    ['UdpTimeout', 15, '10, 20, 30, 60, 80, 100'],
  ])('ENI-146 ConnectionTrackingConfiguration.%s outside its values: %i', async (name, value, allowed) => {
    const { refused } = await setUp();
    const refusal = await refused({ ConnectionTrackingConfiguration: { [name]: value } });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter.EniConnectionTrackingConfiguration' });
    expect(refusal.message).toContain(`${name} "${value}" is not one of ${allowed}`);
  });

  it('changes the timeouts of connections one by one', async () => {
    const { ok, attribute } = await setUp();
    await ok({ ConnectionTrackingConfiguration: { UdpTimeout: 60 } });
    await ok({ ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 300, TcpClosedAndTimeWaitTimeout: 15 } });
    expect((await attribute('connectionTrackingConfiguration')).ConnectionTrackingConfiguration).toEqual({
      TcpEstablishedTimeout: 300,
      TcpClosedAndTimeWaitTimeout: 15,
      UdpTimeout: 60,
    });
  });

  it('changes DeleteOnRelease and SourceDestCheck, and DeleteOnRelease counts when the instance goes', async () => {
    const { account, network, id, item, ok } = await setUp();
    await ok({ DeleteOnRelease: false, SourceDestCheck: true });
    expect(await item()).toMatchObject({ DeleteOnRelease: false, SourceDestCheck: true });
    await ok({ SourceDestCheck: false });
    expect(await item()).toMatchObject({ DeleteOnRelease: false, SourceDestCheck: false });
    const { instanceId } = await attachToNew(localyun, { account, network, id });
    await ok({ DeleteOnRelease: true });
    await account.ok('Ecs', 'DeleteInstance', { InstanceId: instanceId, Force: true });
    await localyun.advance(long);
    expect(await item()).toBeUndefined();
  });

  it('shows the queue number and what few interfaces have set', async () => {
    const { ok, item, attribute } = await setUp();
    await ok({ QueueNumber: 7, RxQueueSize: 8192, TxQueueSize: 8192, EnhancedNetwork: { EnableSriov: true } });
    await ok({ EnhancedNetwork: { VirtualFunctionQuantity: 4, VirtualFunctionTotalQueueNumber: 8 } });
    expect(await item()).toMatchObject({ QueueNumber: 7, NetworkInterfaceTrafficMode: 'Standard' });
    expect(await attribute()).toMatchObject({
      NetworkInterfaceTrafficConfig: { NetworkInterfaceTrafficMode: 'Standard', QueueNumber: 7 },
      EnhancedNetwork: { EnableSriov: true, VirtualFunctionQuantity: 4, VirtualFunctionTotalQueueNumber: 8 },
    });
  });

  it('an interface that is not there, of another account or region, or with an id that is none', async () => {
    const { account, network, id, refused } = await setUp();
    expect(await refused({ NetworkInterfaceId: never })).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
    expect(await refused({ NetworkInterfaceId: 'i-1' })).toMatchObject({ status: 400, code: 'InvalidParams.EniId' });
    const target = { RegionId: network.regionId, NetworkInterfaceId: id, Description: 'mine' };
    expect((await localyun.account().refused('Ecs', modify, target)).code).toBe('InvalidEniId.NotFound');
    expect((await account.refused('Ecs', modify, { ...target, RegionId: 'cn-beijing' })).code).toBe(
      'InvalidEniId.NotFound',
    );
  });

  it('an interface that a service manages, and one on its way', async () => {
    const { account, network, id, target, refused } = await setUp();
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    expect(await refused({ Description: 'mine' })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.EniServiceManaged',
    });
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: null });
    const instanceId = await account.runInstance(network);
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId: instanceId });
    const onItsWay = { status: 400, code: 'InvalidOperation.InvalidEniState' };
    expect(await refused({ Description: 'mine' })).toMatchObject(onItsWay);
    await localyun.advance(long);
    await account.ok('Ecs', 'DetachNetworkInterface', { ...target, InstanceId: instanceId });
    expect(await refused({ Description: 'mine' })).toMatchObject(onItsWay);
    await localyun.advance(long);
    await account.ok('Ecs', 'DeleteNetworkInterface', target);
    expect(await refused({ Description: 'mine' })).toMatchObject(onItsWay);
  });
});

describe('groups in ModifyNetworkInterfaceAttribute', () => {
  it('ENI-141 replaces all groups, in the order given, at once, and moves what they are charged for', async () => {
    const { account, network, ok, item } = await setUp();
    const { securityGroupId: first } = network;
    const [second, third] = [await group(account, network), await group(account, network)];
    await ok({ SecurityGroupId: [third, first, second] });
    expect((await item())?.SecurityGroupIds.SecurityGroupId).toEqual([third, first, second]);
    expect(await charged(account, network, [first, second, third])).toEqual([1, 1, 1]);
    await ok({ SecurityGroupId: [second] });
    expect((await item())?.SecurityGroupIds.SecurityGroupId).toEqual([second]);
    expect(await charged(account, network, [first, second, third])).toEqual([0, 1, 0]);
    await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId: network.regionId, SecurityGroupId: first });
  });

  it('ENI-143 repeated groups, groups of another VPC, unknown ones, ones of the classic network', async () => {
    const { account, network, item, refused } = await setUp();
    const before = await item();
    const one = network.securityGroupId;
    const other = (await account.network()).securityGroupId;
    const { SecurityGroupId: classic } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId: network.regionId });
    expect(await refused({ SecurityGroupId: [one, one] })).toMatchObject({
      status: 404,
      code: 'InvalidParameter.SecurityGroupIdRepeated',
    });
    expect(await refused({ Description: 'after', SecurityGroupId: [one, other] })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.VpcMismatch',
    });
    expect(await refused({ SecurityGroupId: ['sg-bp1aaaaaaaaaaaaaaaaa'] })).toMatchObject({
      status: 404,
      code: 'InvalidSecurityGroupId.NotFound',
    });
    expect(await refused({ SecurityGroupId: [classic] })).toMatchObject({
      status: 403,
      code: 'InvalidSecurityGroupId.NotVpc',
    });
    expect(await item()).toEqual(before);
  });

  it('ENI-27 a sixth group', async () => {
    const { account, network, ok, refused } = await setUp();
    const groups = [network.securityGroupId];
    while (groups.length < 6) groups.push(await group(account, network));
    await ok({ SecurityGroupId: groups.slice(0, 5) });
    expect(await refused({ SecurityGroupId: groups })).toMatchObject({ status: 400, code: 'JoinedGroupLimitExceed' });
  });

  it('ENI-28 basic and advanced groups together, but all of the other kind', async () => {
    const { account, network, ok, item, refused } = await setUp();
    const advanced = await group(account, network, { SecurityGroupType: 'enterprise' });
    const mixed = { SecurityGroupId: [network.securityGroupId, advanced] };
    expect(await refused(mixed)).toMatchObject({ status: 403, code: 'InvalidOperation.MultiGroupType' });
    await ok({ SecurityGroupId: [advanced] });
    expect((await item())?.SecurityGroupIds.SecurityGroupId).toEqual([advanced]);
  });

  it('ENI-51 a group without room for all addresses of the interface, unless it is in it already', async () => {
    const account = localyun.account();
    const network = await account.network();
    const made = await account.createNetworkInterface(network, { SecondaryPrivateIpAddressCount: 2 });
    const target = { RegionId: network.regionId, NetworkInterfaceId: made.NetworkInterfaceId };
    const basic = await group(account, network);
    const advanced = await group(account, network, { SecurityGroupType: 'enterprise' });
    const quotas = {
      'private-addresses-per-basic-security-group': 2,
      'private-addresses-per-advanced-security-group': 2,
    };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    expect(
      await account.refused('Ecs', modify, { ...target, SecurityGroupId: [network.securityGroupId, basic] }),
    ).toMatchObject({ status: 403, code: 'SecurityGroupInstanceLimitExceed' });
    expect(await account.refused('Ecs', modify, { ...target, SecurityGroupId: [advanced] })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.EniCountExceeded',
    });
    expect(await charged(account, network, [network.securityGroupId, basic, advanced])).toEqual([3, 0, 0]);
    await account.ok('Ecs', modify, { ...target, SecurityGroupId: [network.securityGroupId] });
  });
});

describe('the primary interface in ModifyNetworkInterfaceAttribute', () => {
  it('ENI-144 lets name and description be changed, and the source and destination check, and nothing else', async () => {
    const { account, network } = await setUp();
    const id = await primaryOf(account, network, await account.runInstance(network));
    const target = { RegionId: network.regionId, NetworkInterfaceId: id };
    await account.ok('Ecs', modify, {
      ...target,
      NetworkInterfaceName: 'primary',
      Description: 'the first',
      SourceDestCheck: true,
    });
    expect(await account.describeNetworkInterface(network, id)).toMatchObject({
      NetworkInterfaceName: 'primary',
      Description: 'the first',
      SourceDestCheck: true,
    });
    for (const changes of [
      { SecurityGroupId: [network.securityGroupId] },
      { DeleteOnRelease: false },
      { ConnectionTrackingConfiguration: { UdpTimeout: 60 } },
      { NetworkInterfaceTrafficConfig: { QueueNumber: 1 } },
      { RxQueueSize: 8192, TxQueueSize: 8192 },
      { EnhancedNetwork: { EnableExpress: true } },
      { EnablePrimaryIPv6: true },
    ]) {
      const refusal = await account.refused('Ecs', modify, { ...target, ...changes });
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidOperation.PrimaryEniOnlySupportModifyNameAndDesc' });
      expect(refusal.message).toContain(Object.keys(changes)[0]);
    }
    expect(await account.refused('Ecs', modify, { ...target, QueueNumber: 1 })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.ModifyPrimaryEniQueueNumber',
    });
  });
});
