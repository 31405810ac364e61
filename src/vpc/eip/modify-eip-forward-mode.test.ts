import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { allocate, associate, attach, describeEip, eipAndInterface } from './association.fixture.ts';

const RegionId = 'cn-hangzhou';
const modify = 'ModifyEipForwardMode';

describe('ModifyEipForwardMode', () => {
  const localyun = startTestLocalyun();
  const ofInterface = { InstanceType: 'NetworkInterface' };

  it('changes the mode of an address that is associated with a network interface, at once', async () => {
    const { account, id, AllocationId } = await eipAndInterface(localyun, {});
    await associate(account, AllocationId, id, ofInterface);
    for (const Mode of ['BINDED', 'MULTI_BINDED', 'MULTI_BINDED', 'NAT']) {
      const answer = await account.ok('Vpc', modify, { RegionId, InstanceId: AllocationId, Mode });
      expect(Object.keys(answer)).toEqual(['RequestId']);
      expect(await describeEip(account, AllocationId)).toMatchObject({ Mode, Status: 'InUse', InstanceId: id });
    }
  });

  it('refuses what could not be associated in that mode, and changes nothing', async () => {
    const { account, network, id, addresses, AllocationId } = await eipAndInterface(localyun);
    const refused = (Mode: string, parameters: object = {}) =>
      account.refused('Vpc', modify, { RegionId, InstanceId: AllocationId, Mode, ...parameters });
    expect(await refused('BINDED')).toMatchObject({ status: 400, code: 'IncorrectEipStatus' });
    await associate(account, AllocationId, id, { ...ofInterface, PrivateIpAddress: addresses[0] });
    for (const [Mode, parameters, status, code] of [
      ['BINDED', {}, 400, 'Eni.HasSubIp'],
      ['x', {}, 400, 'IllegalParam.Mode'],
      ['NAT', { InstanceId: 'eip-none' }, 404, 'InvalidAllocationId.NotFound'],
      ['NAT', { RegionId: 'cn-beijing' }, 404, 'InvalidAllocationId.NotFound'],
      ['NAT', { InstanceId: undefined }, 400, 'MissingParameter'],
    ] as const) {
      expect([Mode, parameters, await refused(Mode, parameters)]).toMatchObject([Mode, parameters, { status, code }]);
    }
    const second = (await allocate(account)).AllocationId;
    await associate(account, second, id, { ...ofInterface, PrivateIpAddress: addresses[1] });
    expect(await refused('MULTI_BINDED')).toMatchObject({ status: 400, code: 'Mode.Conflict' });
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId: second });
    await localyun.advance(5_000);
    await attach(localyun, account, id, await account.runInstance(network));
    expect(await refused('MULTI_BINDED')).toMatchObject({ status: 400, code: 'Eni.Attached' });
    expect(await describeEip(account, AllocationId)).toMatchObject({ Mode: 'NAT', Status: 'InUse' });
    expect(
      await localyun.account().refused('Vpc', modify, { RegionId, InstanceId: AllocationId, Mode: 'NAT' }),
    ).toMatchObject({ status: 404, code: 'InvalidAllocationId.NotFound' });
  });

  it('refuses while what the address is on is on its way, or managed by a service', async () => {
    const { account, network, id, AllocationId } = await eipAndInterface(localyun, {});
    const onInstance = (await allocate(account)).AllocationId;
    const InstanceId = await account.runInstance(network);
    await associate(account, AllocationId, id, ofInterface);
    await associate(account, onInstance, InstanceId);
    const refused = (allocationId: string) =>
      account.refused('Vpc', modify, { RegionId, InstanceId: allocationId, Mode: 'BINDED' });
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId: id, InstanceId });
    const attaching = await refused(AllocationId);
    expect(attaching).toMatchObject({ status: 400, code: 'InvalidStatus.EniStatusNotSupport' });
    expect(attaching.message).toContain('Attaching');
    await localyun.advance(5_000);
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    const stopping = await refused(onInstance);
    expect(stopping).toMatchObject({ status: 400, code: 'InvalidStatus.EcsStatusNotSupport' });
    expect(stopping.message).toContain('Stopping');
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 7 });
    expect(await refused(AllocationId)).toMatchObject({ status: 400, code: 'InvalidParameter.EniInstanceId' });
    for (const one of [AllocationId, onInstance]) {
      expect(await describeEip(account, one)).toMatchObject({ Mode: 'NAT', Status: 'InUse' });
    }
  });

  it('refuses other modes than NAT for an instance itself, and any while the association ends', async () => {
    const { account, network, AllocationId } = await eipAndInterface(localyun);
    const request = { RegionId, InstanceId: AllocationId, Mode: 'BINDED' };
    await associate(account, AllocationId, await account.runInstance(network));
    expect(await account.refused('Vpc', modify, request)).toMatchObject({
      status: 400,
      code: 'Invalid.DirectEip.BindType',
    });
    await account.ok('Vpc', modify, { ...request, Mode: 'NAT' });
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
    expect(await account.refused('Vpc', modify, { ...request, Mode: 'NAT' })).toMatchObject({
      status: 400,
      code: 'IncorrectEipStatus',
    });
  });
});

