import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('DescribeEipAddresses', () => {
  const localyun = startTestLocalyun();
  const allocate = async (account: TestAccount, parameters = {}): Promise<string> =>
    (await account.ok('Vpc', 'AllocateEipAddress', { RegionId, ...parameters })).AllocationId;
  const list = (account: TestAccount, parameters = {}): Promise<Body> =>
    account.ok('Vpc', 'DescribeEipAddresses', { RegionId, ...parameters });
  const ids = (answer: Body): string[] => answer.EipAddresses.EipAddress.map((eip: Body) => eip.AllocationId);

  it('describes an address that is not associated with anything in full', async () => {
    const account = localyun.account();
    const { AllocationId, EipAddress } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const answer = await list(account);
    expect(answer).toEqual({
      RequestId: expect.any(String),
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      EipAddresses: {
        EipAddress: [
          {
            AllocationId,
            AllocationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
            Bandwidth: '5',
            BandwidthPackageBandwidth: '',
            BandwidthPackageId: '',
            BandwidthPackageType: '',
            BusinessStatus: 'Normal',
            ChargeType: 'PostPaid',
            DeletionProtection: false,
            Description: '',
            EipBandwidth: '5',
            ExpiredTime: '',
            HDMonitorStatus: 'OFF',
            HasReservationData: 'false',
            ISP: 'BGP',
            InstanceId: '',
            InstanceRegionId: '',
            InstanceType: '',
            InternetChargeType: 'PayByBandwidth',
            IpAddress: EipAddress,
            Mode: 'NAT',
            Name: '',
            Netmode: 'public',
            OperationLocks: { LockReason: [] },
            PublicIpAddressPoolId: '',
            RegionId,
            ResourceGroupId: '',
            SecondLimited: false,
            SecurityProtectionTypes: { SecurityProtectionType: [] },
            SegmentInstanceId: '',
            ServiceManaged: 0,
            Status: 'Available',
            Tags: { Tag: [] },
            Zone: '',
          },
        ],
      },
    });
  });

  it('finds addresses by any combination of filters', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const plain = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const ResourceGroupId = await account.resourceGroup();
    const named = await allocate(account, { Name: 'web', ISP: 'BGP_PRO', ResourceGroupId });
    const tagged = await allocate(account, {
      Tag: [
        { Key: 'team', Value: 'web' },
        { Key: 'stage', Value: 'test' },
      ],
      SecurityProtectionTypes: ['AntiDDoS_Enhanced'],
    });
    const bound = await allocate(account);
    await account.ok('Vpc', 'AssociateEipAddress', {
      RegionId,
      AllocationId: bound,
      InstanceId: NetworkInterfaceId,
      InstanceType: 'NetworkInterface',
    });
    const all = [plain.AllocationId, named, tagged, bound];
    const cases: readonly (readonly [filter: Body, expected: readonly string[]])[] = [
      [{ AllocationId: named }, [named]],
      [{ AllocationId: `${named}, ${tagged},eip-none` }, [named, tagged]],
      [{ AllocationId: 'eip-none' }, []],
      [{ EipAddress: plain.EipAddress }, [plain.AllocationId]],
      [{ EipAddress: `${plain.EipAddress},8.8.8.8,nonsense` }, [plain.AllocationId]],
      [{ EipAddress: plain.EipAddress, AllocationId: named }, []],
      [{ EipName: 'web' }, [named]],
      [{ EipName: 'we' }, []],
      [{ ISP: 'BGP_PRO' }, [named]],
      [{ ResourceGroupId }, [named]],
      [{ Status: 'InUse' }, [bound]],
      [{ Status: 'Associating' }, []],
      [{ AssociatedInstanceType: 'NetworkInterface' }, [bound]],
      [{ AssociatedInstanceType: 'NetworkInterface', AssociatedInstanceId: NetworkInterfaceId }, [bound]],
      [{ AssociatedInstanceId: NetworkInterfaceId }, [bound]],
      [{ AssociatedInstanceType: 'EcsInstance' }, []],
      [{ AssociatedInstanceType: 'Nat' }, []],
      [{ Tag: [{ Key: 'team' }] }, [tagged]],
      [{ Tag: [{ Key: 'team', Value: 'web' }, { Key: 'stage' }] }, [tagged]],
      [{ Tag: [{ Key: 'team', Value: 'other' }] }, []],
      [{ SecurityProtectionEnabled: true }, [tagged]],
      [{ SecurityProtectionEnabled: false }, [plain.AllocationId, named, bound]],
      [{ ChargeType: 'PostPaid' }, all],
      [{ ChargeType: 'PrePaid' }, []],
      [{ ServiceManaged: false }, all],
      [{ ServiceManaged: true }, []],
      [{ LockReason: 'financial' }, []],
      [{ PublicIpAddressPoolId: 'pippool-1' }, []],
      [{ SegmentInstanceId: 'eipsg-1' }, []],
    ];
    for (const [filter, expected] of cases) {
      const answer = await list(account, filter);
      expect(ids(answer).sort(), JSON.stringify(filter)).toEqual([...expected].sort());
      expect(answer.TotalCount).toBe(expected.length);
    }
  });

  it('finds addresses by the time of their allocation', async () => {
    const account = localyun.account();
    const early = await allocate(account);
    await localyun.advance(3_600_000);
    const late = await allocate(account);
    const { EipAddresses } = await list(account, { AllocationId: late });
    const minute = `${EipAddresses.EipAddress[0].AllocationTime.slice(0, 16)}Z`;
    expect(ids(await list(account, { Filter: [{ Key: 'CreationStartTime', Value: minute }] }))).toEqual([late]);
    expect(ids(await list(account, { Filter: [{ Key: 'CreationEndTime', Value: minute }] }))).toEqual([early]);
    const both = [
      { Key: 'CreationStartTime', Value: minute },
      { Key: 'CreationEndTime', Value: minute },
    ];
    expect(ids(await list(account, { Filter: both }))).toEqual([]);
  });

  it('pages, newest first', async () => {
    const account = localyun.account();
    const allocated: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      allocated.unshift(await allocate(account));
      await localyun.advance(1_000);
    }
    const first = await list(account);
    expect([first.TotalCount, first.PageNumber, first.PageSize]).toEqual([12, 1, 10]);
    expect(ids(first)).toEqual(allocated.slice(0, 10));
    const second = await list(account, { PageNumber: 2, PageSize: 10 });
    expect([second.TotalCount, second.PageNumber]).toEqual([12, 2]);
    expect(ids(second)).toEqual(allocated.slice(10));
    expect(ids(await list(account, { PageSize: 100 }))).toEqual(allocated);
  });

  it('shows nothing of other accounts and regions', async () => {
    const [owner, stranger] = [localyun.account(), localyun.account()];
    const { AllocationId, EipAddress } = await owner.ok('Vpc', 'AllocateEipAddress', { RegionId });
    for (const filter of [{}, { AllocationId }, { EipAddress }]) {
      expect(ids(await list(stranger, filter))).toEqual([]);
      expect(ids(await list(owner, { ...filter, RegionId: 'cn-beijing' }))).toEqual([]);
      expect(ids(await list(owner, filter))).toEqual([AllocationId]);
    }
  });

  it.each([
    [{ PageSize: 101 }, 'InvalidParameter'],
    [{ PageNumber: 0 }, 'InvalidParameter'],
    [{ AllocationId: Array.from({ length: 51 }, (_, n) => `eip-${n}`).join(',') }, 'InvalidParameter'],
    [{ EipAddress: Array.from({ length: 51 }, (_, n) => `198.18.0.${n}`).join(',') }, 'InvalidParameter'],
    [{ AssociatedInstanceType: 'Teapot' }, 'InvalidIAssociatedInstanceType.ValueNotSupported'],
    [{ ChargeType: 'Barter' }, 'InvalidChargeType.ValueNotSupported'],
    [{ Filter: [{ Key: 'Colour', Value: 'red' }] }, 'InvalidParameter'],
    [{ Filter: [{ Key: 'CreationStartTime', Value: 'yesterday' }] }, 'InvalidParameter'],
    [{ Tag: [{ Value: 'v' }] }, 'InvalidTagKey'],
    [{ DryRun: true }, 'DryRunOperation'],
    [{ RegionId: '' }, 'MissingParameter'],
  ])('refuses %j', async (wrong, code) => {
    const refusal = await localyun.account().refused('Vpc', 'DescribeEipAddresses', { RegionId, ...wrong });
    expect(refusal).toMatchObject({ status: 400, code });
  });
});
