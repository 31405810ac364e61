/** `[size, vCPUs, network interfaces, IPv4 addresses of each, queues of the primary one]`, and what differs from the rule. */
export type Figures = readonly [
  size: string,
  cpuCoreCount: number,
  eniQuantity: number,
  eniPrivateIpAddressQuantity: number,
  primaryEniQueueNumber: number,
  more?: MoreFigures,
];

export interface MoreFigures {
  readonly memoryGib?: number;
  readonly gpuAmount?: number;
  readonly localStorageAmount?: number;
  readonly localStorageCapacityGib?: number;
  readonly eniIpv6AddressQuantity?: number;
  readonly eniTotalQuantity?: number;
  readonly secondaryEniQueueNumber?: number;
  readonly totalEniQueueQuantity?: number;
  readonly eriQuantity?: number;
  readonly queuePairNumber?: number;
  readonly bandwidthKbps?: number;
  readonly packetsPerSecond?: number;
  readonly diskQuantity?: number;
}

/** Figures that several families share. */
export interface SharedFigures {
  /** Names without prefix, separated by blanks. */
  readonly families: string;
  readonly figures: readonly Figures[];
}

const ssd = (localStorageAmount: number, localStorageCapacityGib: number) => ({
  localStorageAmount,
  localStorageCapacityGib,
});
const hdd = (localStorageAmount: number) => ({ localStorageAmount, localStorageCapacityGib: 5500 });

/**
 * The instance types and their network interface figures, as the products' family tables give them. A size with a part
 * before its point, `c1m2.large`, is written with a dash after the family: `ecs.t6-c1m2.large`.
 */
