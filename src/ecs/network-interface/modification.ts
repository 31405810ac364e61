import type { EcsModifyNetworkInterfaceAttributeParameters } from '../../contracts/operations.generated.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { withEnhancedNetwork } from './enhanced-network.ts';
import type { Holder } from './holder.ts';
import type { NetworkInterface } from './network-interface.ts';
import { type NetworkInterfaceSettings, settingsOf, settingsText } from './settings.ts';
import { type WantedTraffic, withTraffic } from './traffic.ts';

type Wanted = EcsModifyNetworkInterfaceAttributeParameters;

/** What a primary interface has from its instance is changed there (ENI-144). */
export function checkPrimary({ networkInterfaceId: id, type }: NetworkInterface, wanted: Wanted): Refusal | undefined {
  const name = type === 'Primary' ? fixedOnPrimary.find((parameter) => isGiven(wanted[parameter])) : undefined;
  if (name === undefined) return undefined;
  return name === 'QueueNumber'
    ? refuse('InvalidOperation.ModifyPrimaryEniQueueNumber', { id })
    : refuse('InvalidOperation.PrimaryEniOnlySupportModifyNameAndDesc', { id, name });
}

/** Not among it is the source and destination check: the node controllers of clusters switch it off on primary ones. */
const fixedOnPrimary = [
  'SecurityGroupId',
  'DeleteOnRelease',
  'ConnectionTrackingConfiguration',
  'NetworkInterfaceTrafficConfig',
  'RxQueueSize',
  'TxQueueSize',
  'EnhancedNetwork',
  'EnablePrimaryIPv6',
  'QueueNumber',
] as const satisfies readonly (keyof Wanted)[];

/** Whether the request changes what depends on the instance the interface is attached to. */
export function dependsOnHolder(wanted: Wanted): boolean {
  return needsStopped.some((parameter) => isGiven(wanted[parameter])) || isGiven(wanted.EnhancedNetwork);
}

/** What is changed only while nothing uses it. */
const needsStopped = [
  'QueueNumber',
  'NetworkInterfaceTrafficConfig',
  'RxQueueSize',
  'TxQueueSize',
] as const satisfies readonly (keyof Wanted)[];

/** The interface as it is after the request, without its security groups. */
export function modified(
  eni: NetworkInterface,
  wanted: Wanted,
  holder: Holder | undefined,
): NetworkInterface | Refusal {
  const name = needsStopped.find((parameter) => isGiven(wanted[parameter]));
  if (name !== undefined && holder !== undefined && holder.instance.status !== 'Stopped') {
    const { networkInterfaceId: id } = eni;
    return refuse('InvalidEniState.Queues', { name, id, current: holder.instance.status });
  }
  const traffic = withTraffic(eni, wantedTraffic(wanted), holder);
  if (isRefusal(traffic)) return traffic;
  const settings = withSettings(eni, wanted, holder);
  if (isRefusal(settings)) return settings;
  const tracking = wanted.ConnectionTrackingConfiguration;
  return {
    ...traffic,
    networkInterfaceName: wanted.NetworkInterfaceName ?? eni.networkInterfaceName,
    description: wanted.Description ?? eni.description,
    deleteOnRelease: flag(wanted.DeleteOnRelease, eni.deleteOnRelease),
    sourceDestCheck: flag(wanted.SourceDestCheck, eni.sourceDestCheck),
    tcpEstablishedTimeout: tracking?.TcpEstablishedTimeout ?? eni.tcpEstablishedTimeout,
    tcpClosedAndTimeWaitTimeout: tracking?.TcpClosedAndTimeWaitTimeout ?? eni.tcpClosedAndTimeWaitTimeout,
    udpTimeout: tracking?.UdpTimeout ?? eni.udpTimeout,
    settings: settingsText(settings),
  };
}

function wantedTraffic({ QueueNumber, NetworkInterfaceTrafficConfig: config }: Wanted): WantedTraffic {
  const mode = config?.NetworkInterfaceTrafficMode;
  return {
    mode: mode === undefined ? undefined : mode === 'HighPerformance' ? 'HighPerformance' : 'Standard',
    queueNumber: QueueNumber ?? config?.QueueNumber,
    queuePairNumber: config?.QueuePairNumber,
  };
}

function withSettings(
  eni: NetworkInterface,
  wanted: Wanted,
  holder: Holder | undefined,
): NetworkInterfaceSettings | Refusal {
  const before = settingsOf(eni);
  const { EnhancedNetwork, NetworkInterfaceTrafficConfig: config } = wanted;
  const rxQueueSize = wanted.RxQueueSize ?? config?.RxQueueSize;
  const txQueueSize = wanted.TxQueueSize ?? config?.TxQueueSize;
  const changed: NetworkInterfaceSettings = {
    ...before,
    ...(rxQueueSize === undefined || txQueueSize === undefined ? {} : { rxQueueSize, txQueueSize }),
    ...(wanted.EnablePrimaryIPv6 === undefined ? {} : { primaryIpv6: wanted.EnablePrimaryIPv6 }),
  };
  if (EnhancedNetwork === undefined) return changed;
  // No instance type of the catalogue supports it; DescribeInstanceTypes says so.
  if (EnhancedNetwork.EnableRss === true && holder !== undefined) {
    return refuse('InvalidOperation.InstanceTypeNotSupportRss', { instanceType: holder.instance.instanceType });
  }
  const enhancedNetwork = withEnhancedNetwork(eni.networkInterfaceId, before.enhancedNetwork ?? {}, EnhancedNetwork);
  return isRefusal(enhancedNetwork) ? enhancedNetwork : { ...changed, enhancedNetwork };
}

function flag(wanted: boolean | undefined, before: 0 | 1): 0 | 1 {
  return wanted === undefined ? before : wanted ? 1 : 0;
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
