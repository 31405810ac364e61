import type {
  VpcDescribeRouteEntryListResponse,
  VpcDescribeRouteTablesResponse,
} from '../../contracts/operations.generated.ts';
import { utcSeconds } from '../../operation/time.ts';
import type { ListedEntry } from './listed-entry.ts';

/** An entry as DescribeRouteEntryList lists it. */
export type DescribedEntry = NonNullable<
  NonNullable<VpcDescribeRouteEntryListResponse['RouteEntrys']>['RouteEntry']
>[number];

export function describedEntry(entry: ListedEntry): DescribedEntry {
  return {
    Description: entry.description,
    DestinationCidrBlock: entry.destinationCidrBlock,
    GmtModified: utcSeconds(entry.modifiedAtMs),
    IpVersion: entry.ipVersion,
    NextHops: { NextHop: [nextHopOf(entry)] },
    Origin: entry.type === 'System' ? 'SystemCreate' : 'CustomCreate',
    RouteEntryId: entry.routeEntryId,
    RouteEntryName: entry.routeEntryName,
    RouteTableId: entry.routeTableId,
    ServiceType: '',
    Status: entry.status,
    Type: entry.type,
  };
}

type RouteTable = NonNullable<NonNullable<VpcDescribeRouteTablesResponse['RouteTables']>['RouteTable']>[number];

/** An entry as DescribeRouteTables shows it in its table. */
export type OlderDescribedEntry = NonNullable<NonNullable<RouteTable['RouteEntrys']>['RouteEntry']>[number];

export function olderDescribedEntry(entry: ListedEntry): OlderDescribedEntry {
  return {
    Description: entry.description,
    DestinationCidrBlock: entry.destinationCidrBlock,
    InstanceId: entry.nextHopId,
    NextHopType: entry.nextHopType,
    NextHops: { NextHop: [nextHopOf(entry)] },
    RouteEntryId: entry.routeEntryId,
    RouteEntryName: entry.routeEntryName,
    RouteTableId: entry.routeTableId,
    Status: entry.status,
    Type: entry.type,
  };
}

function nextHopOf({ nextHopId, nextHopType, enabled }: ListedEntry) {
  return { Enabled: enabled ? 1 : 0, NextHopId: nextHopId, NextHopType: nextHopType, Weight: 0 };
}
