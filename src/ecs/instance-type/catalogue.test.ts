import { describe, expect, it } from 'vitest';
import { findInstanceType, instanceTypes } from './catalogue.ts';

const limitsOf = (id: string) => {
  const type = findInstanceType(id);
  return (
    type && [
      type.cpuCoreCount,
      type.memoryGib,
      type.eniQuantity,
      type.eniPrivateIpAddressQuantity,
      type.primaryEniQueueNumber,
    ]
  );
};

describe('the catalogue of instance types', () => {
  it.each([
    ['ecs.g6.large', [2, 8, 2, 6, 2]],
    ['ecs.g6.xlarge', [4, 16, 3, 10, 4]],
    ['ecs.g6.4xlarge', [16, 64, 8, 20, 8]],
    ['ecs.g6.13xlarge', [52, 192, 7, 20, 32]],
    ['ecs.r6.26xlarge', [104, 768, 15, 20, 32]],
    ['ecs.c6.large', [2, 4, 2, 6, 2]],
    ['ecs.g6e.xlarge', [4, 16, 4, 15, 4]],
    ['ecs.c7.xlarge', [4, 8, 4, 15, 4]],
    ['ecs.r7.32xlarge', [128, 1024, 15, 30, 32]],
    ['ecs.g7ne.24xlarge', [96, 384, 15, 50, 32]],
    ['ecs.g8ae.16xlarge', [64, 256, 8, 30, 64]],
    ['ecs.g8i.48xlarge', [192, 1024, 15, 50, 64]],
    ['ecs.g5.2xlarge', [8, 32, 4, 10, 2]],
    ['ecs.sn1ne.large', [2, 4, 2, 6, 2]],
    ['ecs.hfg6.4xlarge', [16, 64, 8, 20, 8]],
    ['ecs.i2.16xlarge', [64, 512, 8, 20, 16]],
    ['ecs.d1ne.14xlarge', [56, 224, 8, 20, 14]],
    ['ecs.t6-c2m1.large', [2, 1, 2, 2, 1]],
    ['ecs.t6-c1m4.2xlarge', [8, 32, 2, 6, 1]],
    ['ecs.t5-lc2m1.nano', [1, 0.5, 2, 2, 1]],
    ['ecs.s6-c1m2.xlarge', [4, 8, 2, 6, 1]],
    ['ecs.n4.small', [1, 2, 2, 2, 1]],
    ['ecs.xn4.small', [1, 1, 2, 2, 1]],
    ['ecs.n1.small', [1, 2, 2, 2, 1]],
    ['ecs.gn6i-c24g1.12xlarge', [48, 186, 6, 10, 12]],
    ['ecs.gn6v-c8g1.16xlarge', [64, 256, 8, 20, 16]],
    ['ecs.ebmg6e.26xlarge', [104, 384, 32, 10, 32]],
    ['ecs.ebmgn7.26xlarge', [104, 768, 15, 10, 16]],
    ['ecs.ebmgn8v.48xlarge', [192, 1024, 32, 30, 64]],
  ])('knows %s with its vCPUs, memory, interfaces, addresses and queues', (id, expected) => {
    expect(limitsOf(id)).toEqual(expected);
  });

  it('holds ecs.ebmre7p.32xlarge as it was captured from the service', () => {
    expect(findInstanceType('ecs.ebmre7p.32xlarge')).toMatchObject({
      eniQuantity: 32,
      eniTotalQuantity: 110,
      eniTrunkSupported: true,
      eniPrivateIpAddressQuantity: 15,
      eniIpv6AddressQuantity: 1,
      primaryEniQueueNumber: 32,
      secondaryEniQueueNumber: 16,
      totalEniQueueQuantity: 528,
      bandwidthKbps: 65_536_000,
      packetsPerSecond: 24_000_000,
      diskQuantity: 17,
    });
  });

  it.each([
    ['ecs.g6.large', [2, 2, 2, 4]],
    ['ecs.r6.8xlarge', [16, 16, 32, 128]],
    ['ecs.g7.xlarge', [4, 4, 4, 16]],
    ['ecs.g8a.xlarge', [4, 4, 4, 16]],
    ['ecs.t6-c1m1.large', [1, 1, 1, 2]],
    ['ecs.g5.6xlarge', [6, 6, 6, 48]],
  ])('gives %s queues as the service answered them, and others by the same rule', (id, expected) => {
    const type = findInstanceType(id)!;
    expect([
      type.primaryEniQueueNumber,
      type.secondaryEniQueueNumber,
      type.maximumQueueNumberPerEni,
      type.totalEniQueueQuantity,
    ]).toEqual(expected);
  });

  it('holds ecs.g8a.xlarge as it was captured from the service', () => {
    expect(findInstanceType('ecs.g8a.xlarge')).toMatchObject({
      eniQuantity: 4,
      eniTotalQuantity: 5,
      eniTrunkSupported: true,
      eniIpv6AddressQuantity: 15,
      eriQuantity: 1,
      queuePairNumber: 2,
      networkCardQuantity: 0,
      nvmeSupport: 'required',
      bandwidthKbps: 2_560_000,
      packetsPerSecond: 1_000_000,
    });
  });

  it('has RDMA interfaces with queue pairs, or neither', () => {
    for (const { instanceTypeId, eriQuantity, queuePairNumber } of instanceTypes) {
      expect([instanceTypeId, eriQuantity > 0]).toEqual([instanceTypeId, queuePairNumber > 0]);
    }
    expect(findInstanceType('ecs.g8i.4xlarge')).toMatchObject({ eriQuantity: 2, queuePairNumber: 8 });
    expect(findInstanceType('ecs.g7.4xlarge')).toMatchObject({ eriQuantity: 0, queuePairNumber: 0 });
  });

  it('gives no IPv6 addresses to the fourth generation, and as many as IPv4 ones from the seventh on', () => {
    for (const id of ['ecs.n4.small', 'ecs.xn4.small', 'ecs.n4.8xlarge']) {
      expect(findInstanceType(id)).toMatchObject({ eniIpv6AddressQuantity: 0 });
    }
    expect(findInstanceType('ecs.g6.4xlarge')?.eniIpv6AddressQuantity).toBe(1);
    expect(findInstanceType('ecs.g7.4xlarge')?.eniIpv6AddressQuantity).toBe(30);
    expect(findInstanceType('ecs.g8i.4xlarge')?.eniIpv6AddressQuantity).toBe(30);
  });

  it('has room for trunk members on exactly the types that support trunks', () => {
    for (const type of instanceTypes) {
      expect([type.instanceTypeId, type.eniTotalQuantity > type.eniQuantity]).toEqual([
        type.instanceTypeId,
        type.eniTrunkSupported,
      ]);
    }
  });

  it('names each type once, and sorts by family and size', () => {
    const ids = instanceTypes.map((type) => type.instanceTypeId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('ecs.g6.'))).toEqual(
      ['large', 'xlarge', '2xlarge', '3xlarge', '4xlarge', '6xlarge', '8xlarge', '13xlarge', '26xlarge'].map(
        (size) => `ecs.g6.${size}`,
      ),
    );
    const families = instanceTypes.map((type) => type.family);
    expect(families).toEqual([...families].sort());
  });

  it('lists the types that take interfaces only while stopped', () => {
    const cold = instanceTypes.filter((type) => !type.hotPlug).map((type) => type.instanceTypeId);
    expect(cold).toHaveLength(21);
    expect(cold).toContain('ecs.t5-lc1m4.large');
    expect(findInstanceType('ecs.t6-c1m4.xlarge')?.hotPlug).toBe(true);
  });

  it('does not know what was never offered', () => {
    expect(findInstanceType('ecs.g6.small')).toBeUndefined();
  });
});
