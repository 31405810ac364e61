import { describe, expect, it } from 'vitest';
import { failNext } from '../../../test/support/fail-next.ts';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { listed, long, trunkScene, trunkType } from './trunk-scene.fixture.ts';

const localyun = startTestLocalyun();
const setUp = () => trunkScene(localyun);
const attach = 'AttachNetworkInterface';
const detach = 'DetachNetworkInterface';

describe('a trunk network interface', () => {
  it('ENI-46 is made as one and reads back as one', async () => {
    const { account, network, item } = await setUp();
    const made = await account.createNetworkInterface(network, { InstanceType: 'Trunk' });
    expect(made).toMatchObject({ Type: 'Trunk', Status: 'Available' });
    expect(await item(made.NetworkInterfaceId)).toMatchObject({ Type: 'Trunk', Status: 'Available', InstanceId: '' });
    const refused = await account.refused('Ecs', 'CreateNetworkInterface', {
      RegionId: network.regionId,
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      InstanceType: 'Member',
    });
    expect(refused).toMatchObject({ status: 400, code: 'InvalidParameter' });
  });

  it('ENI-87 is attached like a secondary one, to types that support trunks', async () => {
    const { account, network, RegionId, InstanceId, trunk, create, item } = await setUp();
    expect(await item(trunk)).toMatchObject({ Type: 'Trunk', Status: 'InUse', InstanceId, Attachment: { InstanceId } });
    const other = await account.runInstance(network, { InstanceType: 'ecs.g6.xlarge' });
    const NetworkInterfaceId = await create({ InstanceType: 'Trunk' });
    expect(await account.refused('Ecs', attach, { RegionId, InstanceId: other, NetworkInterfaceId })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.InstanceTypeNotSupportEniTrunking',
    });
  });

  it('ENI-63 is found by its type, and so are members', async () => {
    const { account, RegionId, trunk, create, member } = await setUp();
    const one = await member();
    const idle = await create();
    const ids = async (Type: string) =>
      (await listed(account, { RegionId, Type })).map((eni) => eni.NetworkInterfaceId);
    expect(await ids('Trunk')).toEqual([trunk]);
    expect(await ids('Member')).toEqual([one]);
    expect(await ids('Secondary')).toEqual([idle]);
  });
});