export const figures: readonly SharedFigures[] = [
  {
    // DescribeInstanceTypes answered 20 in total for ecs.g7.xlarge.
    families: 'g7 c7 r7 g7t c7t r7t',
    figures: [
      ['large', 2, 3, 6, 2],
      ['xlarge', 4, 4, 15, 4, { eniTotalQuantity: 20 }],
      ['2xlarge', 8, 4, 15, 8],
      ['3xlarge', 12, 8, 15, 8],
      ['4xlarge', 16, 8, 30, 8],
      ['6xlarge', 24, 8, 30, 12],
      ['8xlarge', 32, 8, 30, 16],
      ['16xlarge', 64, 8, 30, 32],
      ['32xlarge', 128, 15, 30, 32],
    ],
  },
  {
    families: 'g7ne',
    figures: [
      ['large', 2, 3, 10, 2],
      ['xlarge', 4, 4, 15, 4],
      ['2xlarge', 8, 6, 15, 8],
      ['4xlarge', 16, 8, 30, 16],
      ['8xlarge', 32, 8, 30, 32],
      ['12xlarge', 48, 8, 30, 32],
      ['16xlarge', 64, 8, 30, 32],
      ['24xlarge', 96, 15, 50, 32],
    ],
  },
  {
    families: 'g8a',
    figures: [
      ['large', 2, 3, 6, 2],
      // As DescribeInstanceTypes answered it.
      [
        'xlarge',
        4,
        4,
        15,
        4,
        {
          eniTotalQuantity: 5,
          totalEniQueueQuantity: 16,
          eriQuantity: 1,
          queuePairNumber: 2,
          bandwidthKbps: 2_560_000,
          packetsPerSecond: 1_000_000,
        },
      ],
      ['2xlarge', 8, 4, 15, 8],
      ['4xlarge', 16, 8, 30, 16],
      ['8xlarge', 32, 8, 30, 32],
      ['12xlarge', 48, 8, 30, 48],
      ['16xlarge', 64, 8, 30, 64],
      ['24xlarge', 96, 15, 30, 64],
      ['32xlarge', 128, 15, 30, 64],
      ['48xlarge', 192, 15, 50, 64],
    ],
  },
  {
    families: 'g8ae',
    figures: [
      ['large', 2, 3, 6, 2],
      ['xlarge', 4, 4, 15, 4],
      ['2xlarge', 8, 4, 15, 8],
      ['4xlarge', 16, 8, 30, 16],
      ['8xlarge', 32, 8, 30, 32],
      ['16xlarge', 64, 8, 30, 64],
      ['32xlarge', 128, 15, 30, 64],
    ],
  },
  {
    families: 'g8i',
    figures: [
      ['large', 2, 3, 6, 2],
      ['xlarge', 4, 4, 15, 4],
      ['2xlarge', 8, 4, 15, 8],
      ['3xlarge', 12, 8, 15, 12],
      ['4xlarge', 16, 8, 30, 16],
      ['6xlarge', 24, 8, 30, 24],
      ['8xlarge', 32, 8, 30, 32],
      ['12xlarge', 48, 8, 30, 48],
      ['16xlarge', 64, 8, 30, 64],
      ['24xlarge', 96, 15, 30, 64],
      ['48xlarge', 192, 15, 50, 64, { memoryGib: 1024 }],
    ],
  },
  {
    families: 'g6 c6 r6',
    figures: [
      ['large', 2, 2, 6, 2],
      ['xlarge', 4, 3, 10, 4],
      ['2xlarge', 8, 4, 10, 8],
      ['3xlarge', 12, 6, 10, 8],
      ['4xlarge', 16, 8, 20, 8],
      ['6xlarge', 24, 8, 20, 12],
      ['8xlarge', 32, 8, 20, 16],
      ['13xlarge', 52, 7, 20, 32],
      ['26xlarge', 104, 15, 20, 32],
    ],
  },
  {
    families: 'g6e c6e',
    figures: [
      ['large', 2, 3, 6, 2],
      ['xlarge', 4, 4, 15, 4],
      ['2xlarge', 8, 4, 15, 8],
      ['4xlarge', 16, 8, 30, 8],
      ['8xlarge', 32, 8, 30, 16],
      ['13xlarge', 52, 7, 30, 32],
      ['26xlarge', 104, 15, 30, 32],
    ],
  },
  {
    families: 'g5 c5 r5',
    figures: [
      ['large', 2, 2, 6, 2],
      ['xlarge', 4, 3, 10, 2],
      ['2xlarge', 8, 4, 10, 2],
      ['3xlarge', 12, 6, 10, 4],
      ['4xlarge', 16, 8, 20, 4],
      ['6xlarge', 24, 8, 20, 6],
      ['8xlarge', 32, 8, 20, 8],
      ['16xlarge', 64, 8, 20, 16],
    ],
  },
  {
    families: 'sn1ne sn2ne',
    figures: [
      ['large', 2, 2, 6, 2],
      ['xlarge', 4, 3, 10, 2],
      ['2xlarge', 8, 4, 10, 4],
      ['3xlarge', 12, 6, 10, 4],
      ['4xlarge', 16, 8, 20, 4],
      ['8xlarge', 32, 8, 20, 8],
    ],
  },
  {
    families: 'hfc6 hfg6',
    figures: [
      ['large', 2, 2, 6, 2],
      ['xlarge', 4, 3, 10, 4],
      ['2xlarge', 8, 4, 10, 8],
      ['4xlarge', 16, 8, 20, 8],
    ],
  },
  {
    families: 'i2',
    figures: [
      ['xlarge', 4, 3, 10, 2, ssd(1, 894)],
      ['2xlarge', 8, 4, 10, 2, ssd(1, 1788)],
      ['4xlarge', 16, 8, 20, 4, ssd(2, 1788)],
      ['8xlarge', 32, 8, 20, 8, ssd(4, 1788)],
      ['16xlarge', 64, 8, 20, 16, ssd(8, 1788)],
    ],
  },
  {
    families: 'd1ne',
    figures: [
      ['2xlarge', 8, 4, 10, 4, hdd(4)],
      ['4xlarge', 16, 8, 20, 4, hdd(8)],
      ['6xlarge', 24, 8, 20, 6, hdd(12)],
      ['8xlarge', 32, 8, 20, 8, hdd(16)],
      ['14xlarge', 56, 8, 20, 14, hdd(28)],
    ],
  },
  {
    families: 't6',
    figures: [
      ['c1m1.large', 2, 2, 2, 1],
      ['c1m2.large', 2, 2, 2, 1],
      ['c1m4.large', 2, 2, 2, 1],
      ['c2m1.large', 2, 2, 2, 1],
      ['c4m1.large', 2, 2, 2, 1],
      ['c1m4.xlarge', 4, 2, 6, 1],
      ['c1m4.2xlarge', 8, 2, 6, 1],
    ],
  },
  {
    // c1m2.large, c1m4.large and lc1m4.large are named with the others but without figures: those of their neighbours.
    families: 't5',
    figures: [
      ['lc1m1.small', 1, 2, 2, 1],
      ['lc1m2.small', 1, 2, 2, 1],
      ['lc2m1.nano', 1, 2, 2, 1],
      ['lc1m2.large', 2, 2, 2, 1],
      ['lc1m4.large', 2, 2, 2, 1],
      ['c1m1.large', 2, 2, 2, 1],
      ['c1m2.large', 2, 2, 2, 1],
      ['c1m4.large', 2, 2, 2, 1],
      ['c1m2.xlarge', 4, 2, 6, 1],
      ['c1m2.2xlarge', 8, 2, 6, 1],
      ['c1m2.4xlarge', 16, 2, 6, 1],
    ],
  },
  {
    // c1m4.small is named with the others but without figures: those of its neighbours.
    families: 's6',
    figures: [
      ['c1m1.small', 1, 2, 2, 1],
      ['c1m2.small', 1, 2, 2, 1],
      ['c1m4.small', 1, 2, 2, 1],
      ['c1m2.large', 2, 2, 2, 1],
      ['c1m4.large', 2, 2, 2, 1],
      ['c1m2.xlarge', 4, 2, 6, 1],
      ['c1m4.2xlarge', 8, 2, 6, 1],
    ],
  },
  {
    families: 'n4',
    figures: [
      ['small', 1, 2, 2, 1],
      ['large', 2, 2, 2, 1],
      ['xlarge', 4, 2, 6, 1],
      ['2xlarge', 8, 2, 6, 1],
      ['4xlarge', 16, 2, 6, 1],
      ['8xlarge', 32, 2, 6, 1],
    ],
  },
  { families: 'xn4', figures: [['small', 1, 2, 2, 1]] },
  {
    // A family that examples still name; its network interface figures are n4's.
    families: 'n1',
    figures: [
      ['small', 1, 2, 2, 1],
      ['medium', 2, 2, 2, 1],
      ['large', 4, 2, 6, 1],
    ],
  },
  {
    families: 'gn6i',
    figures: [
      ['c4g1.xlarge', 4, 2, 10, 2, { memoryGib: 15, gpuAmount: 1 }],
      ['c8g1.2xlarge', 8, 2, 10, 2, { memoryGib: 31, gpuAmount: 1 }],
      ['c16g1.4xlarge', 16, 3, 10, 4, { memoryGib: 62, gpuAmount: 1 }],
      ['c24g1.12xlarge', 48, 6, 10, 12, { memoryGib: 186, gpuAmount: 2 }],
    ],
  },
  {
    families: 'gn6v',
    figures: [
      ['c8g1.2xlarge', 8, 4, 10, 4, { gpuAmount: 1 }],
      ['c8g1.8xlarge', 32, 8, 20, 8, { gpuAmount: 4 }],
      ['c8g1.16xlarge', 64, 8, 20, 16, { gpuAmount: 8 }],
    ],
  },
  // No queues are given for these; as many as for the bare metal type below.
  { families: 'ebmg6 ebmc6 ebmg6e', figures: [['26xlarge', 104, 32, 10, 32]] },
  {
    families: 'ebmgn8v',
    figures: [
      [
        '48xlarge',
        192,
        32,
        30,
        64,
        {
          memoryGib: 1024,
          gpuAmount: 8,
          secondaryEniQueueNumber: 64,
          eriQuantity: 2,
          bandwidthKbps: 170_000_000,
          packetsPerSecond: 30_000_000,
          diskQuantity: 32,
        },
      ],
    ],
  },
  { families: 'ebmgn7', figures: [['26xlarge', 104, 15, 10, 16, { memoryGib: 768, gpuAmount: 8 }]] },
  {
    // As DescribeInstanceTypes answered it.
    families: 'ebmre7p',
    figures: [
      [
        '32xlarge',
        128,
        32,
        15,
        32,
        {
          eniIpv6AddressQuantity: 1,
          eniTotalQuantity: 110,
          secondaryEniQueueNumber: 16,
          totalEniQueueQuantity: 528,
          bandwidthKbps: 65_536_000,
          packetsPerSecond: 24_000_000,
          diskQuantity: 17,
        },
      ],
    ],
  },
];

/** Types that take and give up network interfaces only while their instance is stopped (ENI-78). */
export const withoutHotPlug: ReadonlySet<string> = new Set([
  'ecs.t6-c1m1.large',
  'ecs.t6-c1m2.large',
  'ecs.t6-c1m4.large',
  'ecs.t6-c2m1.large',
  'ecs.t6-c4m1.large',
  'ecs.t5-lc2m1.nano',
  'ecs.t5-c1m1.large',
  'ecs.t5-c1m2.large',
  'ecs.t5-c1m4.large',
  'ecs.t5-lc1m1.small',
  'ecs.t5-lc1m2.large',
  'ecs.t5-lc1m2.small',
  'ecs.t5-lc1m4.large',
  'ecs.s6-c1m1.small',
  'ecs.s6-c1m2.large',
  'ecs.s6-c1m2.small',
  'ecs.s6-c1m4.large',
  'ecs.s6-c1m4.small',
  'ecs.xn4.small',
  'ecs.n4.small',
  'ecs.n4.large',
]);
