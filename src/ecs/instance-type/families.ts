import type { InstanceTypeFamily } from './instance-type.ts';

/** A family with the memory that its types have for each vCPU, where the type's name does not say it. */
export interface FamilyFacts extends InstanceTypeFamily {
  readonly memoryGibPerCpu: number;
  /** From the seventh generation on a network interface takes as many IPv6 addresses as IPv4 ones, before that one, in the fourth none. */
  readonly generation: 4 | 5 | 6 | 7 | 8;
}

interface Processor {
  readonly processorModel: string;
  readonly cpuSpeedGhz: number;
  readonly cpuTurboGhz: number;
}

const processor = (processorModel: string, cpuSpeedGhz: number, cpuTurboGhz: number): Processor => ({
  processorModel,
  cpuSpeedGhz,
  cpuTurboGhz,
});
const broadwell = processor('Intel Xeon(Broadwell) E5-2682v4', 2.5, 2.9);
const skylake = processor('Intel Xeon(Skylake) Platinum 8163', 2.5, 2.7);
const cascadeLake = processor('Intel Xeon(Cascade Lake) Platinum 8269CY', 2.5, 3.2);
const highClock = processor('Intel Xeon(Cascade Lake) Platinum 8269CY', 3.1, 3.5);
const iceLake = processor('Intel Xeon(Ice Lake) Platinum 8369B', 2.7, 3.5);
const sapphireRapids = processor('Intel Xeon(Sapphire Rapids) Platinum 8475B', 2.7, 3.2);
const genoa = processor('AMD EPYC™ Genoa 9T24', 2.7, 3.7);
const fastGenoa = processor('AMD EPYC™ Genoa 9T34', 3.4, 3.75);

const plain = {
  level: 'EnterpriseLevel',
  eniTrunkSupported: false,
  eriSupported: false,
  networkCardQuantity: 0,
  nvmeSupport: 'unsupported',
  gpuSpec: '',
  gpuMemoryGib: 0,
  localStorageCategory: '',
} as const;

type Variable = Pick<FamilyFacts, 'category' | 'generation' | 'memoryGibPerCpu'>;

function family(
  name: string,
  variable: Variable,
  cpu: Processor,
  more: Partial<InstanceTypeFamily> = {},
): readonly [string, FamilyFacts] {
  return [name, { ...plain, ...variable, ...cpu, ...more, family: `ecs.${name}` }];
}

const general = (generation: FamilyFacts['generation']): Variable => ({
  category: 'General-purpose',
  generation,
  memoryGibPerCpu: 4,
});
const compute = (generation: FamilyFacts['generation']): Variable => ({
  category: 'Compute-optimized',
  generation,
  memoryGibPerCpu: 2,
});
const memory = (generation: FamilyFacts['generation']): Variable => ({
  category: 'Memory-optimized',
  generation,
  memoryGibPerCpu: 8,
});
const shared = (generation: FamilyFacts['generation'], memoryGibPerCpu = 2): Variable => ({
  category: 'Shared',
  generation,
  memoryGibPerCpu,
});
const ofCategory = (category: string, generation: FamilyFacts['generation'], memoryGibPerCpu: number): Variable => ({
  category,
  generation,
  memoryGibPerCpu,
});
const trunk = { eniTrunkSupported: true };
const rdma = { eriSupported: true, nvmeSupport: 'required' } as const;
const entry = { level: 'EntryLevel' } as const;
const credit = { level: 'CreditEntryLevel' } as const;

/**
 * Families by their name without prefix. Memory per vCPU, processors and which support RDMA (ERI) are those of the products'
 * family pages; which families support trunks is an assumption (docs/limits.md).
 */
export const families: ReadonlyMap<string, FamilyFacts> = new Map([
  family('g7', general(7), iceLake, trunk),
  family('c7', compute(7), iceLake, trunk),
  family('r7', memory(7), iceLake, trunk),
  family('g7t', general(7), iceLake, trunk),
  family('c7t', compute(7), iceLake, trunk),
  family('r7t', memory(7), iceLake, trunk),
  family('g7ne', general(7), iceLake, trunk),
  family('g8a', general(8), genoa, { ...trunk, ...rdma }),
  family('g8ae', general(8), fastGenoa, { ...trunk, ...rdma }),
  family('g8i', general(8), sapphireRapids, { ...trunk, ...rdma }),
  family('g6', general(6), cascadeLake),
  family('c6', compute(6), cascadeLake),
  family('r6', memory(6), cascadeLake),
  family('g6e', general(6), cascadeLake, trunk),
  family('c6e', compute(6), cascadeLake, trunk),
  family('g5', general(5), skylake),
  family('c5', compute(5), skylake),
  family('r5', memory(5), skylake),
  family('sn1ne', compute(5), skylake),
  family('sn2ne', general(5), skylake),
  family('hfc6', ofCategory('High Clock Speed', 6, 2), highClock),
  family('hfg6', ofCategory('High Clock Speed', 6, 4), highClock),
  family('i2', ofCategory('Local SSDs', 5, 8), skylake, { localStorageCategory: 'local_ssd_pro' }),
  family('d1ne', ofCategory('Big data', 5, 4), broadwell, { localStorageCategory: 'local_hdd_pro' }),
  family('t6', shared(6), cascadeLake, credit),
  family('t5', shared(5), skylake, credit),
  family('s6', shared(6), cascadeLake, entry),
  family('n4', shared(4), broadwell, entry),
  family('xn4', shared(4, 1), broadwell, entry),
  family('n1', shared(4), broadwell, entry),
  family('gn6i', ofCategory('Compute-optimized with GPU', 6, 4), skylake, { gpuSpec: 'NVIDIA T4', gpuMemoryGib: 16 }),
  family('gn6v', ofCategory('Compute-optimized with GPU', 6, 4), skylake, {
    gpuSpec: 'NVIDIA V100',
    gpuMemoryGib: 16,
  }),
  family('ebmg6', ofCategory('ECS Bare Metal', 6, 4), cascadeLake),
  family('ebmc6', ofCategory('ECS Bare Metal', 6, 2), cascadeLake),
  family('ebmg6e', ofCategory('ECS Bare Metal', 6, 4), cascadeLake),
  family('ebmgn7', ofCategory('ECS Bare Metal', 7, 8), cascadeLake, { gpuSpec: 'NVIDIA A100', gpuMemoryGib: 40 }),
  // Its bandwidth is given as 85 Gbit/s on each of two network cards.
  family('ebmgn8v', ofCategory('ECS Bare Metal', 8, 8), sapphireRapids, {
    ...rdma,
    networkCardQuantity: 2,
    gpuSpec: 'NVIDIA H20',
    gpuMemoryGib: 96,
  }),
  family('ebmre7p', ofCategory('ECS Bare Metal', 7, 4), iceLake, trunk),
]);
