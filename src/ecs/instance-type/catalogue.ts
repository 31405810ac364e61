import { type FamilyFacts, families } from './families.ts';
import { type Figures, figures, withoutHotPlug } from './figures.ts';
import type { InstanceType } from './instance-type.ts';

const namedSizes = ['nano', 'tiny', 'small', 'medium', 'large', 'xlarge'];

/** Every instance type, sorted by family and size: clients take the first one that fits. */
export const instanceTypes: readonly InstanceType[] = figures
  .flatMap((shared) => shared.families.split(' ').flatMap((name) => shared.figures.map((row) => expanded(name, row))))
  .sort(byFamilyAndSize);

const byId = new Map(instanceTypes.map((type) => [type.instanceTypeId, type]));

/** The instance type of this id, for example `ecs.g6.large`. */
export function findInstanceType(instanceTypeId: string): InstanceType | undefined {
  return byId.get(instanceTypeId);
}

/**
 * Completes a row. What the family tables do not give follows rules of ours (docs/limits.md): queues, IPv6 addresses,
 * members of trunks, RDMA, bandwidth, packet rate, disks. The rules agree with what the service is known to answer.
 */
function expanded(name: string, [size, cpuCoreCount, eniQuantity, ipv4, queues, more = {}]: Figures): InstanceType {
  const facts = families.get(name);
  if (facts === undefined) throw new Error(`no facts of the family ${name}`);
  const { memoryGibPerCpu, generation, eriSupported, ...family } = facts;
  const instanceTypeId = `${family.family}${size.includes('.') ? '-' : '.'}${size}`;
  const halved = family.category === 'ECS Bare Metal';
  const { secondaryEniQueueNumber = halved ? Math.max(1, Math.floor(queues / 2)) : queues } = more;
  return {
    ...family,
    instanceTypeId,
    cpuCoreCount,
    memoryGib: more.memoryGib ?? memoryOf(size, cpuCoreCount, facts),
    eniQuantity,
    eniPrivateIpAddressQuantity: ipv4,
    eniIpv6AddressQuantity: more.eniIpv6AddressQuantity ?? ipv6AddressesOf(generation, ipv4),
    eniTotalQuantity: more.eniTotalQuantity ?? eniQuantity + (family.eniTrunkSupported ? membersOf(cpuCoreCount) : 0),
    eriQuantity: more.eriQuantity ?? (eriSupported ? (cpuCoreCount < 16 ? 1 : 2) : 0),
    queuePairNumber: more.queuePairNumber ?? (eriSupported ? cpuCoreCount / 2 : 0),
    primaryEniQueueNumber: queues,
    secondaryEniQueueNumber,
    maximumQueueNumberPerEni: mostQueues(facts, cpuCoreCount, queues),
    totalEniQueueQuantity: more.totalEniQueueQuantity ?? queues + secondaryEniQueueNumber * (eniQuantity - 1),
    hotPlug: !withoutHotPlug.has(instanceTypeId),
    bandwidthKbps: more.bandwidthKbps ?? Math.min(cpuCoreCount * 512_000, 65_536_000),
    packetsPerSecond: more.packetsPerSecond ?? Math.min(cpuCoreCount * 150_000, 24_000_000),
    diskQuantity: more.diskQuantity ?? 17,
    gpuAmount: more.gpuAmount ?? 0,
    localStorageAmount: more.localStorageAmount ?? 0,
    localStorageCapacityGib: more.localStorageCapacityGib ?? 0,
  };
}

/** `c1m4` in a size means 1 : 4, GiB for each vCPU; otherwise the family says. */
function memoryOf(size: string, cpuCoreCount: number, { memoryGibPerCpu }: FamilyFacts): number {
  const ratio = /c(\d+)m(\d+)\./.exec(size);
  if (ratio !== null) return (cpuCoreCount * Number(ratio[2])) / Number(ratio[1]);
  // Sizes with 52 and 104 vCPUs have the memory of 48 and 96.
  const counted = cpuCoreCount % 52 === 0 ? (cpuCoreCount / 52) * 48 : cpuCoreCount;
  return counted * memoryGibPerCpu;
}

/** The fourth generation knows no IPv6. */
function ipv6AddressesOf(generation: FamilyFacts['generation'], ipv4: number): number {
  if (generation === 4) return 0;
  return generation < 7 ? 1 : ipv4;
}

/** From the sixth generation on, types for enterprises let one interface have a queue for each vCPU, up to a limit. */
function mostQueues({ generation, level, category }: FamilyFacts, cpuCoreCount: number, queues: number): number {
  if (generation < 6 || level !== 'EnterpriseLevel' || category === 'ECS Bare Metal') return queues;
  return Math.max(queues, Math.min(cpuCoreCount, generation < 8 ? 32 : 64));
}

/** How many member interfaces the trunks of an instance carry. */
function membersOf(cpuCoreCount: number): number {
  return Math.min(Math.max(2 * cpuCoreCount, 10), 70);
}

function byFamilyAndSize(one: InstanceType, other: InstanceType): number {
  if (one.family !== other.family) return one.family < other.family ? -1 : 1;
  const ranks = sizeRank(one) - sizeRank(other);
  if (ranks !== 0) return ranks;
  return one.instanceTypeId < other.instanceTypeId ? -1 : 1;
}

function sizeRank({ instanceTypeId }: InstanceType): number {
  const size = instanceTypeId.slice(instanceTypeId.lastIndexOf('.') + 1);
  const multiple = /^(\d+)xlarge$/.exec(size)?.[1];
  return multiple === undefined ? namedSizes.indexOf(size) : namedSizes.length + Number(multiple);
}
