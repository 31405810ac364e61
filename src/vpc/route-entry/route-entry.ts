/** A custom entry is seen as Pending, Modifying or Deleting while that is under way. */
export type RouteEntryStatus = 'Pending' | 'Available' | 'Modifying' | 'Deleting';

/** What a custom entry can lead to here. */
export const offeredNextHopTypes = ['Instance', 'NetworkInterface', 'IPv6Gateway'] as const;
export type NextHopType = (typeof offeredNextHopTypes)[number];

/** A custom entry of a route table. System entries are no rows: they follow from the VPC's vSwitches. */
export interface RouteEntry {
  readonly routeEntryId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly vpcId: string;
  readonly routeTableId: string;
  /** Canonical text, IPv4 or IPv6; no two entries of a table have the same. */
  readonly destinationCidrBlock: string;
  readonly nextHopType: NextHopType;
  /** What it leads to. A network interface may be gone: then the entry leads nowhere. */
  readonly nextHopId: string;
  readonly routeEntryName: string;
  readonly description: string;
  readonly status: RouteEntryStatus;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
}

/** Under this name route entries' delayed changes are recorded. */
export const routeEntryResource = 'route-entry';
