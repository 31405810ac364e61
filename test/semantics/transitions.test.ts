import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RestartingLocalyun } from '../support/restarting-localyun.ts';
import type { Parameters } from '../support/signed-client.ts';
import type { TestAccount, TestNetwork } from '../support/test-account.ts';

let localyun: RestartingLocalyun;
let account: TestAccount;
let network: TestNetwork;
const step = 100;

beforeEach(async () => {
  localyun = new RestartingLocalyun();
  account = localyun.account('life');
});
afterEach(() => localyun.close());

async function prepared() {
  await localyun.start('manual');
  network = await account.network();
  const InstanceId = await account.runInstance(network);
  const { NetworkInterfaceId } = await account.createNetworkInterface(network);
  return { RegionId: network.regionId, NetworkInterfaceId: NetworkInterfaceId as string, InstanceId };
}

async function status(id: string): Promise<string> {
  return (await account.describeNetworkInterface(network, id))?.Status ?? 'gone';
}

/** Every status that a client sees who looks again after each step of the clock, up to `last`. */
async function seenUntil(last: string, id: string, forward: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  for (let looks = 0; looks < 200 && seen.at(-1) !== last; looks += 1) {
    const now = await status(id);
    if (now !== seen.at(-1)) seen.push(now);
    await forward();
  }
  return seen;
}

const life: readonly (readonly [action: string, transient: string, last: string])[] = [
  ['AttachNetworkInterface', 'Attaching', 'InUse'],
  ['DetachNetworkInterface', 'Detaching', 'Available'],
  ['DeleteNetworkInterface', 'Deleting', 'gone'],
];

const call = (action: string, target: Parameters) => account.ok('Ecs', action, target);

describe('ENI-163 the clock', () => {
  it('moved by hand shows each transient status, for as long as it is not moved', async () => {
    const target = await prepared();
    for (const [action, transient, last] of life) {
      await call(action, target);
      for (let looks = 0; looks < 3; looks += 1) expect(await status(target.NetworkInterfaceId)).toBe(transient);
      const seen = await seenUntil(last, target.NetworkInterfaceId, () => localyun.advance(step));
      expect(seen).toEqual([transient, last]);
    }
  });

  it('of the fast profile lets a client that polls see each transient status', async () => {
    const target = await prepared();
    await localyun.restart('fast');
    for (const [action, transient, last] of life) {
      await call(action, target);
      expect(await seenUntil(last, target.NetworkInterfaceId, () => pause(50))).toEqual([transient, last]);
    }
  });

  it('of the instant profile shows none of them', async () => {
    const target = await prepared();
    await localyun.restart('instant');
    for (const [action, , last] of life) {
      await call(action, target);
      expect(await status(target.NetworkInterfaceId)).toBe(last);
    }
  });
});

describe('ENI-164 a restart', () => {
  it('in the middle of each transient state loses nothing, and the change completes when it is due', async () => {
    const target = await prepared();
    for (const [action, transient, last] of life) {
      await call(action, target);
      await localyun.advance(step);
      const before = await account.describeNetworkInterface(network, target.NetworkInterfaceId);
      const clock = localyun.server.levers.clock();
      await localyun.restart('manual');
      expect(localyun.server.levers.clock()).toEqual(clock);
      expect(await account.describeNetworkInterface(network, target.NetworkInterfaceId)).toEqual(before);
      expect(before?.Status).toBe(transient);
      await localyun.advance(10_000);
      expect(await status(target.NetworkInterfaceId)).toBe(last);
    }
  });

  it('frees what a deletion frees, at its end and not before', async () => {
    const { InstanceId: _, ...target } = await prepared();
    const group = { RegionId: network.regionId, SecurityGroupId: network.securityGroupId };
    await call('DeleteNetworkInterface', target);
    await localyun.restart('manual');
    const idle = async () => {
      const { VSwitches } = await account.ok('Vpc', 'DescribeVSwitches', { VSwitchId: network.vSwitchId });
      return VSwitches.VSwitch[0].AvailableIpAddressCount as number;
    };
    const whileDeleting = await idle();
    expect((await account.refused('Ecs', 'DeleteSecurityGroup', group)).code).toBe('DependencyViolation');
    await localyun.advance(10_000);
    expect(await idle()).toBe(whileDeleting + 1);
  });

  it('after the time at which a change was due finds it completed', async () => {
    const target = await prepared();
    await localyun.restart('fast');
    await call('DeleteNetworkInterface', target);
    await localyun.server.close();
    await pause(1_000);
    await localyun.start('fast');
    expect(await status(target.NetworkInterfaceId)).toBe('gone');
  });

  it('keeps a stuck change stuck', async () => {
    const target = await prepared();
    const fault = { resourceType: 'network-interface', kind: 'delete', outcome: 'stick', count: 1 } as const;
    await localyun.server.levers.failTransition(fault);
    await call('DeleteNetworkInterface', target);
    await localyun.restart('manual');
    await localyun.advance(24 * 60 * 60 * 1000);
    expect(await status(target.NetworkInterfaceId)).toBe('Deleting');
    await call('DeleteNetworkInterface', target);
    await localyun.restart('manual');
    await localyun.advance(10_000);
    expect(await status(target.NetworkInterfaceId)).toBe('gone');
  });

  it('remembers a fault that was wished for before it', async () => {
    const target = await prepared();
    const fault = { resourceType: 'network-interface', kind: 'attach', outcome: 'fail', count: 1 } as const;
    await localyun.server.levers.failTransition(fault);
    await localyun.restart('manual');
    await call('AttachNetworkInterface', target);
    await localyun.restart('manual');
    await localyun.advance(10_000);
    expect(await status(target.NetworkInterfaceId)).toBe('Available');
  });
});
