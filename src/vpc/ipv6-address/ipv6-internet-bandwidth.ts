/** What lets an IPv6 address of a network interface reach the internet; it goes with the address. */
export interface Ipv6InternetBandwidth {
  readonly ipv6InternetBandwidthId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly ipv6GatewayId: string;
  readonly vSwitchId: string;
  /** Canonical text. */
  readonly address: string;
  readonly bandwidthMbps: number;
  readonly internetChargeType: InternetChargeType;
  readonly createdAtMs: number;
}

export const internetChargeTypes = ['PayByBandwidth', 'PayByTraffic'] as const;
export type InternetChargeType = (typeof internetChargeTypes)[number];
