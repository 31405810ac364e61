import type { EcsDescribeInstanceTypesParameters } from '../../contracts/operations.generated.ts';
import type { InstanceType } from './instance-type.ts';

type Filters = EcsDescribeInstanceTypesParameters;
type NumberFilter = {
  [Name in keyof Filters]-?: NonNullable<Filters[Name]> extends number ? Name : never;
}[keyof Filters];

/** What each `Minimum...` filter looks at. */
const minima: readonly (readonly [NumberFilter, (type: InstanceType) => number])[] = [
  ['MinimumCpuCoreCount', (type) => type.cpuCoreCount],
  ['MinimumMemorySize', (type) => type.memoryGib],
  ['MinimumCpuSpeedFrequency', (type) => type.cpuSpeedGhz],
  ['MinimumCpuTurboFrequency', (type) => type.cpuTurboGhz],
  ['MinimumEniQuantity', (type) => type.eniQuantity],
  ['MinimumEniPrivateIpAddressQuantity', (type) => type.eniPrivateIpAddressQuantity],
  ['MinimumEniIpv6AddressQuantity', (type) => type.eniIpv6AddressQuantity],
  ['MinimumPrimaryEniQueueNumber', (type) => type.primaryEniQueueNumber],
  ['MinimumSecondaryEniQueueNumber', (type) => type.secondaryEniQueueNumber],
  ['MinimumEriQuantity', (type) => type.eriQuantity],
  ['MinimumQueuePairNumber', (type) => type.queuePairNumber],
  ['MinimumDiskQuantity', (type) => type.diskQuantity],
  ['MinimumGPUAmount', (type) => type.gpuAmount],
  ['MinimumInstanceBandwidthRx', (type) => type.bandwidthKbps],
  ['MinimumInstanceBandwidthTx', (type) => type.bandwidthKbps],
  ['MinimumInstancePpsRx', (type) => type.packetsPerSecond],
  ['MinimumInstancePpsTx', (type) => type.packetsPerSecond],
  ['MinimumLocalStorageAmount', (type) => type.localStorageAmount],
  ['MinimumLocalStorageCapacity', (type) => type.localStorageCapacityGib],
  // CPU credits of burstable types are not in the catalogue.
  ['MinimumBaselineCredit', () => 0],
  ['MinimumInitialCredit', () => 0],
];

const maxima: readonly (readonly [NumberFilter, (type: InstanceType) => number])[] = [
  ['MaximumCpuCoreCount', (type) => type.cpuCoreCount],
  ['MaximumMemorySize', (type) => type.memoryGib],
  ['MaximumCpuSpeedFrequency', (type) => type.cpuSpeedGhz],
  ['MaximumCpuTurboFrequency', (type) => type.cpuTurboGhz],
  ['MaximumGPUAmount', (type) => type.gpuAmount],
];

/** Whether a type has everything the filters of a request ask for. */
export function matches(type: InstanceType, filters: Filters): boolean {
  const among = (value: string, one: string | undefined, several: readonly string[]) => {
    const wanted = one === undefined ? several : [one, ...several];
    return wanted.length === 0 || wanted.includes(value);
  };
  return (
    among(type.instanceTypeId, undefined, filters.InstanceTypes) &&
    among(type.family, filters.InstanceTypeFamily, filters.InstanceTypeFamilies) &&
    among(type.category, filters.InstanceCategory, filters.InstanceCategories) &&
    among(type.level, filters.InstanceFamilyLevel, []) &&
    among('X86', filters.CpuArchitecture, filters.CpuArchitectures) &&
    among(type.nvmeSupport, filters.NvmeSupport, []) &&
    among(type.localStorageCategory, filters.LocalStorageCategory, filters.LocalStorageCategories) &&
    resembles(type.gpuSpec, filters.GPUSpec, filters.GpuSpecs) &&
    resembles(type.processorModel, filters.PhysicalProcessorModel, filters.PhysicalProcessorModels) &&
    minima.every(([name, figureOf]) => figureOf(type) >= (filters[name] ?? Number.NEGATIVE_INFINITY)) &&
    maxima.every(([name, figureOf]) => figureOf(type) <= (filters[name] ?? Number.POSITIVE_INFINITY))
  );
}

/** A part of the name is enough, in either letter case. */
function resembles(value: string, one: string | undefined, several: readonly string[]): boolean {
  const wanted = one === undefined ? several : [one, ...several];
  return wanted.length === 0 || wanted.some((part) => value.toLowerCase().includes(part.toLowerCase()));
}
