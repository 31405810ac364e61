import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../operation/refusal.ts';
import { type Instance, type InstanceStatus, instanceStatuses } from './instance.ts';
import {
  beginReboot,
  beginRelease,
  beginStart,
  beginStop,
  completeCreation,
  completeStart,
  completeStop,
  failStart,
  failStop,
} from './lifecycle.ts';

const instanceIn = (status: InstanceStatus, more: Partial<Instance> = {}): Instance => ({
  instanceId: 'i-bp1',
  accountId: '1',
  regionId: 'cn-hangzhou',
  zoneId: 'cn-hangzhou-h',
  vpcId: 'vpc-bp1',
  vSwitchId: 'vsw-bp1',
  instanceType: 'ecs.g6.large',
  imageId: 'm-1',
  instanceName: 'i-bp1',
  hostName: 'host',
  description: '',
  status,
  releasing: 0,
  stoppedMode: 'Not-applicable',
  deletionProtection: 0,
  instanceChargeType: 'PostPaid',
  internetChargeType: 'PayByTraffic',
  keyPairName: '',
  ramRoleName: '',
  publicAddress: null,
  autoReleaseAtMs: 0,
  resourceGroupId: '',
  serialNumber: '',
  settings: '{}',
  startedAtMs: 0,
  createdAtMs: 0,
  ...more,
});

const softly = { force: false, stoppedMode: 'KeepCharging' } as const;
const gently = { force: false, mayEndSubscription: false };
const forcibly = { force: true, mayEndSubscription: false };

/** What a command makes of each status: the next one, or the code of the refusal. */
function outcomes(command: (instance: Instance) => ReturnType<typeof beginRelease>) {
  return Object.fromEntries(
    instanceStatuses.map((status) => {
      const outcome = command(instanceIn(status));
      if (isRefusal(outcome)) return [status, outcome.code];
      return [status, outcome.kind === 'again' ? 'again' : outcome.changed.status];
    }),
  );
}

describe('commands', () => {
  const wrong = 'IncorrectInstanceStatus';

  it('start a stopped instance only', () => {
    expect(outcomes((instance) => beginStart(instance, 5))).toEqual({
      Pending: wrong,
      Starting: wrong,
      Running: wrong,
      Stopping: wrong,
      Stopped: 'Starting',
    });
    const started = beginStart(instanceIn('Stopped', { stoppedMode: 'StopCharging' }), 5);
    expect(started).toMatchObject({ changed: { startedAtMs: 5, stoppedMode: 'Not-applicable' }, next: 'start' });
  });

  it('stop a running instance only', () => {
    expect(outcomes((instance) => beginStop(instance, softly))).toEqual({
      Pending: wrong,
      Starting: wrong,
      Running: 'Stopping',
      Stopping: wrong,
      Stopped: wrong,
    });
    const stopped = beginStop(instanceIn('Running'), { force: false, stoppedMode: 'StopCharging' });
    expect(stopped).toMatchObject({ changed: { stoppedMode: 'StopCharging' }, next: 'stop' });
  });

  it('stop one that is stuck in Stopping by force, unless it is being released', () => {
    const force = { force: true, stoppedMode: 'KeepCharging' } as const;
    expect(beginStop(instanceIn('Stopping'), force)).toMatchObject({ changed: { status: 'Stopping' }, next: 'stop' });
    expect(beginStop(instanceIn('Stopping', { releasing: 1 }), force)).toMatchObject({ code: wrong });
  });

  it('reboot a running instance only, and show it as starting', () => {
    expect(outcomes((instance) => beginReboot(instance, 5))).toEqual({
      Pending: wrong,
      Starting: wrong,
      Running: 'Starting',
      Stopping: wrong,
      Stopped: wrong,
    });
  });

  it('release a stopped instance', () => {
    expect(outcomes((instance) => beginRelease(instance, gently))).toEqual({
      Pending: 'IncorrectInstanceStatus.Initializing',
      Starting: wrong,
      Running: wrong,
      Stopping: wrong,
      Stopped: 'Stopping',
    });
  });

  it('release any instance by force', () => {
    expect(new Set(Object.values(outcomes((instance) => beginRelease(instance, forcibly))))).toEqual(
      new Set(['Stopping']),
    );
  });

  it('accept a second release, by force or not', () => {
    const releasing = instanceIn('Stopping', { releasing: 1 });
    expect(beginRelease(releasing, gently)).toEqual({ kind: 'again', next: 'release' });
    expect(beginRelease(releasing, forcibly)).toEqual({ kind: 'again', next: 'release' });
  });

  it('do not release a protected instance, even by force', () => {
    for (const status of instanceStatuses) {
      expect(beginRelease(instanceIn(status, { deletionProtection: 1 }), forcibly)).toMatchObject({
        code: 'InvalidOperation.DeletionProtection',
        status: 403,
      });
    }
  });

  it('release a subscription only where it may end', () => {
    const subscription = instanceIn('Stopped', { instanceChargeType: 'PrePaid' });
    expect(beginRelease(subscription, forcibly)).toMatchObject({ code: 'ChargeTypeViolation', status: 403 });
    expect(beginRelease(subscription, { force: false, mayEndSubscription: true })).toMatchObject({ kind: 'begin' });
  });
});

describe('ends', () => {
  const ends: readonly [string, (instance: Instance) => Instance, Partial<Record<InstanceStatus, InstanceStatus>>][] = [
    ['a creation', (instance) => completeCreation(instance, 7), { Pending: 'Starting' }],
    ['a start', completeStart, { Starting: 'Running' }],
    ['a stop', completeStop, { Stopping: 'Stopped' }],
    ['a start that failed', failStart, { Pending: 'Stopped', Starting: 'Stopped' }],
    ['a stop that failed', failStop, { Stopping: 'Running' }],
  ];

  it.each(ends)('of %s change the statuses they are for, and leave the others', (_, end, changes) => {
    for (const status of instanceStatuses) {
      const before = instanceIn(status);
      const after = end(before);
      expect(after.status).toBe(changes[status] ?? status);
      if (changes[status] === undefined) expect(after).toBe(before);
    }
  });

  it('of a release that failed leave a stopped instance', () => {
    expect(failStop(instanceIn('Stopping', { releasing: 1 }))).toMatchObject({ status: 'Stopped', releasing: 0 });
  });

  it('of a creation note when it began to start', () => {
    expect(completeCreation(instanceIn('Pending'), 7).startedAtMs).toBe(7);
  });
});
