import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { instanceTypes } from './catalogue.ts';

const localyun = startTestLocalyun();

const describeTypes = (parameters: object = {}) =>
  localyun.account('types').ok('Ecs', 'DescribeInstanceTypes', { ...parameters });
const ids = (answer: Body): string[] =>
  answer.InstanceTypes.InstanceType.map((type: { InstanceTypeId: string }) => type.InstanceTypeId);

describe('DescribeInstanceTypes', () => {
  it('lists every type at once without MaxResults', async () => {
    const answer = await describeTypes();
    expect(ids(answer)).toEqual(instanceTypes.map((type) => type.instanceTypeId));
    expect(answer.NextToken).toBe('');
  });

  it('ENI-160 describes a type with the limits that attaching and assigning hold to', async () => {
    const answer = await describeTypes({ InstanceTypes: ['ecs.g7.xlarge'] });
    expect(answer.InstanceTypes.InstanceType).toHaveLength(1);
    expect(answer.InstanceTypes.InstanceType[0]).toMatchObject({
      InstanceTypeId: 'ecs.g7.xlarge',
      InstanceTypeFamily: 'ecs.g7',
      CpuArchitecture: 'X86',
      CpuCoreCount: 4,
      MemorySize: 16,
      EniQuantity: 4,
      EniTotalQuantity: 20,
      EniTrunkSupported: true,
      EniPrivateIpAddressQuantity: 15,
      EniIpv6AddressQuantity: 15,
      EriQuantity: 0,
      PrimaryEniQueueNumber: 4,
      SecondaryEniQueueNumber: 4,
      MaximumQueueNumberPerEni: 4,
      TotalEniQueueQuantity: 16,
      InstanceBandwidthRx: 2_048_000,
      InstanceBandwidthTx: 2_048_000,
      DiskQuantity: 17,
      GPUAmount: 0,
      GPUSpec: '',
      GPUMemorySize: 0,
      LocalStorageCapacity: 0,
      NvmeSupport: 'unsupported',
      NetworkEncryptionSupport: false,
      PhysicalProcessorModel: 'Intel Xeon(Ice Lake) Platinum 8369B',
    });
  });

  it('shows network cards of types that have some, and only of them: their presence changes what clients send', async () => {
    const { InstanceTypes } = await describeTypes();
    const shown = InstanceTypes.InstanceType.filter(
      (type: Body) => 'NetworkCards' in type || 'NetworkCardQuantity' in type,
    );
    expect(shown).toEqual([
      expect.objectContaining({
        InstanceTypeId: 'ecs.ebmgn8v.48xlarge',
        NetworkCardQuantity: 2,
        NetworkCards: { NetworkCardInfo: [{ NetworkCardIndex: 0 }, { NetworkCardIndex: 1 }] },
      }),
    ]);
    const xml = await localyun.account('types').call('Ecs', 'DescribeInstanceTypes', {}, 'XML');
    expect(xml.text).toContain('<InstanceTypeId>ecs.g6.large</InstanceTypeId>');
    expect(xml.text.match(/<NetworkCards>/g)).toHaveLength(1);
  });

  it('shows how many RDMA interfaces and queue pairs a type has', async () => {
    const answer = await describeTypes({ InstanceTypes: ['ecs.g8a.xlarge'] });
    expect(answer.InstanceTypes.InstanceType[0]).toMatchObject({
      EriQuantity: 1,
      QueuePairNumber: 2,
      EniTotalQuantity: 5,
      NvmeSupport: 'required',
    });
  });

  it('gives a token with every page but the last', async () => {
    const walked: string[] = [];
    const sizes: number[] = [];
    let token: string | undefined;
    do {
      const answer = await describeTypes({ MaxResults: 100, NextToken: token });
      walked.push(...ids(answer));
      sizes.push(ids(answer).length);
      token = answer.NextToken;
    } while (token !== '');
    expect(walked).toEqual(instanceTypes.map((type) => type.instanceTypeId));
    expect(sizes).toEqual([100, 100, instanceTypes.length - 200]);
  });

  it.each([
    [{ InstanceTypeFamily: 'ecs.i2' }, 5],
    [{ InstanceTypeFamilies: ['ecs.i2', 'ecs.d1ne'] }, 10],
    [{ InstanceTypeFamily: 'ecs.g6', MinimumEniQuantity: 8 }, 4],
    [{ InstanceTypeFamily: 'ecs.g6', MinimumEniPrivateIpAddressQuantity: 20, MaximumCpuCoreCount: 24 }, 2],
    [{ InstanceTypeFamily: 'ecs.g7', MinimumEniIpv6AddressQuantity: 30 }, 5],
    [{ MinimumMemorySize: 32, MaximumMemorySize: 32, InstanceTypeFamily: 'ecs.g6' }, 1],
    [{ MinimumCpuCoreCount: 1, MaximumCpuCoreCount: 1, MinimumMemorySize: 2, MaximumMemorySize: 2 }, 4],
    [{ MinimumGPUAmount: 8 }, 3],
    [{ GPUSpec: 'nvidia v100' }, 3],
    [{ GpuSpecs: ['T4', 'A100'] }, 5],
    [{ LocalStorageCategory: 'local_ssd_pro' }, 5],
    [{ InstanceFamilyLevel: 'CreditEntryLevel' }, 18],
    [{ InstanceCategory: 'ECS Bare Metal', MinimumSecondaryEniQueueNumber: 16 }, 5],
    [{ CpuArchitecture: 'ARM' }, 0],
    [{ NvmeSupport: 'required', InstanceTypeFamily: 'ecs.g8ae' }, 7],
    [{ NvmeSupport: 'required', InstanceTypeFamily: 'ecs.g7' }, 0],
    [{ InstanceTypeFamily: 'ecs.g8ae', MinimumEriQuantity: 2 }, 4],
    [{ InstanceTypeFamily: 'ecs.g8ae', MinimumQueuePairNumber: 64 }, 1],
    [{ InstanceTypes: ['ecs.never.large'] }, 0],
  ])('filters by %j', async (filters, count) => {
    expect(ids(await describeTypes(filters))).toHaveLength(count);
  });

  it('refuses a token that is none, and too many types', async () => {
    const account = localyun.account();
    expect(await account.refused('Ecs', 'DescribeInstanceTypes', { NextToken: 'x' })).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
      message: expect.stringContaining('NextToken'),
    });
    expect(
      await account.refused('Ecs', 'DescribeInstanceTypes', { InstanceTypes: Array(11).fill('ecs.g6.large') }),
    ).toMatchObject({ status: 400, code: 'InvalidParameter', message: expect.stringContaining('InstanceTypes.N') });
  });
});
