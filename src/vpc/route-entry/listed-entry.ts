import { parseDestination, serviceCidrBlock } from './destination.ts';
import type { RouteEntry, RouteEntryStatus } from './route-entry.ts';

/** An entry of a route table as lists show it, whether it is a row or follows from the vSwitches. */
export interface ListedEntry {
  readonly routeTableId: string;
  /** Empty for system entries, which cannot be named. */
  readonly routeEntryId: string;
  readonly destinationCidrBlock: string;
  readonly ipVersion: 'IPv4' | 'IPv6';
  readonly type: 'System' | 'Custom';
  readonly status: RouteEntryStatus;
  /** `local` within the VPC, `service` to cloud services, or what a custom entry leads to. */
  readonly nextHopType: string;
  readonly nextHopId: string;
  /** Whether there still is what it leads to. */
  readonly enabled: boolean;
  readonly routeEntryName: string;
  readonly description: string;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
}

/** A vSwitch as far as routes depend on it. */
interface RoutedVSwitch {
  readonly cidrBlock: string;
  readonly ipv6CidrBlock: string;
  readonly status: 'Pending' | 'Available';
  readonly createdAtMs: number;
}

interface Table {
  readonly routeTableId: string;
  readonly createdAtMs: number;
}

/** What every route table of a VPC has: a way to each vSwitch, and one to the cloud services. */
export function systemEntries(
  { routeTableId, createdAtMs }: Table,
  vSwitches: readonly RoutedVSwitch[],
): readonly ListedEntry[] {
  const entry = (nextHopType: string, destinationCidrBlock: string, since: number, status: RouteEntryStatus) => ({
    routeTableId,
    routeEntryId: '',
    destinationCidrBlock,
    ipVersion: versionOf(destinationCidrBlock),
    type: 'System' as const,
    status,
    nextHopType,
    nextHopId: '',
    enabled: true,
    routeEntryName: '',
    description: '',
    createdAtMs: since,
    modifiedAtMs: since,
  });
  const local = vSwitches.flatMap(({ cidrBlock, ipv6CidrBlock, status, createdAtMs: since }) =>
    [cidrBlock, ipv6CidrBlock].filter((block) => block !== '').map((block) => entry('local', block, since, status)),
  );
  return [entry('service', serviceCidrBlock, createdAtMs, 'Available'), ...local];
}

/** A custom entry as lists show it. */
export function listed(entry: RouteEntry, presentNextHops: ReadonlySet<string>): ListedEntry {
  return {
    ...entry,
    ipVersion: versionOf(entry.destinationCidrBlock),
    type: 'Custom',
    enabled: presentNextHops.has(entry.nextHopId),
  };
}

/** What a request asks for; everything that is given has to hold. */
export interface EntryFilters {
  readonly type?: string | undefined;
  readonly routeEntryId?: string | undefined;
  readonly routeEntryName?: string | undefined;
  readonly nextHopType?: string | undefined;
  readonly nextHopId?: string | undefined;
  /** Any spelling of the destination. */
  readonly destination?: string | undefined;
  /** One of them, in any spelling; an empty list asks for nothing. */
  readonly destinations: readonly string[];
  readonly ipVersion?: string | undefined;
  /** Who manages the entry; nobody does. */
  readonly serviceType?: string | undefined;
}

export function fulfils(entry: ListedEntry, filters: EntryFilters): boolean {
  const { destination, destinations } = filters;
  return (
    isOrAny(entry.type, filters.type) &&
    isOrAny(entry.routeEntryId, filters.routeEntryId) &&
    isOrAny(entry.routeEntryName, filters.routeEntryName) &&
    isOrAny(entry.nextHopType, filters.nextHopType) &&
    isOrAny(entry.nextHopId, filters.nextHopId) &&
    isOrAny(entry.ipVersion, filters.ipVersion) &&
    filters.serviceType === undefined &&
    isOrAny(entry.destinationCidrBlock, destination && canonical(destination)) &&
    (destinations.length === 0 || destinations.map(canonical).includes(entry.destinationCidrBlock))
  );
}

/** Where an entry stands in a list: the newest first, and of those made at once by their destination. */
export function compareEntries(one: ListedEntry, other: ListedEntry): number {
  if (one.createdAtMs !== other.createdAtMs) return other.createdAtMs - one.createdAtMs;
  if (one.destinationCidrBlock === other.destinationCidrBlock) return 0;
  return one.destinationCidrBlock < other.destinationCidrBlock ? -1 : 1;
}

function isOrAny(value: string, wanted: string | undefined): boolean {
  return wanted === undefined || value === wanted;
}

function canonical(value: string): string {
  return parseDestination(value)?.text ?? value;
}

function versionOf(cidrBlock: string): 'IPv4' | 'IPv6' {
  return cidrBlock.includes(':') ? 'IPv6' : 'IPv4';
}
