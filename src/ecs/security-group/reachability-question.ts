import { groupBy } from '../../operation/group-by.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { eipsOn } from '../../vpc/eip/eip.table.ts';
import { formatAddress, parseAddress } from '../../vpc/vswitch/address-range.ts';
import { findAnyNetworkInterface } from '../network-interface/network-interface.table.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import { familyOf, type IpAddress, parseIpAddress } from './ip-network.ts';
import { membershipsOf } from './membership.ts';
import { decideReachability, type End, type JoinedGroup, type Packet, type Verdict } from './reachability.ts';
import { findAnySecurityGroups } from './security-group.table.ts';
import { rulesOfGroups } from './security-group-rule.table.ts';

/** Whether a packet gets from one place to another; a place is a network interface's id, or an IP address. */
export interface AskedPath extends Packet {
  readonly from: string;
  readonly to: string;
}

/** A place as it was understood. */
export interface AnsweredPlace {
  readonly address: string;
  /** Missing for hosts outside. */
  readonly networkInterfaceId?: string;
}

export interface AnsweredPath extends Verdict {
  readonly from: AnsweredPlace;
  readonly to: AnsweredPlace;
  /**
   * `internal` within a VPC by private addresses, `external` when one end is outside or is named by its public address,
   * `none` when the interfaces are in different VPCs: then nothing is reachable whatever the groups say.
   */
  readonly route: 'internal' | 'external' | 'none';
}

/** What cannot be answered, and why. */
export interface Unanswerable {
  readonly reason: string;
}

/** A place being understood: an interface as soon as one is known, and the address that it was named by, if any. */
interface Place {
  readonly eni?: NetworkInterface | undefined;
  readonly named?: IpAddress | undefined;
  /** The private address behind a public one. */
  readonly behind?: number | undefined;
}

const selectByPublicAddress = sql<{ networkInterfaceId: string; privateAddress: number }>(
  `SELECT network_interface_id AS "networkInterfaceId", private_address AS "privateAddress" FROM eip
   WHERE ip_address = ? AND network_interface_id IS NOT NULL`,
);
const selectByPrivateAddress = sql<{ networkInterfaceId: string }>(
  `SELECT private_address.network_interface_id AS "networkInterfaceId" FROM v_switch
   JOIN private_address ON private_address.v_switch_id = v_switch.v_switch_id
   WHERE v_switch.vpc_id = ? AND private_address.address = ?`,
);
const selectByIpv6Address = sql<{ networkInterfaceId: string }>(
  `SELECT ipv6_address.network_interface_id AS "networkInterfaceId" FROM v_switch
   JOIN ipv6_address ON ipv6_address.v_switch_id = v_switch.v_switch_id
   WHERE v_switch.vpc_id = ? AND ipv6_address.address = ?`,
);
const selectPrimaryAddress = sql<{ address: number }>(
  'SELECT address FROM private_address WHERE network_interface_id = ? AND position = 0',
);
const selectIpv6Address = sql<{ address: string }>(
  'SELECT address FROM ipv6_address WHERE network_interface_id = ? ORDER BY position LIMIT 1',
);

/** Understands the places by the state, and decides by their groups and rules as they are. */
export async function answerReachability(tx: Transaction, asked: AskedPath): Promise<AnsweredPath | Unanswerable> {
  const first = await understand(tx, asked.from);
  if ('reason' in first) return first;
  const second = await understand(tx, asked.to);
  if ('reason' in second) return second;
  const from = await locate(tx, first, second.eni);
  const to = await locate(tx, second, from.eni);
  if (from.eni === undefined && to.eni === undefined) {
    return {
      reason: `neither "${asked.from}" nor "${asked.to}" is an address of a network interface; name one by its id`,
    };
  }
  if (from.eni !== undefined && from.eni.networkInterfaceId === to.eni?.networkInterfaceId) {
    return { reason: `"${asked.from}" and "${asked.to}" are the same network interface` };
  }
  const family = familyOf(from.named ?? to.named ?? ipv4Any);
  if (familyOf(to.named ?? from.named ?? ipv4Any) !== family) {
    return { reason: `"${asked.from}" and "${asked.to}" are not of one address family` };
  }
  if (asked.protocol === (family === 4 ? 'ICMPv6' : 'ICMP')) {
    return { reason: `${asked.protocol} is not a protocol of IPv${family}` };
  }
  const isPublic = first.behind !== undefined || second.behind !== undefined;
  const bothInterfaces = from.eni !== undefined && to.eni !== undefined;
  const internal = bothInterfaces && !isPublic && from.eni.vpcId === to.eni.vpcId;
  const route = internal ? 'internal' : bothInterfaces && !isPublic ? 'none' : 'external';
  const fromEnd = await endOf(tx, from, family, route);
  if ('reason' in fromEnd) return fromEnd;
  const toEnd = await endOf(tx, to, family, route);
  if ('reason' in toEnd) return toEnd;
  const verdict = decideReachability({ packet: asked, from: fromEnd, to: toEnd, internal });
  return {
    ...verdict,
    reachable: verdict.reachable && route !== 'none',
    route,
    from: placeOf(from, fromEnd),
    to: placeOf(to, toEnd),
  };
}

