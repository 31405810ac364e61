import type { EcsDescribeAvailableResourceParameters } from '../../contracts/operations.generated.ts';
import type { OperationDefinition } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { spotStrategies } from '../region/rules.ts';
import { destinationResources } from './offers.ts';

type Parameters = EcsDescribeAvailableResourceParameters;

const resourceTypes = ['instance', 'disk', 'reservedinstance', 'ddh'];
const destinations: readonly string[] = destinationResources;

/** Formats of the parameters that can be judged one by one. */
export const availableResourceRules: NonNullable<OperationDefinition<Parameters, object>['rules']> = {
  DestinationResource: (value) =>
    destinations.includes(value)
      ? undefined
      : refuse('Invalid.DestinationResource', { value, allowed: destinations.join(', ') }),
  ResourceType: (value) =>
    resourceTypes.includes(value)
      ? undefined
      : refuse('Invalid.ResourceType', { value, allowed: resourceTypes.join(', ') }),
  InstanceChargeType: (value) =>
    value === 'PrePaid' || value === 'PostPaid' ? undefined : refuse('Invalid.InstanceChargeType', { value }),
  SpotStrategy: (value) =>
    spotStrategies.includes(value)
      ? undefined
      : refuse('Invalid.SpotStrategy', { value, allowed: spotStrategies.join(', ') }),
  IoOptimized: (value) =>
    value === 'none' || value === 'optimized' ? undefined : refuse('Invalid.IoOptimized', { value }),
  NetworkCategory: (value) =>
    value === 'vpc' || value === 'classic' ? undefined : refuse('Invalid.NetworkCategory', { value }),
  Scope: (value, name) => (/^(region|zone)$/i.test(value) ? undefined : refuse('InvalidParameter', { name, value })),
  // There are no dedicated hosts.
  DedicatedHostId: (id) => refuse('InvalidDedicatedHostId.NotFound', { id }),
};

/** What several parameters have to say together. */
export function checkTogether(parameters: Parameters): Refusal | undefined {
  const { DestinationResource: destination, ResourceType, InstanceType, Cores, Memory } = parameters;
  if (InstanceType !== undefined && (Cores !== undefined || Memory !== undefined)) {
    return refuse('InvalidParam.TypeAndCpuMem.Conflict', { instanceType: InstanceType });
  }
  if (destination !== 'InstanceType') {
    if (Cores !== undefined) return refuse('InvalidParam.Cores', { value: Cores });
    if (Memory !== undefined) return refuse('InvalidParam.Memory', { value: Memory });
  }
  const isOfInstance = destination === 'SystemDisk' || (destination === 'DataDisk' && ResourceType === 'instance');
  return isOfInstance && InstanceType === undefined
    ? refuse('Invalid.Param', { name: 'InstanceType', destination })
    : undefined;
}
