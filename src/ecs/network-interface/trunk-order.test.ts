import { describe, expect, it } from 'vitest';
import { failNext } from '../../../test/support/fail-next.ts';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { listed, long, trunkScene } from './trunk-scene.fixture.ts';

const localyun = startTestLocalyun();
const setUp = () => trunkScene(localyun);
const attach = 'AttachNetworkInterface';
const detach = 'DetachNetworkInterface';

describe('the order in which trunks and members go', () => {
  it('ENI-99 a trunk is detached after its members, and those on their way count', async () => {
    const { account, trunk, create, item, pair, onTrunk } = await setUp();
    const id = await create();
    const refused = async () => {
      expect(await account.refused('Ecs', detach, pair(trunk))).toMatchObject({
        status: 403,
        code: 'InvalidOperation.HasMemberEniAttached',
        message: expect.stringContaining('1'),
      });
    };
    await account.ok('Ecs', attach, onTrunk(id));
    await refused();
    await localyun.advance(long);
    await refused();
    await account.ok('Ecs', detach, onTrunk(id));
    await refused();
    await localyun.advance(long);
    await account.ok('Ecs', detach, pair(trunk));
    await localyun.advance(long);
    expect(await item(trunk)).toMatchObject({ Type: 'Trunk', Status: 'Available', InstanceId: '' });
  });

  it('a member and a trunk with members cannot be deleted, whatever their status', async () => {
    const { account, RegionId, trunk, item, pair, onTrunk, member } = await setUp();
    const id = await member();
    const remove = (NetworkInterfaceId: string) => ({ RegionId, NetworkInterfaceId });
    for (const one of [id, trunk]) {
      expect(await account.refused('Ecs', 'DeleteNetworkInterface', remove(one))).toMatchObject({
        status: 403,
        code: 'InvalidOperation.InvalidEniType',
      });
    }
    await account.ok('Ecs', detach, onTrunk(id));
    expect((await account.refused('Ecs', 'DeleteNetworkInterface', remove(id))).code).toBe(
      'InvalidOperation.InvalidEniType',
    );
    await localyun.advance(long);
    expect(await account.refused('Ecs', 'DeleteNetworkInterface', remove(trunk))).toMatchObject({
      status: 400,
      code: 'InvalidOperation.InvalidEniState',
    });
    await account.ok('Ecs', 'DeleteNetworkInterface', remove(id));
    await account.ok('Ecs', detach, pair(trunk));
    await localyun.advance(long);
    await account.ok('Ecs', 'DeleteNetworkInterface', remove(trunk));
    await localyun.advance(long);
    expect([await item(id), await item(trunk)]).toEqual([undefined, undefined]);
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])(
    'ENI-157 with the instance, a trunk with DeleteOnRelease=%s and members with %s',
    async (trunkGoes, memberGoes) => {
      const { account, network, RegionId, InstanceId, trunk, create, item, plug } = await setUp();
      const second = await plug(await create({ InstanceType: 'Trunk', DeleteOnRelease: trunkGoes }));
      const members = [
        await plug(await create({ DeleteOnRelease: memberGoes }), { TrunkNetworkInstanceId: second }),
        await plug(await create({ DeleteOnRelease: memberGoes }), { TrunkNetworkInstanceId: second }),
      ];
      await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
      await localyun.advance(long);
      expect(await item(trunk)).toBeUndefined();
      const left = { Status: 'Available', InstanceId: '' };
      const shown = await item(second);
      if (trunkGoes) expect(shown).toBeUndefined();
      else expect(shown).toMatchObject({ ...left, Type: 'Trunk' });
      for (const id of members) {
        const one = await item(id);
        if (memberGoes) expect(one).toBeUndefined();
        else {
          expect(one).toMatchObject({ ...left, Type: 'Secondary' });
          expect(one).not.toHaveProperty('Attachment');
        }
      }
      const rest = await listed(account, { RegionId, VpcId: network.vpcId });
      expect(rest).toHaveLength((trunkGoes ? 0 : 1) + (memberGoes ? 0 : 2));
    },
  );

  it('ENI-157 a member on its way when its instance is released becomes Available', async () => {
    const { account, RegionId, InstanceId, trunk, create, item, onTrunk } = await setUp();
    const id = await create();
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(long);
    await failNext(localyun, 'attach-member', id, 'stick');
    await account.ok('Ecs', attach, onTrunk(id));
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId });
    await localyun.advance(long);
    expect(await item(id)).toMatchObject({ Type: 'Secondary', Status: 'Available', InstanceId: '' });
    expect(await item(trunk)).toBeUndefined();
  });
});
