import type { VpcDescribeRouteEntryListParameters } from '../../contracts/operations.generated.ts';
import { operation, type Rule } from '../../operation/operation.ts';
import { placeOf, tokenOf } from '../../operation/page-token.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findRouteTable } from '../route-table/route-table.table.ts';
import { type EntryFilters, fulfils, type ListedEntry } from './listed-entry.ts';
import { listedEntriesOf } from './routing.ts';
import { describedEntry } from './view.ts';

const defaultPageSize = 10;
const maxPageSize = 100;
const maxDestinations = 20;
const types = ['Custom', 'System', 'BGP', 'CEN', 'ECR'];
const ipVersions = ['IPv4', 'IPv6'];

const routeEntryType: Rule<string> = (value) =>
  types.includes(value) ? undefined : refuse('IllegalParam.RouteEntryType', { value, allowed: types.join(', ') });

const ipVersion: Rule<string> = (value) =>
  versionNamed(value) === undefined
    ? refuse('IllegalParam.RouteIpVersion', { value, allowed: ipVersions.join(', ') })
    : undefined;

/**
 * Lists the entries of a route table, system and custom ones, by any combination of filters, newest first.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DescribeRouteEntryList
 */
export const describeRouteEntryList = operation('Vpc', 'DescribeRouteEntryList', {
  permits: ['routetable/{RouteTableId}'],
  rules: {
    RouteEntryType: routeEntryType,
    IpVersion: ipVersion,
    DestCidrBlockList: (list, name) =>
      list.length > maxDestinations
        ? refuse('InvalidParameter', { name, value: `${list.length} values, at most ${maxDestinations}` })
        : undefined,
    MaxResult: (value, name) =>
      Number.isInteger(value) && value >= 1 && value <= maxPageSize
        ? undefined
        : refuse('InvalidParameter', { name, value }),
    NextToken: (value) => (placeIn(value) === undefined ? refuse('IllegalParam.NextToken', { value }) : undefined),
  },
  check: (parameters) => checkFilters(parameters),

  async execute(parameters, { tx, accountId, regionId }) {
    const { RouteTableId: id, MaxResult: pageSize = defaultPageSize, NextToken: token } = parameters;
    const routeTable = await findRouteTable(tx, accountId, regionId, id);
    if (routeTable === undefined) return refuse('InvalidRouteTable.NotFound', { id });
    const filters = filtersIn(parameters);
    const entries = (await listedEntriesOf(tx, [routeTable])).get(id) ?? [];
    const wanted = entries.filter((entry) => fulfils(entry, filters));
    const place = token === undefined ? undefined : placeIn(token);
    const rest = place === undefined ? wanted : wanted.filter((entry) => isAfter(entry, place));
    const page = rest.slice(0, pageSize);
    const last = rest.length > pageSize ? page.at(-1) : undefined;
    return {
      NextToken: last === undefined ? '' : tokenOf([last.createdAtMs, last.destinationCidrBlock]),
      TotalCount: wanted.length,
      RouteEntrys: { RouteEntry: page.map(describedEntry) },
    };
  },
});

function checkFilters({
  RouteEntryType: value = 'Custom',
  RouteEntryId,
  RouteEntryName,
}: VpcDescribeRouteEntryListParameters): Refusal | undefined {
  const isOfCustom = RouteEntryId !== undefined || RouteEntryName !== undefined;
  return isOfCustom && value !== 'Custom'
    ? refuse('OperationFailed.FilterParamUnderWrongRouteType', { value })
    : undefined;
}

function filtersIn(parameters: VpcDescribeRouteEntryListParameters): EntryFilters {
  const { IpVersion, ServiceType } = parameters;
  return {
    type: parameters.RouteEntryType,
    routeEntryId: parameters.RouteEntryId,
    routeEntryName: parameters.RouteEntryName,
    nextHopType: parameters.NextHopType,
    nextHopId: parameters.NextHopId,
    destination: parameters.DestinationCidrBlock,
    destinations: parameters.DestCidrBlockList,
    ipVersion: IpVersion === undefined ? undefined : versionNamed(IpVersion),
    serviceType: ServiceType,
  };
}

function versionNamed(value: string): string | undefined {
  return ipVersions.find((version) => version.toLowerCase() === value.toLowerCase());
}

function placeIn(token: string) {
  return placeOf(token, ['number', 'string']);
}

function isAfter(
  { createdAtMs, destinationCidrBlock }: ListedEntry,
  [lastCreatedAtMs, lastDestination]: readonly [number, string],
): boolean {
  return createdAtMs < lastCreatedAtMs || (createdAtMs === lastCreatedAtMs && destinationCidrBlock > lastDestination);
}
