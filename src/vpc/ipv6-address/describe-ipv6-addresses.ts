import type { VpcDescribeIpv6AddressesParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { canonicalIpv6 } from '../ipv6.ts';
import { allOf, type Condition, equals, isOneOf, nothing } from '../list.ts';
import { refuse } from '../refusals.ts';
import { vpcPaging } from '../rules.ts';
import { wantedTags } from '../tag/rules.ts';
import { listHeldAddresses } from './held-address.ts';
import { addressOfId } from './ipv6-address-id.ts';
import { describedIpv6Address } from './view.ts';

const maxListed = 20;

/**
 * Lists the IPv6 addresses that network interfaces hold, with their bandwidth to the internet, by any combination of
 * filters. An address has neither name nor tags nor a resource group of its own.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DescribeIpv6Addresses
 */
export const describeIpv6Addresses = operation('Vpc', 'DescribeIpv6Addresses', {
  permits: ['ipv6address/*'],
  rules: { Tag: wantedTags },

  async execute(parameters, { tx, accountId, regionId }) {
    const page = pageOf(parameters, vpcPaging);
    if (isRefusal(page)) return page;
    const ids = parameters.Ipv6AddressId?.split(',').map((id) => id.trim());
    if (ids !== undefined && ids.length > maxListed) {
      return refuse('InvalidParameter', { name: 'Ipv6AddressId', value: `${ids.length} ids, at most ${maxListed}` });
    }
    const { Ipv6Address: address } = parameters;
    const condition = allOf(
      equals('eni.account_id', accountId),
      equals('eni.region_id', regionId),
      equals('eni.vpc_id', parameters.VpcId),
      equals('held.v_switch_id', parameters.VSwitchId),
      equals('held.address', address === undefined ? undefined : canonicalIpv6(address)),
      isOneOf(
        'held.address',
        ids?.map((id) => addressOfId(id) ?? ''),
      ),
      equals('bandwidth.ipv6_internet_bandwidth_id', parameters.Ipv6InternetBandwidthId),
      reaches(parameters.NetworkType),
      isHeldBy(parameters),
      isManaged(parameters.ServiceManaged),
      isOfNone(parameters) ? nothing : undefined,
    );
    const { rows, totalCount } = await listHeldAddresses(tx, condition, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      Ipv6Addresses: { Ipv6Address: rows.map(describedIpv6Address) },
    };
  },
});

type Filters = VpcDescribeIpv6AddressesParameters;

/** No address is named, tagged, in a group, or of another kind than most. */
function isOfNone({ Name, Tag, ResourceGroupId, AddressType }: Filters): boolean {
  return Name !== undefined || Tag.length > 0 || ResourceGroupId !== undefined || (AddressType ?? '') !== '';
}

function reaches(networkType: string | undefined): Condition | undefined {
  if (networkType === undefined) return undefined;
  if (networkType !== 'Public' && networkType !== 'Private') return nothing;
  const wanted = networkType === 'Public' ? 'IS NOT NULL' : 'IS NULL';
  return { where: `bandwidth.ipv6_internet_bandwidth_id ${wanted}`, values: [] };
}

function isManaged(wanted: boolean | undefined): Condition | undefined {
  return wanted === undefined
    ? undefined
    : { where: `eni.service_id ${wanted ? 'IS NOT NULL' : 'IS NULL'}`, values: [] };
}

/** An instance holds the addresses of its primary interface; any other interface holds its own. */
function isHeldBy({ AssociatedInstanceId: id, AssociatedInstanceType: type }: Filters): Condition | undefined {
  const ofType = (primary: boolean) => ({ where: `eni.type ${primary ? '=' : '<>'} ?`, values: ['Primary'] });
  const kind = type === undefined ? undefined : typesHeldBy[type];
  if (type !== undefined && kind === undefined) return nothing;
  const byType = kind === undefined ? undefined : ofType(kind === 'primary');
  if (id === undefined) return byType;
  const byId = {
    where: `((eni.type = ? AND eni.instance_id = ?) OR (eni.type <> ? AND eni.network_interface_id = ?))`,
    values: ['Primary', id, 'Primary', id],
  };
  return allOf(byType, byId);
}

const typesHeldBy: Readonly<Record<string, 'primary' | 'other'>> = {
  EcsInstance: 'primary',
  NetworkInterface: 'other',
};
