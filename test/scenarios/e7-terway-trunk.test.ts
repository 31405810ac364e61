import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { terwayMemberRhythm } from './driver.ts';
import { Terway } from './terway.ts';

const localyun = startTestLocalyun();
const creator = { Key: 'creator', Value: 'terway' };

/** A node with a trunk that is in use. */
async function begin() {
  const account = localyun.account();
  const network = await account.network();
  const instance = await account.runInstance(network, { InstanceType: 'ecs.g7.xlarge' });
  const terway = new Terway(localyun, account, network);
  const made = await terway.create({ addresses: 1, trunk: true, tags: [creator] });
  expect(made.Type).toBe('Trunk');
  const trunk = made.NetworkInterfaceId as string;
  await terway.waitFor(trunk, 'Available');
  await terway.attach(trunk, instance);
  expect(await terway.waitFor(trunk, 'InUse')).toMatchObject({ Type: 'Trunk', InstanceId: instance });

  /** What a pod gets: an interface of its own, a member of the trunk 2 seconds later. */
  async function memberFor(pod: string) {
    const { NetworkInterfaceId: eni } = await terway.create({
      addresses: 1,
      tags: [creator, { Key: 'k8s_pod_name', Value: pod }],
    });
    await terway.waitFor(eni, 'Available');
    await terway.attach(eni, instance, trunk);
    return terway.waitFor(eni, 'InUse', terwayMemberRhythm);
  }
  return { account, network, instance, terway, trunk, memberFor };
}

describe('Terway gives each pod a member of a trunk', () => {
  it('and takes it back', async () => {
    const { instance, terway, trunk, memberFor } = await begin();
    const members = [await memberFor('a'), await memberFor('b'), await memberFor('c')];
    for (const member of members) {
      expect(member).toMatchObject({
        Status: 'InUse',
        Type: 'Member',
        Attachment: {
          InstanceId: instance,
          TrunkNetworkInterfaceId: trunk,
          DeviceIndex: expect.any(Number),
        },
      });
    }
    expect(new Set(members.map((member) => member.Attachment.DeviceIndex)).size).toBe(3);

    const [{ NetworkInterfaceId: eni }] = members as [{ NetworkInterfaceId: string }];
    await terway.detach(eni, instance, trunk);
    expect(await terway.waitFor(eni, 'Available', terwayMemberRhythm)).toMatchObject({ Type: 'Secondary' });
    await terway.delete(eni);
    const left = await terway.list({ Type: 'Member', Status: 'InUse' });
    expect(left.map((one) => one.NetworkInterfaceId).sort()).toEqual(
      members
        .slice(1)
        .map((member) => member.NetworkInterfaceId)
        .sort(),
    );
  });

  it('and its collector finds what nobody uses, by type, status and tags', async () => {
    const { account, network, instance, terway, trunk, memberFor } = await begin();
    const inUse = await memberFor('alive');
    const forgotten = await memberFor('dead');
    const { NetworkInterfaceId: leaked } = await terway.create({ addresses: 1, tags: [creator] });
    await terway.waitFor(leaked, 'Available');
    const { NetworkInterfaceId: foreign } = await account.createNetworkInterface(network);
    await terway.waitFor(foreign, 'Available');

    const tag = [{ Key: creator.Key, Value: creator.Value }];
    const free = await terway.list({ VpcId: network.vpcId, Type: 'Secondary', Status: 'Available', Tag: tag });
    expect(free.map((one) => one.NetworkInterfaceId)).toEqual([leaked]);
    const members = await terway.list({ VpcId: network.vpcId, Type: 'Member', Status: 'InUse', Tag: tag });
    expect(members.map((one) => one.NetworkInterfaceId)).toEqual(
      expect.arrayContaining([inUse.NetworkInterfaceId, forgotten.NetworkInterfaceId]),
    );
    const dead = members.filter(({ Tags }) =>
      Tags.Tag.some(({ TagValue }: { TagValue: string }) => TagValue === 'dead'),
    );
    expect(dead.map((one) => one.NetworkInterfaceId)).toEqual([forgotten.NetworkInterfaceId]);
    for (const one of members) expect(Number.isNaN(Date.parse(one.CreationTime))).toBe(false);

    await terway.delete(leaked);
    await terway.detach(forgotten.NetworkInterfaceId, instance, trunk);
    await terway.waitFor(forgotten.NetworkInterfaceId, 'Available', terwayMemberRhythm);
    await terway.delete(forgotten.NetworkInterfaceId);
    expect((await terway.find(inUse.NetworkInterfaceId))?.Status).toBe('InUse');
    expect((await terway.find(foreign))?.Status).toBe('Available');
  });

  it('but cannot detach the trunk before its members', async () => {
    const { instance, terway, trunk, memberFor } = await begin();
    const member = await memberFor('a');
    const detach = { NetworkInterfaceId: trunk, InstanceId: instance };
    expect(await terway.client.refused('Ecs', 'DetachNetworkInterface', detach)).toMatchObject({
      status: 403,
      code: 'InvalidOperation.HasMemberEniAttached',
    });
    expect((await terway.find(trunk))?.Status).toBe('InUse');
    await terway.detach(member.NetworkInterfaceId, instance, trunk);
    await terway.waitFor(member.NetworkInterfaceId, 'Available', terwayMemberRhythm);
    await terway.detach(trunk, instance);
    await terway.waitFor(trunk, 'Available');
    await terway.delete(trunk);
  });
});
