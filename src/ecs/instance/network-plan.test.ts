import { describe, expect, it } from 'vitest';
import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { checkLimits, networkPlanOf } from './network-plan.ts';

type Entry = EcsRunInstancesParameters['NetworkInterface'][number];

const entry = (more: Partial<Entry> = {}): Entry => ({ Ipv6Address: [], SecurityGroupIds: [], ...more });
const request = (more: Partial<EcsRunInstancesParameters> = {}): EcsRunInstancesParameters => ({
  RegionId: 'cn-hangzhou',
  Arn: [],
  DataDisk: [],
  HostNames: [],
  Ipv6Address: [],
  NetworkInterface: [],
  SecurityGroupIds: [],
  Tag: [],
  ...more,
});
const topLevel = { VSwitchId: 'vsw-1', SecurityGroupId: 'sg-1' };
const primary = entry({ InstanceType: 'Primary', VSwitchId: 'vsw-1', SecurityGroupId: 'sg-1' });

describe('the plan of network interfaces', () => {
  it('takes the primary one from top-level parameters', () => {
    const plan = networkPlanOf(
      request({ ...topLevel, PrivateIpAddress: '192.168.0.9', NetworkInterfaceQueueNumber: 2 }),
    );
    expect(plan).toMatchObject({
      primary: { vSwitchId: 'vsw-1', securityGroupIds: ['sg-1'], primaryIpAddress: '192.168.0.9', queueNumber: 2 },
      secondaries: [],
    });
  });

  it('takes the primary one from its entry, wherever it stands', () => {
    const plan = networkPlanOf(
      request({
        NetworkInterface: [
          entry({ NetworkInterfaceName: 'second' }),
          { ...primary, SecondaryPrivateIpAddressCount: 2, PrimaryIpAddress: '192.168.0.9' },
          entry({ NetworkInterfaceId: 'eni-1' }),
        ],
      }),
    );
    expect(plan).toMatchObject({
      primary: { vSwitchId: 'vsw-1', secondaryAddressCount: 2, primaryIpAddress: '192.168.0.9' },
      secondaries: [
        { kind: 'new', name: 'second', vSwitchId: undefined, securityGroupIds: [] },
        { kind: 'existing', networkInterfaceId: 'eni-1' },
      ],
    });
  });

  it.each<[string, Partial<EcsRunInstancesParameters>, string, string]>([
    ['no vSwitch', { SecurityGroupId: 'sg-1' }, 'MissingParameter', 'VSwitchId'],
    ['no security group', { VSwitchId: 'vsw-1' }, 'MissingParameter', 'SecurityGroupId'],
    [
      'both kinds of groups',
      { ...topLevel, SecurityGroupIds: ['sg-2'] },
      'InvalidParameter.Conflict',
      'SecurityGroupIds.N',
    ],
    [
      'an entry and VSwitchId',
      { VSwitchId: 'vsw-1', NetworkInterface: [primary] },
      'InvalidParameter.Conflict',
      'VSwitchId',
    ],
    [
      'an entry and a group',
      { SecurityGroupId: 'sg-1', NetworkInterface: [primary] },
      'InvalidParameter.Conflict',
      'SecurityGroupId',
    ],
    [
      'an entry and groups',
      { SecurityGroupIds: ['sg-1'], NetworkInterface: [primary] },
      'InvalidParameter.Conflict',
      'SecurityGroupIds.N',
    ],
    [
      'an entry and an address',
      { PrivateIpAddress: '10.0.0.9', NetworkInterface: [primary] },
      'InvalidParameter.Conflict',
      'PrivateIpAddress',
    ],
    [
      'an entry and queues',
      { NetworkInterfaceQueueNumber: 1, NetworkInterface: [primary] },
      'InvalidParameter.Conflict',
      'NetworkInterfaceQueueNumber',
    ],
    [
      'two primary ones',
      { NetworkInterface: [primary, primary] },
      'InvalidParam.NetworkInterface',
      'NetworkInterface.2',
    ],
    [
      'an unknown type',
      { ...topLevel, NetworkInterface: [entry({ InstanceType: 'Trunk' })] },
      'InvalidParam.NetworkInterface',
      'Trunk',
    ],
    [
      'a primary one without vSwitch',
      { NetworkInterface: [entry({ InstanceType: 'Primary', SecurityGroupId: 'sg-1' })] },
      'MissingParameter',
      'NetworkInterface.1.VSwitchId',
    ],
    [
      'a primary one without group',
      { NetworkInterface: [entry({ InstanceType: 'Primary', VSwitchId: 'vsw-1' })] },
      'MissingParameter',
      'NetworkInterface.1.SecurityGroupId',
    ],
    [
      'an existing primary one',
      { NetworkInterface: [entry({ InstanceType: 'Primary', NetworkInterfaceId: 'eni-1' })] },
      'InvalidParam.NetworkInterface',
      'existing',
    ],
    [
      'an existing one described anew',
      { ...topLevel, NetworkInterface: [entry({ NetworkInterfaceId: 'eni-1', QueueNumber: 2 })] },
      'InvalidParameter.Conflict',
      'NetworkInterface.1.QueueNumber',
    ],
    [
      'an existing one for several',
      { ...topLevel, Amount: 2, NetworkInterface: [entry({ NetworkInterfaceId: 'eni-1' })] },
      'InvalidParam.Amount',
      'NetworkInterface.1',
    ],
    [
      'an id of another form',
      { ...topLevel, NetworkInterface: [entry({ NetworkInterfaceId: 'i-1' })] },
      'InvalidParams.EniId',
      'i-1',
    ],
    [
      'an address for several and a second one',
      { ...topLevel, Amount: 2, PrivateIpAddress: '10.0.0.9', NetworkInterface: [entry()] },
      'InvalidParam.Amount',
      '2',
    ],
    [
      'IPv6 on a secondary one',
      { ...topLevel, NetworkInterface: [entry({ Ipv6AddressCount: 1 })] },
      'InvalidParam.NetworkInterface',
      'IPv6',
    ],
    [
      'the primary one on another network card than the first',
      { NetworkInterface: [{ ...primary, NetworkCardIndex: 1 }] },
      'InvalidParam.NetworkInterface',
      'NetworkCardIndex "1"',
    ],
    [
      'queue pairs in the standard mode',
      { ...topLevel, NetworkInterface: [entry({ QueuePairNumber: 3 })] },
      'InvalidParameter.QueuePairNumberMustEmpty',
      'NetworkInterface.1.QueuePairNumber "3"',
    ],
    [
      '0 queue pairs',
      {
        ...topLevel,
        NetworkInterface: [entry({ NetworkInterfaceTrafficMode: 'HighPerformance', QueuePairNumber: 0 })],
      },
      'InvalidParameter.InvalidQueuePairNumber',
      'NetworkInterface.1.QueuePairNumber "0"',
    ],
    [
      'IPv6 in the RDMA mode',
      { NetworkInterface: [{ ...primary, NetworkInterfaceTrafficMode: 'HighPerformance', Ipv6AddressCount: 1 }] },
      'InvalidOperation.EniTrafficModeNotSupportIPv6',
      'HighPerformance',
    ],
    [
      '50 secondary addresses',
      { ...topLevel, NetworkInterface: [entry({ SecondaryPrivateIpAddressCount: 50 })] },
      'InvalidParameter',
      '50',
    ],
    [
      'a malformed address',
      { ...topLevel, NetworkInterface: [entry({ PrimaryIpAddress: '10.0.0' })] },
      'InvalidPrivateIpAddress.Malformed',
      '10.0.0',
    ],
    [
      '0 queues',
      { ...topLevel, NetworkInterface: [entry({ QueueNumber: 0 })] },
      'InvalidParameter.InvalidEniQueueNumber',
      '0',
    ],
    [
      'a traffic mode',
      { ...topLevel, NetworkInterface: [entry({ NetworkInterfaceTrafficMode: 'Fast' })] },
      'InvalidParameter.EniTrafficMode',
      'Fast',
    ],
    [
      'a short name',
      { ...topLevel, NetworkInterface: [entry({ NetworkInterfaceName: 'x' })] },
      'InvalidParams.NetworkInterfaceName',
      'x',
    ],
    [
      'a description that is a URL',
      { ...topLevel, NetworkInterface: [entry({ Description: 'http://x' })] },
      'InvalidParameter',
      'http://x',
    ],
  ])('refuses %s', (_, parameters, code, named) => {
    expect(networkPlanOf(request(parameters))).toMatchObject({ code, message: expect.stringContaining(named) });
  });

  it('wants IPv6 where either way of saying it does', () => {
    expect(networkPlanOf(request({ ...topLevel, Ipv6AddressCount: 1 }))).toMatchObject({
      primary: { ipv6AddressCount: 1, ipv6Addresses: [] },
    });
    const inEntry = request({ NetworkInterface: [{ ...primary, Ipv6Address: ['2001:db8::1'] }] });
    expect(networkPlanOf(inEntry)).toMatchObject({ primary: { ipv6Addresses: ['2001:db8::1'] } });
  });
});

