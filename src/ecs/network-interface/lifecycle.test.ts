import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../operation/refusal.ts';
import {
  becomeAvailable,
  beginAttachment,
  beginDeletion,
  beginDetachment,
  completeAttachment,
  type Move,
} from './lifecycle.ts';
import { instanceOf, networkInterface } from './network-interface.fixture.ts';
import type { NetworkInterface } from './network-interface.ts';

const statuses = ['Available', 'Attaching', 'InUse', 'Detaching', 'Deleting'] as const;
const onInstance = new Set<string>(['Attaching', 'InUse', 'Detaching']);
const instance = instanceOf('ecs.g7.xlarge');
const trunk = networkInterface({ networkInterfaceId: 'eni-trunk', type: 'Trunk', status: 'InUse', instanceId: 'i-1' });

const commands: Readonly<Record<string, (eni: NetworkInterface) => Move | Refusal>> = {
  attach: (eni) => beginAttachment(eni, instance, { addresses: 1, attached: [] }),
  'attach to a trunk': (eni) => beginAttachment(eni, instance, { addresses: 1, attached: [], trunk }),
  detach: (eni) => beginDetachment(eni, instance, { linked: false, memberCount: 0 }),
  delete: (eni) => beginDeletion(eni, { memberCount: 0 }),
};

/** A record of the type in the status. */
function record(type: NetworkInterface['type'], status: NetworkInterface['status']): NetworkInterface {
  const attached = onInstance.has(status) ? { instanceId: 'i-1' } : {};
  const membership = type === 'Member' ? { trunkNetworkInterfaceId: 'eni-trunk', deviceIndex: 1 } : {};
  return networkInterface({ type, status, ...attached, ...membership });
}

/** The status it begins with, `again`, or the code it is refused with. */
function outcome(move: Move | Refusal): string {
  if (move.kind === 'refusal') return move.code.replace('InvalidOperation.', '');
  return move.kind === 'begin' ? move.changed.status : 'again';
}

const wrongState = 'InvalidEniState';
const wrongType = 'InvalidEniType';
const noTrunking = 'EniTypeNotSupportTrunking';
const noDetach = 'DetachPrimaryEniNotAllowed';
/** A member that is on no instance cannot be stored. */
const impossible = null;

/** What comes of each command in each status, in the order of `statuses`. */
const table: readonly (readonly [type: NetworkInterface['type'], command: string, outcomes: (string | null)[]])[] = [
  ['Primary', 'attach', [wrongType, wrongType, wrongType, wrongType, wrongType]],
  ['Primary', 'attach to a trunk', [wrongType, wrongType, wrongType, wrongType, wrongType]],
  ['Primary', 'detach', [noDetach, noDetach, noDetach, noDetach, noDetach]],
  ['Primary', 'delete', [wrongType, wrongType, wrongType, wrongType, wrongType]],
  ['Secondary', 'attach', ['Attaching', wrongState, wrongState, wrongState, wrongState]],
  ['Secondary', 'attach to a trunk', ['Attaching', wrongState, wrongState, wrongState, wrongState]],
  ['Secondary', 'detach', [wrongState, wrongState, 'Detaching', 'again', wrongState]],
  ['Secondary', 'delete', ['Deleting', wrongState, wrongState, wrongState, 'again']],
  ['Trunk', 'attach', ['Attaching', wrongState, wrongState, wrongState, wrongState]],
  ['Trunk', 'attach to a trunk', [noTrunking, noTrunking, noTrunking, noTrunking, noTrunking]],
  ['Trunk', 'detach', [wrongState, wrongState, 'Detaching', 'again', wrongState]],
  ['Trunk', 'delete', ['Deleting', wrongState, wrongState, wrongState, 'again']],
  ['Member', 'attach', [impossible, wrongState, wrongState, wrongState, impossible]],
  ['Member', 'attach to a trunk', [impossible, wrongState, wrongState, wrongState, impossible]],
  ['Member', 'detach', [impossible, wrongState, 'Detaching', 'again', impossible]],
  ['Member', 'delete', [impossible, wrongType, wrongType, wrongType, impossible]],
];

describe('every command on every type in every status', () => {
  it('is in the table', () => {
    const pairs = new Set(table.map(([type, command]) => `${type} ${command}`));
    expect(pairs.size).toBe(4 * Object.keys(commands).length);
  });

  const rows = table.flatMap(([type, command, outcomes]) =>
    outcomes.flatMap((expected, index) =>
      expected === null ? [] : [{ type, command, status: statuses[index]!, expected }],
    ),
  );
  it.each(rows)('$command: a $type that is $status -> $expected', ({ type, command, status, expected }) => {
    expect(outcome(commands[command]!(record(type, status)))).toBe(expected);
  });
});

describe('a service-managed interface', () => {
  it.each(Object.keys(commands))('refuses to %s, whatever else is wrong with it', (command) => {
    for (const type of ['Primary', 'Secondary', 'Trunk'] as const) {
      const move = commands[command]!({ ...record(type, 'Deleting'), serviceId: 4711 });
      expect(outcome(move)).toBe('EniServiceManaged');
    }
  });
});

