import { describe, expect, it } from 'vitest';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { checkNetworkCard, checkRoom, type Share } from './attachment-limits.ts';
import { networkInterface } from './network-interface.fixture.ts';

const share = (more: Partial<Share> = {}): Share => networkInterface(more);
const primary = share({ type: 'Primary' });
const rdma = (queuePairNumber: number | null = null, networkCardIndex: number | null = null) =>
  share({ trafficMode: 'HighPerformance', queuePairNumber, networkCardIndex });
const check = (one: Share, others: readonly Share[], instanceType: string) =>
  checkRoom(one, others, findInstanceType(instanceType)!)?.code.replace('InvalidOperation.', '');

describe('room for one more interface', () => {
  it.each<[string, Share, Share[], string, string | undefined]>([
    ['3 of 4', share(), [primary, share(), share()], 'ecs.g7.xlarge', undefined],
    ['4 of 4', share(), [primary, share(), share(), share()], 'ecs.g7.xlarge', 'EniPerInstanceLimitExceeded'],
    [
      '3 of 4, and members of a trunk',
      share(),
      [primary, share(), share({ type: 'Trunk' }), share({ type: 'Member' }), share({ type: 'Member' })],
      'ecs.g7.xlarge',
      undefined,
    ],
  ])('of the number: %s', (_, one, others, type, code) => {
    expect(check(one, others, type)).toBe(code);
  });

  // The primary one has 8 queues, each other one 8 unless it says more; 16 at most each, 64 together.
  it.each<[string, Share, Share[], string | undefined]>([
    ['as many as one may have', share({ queueNumber: 16 }), [primary], undefined],
    ['more than one may have', share({ queueNumber: 17 }), [primary], 'MaxEniQueueNumberExceeded'],
    [
      'as many as there are',
      share({ queueNumber: 8 }),
      [primary, ...[16, 16, 16].map((queueNumber) => share({ queueNumber }))],
      undefined,
    ],
    [
      'more than there are',
      share({ queueNumber: 9 }),
      [primary, ...[16, 16, 16].map((queueNumber) => share({ queueNumber }))],
      'ExceedInstanceTypeQueueNumber',
    ],
    [
      'the default, where others took more than theirs',
      share(),
      [primary, ...[16, 16, 16, 8].map((queueNumber) => share({ queueNumber }))],
      'ExceedInstanceTypeQueueNumber',
    ],
    [
      'not those of members',
      share({ queueNumber: 16 }),
      [primary, ...Array.from({ length: 10 }, () => share({ type: 'Member', queueNumber: 16 }))],
      undefined,
    ],
  ])('of queues: %s', (_, one, others, code) => {
    expect(check(one, others, 'ecs.g6.4xlarge')).toBe(code);
  });

  // g8i.4xlarge: 2 of the RDMA mode with 8 queue pairs together; ebmgn8v: 2 with 96 on each of two cards.
  it.each<[string, Share, Share[], string, string | undefined]>([
    ['none', rdma(), [primary], 'ecs.g7.xlarge', 'InstanceTypeNotSupportHighPerformance'],
    ['one that takes all', rdma(), [primary], 'ecs.g8i.4xlarge', undefined],
    ['one more beside one that took all', rdma(1), [primary, rdma()], 'ecs.g8i.4xlarge', 'EniQueuePairNumberOverflow'],
    ['one more that would take all', rdma(), [primary, rdma(1)], 'ecs.g8i.4xlarge', 'EniQueuePairNumberOverflow'],
    ['two that share', rdma(4), [primary, rdma(4)], 'ecs.g8i.4xlarge', undefined],
    ['more pairs than there are', rdma(9), [primary], 'ecs.g8i.4xlarge', 'MaxEniQueuePairNumberExceed'],
    ['a third', rdma(1), [primary, rdma(1), rdma(1)], 'ecs.g8i.4xlarge', 'HighPerformanceEniPerInstanceLimitExceeded'],
    ['a standard one beside two', share(), [primary, rdma(4), rdma(4)], 'ecs.g8i.4xlarge', undefined],
    ['all pairs of another card', rdma(null, 1), [primary, rdma(null, 0)], 'ecs.ebmgn8v.48xlarge', undefined],
    [
      'all pairs of the same card',
      rdma(null, 0),
      [primary, rdma()],
      'ecs.ebmgn8v.48xlarge',
      'EniQueuePairNumberOverflow',
    ],
  ])('of the RDMA mode: %s', (_, one, others, type, code) => {
    expect(check(one, others, type)).toBe(code);
  });
});

describe('network cards', () => {
  it.each<[number | undefined, string, boolean]>([
    [undefined, 'ecs.g7.xlarge', true],
    [0, 'ecs.g7.xlarge', false],
    [undefined, 'ecs.ebmgn8v.48xlarge', true],
    [0, 'ecs.ebmgn8v.48xlarge', true],
    [1, 'ecs.ebmgn8v.48xlarge', true],
    [2, 'ecs.ebmgn8v.48xlarge', false],
    [-1, 'ecs.ebmgn8v.48xlarge', false],
    [0.5, 'ecs.ebmgn8v.48xlarge', false],
  ])('%s on %s', (index, instanceType, fine) => {
    const refusal = checkNetworkCard(index, findInstanceType(instanceType)!);
    if (fine) expect(refusal).toBeUndefined();
    else expect(refusal).toMatchObject({ code: 'InvalidParameter.NetworkCardIndexInvalid', status: 400 });
  });
});
