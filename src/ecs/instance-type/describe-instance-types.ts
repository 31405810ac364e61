import { leftOut } from '../../operation/left-out.ts';
import { operation } from '../../operation/operation.ts';
import { lastShown } from '../../operation/paging.ts';
import { refuse } from '../refusals.ts';
import { instanceTypes } from './catalogue.ts';
import { matches } from './filters.ts';
import type { InstanceType } from './instance-type.ts';

const maxResults = 1600;
const maxListed = 10;

/** Lists the instance types with the limits that attaching and assigning hold to (ENI-160). */
export const describeInstanceTypes = operation('Ecs', 'DescribeInstanceTypes', {
  permits: ['*'],
  rules: {
    InstanceTypes: (values, name) =>
      values.length > maxListed
        ? refuse('InvalidParameter', { name: `${name}.N`, value: `${values.length} values, at most ${maxListed}` })
        : undefined,
  },

  async execute(parameters, context) {
    const { MaxResults, NextToken } = parameters;
    const after = NextToken === undefined ? -1 : positionOf(NextToken);
    if (after === undefined) return refuse('InvalidParameter', { name: 'NextToken', value: String(NextToken) });
    const limit = Math.min(Math.max(MaxResults ?? maxResults, 1), maxResults);
    const rest = instanceTypes.slice(after + 1).filter((type) => matches(type, parameters));
    const isByToken = MaxResults !== undefined || NextToken !== undefined;
    return {
      NextToken: isByToken ? tokenAfter(lastShown(rest, { limit }, context)) : '',
      InstanceTypes: { InstanceType: rest.slice(0, limit).map(described) },
    };
  },
});

function tokenAfter(last: InstanceType | undefined): string {
  return last === undefined ? '' : Buffer.from(last.instanceTypeId).toString('base64url');
}

function positionOf(token: string): number | undefined {
  const id = Buffer.from(token, 'base64url').toString();
  const position = instanceTypes.findIndex((type) => type.instanceTypeId === id);
  return position === -1 ? undefined : position;
}

function described(type: InstanceType) {
  return {
    InstanceTypeId: type.instanceTypeId,
    InstanceTypeFamily: type.family,
    InstanceFamilyLevel: type.level,
    InstanceCategory: type.category,
    CpuArchitecture: 'X86',
    CpuCoreCount: type.cpuCoreCount,
    CpuSpeedFrequency: type.cpuSpeedGhz,
    CpuTurboFrequency: type.cpuTurboGhz,
    CpuOptions: {
      Core: Math.max(1, type.cpuCoreCount / 2),
      CoreFactor: 1,
      ThreadsPerCore: type.cpuCoreCount === 1 ? 1 : 2,
      HyperThreadingAdjustable: false,
    },
    PhysicalProcessorModel: type.processorModel,
    MemorySize: type.memoryGib,
    GPUAmount: type.gpuAmount,
    GPUSpec: type.gpuSpec,
    GPUMemorySize: type.gpuMemoryGib,
    LocalStorageAmount: type.localStorageAmount,
    LocalStorageCapacity: type.localStorageCapacityGib,
    LocalStorageCategory: type.localStorageCategory,
    DiskQuantity: type.diskQuantity,
    NvmeSupport: type.nvmeSupport,
    EniQuantity: type.eniQuantity,
    EniTotalQuantity: type.eniTotalQuantity,
    EniTrunkSupported: type.eniTrunkSupported,
    EniPrivateIpAddressQuantity: type.eniPrivateIpAddressQuantity,
    EniIpv6AddressQuantity: type.eniIpv6AddressQuantity,
    PrimaryEniQueueNumber: type.primaryEniQueueNumber,
    SecondaryEniQueueNumber: type.secondaryEniQueueNumber,
    MaximumQueueNumberPerEni: type.maximumQueueNumberPerEni,
    TotalEniQueueQuantity: type.totalEniQueueQuantity,
    EriQuantity: type.eriQuantity,
    QueuePairNumber: type.queuePairNumber,
    EnhancedNetwork: { SriovSupport: false, RssSupport: false, ExpressSupport: false },
    ...networkCards(type.networkCardQuantity),
    NetworkEncryptionSupport: false,
    JumboFrameSupport: false,
    InstanceBandwidthRx: type.bandwidthKbps,
    InstanceBandwidthTx: type.bandwidthKbps,
    InstancePpsRx: type.packetsPerSecond,
    InstancePpsTx: type.packetsPerSecond,
    SupportedBootModes: { SupportedBootMode: ['BIOS'] },
  };
}

/** Only types with cards to choose from have any of this: its presence makes clients name a card for every interface. */
function networkCards(quantity: number) {
  if (quantity === 0) return { NetworkCards: leftOut, NetworkCardQuantity: undefined };
  const NetworkCardInfo = Array.from({ length: quantity }, (_, index) => ({ NetworkCardIndex: index }));
  return { NetworkCards: { NetworkCardInfo }, NetworkCardQuantity: quantity };
}
