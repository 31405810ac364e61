import type { Page } from '../../operation/paging.ts';
import { dynamicSql, sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { formatIpv6Cidr, parseIpv6 } from '../ipv6.ts';
import type { Condition } from '../list.ts';
import { addressOfId } from './ipv6-address-id.ts';
import type { InternetChargeType } from './ipv6-internet-bandwidth.ts';

/** An IPv6 address that a network interface holds, with its way to the internet. */
export interface HeldIpv6Address {
  readonly address: string;
  readonly vSwitchId: string;
  readonly vpcId: string;
  readonly regionId: string;
  readonly networkInterfaceId: string;
  readonly type: string;
  readonly instanceId: string | null;
  readonly serviceId: number | null;
  readonly createdAtMs: number;
  readonly ipv6Isp: string;
  /** The VPC's, if it has one. */
  readonly ipv6GatewayId: string | null;
  readonly ipv6InternetBandwidthId: string | null;
  readonly bandwidthMbps: number | null;
  readonly internetChargeType: InternetChargeType | null;
}

const columns = `held.address AS "address", held.v_switch_id AS "vSwitchId", eni.vpc_id AS "vpcId",
  eni.region_id AS "regionId", eni.network_interface_id AS "networkInterfaceId", eni.type AS "type",
  eni.instance_id AS "instanceId", eni.service_id AS "serviceId", eni.created_at_ms AS "createdAtMs",
  vpc.ipv6_isp AS "ipv6Isp", gateway.ipv6_gateway_id AS "ipv6GatewayId",
  bandwidth.ipv6_internet_bandwidth_id AS "ipv6InternetBandwidthId", bandwidth.bandwidth_mbps AS "bandwidthMbps",
  bandwidth.internet_charge_type AS "internetChargeType"`;
const from = `FROM network_interface eni
  JOIN ipv6_address held ON held.network_interface_id = eni.network_interface_id
  JOIN vpc ON vpc.vpc_id = eni.vpc_id
  LEFT JOIN ipv6_gateway gateway ON gateway.vpc_id = eni.vpc_id
  LEFT JOIN ipv6_internet_bandwidth bandwidth
    ON bandwidth.v_switch_id = held.v_switch_id AND bandwidth.address = held.address`;

const selectVSwitch = sql<{ vSwitchId: string }>(
  `SELECT v_switch_id AS "vSwitchId" FROM v_switch WHERE ipv6_cidr_block = ? AND ipv6_cidr_block <> ''`,
);
const selectHeld = sql<HeldIpv6Address>(`SELECT ${columns} ${from} WHERE held.v_switch_id = ? AND held.address = ?
  AND eni.account_id = ? AND eni.region_id = ?`);

/** The address of the account in the region that an id stands for, if a network interface holds it. */
export async function findHeldAddress(
  tx: Transaction,
  accountId: string,
  regionId: string,
  ipv6AddressId: string,
): Promise<HeldIpv6Address | undefined> {
  const address = addressOfId(ipv6AddressId);
  const groups = address === undefined ? undefined : parseIpv6(address);
  if (address === undefined || groups === undefined) return undefined;
  const block = formatIpv6Cidr({ address: [...groups.slice(0, 4), 0, 0, 0, 0], prefixLength: 64 });
  const vSwitch = await tx.one(selectVSwitch, block);
  return vSwitch && tx.one(selectHeld, vSwitch.vSwitchId, address, accountId, regionId);
}

/** One page of the addresses that fulfil a condition, those of the newest interfaces first, and how many there are. */
export async function listHeldAddresses(
  tx: Transaction,
  { where, values }: Condition,
  page: Page,
): Promise<{ readonly rows: readonly HeldIpv6Address[]; readonly totalCount: number }> {
  const select = dynamicSql<HeldIpv6Address>(
    `SELECT ${columns} ${from} WHERE ${where}
     ORDER BY eni.created_at_ms DESC, eni.network_interface_id DESC, held.position LIMIT ? OFFSET ?`,
  );
  const count = dynamicSql<{ count: number }>(`SELECT COUNT(*) AS "count" ${from} WHERE ${where}`);
  const rows = await tx.all(select, ...values, page.limit, page.offset);
  return { rows, totalCount: (await tx.one(count, ...values))?.count ?? 0 };
}
