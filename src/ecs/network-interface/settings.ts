import type { NetworkInterface } from './network-interface.ts';

/** Limits of the traffic of one interface, under the names requests and answers have for them. */
export interface QosLimits {
  /** In kbit/s. */
  readonly BandwidthRx?: number;
  readonly BandwidthTx?: number;
  /** In packets/s. */
  readonly PpsRx?: number;
  readonly PpsTx?: number;
  readonly ConcurrentConnections?: number;
}

/** Virtual functions and the like, under the names requests and answers have for them. */
export interface EnhancedNetwork {
  readonly EnableSriov?: boolean;
  readonly EnableRss?: boolean;
  readonly EnableExpress?: boolean;
  readonly VirtualFunctionQuantity?: number;
  readonly VirtualFunctionTotalQueueNumber?: number;
}

/** What few interfaces have set. */
export interface NetworkInterfaceSettings {
  /** Present while they are switched on. */
  readonly qosLimits?: QosLimits;
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