describe('the instance at an attachment', () => {
  const attachTo = (target: typeof instance, eni = networkInterface()) =>
    outcome(beginAttachment(eni, target, { addresses: 1, attached: [] }));

  it.each([
    ['ecs.g7.xlarge', 'Pending', 'InvalidEcsState'],
    ['ecs.g7.xlarge', 'Starting', 'InvalidEcsState'],
    ['ecs.g7.xlarge', 'Running', 'Attaching'],
    ['ecs.g7.xlarge', 'Stopping', 'InvalidEcsState'],
    ['ecs.g7.xlarge', 'Stopped', 'Attaching'],
    ['ecs.n4.small', 'Running', 'InvalidEcsState'],
    ['ecs.n4.small', 'Stopped', 'Attaching'],
  ] as const)('of the type %s, %s -> %s', (type, status, expected) => {
    expect(attachTo(instanceOf(type, { status }))).toBe(expected);
  });

  it('is in the VPC and the zone of the interface; the VPC is told first', () => {
    expect(attachTo(instanceOf('ecs.g7.xlarge', { vpcId: 'vpc-2', zoneId: 'cn-hangzhou-i' }))).toBe('VpcMismatch');
    expect(attachTo(instanceOf('ecs.g7.xlarge', { zoneId: 'cn-hangzhou-i' }))).toBe('AvailabilityZoneMismatch');
  });

  it('takes a trunk only where its type does', () => {
    expect(attachTo(instanceOf('ecs.g6.xlarge'), record('Trunk', 'Available'))).toBe(
      'InstanceTypeNotSupportEniTrunking',
    );
  });

  it('allows so many addresses', () => {
    const attach = (addresses: number) =>
      outcome(beginAttachment(networkInterface(), instance, { addresses, attached: [] }));
    expect([attach(15), attach(16)]).toEqual(['Attaching', 'Ipv4CountExceeded']);
  });
});

describe('a detachment', () => {
  const detach = (
    eni: NetworkInterface,
    target = instance,
    more: { linked?: boolean; memberCount?: number; trunkId?: string } = {},
  ) => outcome(beginDetachment(eni, target, { linked: false, memberCount: 0, ...more }));

  it.each([
    ['ecs.g7.xlarge', 'Standard', 'Running', 'Detaching'],
    ['ecs.g7.xlarge', 'Standard', 'Stopping', 'InvalidEcsState'],
    ['ecs.g8i.xlarge', 'HighPerformance', 'Running', 'EniHotPlugNotSupported'],
    ['ecs.g8i.xlarge', 'HighPerformance', 'Starting', 'InvalidEcsState'],
    ['ecs.g8i.xlarge', 'HighPerformance', 'Stopped', 'Detaching'],
    ['ecs.n4.small', 'Standard', 'Running', 'HotPlugNotSupport'],
    ['ecs.n4.small', 'Standard', 'Stopped', 'Detaching'],
  ] as const)('from the type %s in the mode %s, %s -> %s', (type, trafficMode, status, expected) => {
    const eni = { ...record('Secondary', 'InUse'), trafficMode };
    expect(detach(eni, instanceOf(type, { status }))).toBe(expected);
  });

  it('is from the instance and the trunk that the interface is on', () => {
    expect(detach(record('Secondary', 'InUse'), instanceOf('ecs.g7.xlarge', { instanceId: 'i-2' }))).toBe(
      'InvalidParameter.EniNotBelongEcs',
    );
    const member = record('Member', 'InUse');
    expect(detach(member, instance, { trunkId: 'eni-trunk' })).toBe('Detaching');
    expect(detach(member, instance, { trunkId: 'eni-other' })).toBe('InvalidParameter.EniNotBelongTrunk');
    expect(detach(record('Secondary', 'InUse'), instance, { trunkId: 'eni-trunk' })).toBe(
      'InvalidParameter.EniNotBelongTrunk',
    );
  });

  it('waits for members to leave and for elastic IP addresses in cut-through mode', () => {
    expect(detach(record('Trunk', 'InUse'), instance, { memberCount: 1 })).toBe('HasMemberEniAttached');
    expect(detach(record('Secondary', 'InUse'), instance, { linked: true })).toBe('EniLinked');
  });
});

describe('a deletion', () => {
  it('is not for a trunk with members, nor for a bonded interface', () => {
    expect(outcome(beginDeletion(record('Trunk', 'InUse'), { memberCount: 2 }))).toBe('InvalidEniType');
    expect(outcome(beginDeletion(networkInterface({ slaveCount: 1 }), { memberCount: 0 }))).toBe('HasSlaveEniBonded');
  });
});

describe('the end of an attachment and of a detachment', () => {
  it.each(statuses)('finds the interface %s, and changes only what was under way', (status) => {
    const eni = record('Secondary', status);
    expect(completeAttachment(eni).status).toBe(status === 'Attaching' ? 'InUse' : status);
    const ended = status === 'Attaching' || status === 'Detaching';
    expect(becomeAvailable(eni)).toEqual(ended ? { ...eni, status: 'Available', instanceId: null } : eni);
  });

  it('makes a member a secondary interface again, and leaves a trunk a trunk', () => {
    const left = becomeAvailable({ ...record('Member', 'Detaching'), networkCardIndex: 1 });
    expect(left).toEqual(networkInterface());
    expect(becomeAvailable(record('Trunk', 'Detaching'))).toEqual(networkInterface({ type: 'Trunk' }));
  });
});