const ipv4Any = parseIpAddress('0.0.0.0') as IpAddress;

/** The interface of an id or a public address; otherwise the address alone. */
async function understand(tx: Transaction, text: string): Promise<Place | Unanswerable> {
  if (text.startsWith('eni-')) {
    const eni = await findAnyNetworkInterface(tx, text);
    return eni === undefined ? { reason: `there is no network interface "${text}"` } : { eni };
  }
  const named = parseIpAddress(text);
  if (named === undefined) return { reason: `"${text}" is neither the id of a network interface nor an IP address` };
  const number = parseAddress(text);
  const eip = number === undefined ? undefined : await tx.one(selectByPublicAddress, number);
  if (eip === undefined) return { named };
  const eni = await findAnyNetworkInterface(tx, eip.networkInterfaceId);
  return { eni, named, behind: eip.privateAddress };
}

/** Looks an address that is nobody's in public up in the VPC of the other end. */
async function locate(tx: Transaction, place: Place, other: NetworkInterface | undefined): Promise<Place> {
  const { eni, named } = place;
  if (eni !== undefined || named === undefined || other === undefined) return place;
  const text = named.toString();
  const holder =
    familyOf(named) === 4
      ? await tx.one(selectByPrivateAddress, other.vpcId, parseAddress(text) ?? -1)
      : await tx.one(selectByIpv6Address, other.vpcId, text);
  return holder === undefined ? place : { named, eni: await findAnyNetworkInterface(tx, holder.networkInterfaceId) };
}

/** The end with its address of the family, what it is seen as from outside, and its groups with their rules. */
async function endOf(
  tx: Transaction,
  { eni, named, behind }: Place,
  family: 4 | 6,
  route: AnsweredPath['route'],
): Promise<End | Unanswerable> {
  if (eni === undefined) return { address: named ?? ipv4Any, groups: [] };
  const { networkInterfaceId: id } = eni;
  const groups = await groupsOf(tx, id);
  if (family === 6) {
    const address = named ?? ipAddress((await tx.one(selectIpv6Address, id))?.address);
    return address === undefined
      ? { reason: `the network interface "${id}" has no IPv6 address` }
      : { address, groups };
  }
  if (behind !== undefined) return { address: ipAddress(formatAddress(behind)) ?? ipv4Any, seenAs: named, groups };
  const privateAddress =
    named === undefined ? (await tx.one(selectPrimaryAddress, id))?.address : parseAddress(named.toString());
  if (privateAddress === undefined) return { reason: `the network interface "${id}" has no IPv4 address` };
  const eips = route === 'external' ? await eipsOn(tx, id) : [];
  const eip = eips.find((candidate) => candidate.privateAddress === privateAddress);
  const seenAs = eip === undefined ? undefined : ipAddress(formatAddress(eip.ipAddress));
  return { address: ipAddress(formatAddress(privateAddress)) ?? ipv4Any, seenAs, groups };
}

function ipAddress(text: string | undefined): IpAddress | undefined {
  return text === undefined ? undefined : parseIpAddress(text);
}

async function groupsOf(tx: Transaction, networkInterfaceId: string): Promise<readonly JoinedGroup[]> {
  const ids = (await membershipsOf(tx, networkInterfaceId)).map(({ securityGroupId }) => securityGroupId);
  const rules = groupBy(await rulesOfGroups(tx, ids), ({ securityGroupId }) => securityGroupId);
  return (await findAnySecurityGroups(tx, ids)).map((group) => ({
    ...group,
    rules: rules.get(group.securityGroupId) ?? [],
  }));
}

function placeOf({ eni }: Place, { address, seenAs }: End): AnsweredPlace {
  const shown = (seenAs ?? address).toString();
  return eni === undefined ? { address: shown } : { networkInterfaceId: eni.networkInterfaceId, address: shown };
}