describe('SetHighDefinitionMonitorLogStatus', () => {
  const localyun = startTestLocalyun();
  const set = 'SetHighDefinitionMonitorLogStatus';

  it('sets what DescribeEipAddresses and DescribeHighDefinitionMonitorLogAttribute show', async () => {
    const account = localyun.account();
    const { AllocationId: InstanceId } = await allocate(account);
    const one = { RegionId, InstanceId };
    const stored = { LogProject: 'project', LogStore: 'store' };
    const attributes = () => account.ok('Vpc', 'DescribeHighDefinitionMonitorLogAttribute', one);
    const shown = { RequestId: expect.any(String), InstanceId, InstanceType: 'EIP' };
    expect(await describeEip(account, InstanceId)).toMatchObject({ HDMonitorStatus: 'OFF' });
    expect(await attributes()).toEqual({ ...shown, LogProject: '', LogStore: '' });
    // No field called Success: clients take one that is no boolean for a failure.
    expect(Object.keys(await account.ok('Vpc', set, { ...one, ...stored, Status: 'ON' }))).toEqual(['RequestId']);
    expect(await describeEip(account, InstanceId)).toMatchObject({ HDMonitorStatus: 'ON' });
    expect(await attributes()).toEqual({ ...shown, ...stored });
    await account.ok('Vpc', set, { ...one, ...stored, InstanceType: 'EIP', Status: 'OFF' });
    expect(await describeEip(account, InstanceId)).toMatchObject({ HDMonitorStatus: 'OFF' });
    expect(await attributes()).toEqual({ ...shown, LogProject: '', LogStore: '' });
    for (const [parameters, status, code] of [
      [{ Status: 'on' }, 400, 'InvalidParameter'],
      [{ InstanceType: 'SLB' }, 400, 'InvalidParameter'],
      [{ LogProject: 'p'.repeat(129) }, 400, 'InvalidParameter'],
      [{ LogStore: undefined }, 400, 'MissingParameter'],
      [{ InstanceId: 'eip-none' }, 404, 'InvalidAllocationId.NotFound'],
      [{ RegionId: 'cn-beijing' }, 404, 'InvalidAllocationId.NotFound'],
    ] as const) {
      const refusal = await account.refused('Vpc', set, { ...one, ...stored, Status: 'ON', ...parameters });
      expect([parameters, refusal]).toMatchObject([parameters, { status, code }]);
    }
    expect(await describeEip(account, InstanceId)).toMatchObject({ HDMonitorStatus: 'OFF' });
    const stranger = localyun.account();
    for (const [action, parameters] of [
      [set, { ...stored, Status: 'ON' }],
      ['DescribeHighDefinitionMonitorLogAttribute', {}],
    ] as const) {
      const refusal = await stranger.refused('Vpc', action, { ...one, ...parameters });
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidAllocationId.NotFound' });
    }
  });
});