describe('a member of a trunk', () => {
  it('ENI-87 is a secondary interface on its way to a trunk, and there within half a second', async () => {
    const { account, InstanceId, trunk, create, item, onTrunk } = await setUp();
    const id = await create();
    const before = await item(id);
    expect(Object.keys(await account.ok('Ecs', attach, onTrunk(id)))).toEqual(['RequestId']);
    const shown = {
      Type: 'Member',
      InstanceId: '',
      Attachment: { InstanceId, TrunkNetworkInterfaceId: trunk, DeviceIndex: 1 },
    };
    expect(await item(id)).toMatchObject({ ...shown, Status: 'Attaching' });
    await localyun.advance(399);
    expect((await item(id))?.Status).toBe('Attaching');
    await localyun.advance(1);
    expect(await item(id)).toEqual({ ...before, ...shown, Status: 'InUse' });
  });

  it('ENI-87 is a secondary interface again once it is detached, as fast', async () => {
    const { account, create, item, plug, trunk, onTrunk } = await setUp();
    const id = await create();
    const before = await item(id);
    await plug(id, { TrunkNetworkInstanceId: trunk });
    await account.ok('Ecs', detach, onTrunk(id));
    expect(await item(id)).toMatchObject({ Type: 'Member', Status: 'Detaching', Attachment: { DeviceIndex: 1 } });
    await localyun.advance(399);
    expect((await item(id))?.Status).toBe('Detaching');
    await localyun.advance(1);
    expect(await item(id)).toEqual(before);
  });

  it('is detached without naming its trunk as well, and never from another', async () => {
    const { account, trunk, create, item, plug, pair, member } = await setUp();
    const id = await member();
    for (const TrunkNetworkInstanceId of ['eni-unknown', await create({ InstanceType: 'Trunk' })]) {
      expect(await account.refused('Ecs', detach, { ...pair(id), TrunkNetworkInstanceId })).toMatchObject({
        status: 403,
        code: 'InvalidParameter.EniNotBelongTrunk',
        message: expect.stringContaining(TrunkNetworkInstanceId),
      });
    }
    const plain = await plug(await create());
    expect(await account.refused('Ecs', detach, { ...pair(plain), TrunkNetworkInstanceId: trunk })).toMatchObject({
      status: 403,
      code: 'InvalidParameter.EniNotBelongTrunk',
    });
    await account.ok('Ecs', detach, pair(id));
    await localyun.advance(long);
    expect(await item(id)).toMatchObject({ Type: 'Secondary', Status: 'Available' });
  });

  it('ENI-87 has a device index of its own on the trunk, the lowest that is free', async () => {
    const { account, item, member, onTrunk } = await setUp();
    const ids = [await member(), await member(), await member()];
    const index = async (id: string) => (await item(id))?.Attachment.DeviceIndex;
    expect(await Promise.all(ids.map(index))).toEqual([1, 2, 3]);
    await account.ok('Ecs', detach, onTrunk(ids[1]!));
    expect(await index(ids[1]!)).toBe(2);
    expect(await index(await member())).toBe(4);
    expect(await index(await member())).toBe(2);
  });

  it('ENI-87 has it also when many come at once', async () => {
    const { account, RegionId, create, onTrunk } = await setUp();
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.push(await create());
    await Promise.all(ids.map((id) => account.ok('Ecs', attach, onTrunk(id))));
    await localyun.advance(long);
    const members = await listed(account, { RegionId, Type: 'Member', MaxResults: 500 });
    const indexes = members.map((eni) => eni.Attachment.DeviceIndex).sort((one, other) => one - other);
    expect(indexes).toEqual(ids.map((_, position) => position + 1));
  });

  it('ENI-87 counts against the members of the type and not against its interfaces', async () => {
    const { account, create, plug, pair, onTrunk, member } = await setUp();
    for (let count = 0; count < 16; count += 1) await member();
    expect(await account.refused('Ecs', attach, onTrunk(await create()))).toMatchObject({
      status: 403,
      code: 'EniPerInstanceLimitExceeded',
      message: expect.stringContaining('16'),
    });
    // The primary one and the trunk are two of four.
    await plug(await create());
    await plug(await create());
    expect(await account.refused('Ecs', attach, pair(await create()))).toMatchObject({
      code: 'EniPerInstanceLimitExceeded',
      message: expect.stringContaining('4 for'),
    });
  });

  it('ENI-81 one that is on its way counts', async () => {
    const { account, create, onTrunk, member } = await setUp();
    for (let count = 0; count < 15; count += 1) await member();
    await account.ok('Ecs', attach, onTrunk(await create()));
    const refused = await account.refused('Ecs', attach, onTrunk(await create()));
    expect(refused.code).toBe('EniPerInstanceLimitExceeded');
  });

  it('ENI-87 needs a trunk that is InUse on the instance', async () => {
    const { account, network, RegionId, create, item, pair, plug, onTrunk } = await setUp();
    const id = await create();
    const idle = await create({ InstanceType: 'Trunk' });
    const secondary = await plug(await create());
    const elsewhere = await account.runInstance(network, { InstanceType: trunkType });
    const g6 = await account.runInstance(network, { InstanceType: 'ecs.g6.xlarge' });
    for (const [parameters, status, code] of [
      [{ ...pair(id), TrunkNetworkInstanceId: 'eni-unknown' }, 404, 'InvalidEniId.NotFound'],
      [{ ...pair(id), TrunkNetworkInstanceId: 'x' }, 400, 'InvalidParams.EniId'],
      [{ ...pair(id), TrunkNetworkInstanceId: idle }, 403, 'InvalidOperation.InvalidTrunkEniStatus'],
      [{ ...pair(id), TrunkNetworkInstanceId: secondary }, 403, 'InvalidOperation.EniTypeNotSupportTrunking'],
      [{ ...onTrunk(id), InstanceId: elsewhere }, 403, 'InvalidOperation.TrunkingIsNotAllowed'],
      [{ ...onTrunk(id), InstanceId: g6 }, 403, 'InvalidOperation.InstanceTypeNotSupportEniTrunking'],
      [onTrunk(idle), 403, 'InvalidOperation.EniTypeNotSupportTrunking'],
      [onTrunk(secondary), 400, 'InvalidOperation.InvalidEniState'],
    ] as const) {
      expect(await account.refused('Ecs', attach, parameters)).toMatchObject({ status, code });
    }
    await account.ok('Ecs', attach, { RegionId, InstanceId: elsewhere, NetworkInterfaceId: idle });
    const onItsWay = { ...pair(id), InstanceId: elsewhere, TrunkNetworkInstanceId: idle };
    expect((await account.refused('Ecs', attach, onItsWay)).code).toBe('InvalidOperation.InvalidTrunkEniStatus');
    expect(await item(id)).toMatchObject({ Type: 'Secondary', Status: 'Available' });
  });

  it('ENI-11 the trunk of another account does not exist', async () => {
    const mine = await setUp();
    const other = await setUp();
    const parameters = { ...mine.pair(await mine.create()), TrunkNetworkInstanceId: other.trunk };
    expect(await mine.account.refused('Ecs', attach, parameters)).toMatchObject({
      status: 404,
      code: 'InvalidEniId.NotFound',
    });
  });

  it('ENI-80, 82 fits zone and addresses of the instance as any other', async () => {
    const { account, network, create, onTrunk } = await setUp();
    const VSwitchId = await account.vSwitch(network, { zoneId: 'cn-hangzhou-i', cidrBlock: '192.168.1.0/24' });
    expect((await account.refused('Ecs', attach, onTrunk(await create({ VSwitchId })))).code).toBe(
      'InvalidOperation.AvailabilityZoneMismatch',
    );
    const full = await create({ SecondaryPrivateIpAddressCount: 15 });
    expect((await account.refused('Ecs', attach, onTrunk(full))).code).toBe('InvalidOperation.Ipv4CountExceeded');
  });

  it('ENI-89 that could not be attached is an Available secondary one', async () => {
    const { account, create, item, onTrunk } = await setUp();
    const id = await create();
    await failNext(localyun, 'attach-member', id, 'fail');
    await account.ok('Ecs', attach, onTrunk(id));
    await localyun.advance(long);
    expect(await item(id)).toMatchObject({ Type: 'Secondary', Status: 'Available', InstanceId: '' });
  });

  it('ENI-101 whose detachment sticks is set going again by a second call', async () => {
    const { account, item, member, onTrunk } = await setUp();
    const id = await member();
    await failNext(localyun, 'detach-member', id, 'stick');
    await account.ok('Ecs', detach, onTrunk(id));
    await localyun.advance(24 * 60 * 60 * 1000);
    expect((await item(id))?.Status).toBe('Detaching');
    await account.ok('Ecs', detach, onTrunk(id));
    await localyun.advance(long);
    expect(await item(id)).toMatchObject({ Type: 'Secondary', Status: 'Available' });
  });

  it('is listed by its trunk, and there only where it is asked for', async () => {
    const { trunk, create, plug, member, attribute } = await setUp();
    const ids = [await member(), await member()];
    const asked = await attribute(trunk, 'attachment');
    expect(asked.Attachment.MemberNetworkInterfaceIds).toEqual({ MemberNetworkInterfaceId: ids });
    expect((await attribute(trunk)).Attachment).not.toHaveProperty('MemberNetworkInterfaceIds');
    const plain = await attribute(await plug(await create()), 'attachment');
    expect(plain.Attachment.MemberNetworkInterfaceIds).toEqual({ MemberNetworkInterfaceId: [] });
    const one = await attribute(ids[0]!, 'attachment');
    expect(one).toMatchObject({ Type: 'Member', Attachment: { TrunkNetworkInterfaceId: trunk, DeviceIndex: 1 } });
  });

  it('is not found by the instance, nor listed by it: its trunk is', async () => {
    const { account, RegionId, InstanceId, trunk, member } = await setUp();
    const id = await member();
    const ids = (await listed(account, { RegionId, InstanceId })).map((eni) => eni.NetworkInterfaceId);
    expect(ids).toContain(trunk);
    expect(ids).not.toContain(id);
    const { Instances } = await account.ok('Ecs', 'DescribeInstances', { RegionId });
    const shown = Instances.Instance[0].NetworkInterfaces.NetworkInterface.map((eni: Body) => eni.Type);
    expect(shown).toEqual(['Primary', 'Trunk']);
  });

  it('ENI-71 shows no queues of its own: it uses those of its trunk', async () => {
    const { item, trunk, member } = await setUp();
    expect(await item(await member())).not.toHaveProperty('QueueNumber');
    expect((await item(trunk))?.QueueNumber).toBe(4);
  });

  it('ENI-159 stays when its instance is stopped and started', async () => {
    const { account, InstanceId, item, member } = await setUp();
    const id = await member();
    const before = await item(id);
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(long);
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    await localyun.advance(long);
    expect(await item(id)).toEqual(before);
  });

  it('comes and goes also while its instance is stopped', async () => {
    const { account, InstanceId, item, member, onTrunk } = await setUp();
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(long);
    const id = await member();
    expect(await item(id)).toMatchObject({ Type: 'Member', Status: 'InUse' });
    await account.ok('Ecs', detach, onTrunk(id));
    await localyun.advance(long);
    expect((await item(id))?.Status).toBe('Available');
  });
});
