import type { EcsModifyNetworkInterfaceAttributeParameters } from '../../contracts/operations.generated.ts';
import type { OperationDefinition, Rule } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { isDescription } from '../../operation/text.ts';
import { refuse } from '../refusals.ts';
import { checkConnectionTracking } from './connection-tracking.ts';
import { checkEnhancedNetwork } from './enhanced-network.ts';
import { networkInterfaceId, networkInterfaceName } from './rules.ts';

type Parameters = EcsModifyNetworkInterfaceAttributeParameters;

/** One shorter than at creation. */
const maxDescriptionLength = 255;
const queueSizes: readonly (number | undefined)[] = [8192, 16_384];

/** An empty text sets nothing back to nothing. */
const orEmpty =
  (rule: Rule<string>): Rule<string> =>
  (value, name) =>
    value === '' ? undefined : rule(value, name);

const queueNumber: Rule<number> = (value) =>
  Number.isInteger(value) && value >= 1 && value <= 2048
    ? undefined
    : refuse('InvalidParameter.InvalidEniQueueNumber', { value });

/** Formats of the parameters that can be judged one by one. */
export const modificationRules: NonNullable<OperationDefinition<Parameters, object>['rules']> = {
  NetworkInterfaceId: networkInterfaceId,
  NetworkInterfaceName: orEmpty(networkInterfaceName),
  Description: orEmpty((value, name) =>
    isDescription(value) && value.length <= maxDescriptionLength
      ? undefined
      : refuse('InvalidParameter', { name, value }),
  ),
  QueueNumber: queueNumber,
  ConnectionTrackingConfiguration: checkConnectionTracking,
  NetworkInterfaceTrafficConfig: checkTrafficConfig,
  EnhancedNetwork: checkEnhancedNetwork,
};

function checkTrafficConfig(
  config: NonNullable<Parameters['NetworkInterfaceTrafficConfig']>,
  name: string,
): Refusal | undefined {
  const { NetworkInterfaceTrafficMode: mode = 'Standard', QueueNumber, QueuePairNumber = 1 } = config;
  if (mode !== 'Standard' && mode !== 'HighPerformance') {
    return refuse('InvalidParameter.EniTrafficMode', { value: mode });
  }
  if (!Number.isInteger(QueuePairNumber) || QueuePairNumber < 1) {
    return refuse('InvalidParameter.InvalidQueuePairNumber', { value: QueuePairNumber });
  }
  return QueueNumber === undefined ? undefined : queueNumber(QueueNumber, `${name}.QueueNumber`);
}

/** What can be said in two places is said in one, and both queue sizes together. */
export function checkModification(parameters: Parameters): Refusal | undefined {
  const config = parameters.NetworkInterfaceTrafficConfig ?? {};
  for (const name of ['QueueNumber', 'RxQueueSize', 'TxQueueSize'] as const) {
    if (parameters[name] !== undefined && config[name] !== undefined) {
      return refuse('InvalidParameter.Conflict', { first: name, second: `NetworkInterfaceTrafficConfig.${name}` });
    }
  }
  const rx = parameters.RxQueueSize ?? config.RxQueueSize;
  const tx = parameters.TxQueueSize ?? config.TxQueueSize;
  if (rx === undefined && tx === undefined) return undefined;
  return rx === tx && queueSizes.includes(rx)
    ? undefined
    : refuse('InvalidParameter.EniQueueSize', { rx: rx ?? '', tx: tx ?? '' });
}
