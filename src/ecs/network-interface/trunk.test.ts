import { describe, expect, it } from 'vitest';
import { instanceOf, networkInterface } from './network-interface.fixture.ts';
import type { NetworkInterface } from './network-interface.ts';
import { checkMembership, joinedTo, type Place } from './trunk.ts';

const trunk = networkInterface({ networkInterfaceId: 'eni-trunk', type: 'Trunk', status: 'InUse', instanceId: 'i-1' });
// 4 interfaces, and 16 members beside them.
const instance = instanceOf('ecs.g7.xlarge');
const member = (deviceIndex: number, trunkNetworkInterfaceId = 'eni-trunk'): Place => ({
  type: 'Member',
  trunkNetworkInterfaceId,
  deviceIndex,
});
const members = (count: number) => Array.from({ length: count }, (_, index) => member(index + 1));

describe('who can be a member of which trunk', () => {
  const check = ({ eni = networkInterface(), of = trunk, on = instance, attached = [] as Place[] }) =>
    checkMembership(eni, of, on, attached)?.code;

  it.each<[string, Parameters<typeof check>[0], string | undefined]>([
    ['an interface, a trunk in use on the instance', {}, undefined],
    [
      'a type without trunks',
      { on: instanceOf('ecs.g6.xlarge') },
      'InvalidOperation.InstanceTypeNotSupportEniTrunking',
    ],
    ['no trunk', { of: { ...trunk, type: 'Secondary' } }, 'InvalidOperation.EniTypeNotSupportTrunking'],
    ['a trunk of a service', { of: { ...trunk, serviceId: 4711 } }, 'InvalidOperation.EniServiceManaged'],
    ...(['Available', 'Attaching', 'Detaching', 'Deleting'] as const).map(
      (status): [string, Parameters<typeof check>[0], string] => [
        `a trunk that is ${status}`,
        { of: { ...trunk, status } },
        'InvalidOperation.InvalidTrunkEniStatus',
      ],
    ),
    ['a trunk on another instance', { of: { ...trunk, instanceId: 'i-2' } }, 'InvalidOperation.TrunkingIsNotAllowed'],
    [
      'an interface of the RDMA mode',
      { eni: networkInterface({ trafficMode: 'HighPerformance' }) },
      'InvalidOperation.EniTypeNotSupportTrunking',
    ],
    ['15 members there', { attached: members(15) }, undefined],
    ['16 members there', { attached: members(16) }, 'EniPerInstanceLimitExceeded'],
    [
      '16 members of two trunks there',
      { attached: [...members(8), ...members(8).map((each) => ({ ...each, trunkNetworkInterfaceId: 'eni-other' }))] },
      'EniPerInstanceLimitExceeded',
    ],
  ])('%s', (_, given, code) => {
    expect(check(given)).toBe(code);
  });
});

describe('the device index of a member', () => {
  const indexAfter = (attached: Place[]): NetworkInterface => joinedTo(networkInterface(), trunk, attached);
  const primary: Place = { type: 'Primary', trunkNetworkInterfaceId: null, deviceIndex: null };

  it.each<[string, Place[], number]>([
    ['the first', [primary], 1],
    ['the next', [member(1), member(2)], 3],
    ['the lowest that is free', [member(3), member(1)], 2],
    ['free although a member of another trunk has it', [member(1, 'eni-other')], 1],
  ])('is %s', (_, attached, deviceIndex) => {
    expect(indexAfter(attached)).toEqual(
      networkInterface({ type: 'Member', trunkNetworkInterfaceId: 'eni-trunk', deviceIndex }),
    );
  });
});
