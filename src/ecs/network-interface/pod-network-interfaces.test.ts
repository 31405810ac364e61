import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();

/** Calls as a container network plugin sends them: the region from its client, a token with each creation. */
async function cluster() {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId, vpcId: VpcId, vSwitchId: VSwitchId } = network;
  const InstanceId = await account.runInstance(network, { InstanceType: 'ecs.g7.2xlarge' });
  let tokens = 0;
  const create = async (InstanceType: 'Trunk' | 'Secondary', tags: Readonly<Record<string, string>>): Promise<Body> => {
    tokens += 1;
    return account.ok('Ecs', 'CreateNetworkInterface', {
      RegionId,
      VSwitchId,
      InstanceType,
      SecurityGroupIds: [network.securityGroupId],
      Description: 'interface create by terway',
      DeleteOnRelease: true,
      SourceDestCheck: false,
      Tag: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      ClientToken: `token-${tokens}`,
    });
  };
  const call = (action: 'AttachNetworkInterface' | 'DetachNetworkInterface', parameters: Parameters) =>
    account.ok('Ecs', action, { RegionId, InstanceId, ...parameters });
  const find = async (filters: Parameters): Promise<Body[]> => {
    const answer = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, MaxResults: 500, ...filters });
    expect(answer.NextToken).toBe('');
    return answer.NetworkInterfaceSets.NetworkInterfaceSet;
  };
  const findOne = async (id: string): Promise<Body | undefined> => (await find({ NetworkInterfaceId: [id] }))[0];
  const remove = (NetworkInterfaceId: string) =>
    account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
  return { account, RegionId, VpcId, VSwitchId, InstanceId, create, call, find, findOne, remove };
}

describe('pods on members of a trunk', () => {
  it('ENI-87, 99 a node gets a trunk, each pod a member of it, and all of it goes again', async () => {
    const { account, RegionId, VpcId, InstanceId, create, call, find, findOne, remove } = await cluster();
    const { NetworkInterfaceId: trunk, ...made } = await create('Trunk', { creator: 'terway' });
    expect(made).toMatchObject({ Type: 'Trunk', Status: 'Available' });
    await call('AttachNetworkInterface', { NetworkInterfaceId: trunk });
    await localyun.advance(3_000);
    expect(await findOne(trunk)).toMatchObject({ Type: 'Trunk', Status: 'InUse', Attachment: { InstanceId } });

    const pods = ['web-0', 'web-1', 'web-2'];
    const members: string[] = [];
    for (const pod of pods) {
      const { NetworkInterfaceId, Type } = await create('Secondary', { creator: 'terway', pod });
      expect(Type).toBe('Secondary');
      await call('AttachNetworkInterface', { NetworkInterfaceId, TrunkNetworkInstanceId: trunk });
      members.push(NetworkInterfaceId);
    }
    // The first look is after two seconds.
    await localyun.advance(2_000);
    for (const [position, id] of members.entries()) {
      const shown = await findOne(id);
      expect(shown).toMatchObject({
        Status: 'InUse',
        Type: 'Member',
        Attachment: { InstanceId, TrunkNetworkInterfaceId: trunk, DeviceIndex: position + 1 },
        Tags: { Tag: expect.arrayContaining([{ TagKey: 'pod', TagValue: pods[position] }]) },
      });
      expect(shown?.CreationTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    expect(await find({ VpcId, Type: 'Member', Status: 'InUse' })).toHaveLength(3);

    expect(
      await account.refused('Ecs', 'DetachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId: trunk }),
    ).toMatchObject({ status: 403, code: 'InvalidOperation.HasMemberEniAttached' });

    for (const NetworkInterfaceId of members) {
      await call('DetachNetworkInterface', { NetworkInterfaceId, TrunkNetworkInstanceId: trunk });
    }
    await localyun.advance(2_000);
    for (const id of members) {
      expect(await findOne(id)).toMatchObject({ Status: 'Available', Type: 'Secondary' });
      await remove(id);
    }
    await call('DetachNetworkInterface', { NetworkInterfaceId: trunk });
    await localyun.advance(3_000);
    await remove(trunk);
    await localyun.advance(3_000);
    expect((await find({ VpcId })).map((eni) => eni.Type)).toEqual(['Primary']);
  });

  it('the leak collector finds what pods left behind, by type, status and tags, and nothing else', async () => {
    const { VpcId, create, call, find, findOne, remove } = await cluster();
    const { NetworkInterfaceId: trunk } = await create('Trunk', { creator: 'terway' });
    await call('AttachNetworkInterface', { NetworkInterfaceId: trunk });
    await localyun.advance(3_000);
    const { NetworkInterfaceId: leaked } = await create('Secondary', { creator: 'terway', pod: 'gone-0' });
    const { NetworkInterfaceId: attached } = await create('Secondary', { creator: 'terway', pod: 'gone-1' });
    const { NetworkInterfaceId: foreign } = await create('Secondary', { creator: 'somebody' });
    await call('AttachNetworkInterface', { NetworkInterfaceId: attached, TrunkNetworkInstanceId: trunk });
    await localyun.advance(2_000);

    const ids = async (filters: Parameters) => (await find(filters)).map((eni) => eni.NetworkInterfaceId).sort();
    const own = { Tag: [{ Key: 'creator', Value: 'terway' }] };
    expect(await ids({ VpcId, Type: 'Secondary', Status: 'Available' })).toEqual([leaked, foreign].sort());
    expect(await ids({ VpcId, Type: 'Secondary', Status: 'Available', ...own })).toEqual([leaked]);
    expect(await ids({ VpcId, Type: 'Member', Status: 'InUse', ...own })).toEqual([attached]);
    expect(await ids({ VpcId, Type: 'Trunk', Status: 'InUse', ...own })).toEqual([trunk]);

    // What the collector reads of a member tells it where to detach it from.
    const { Attachment } = (await findOne(attached))!;
    await call('DetachNetworkInterface', {
      NetworkInterfaceId: attached,
      InstanceId: Attachment.InstanceId,
      TrunkNetworkInstanceId: Attachment.TrunkNetworkInterfaceId,
    });
    await remove(leaked);
    await localyun.advance(2_000);
    expect(await ids({ VpcId, Type: 'Member' })).toEqual([]);
    expect(await ids({ VpcId, Type: 'Secondary', Status: 'Available', ...own })).toEqual([attached]);
    await remove(attached);
    await localyun.advance(2_000);
    expect(await ids({ VpcId, Type: 'Secondary' })).toEqual([foreign]);
  });
});
