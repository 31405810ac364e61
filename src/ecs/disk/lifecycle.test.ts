import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../operation/refusal.ts';
import { freeDevice, isDataDevice } from './device.ts';
import { diskRecord } from './disk.fixture.ts';
import { type Disk, type DiskStatus, diskStatuses } from './disk.ts';
import {
  beginAttachment,
  beginDeletion,
  beginDetachment,
  completeAttachment,
  completeCreation,
  completeDetachment,
  type DiskInstance,
  failAttachment,
  failDeletion,
  failDetachment,
  goesWithInstance,
  type Move,
  outliveInstance,
} from './lifecycle.ts';

const instance: DiskInstance = {
  instanceId: 'i-1',
  instanceType: 'ecs.g6.large',
  zoneId: 'cn-hangzhou-h',
  status: 'Running',
  diskQuantity: 3,
};
const onInstance: readonly DiskStatus[] = ['Attaching', 'In_use', 'Detaching'];

/** A record in the status, on `i-1` where it has to be on an instance. */
const inStatus = (status: DiskStatus, more: Partial<Disk> = {}): Disk =>
  diskRecord({ status, ...(onInstance.includes(status) ? { instanceId: 'i-1', device: '/dev/xvdb' } : {}), ...more });

const outcome = (move: Move | Refusal): string => {
  if (move.kind === 'refusal') return move.code;
  return move.kind === 'begin' ? move.changed.status : 'again';
};

const commands: Readonly<Record<string, (disk: Disk) => Move | Refusal>> = {
  attach: (disk) => beginAttachment(disk, instance, { attached: [{ device: '/dev/xvda' }] }),
  detach: (disk) => beginDetachment(disk, instance, { isStuck: false }),
  'detach a stuck one': (disk) => beginDetachment(disk, instance, { isStuck: true }),
  delete: (disk) => beginDeletion(disk, { isCreatingSnapshot: false }),
};

const wrong = 'IncorrectDiskStatus';
const gone = 'InvalidDisk.AlreadyDetached';
const detaching = 'InvalidOperation.DiskDetachingFromThisEcs';
const system = 'DiskTypeViolation';
const bound = 'DiskNotPortable';

