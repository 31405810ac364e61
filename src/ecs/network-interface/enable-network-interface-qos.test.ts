import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';

const localyun = startTestLocalyun();
const enable = 'EnableNetworkInterfaceQoS';
const disable = 'DisableNetworkInterfaceQoS';

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId } = await account.createNetworkInterface(network);
  const target: Parameters = { RegionId: network.regionId, NetworkInterfaceId };
  return {
    account,
    network,
    id: NetworkInterfaceId as string,
    target,
    config: async () => (await account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', target)).QoSConfig,
  };
}

describe('EnableNetworkInterfaceQoS and DisableNetworkInterfaceQoS', () => {
  it('ENI-154 show in the attribute of the interface, and disabling resets', async () => {
    const { account, target, config } = await setUp();
    expect(await config()).toEqual({ EnableQoS: false });
    const QoS = {
      BandwidthTx: 50_000,
      BandwidthRx: 51_000,
      PpsTx: 10_000,
      PpsRx: 20_000,
      ConcurrentConnections: 10_000,
    };
    expect(Object.keys(await account.ok('Ecs', enable, { ...target, QoS }))).toEqual(['RequestId']);
    expect(await config()).toEqual({ EnableQoS: true, QoS });
    expect(Object.keys(await account.ok('Ecs', disable, target))).toEqual(['RequestId']);
    expect(await config()).toEqual({ EnableQoS: false });
    await account.ok('Ecs', disable, target);
  });

  it('enabling again modifies; what is not given stays, and so does everything else of the interface', async () => {
    const { account, target, config } = await setUp();
    await account.ok('Ecs', 'ModifyNetworkInterfaceAttribute', { ...target, EnhancedNetwork: { EnableSriov: true } });
    await account.ok('Ecs', enable, { ...target, QoS: { BandwidthTx: 50_000, PpsTx: 10_000 } });
    await account.ok('Ecs', enable, { ...target, QoS: { BandwidthTx: 60_000 } });
    expect(await config()).toEqual({ EnableQoS: true, QoS: { BandwidthTx: 60_000, PpsTx: 10_000 } });
    await account.ok('Ecs', disable, target);
    const attribute = await account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', target);
    expect(attribute.EnhancedNetwork).toEqual({ EnableSriov: true });
  });

  it.each([
    [{}, 'MissingParameter', 'QoS'],
    [{ QoS: { BandwidthTx: '' } }, 'MissingParameter', 'QoS'],
    [{ QoS: { BandwidthTx: 49_000 } }, 'InvalidParameter', 'QoS.BandwidthTx "49000"'],
    [{ QoS: { BandwidthRx: 50_500 } }, 'InvalidParameter', 'QoS.BandwidthRx "50500"'],
    [{ QoS: { PpsTx: 15_000 } }, 'InvalidParameter', 'QoS.PpsTx "15000"'],
    [{ QoS: { PpsRx: 0 } }, 'InvalidParameter', 'QoS.PpsRx "0"'],
    [{ QoS: { ConcurrentConnections: -10_000 } }, 'InvalidParameter', 'QoS.ConcurrentConnections "-10000"'],
    [{ QoS: { PpsTx: 'many' } }, 'InvalidParameter', 'QoS.PpsTx'],
  ])('refuses %j with %s', async (parameters, code, named) => {
    const { account, target, config } = await setUp();
    const refusal = await account.refused('Ecs', enable, { ...target, ...parameters });
    expect(refusal).toMatchObject({ status: 400, code });
    expect(refusal.message).toContain(named);
    expect(await config()).toEqual({ EnableQoS: false });
  });

  it('an interface that is not there, or is managed by a service', async () => {
    const { account, id, target } = await setUp();
    const QoS = { PpsTx: 10_000 };
    for (const action of [enable, disable]) {
      const missing = { ...target, NetworkInterfaceId: 'eni-bp1aaaaaaaaaaaaaaaaa', QoS };
      expect(await account.refused('Ecs', action, missing)).toMatchObject({
        status: 404,
        code: 'InvalidEniId.NotFound',
      });
      expect((await localyun.account().refused('Ecs', action, { ...target, QoS })).code).toBe('InvalidEniId.NotFound');
      expect(await account.refused('Ecs', action, { ...target, NetworkInterfaceId: 'x', QoS })).toMatchObject({
        status: 400,
        code: 'InvalidParams.EniId',
      });
    }
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    for (const action of [enable, disable]) {
      expect(await account.refused('Ecs', action, { ...target, QoS })).toMatchObject({
        status: 403,
        code: 'InvalidOperation.EniServiceManaged',
      });
    }
  });

  it('an interface on its way out', async () => {
    const { account, target } = await setUp();
    await account.ok('Ecs', 'DeleteNetworkInterface', target);
    for (const action of [enable, disable]) {
      expect(await account.refused('Ecs', action, { ...target, QoS: { PpsTx: 10_000 } })).toMatchObject({
        status: 400,
        code: 'InvalidOperation.InvalidEniState',
      });
    }
  });

  it('a primary interface can be limited too', async () => {
    const { account, network } = await setUp();
    const InstanceId = await account.runInstance(network);
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      InstanceId,
    });
    const NetworkInterfaceId = NetworkInterfaceSets.NetworkInterfaceSet[0].NetworkInterfaceId;
    const target = { RegionId: network.regionId, NetworkInterfaceId };
    await account.ok('Ecs', enable, { ...target, QoS: { PpsTx: 10_000 } });
    const { QoSConfig } = await account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', target);
    expect(QoSConfig).toEqual({ EnableQoS: true, QoS: { PpsTx: 10_000 } });
  });
});
