import type { EcsCreateNetworkInterfaceParameters } from '../../contracts/operations.generated.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { NetworkInterface } from './network-interface.ts';

type Parameters = EcsCreateNetworkInterfaceParameters;

/** How a new interface is to move its packets. */
export interface RequestedTraffic {
  readonly trafficMode: NetworkInterface['trafficMode'];
  readonly queueNumber: number | undefined;
  readonly queuePairNumber: number | undefined;
}

/** What a request says of it; `checkTraffic` has found nothing wrong. */
export function requestedTraffic(parameters: Parameters): RequestedTraffic {
  return {
    trafficMode:
      requested(parameters, 'NetworkInterfaceTrafficMode') === 'HighPerformance' ? 'HighPerformance' : 'Standard',
    queueNumber: requested(parameters, 'QueueNumber'),
    queuePairNumber: requested(parameters, 'QueuePairNumber'),
  };
}

const names = ['NetworkInterfaceTrafficMode', 'QueueNumber', 'QueuePairNumber'] as const;

/** A value stands at the top or, newer, within NetworkInterfaceTrafficConfig. */
function requested<Name extends (typeof names)[number]>(parameters: Parameters, name: Name): Parameters[Name] {
  return parameters[name] ?? (parameters.NetworkInterfaceTrafficConfig?.[name] as Parameters[Name]);
}

/** What is said in one place is not said in the other too; the RDMA mode takes queue pairs, the standard one IPv6. */
export function checkTraffic(parameters: Parameters): Refusal | undefined {
  const { NetworkInterfaceTrafficConfig: config = {} } = parameters;
  const twice = names.find((name) => parameters[name] !== undefined && config[name] !== undefined);
  if (twice !== undefined) {
    return refuse('InvalidParameter.Conflict', { first: twice, second: `NetworkInterfaceTrafficConfig.${twice}` });
  }
  const mode = requested(parameters, 'NetworkInterfaceTrafficMode') ?? 'Standard';
  const queues = requested(parameters, 'QueueNumber');
  const pairs = requested(parameters, 'QueuePairNumber');
  if (mode !== 'Standard' && mode !== 'HighPerformance') {
    return refuse('InvalidParameter.EniTrafficMode', { value: mode });
  }
  if (queues !== undefined && !(Number.isInteger(queues) && queues >= 1 && queues <= 2048)) {
    return refuse('InvalidParameter.InvalidEniQueueNumber', { value: queues });
  }
  if (pairs !== undefined && mode === 'Standard') {
    return refuse('InvalidParameter.QueuePairNumberMustEmpty.Creation', { value: pairs });
  }
  if (pairs !== undefined && !(Number.isInteger(pairs) && pairs > 0)) {
    return refuse('InvalidParameter.InvalidQueuePairNumber', { value: pairs });
  }
  const { Ipv6Address, Ipv6AddressCount, Ipv6Prefix, Ipv6PrefixCount } = parameters;
  const wantsIpv6 = Ipv6Address.length + Ipv6Prefix.length > 0 || (Ipv6AddressCount ?? Ipv6PrefixCount) !== undefined;
  return mode === 'HighPerformance' && wantsIpv6
    ? refuse('InvalidOperation.EniTrafficModeNotSupportIPv6.Creation')
    : undefined;
}