describe('the life of a disk', () => {
  it.each<[command: string, disk: Partial<Disk>, outcomes: string[]]>([
    // In the order of the statuses: Creating, Available, Attaching, In_use, Detaching, Deleting.
    ['attach', {}, [wrong, 'Attaching', wrong, wrong, wrong, wrong]],
    ['detach', {}, [gone, gone, wrong, 'Detaching', detaching, gone]],
    ['detach a stuck one', {}, [gone, gone, wrong, 'Detaching', 'again', gone]],
    ['delete', {}, ['IncorrectDiskStatus.Initializing', 'Deleting', wrong, wrong, wrong, 'again']],
    ['detach', { type: 'system' }, [system, system, system, system, system, system]],
    ['delete', { type: 'system' }, [system, system, system, system, system, system]],
    ['attach', { diskChargeType: 'PrePaid' }, [bound, bound, bound, bound, bound, bound]],
    ['detach', { diskChargeType: 'PrePaid' }, [gone, gone, bound, bound, detaching, gone]],
    [
      'delete',
      { diskChargeType: 'PrePaid' },
      ['IncorrectDiskStatus.Initializing', bound, bound, bound, bound, 'again'],
    ],
  ])('%s of one with %o', (command, more, expected) => {
    expect(diskStatuses.map((status) => outcome(commands[command]!(inStatus(status, more))))).toEqual(expected);
  });

  it('attaches in the zone, to an instance at rest that has room, under a name that is free', () => {
    const disk = diskRecord();
    const attach = (more: Partial<DiskInstance>, attached: string[] = [], device?: string) =>
      beginAttachment(disk, { ...instance, ...more }, { attached: attached.map((name) => ({ device: name })), device });
    expect(outcome(attach({ zoneId: 'cn-hangzhou-i' }))).toBe('ResourcesNotInSameZone');
    for (const status of ['Pending', 'Starting', 'Stopping'] as const) {
      const refusal = attach({ status });
      expect(refusal).toMatchObject({ code: 'IncorrectInstanceStatus', status: 400 });
    }
    expect(outcome(attach({ status: 'Stopped' }))).toBe('Attaching');
    expect(outcome(attach({}, ['/dev/xvda', '/dev/xvdb', '/dev/xvdc']))).toBe('InstanceDiskLimitExceeded');
    expect(outcome(attach({}, ['/dev/xvda', '/dev/xvdc'], '/dev/xvdc'))).toBe('InvalidDevice.InUse');
    expect(attach({}, ['/dev/xvda', '/dev/xvdc'])).toEqual({
      kind: 'begin',
      changed: { ...disk, status: 'Attaching', instanceId: 'i-1', device: '/dev/xvdb' },
    });
    expect(attach({}, ['/dev/xvda'], '/dev/xvdz')).toMatchObject({ changed: { device: '/dev/xvdz' } });
  });

  it('detaches from the instance it is on, at rest', () => {
    const disk = inStatus('In_use', { deleteWithInstance: 1 });
    const detach = (more: Partial<DiskInstance>, deleteWithInstance?: boolean) =>
      beginDetachment(disk, { ...instance, ...more }, { isStuck: false, deleteWithInstance });
    expect(outcome(detach({ instanceId: 'i-2' }))).toBe('DependencyViolation');
    expect(detach({ status: 'Stopping' })).toMatchObject({ code: 'IncorrectInstanceStatus', status: 403 });
    expect(detach({})).toMatchObject({ changed: { status: 'Detaching', device: '/dev/xvdb', deleteWithInstance: 0 } });
    expect(detach({}, true)).toMatchObject({ changed: { deleteWithInstance: 1 } });
  });

  it('keeps a disk whose snapshot is being made', () => {
    expect(outcome(beginDeletion(diskRecord(), { isCreatingSnapshot: true }))).toBe('DiskCreatingSnapshot');
  });

  it('completes or fails what is under way, and nothing else', () => {
    const changes: Readonly<Record<string, (disk: Disk) => Disk>> = {
      completeCreation,
      completeAttachment: (disk) => completeAttachment(disk, 7),
      failAttachment,
      completeDetachment: (disk) => completeDetachment(disk, 9),
      failDetachment,
      failDeletion,
    };
    const ends: Readonly<Record<string, readonly [from: DiskStatus, to: Partial<Disk>]>> = {
      completeCreation: ['Creating', { status: 'Available' }],
      completeAttachment: ['Attaching', { status: 'In_use', attachedAtMs: 7 }],
      failAttachment: ['Attaching', { status: 'Available', instanceId: null, device: '' }],
      completeDetachment: ['Detaching', { status: 'Available', instanceId: null, device: '', detachedAtMs: 9 }],
      failDetachment: ['Detaching', { status: 'In_use' }],
      failDeletion: ['Deleting', { status: 'Available' }],
    };
    for (const [name, change] of Object.entries(changes)) {
      const [from, to] = ends[name]!;
      for (const status of diskStatuses) {
        const before = inStatus(status);
        expect([name, status, change(before)]).toEqual([name, status, status === from ? { ...before, ...to } : before]);
      }
    }
  });

  it('goes with its instance when it was made to and is attached, or is paid for with it', () => {
    const goes = (status: DiskStatus, more: Partial<Disk>) => goesWithInstance(inStatus(status, more));
    expect(onInstance.map((status) => goes(status, { deleteWithInstance: 1 }))).toEqual([false, true, false]);
    expect(onInstance.map((status) => goes(status, { deleteWithInstance: 0 }))).toEqual([false, false, false]);
    expect(onInstance.map((status) => goes(status, { diskChargeType: 'PrePaid' }))).toEqual([true, true, true]);
    const outlived = outliveInstance(inStatus('In_use', { type: 'system', device: '/dev/xvda' }), 5);
    expect(outlived).toMatchObject({
      type: 'data',
      status: 'Available',
      instanceId: null,
      device: '',
      detachedAtMs: 5,
    });
    expect(outliveInstance(inStatus('Attaching'), 5).detachedAtMs).toBe(0);
  });
});

describe('the names of disks on an instance', () => {
  it('are given in order, past the end of the alphabet too', () => {
    const taken: string[] = ['/dev/xvda'];
    for (let index = 0; index < 30; index += 1) taken.push(freeDevice(taken));
    expect([taken[1], taken[2], taken[25], taken[26], taken[27]]).toEqual([
      '/dev/xvdb',
      '/dev/xvdc',
      '/dev/xvdz',
      '/dev/xvdba',
      '/dev/xvdbb',
    ]);
    expect(new Set(taken).size).toBe(31);
    expect(freeDevice(taken.filter((device) => device !== '/dev/xvdd'))).toBe('/dev/xvdd');
  });

  it.each([
    ['/dev/xvdb', true],
    ['/dev/xvdz', true],
    ['/dev/vdb', true],
    ['/dev/vd1', true],
    ['/dev/xvda', false],
    ['/dev/xvd', false],
    ['xvdb', false],
    ['/dev/sdb', false],
    ['', false],
  ])('%s can be asked for: %s', (device, expected) => {
    expect(isDataDevice(device)).toBe(expected);
  });
});