describe('the limits of the instance type', () => {
  const check = (parameters: Partial<EcsRunInstancesParameters>, instanceType = 'ecs.g6.xlarge') => {
    const plan = networkPlanOf(request({ ...topLevel, ...parameters }));
    if ('code' in plan) throw new Error(plan.message);
    return checkLimits(plan, findInstanceType(instanceType)!);
  };

  it('count the primary network interface', () => {
    expect(check({ NetworkInterface: [entry(), entry()] })).toBeUndefined();
    expect(check({ NetworkInterface: [entry(), entry(), entry()] })).toMatchObject({
      code: 'EniPerInstanceLimitExceeded',
      status: 403,
    });
  });

  it('count the primary address of each', () => {
    expect(check({ NetworkInterface: [entry({ SecondaryPrivateIpAddressCount: 9 })] })).toBeUndefined();
    expect(check({ NetworkInterface: [entry({ SecondaryPrivateIpAddressCount: 10 })] })).toMatchObject({
      code: 'InvalidOperation.Ipv4CountExceeded',
      status: 403,
    });
  });

  it('hold for the queues of each and of all', () => {
    expect(check({ NetworkInterfaceQueueNumber: 5 })).toMatchObject({
      code: 'InvalidOperation.MaxEniQueueNumberExceeded',
      status: 403,
    });
    const queues = (...numbers: number[]) =>
      check({ NetworkInterface: numbers.map((QueueNumber) => entry({ QueueNumber })) }, 'ecs.g6.4xlarge');
    // 8 of the primary one and 16 of each, at most 64.
    expect(queues(16, 16, 16, 8)).toBeUndefined();
    expect(queues(16, 16, 16, 9)).toMatchObject({
      code: 'InvalidOperation.ExceedInstanceTypeQueueNumber',
      status: 403,
    });
  });

  it('hold for interfaces of the RDMA mode and their queue pairs', () => {
    const rdma = (...pairs: (number | undefined)[]) =>
      check(
        {
          NetworkInterface: pairs.map((QueuePairNumber) =>
            entry({ NetworkInterfaceTrafficMode: 'HighPerformance', ...(QueuePairNumber ? { QueuePairNumber } : {}) }),
          ),
        },
        // 2 of them with 8 queue pairs together.
        'ecs.g8i.4xlarge',
      );
    expect(rdma(4, 4)).toBeUndefined();
    expect(rdma(undefined)).toBeUndefined();
    for (const [pairs, code] of [
      [[9], 'InvalidOperation.MaxEniQueuePairNumberExceed'],
      [[4, 5], 'InvalidOperation.EniQueuePairNumberOverflow'],
      [[undefined, 1], 'InvalidOperation.EniQueuePairNumberOverflow'],
      [[1, 1, 1], 'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded'],
    ] as const) {
      expect(rdma(...pairs)).toMatchObject({ code, status: 403 });
    }
  });

  it('hold for network cards', () => {
    const onCard = (NetworkCardIndex: number, instanceType: string) =>
      check({ NetworkInterface: [entry({ NetworkCardIndex })] }, instanceType);
    expect(onCard(1, 'ecs.ebmgn8v.48xlarge')).toBeUndefined();
    for (const [index, instanceType] of [
      [2, 'ecs.ebmgn8v.48xlarge'],
      [-1, 'ecs.ebmgn8v.48xlarge'],
      [0.5, 'ecs.ebmgn8v.48xlarge'],
      [0, 'ecs.g7.xlarge'],
    ] as const) {
      const code = 'InvalidParameter.NetworkCardIndexInvalid';
      expect(onCard(index, instanceType)).toMatchObject({ code, status: 400 });
    }
  });
});
