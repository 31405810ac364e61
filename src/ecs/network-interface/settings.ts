import type { NetworkInterface } from './network-interface.ts';

/** Limits of the traffic of one interface; each may be left open. */
export interface TrafficLimits {
  readonly bandwidthRxKbps?: number;
  readonly bandwidthTxKbps?: number;
  readonly ppsRx?: number;
  readonly ppsTx?: number;
  readonly concurrentConnections?: number;
}

/** Virtual functions and the like, as far as they were set. */
export interface EnhancedNetwork {
  readonly enableSriov?: boolean;
  readonly enableRss?: boolean;
  readonly enableExpress?: boolean;
  readonly virtualFunctionQuantity?: number;
  readonly virtualFunctionTotalQueueNumber?: number;
}

/** What few interfaces have set. */
export interface NetworkInterfaceSettings {
  /** Present while the limits are switched on. */
  readonly trafficLimits?: TrafficLimits;
  readonly enhancedNetwork?: EnhancedNetwork;
  /** The depth of each of its queues. */
  readonly rxQueueSize?: number;
  readonly txQueueSize?: number;
  /** The first IPv6 address is the primary one and stays. */
  readonly primaryIpv6?: boolean;
}

export function settingsOf({ settings }: Pick<NetworkInterface, 'settings'>): NetworkInterfaceSettings {
  return settings === '' ? {} : (JSON.parse(settings) as NetworkInterfaceSettings);
}

/** The text an interface stores; empty when nothing is set. */
export function settingsText(settings: NetworkInterfaceSettings): string {
  const text = JSON.stringify(settings);
  return text === '{}' ? '' : text;
}
