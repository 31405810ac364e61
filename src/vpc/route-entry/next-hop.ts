import { findAnyInstance } from '../../ecs/instance/instance.table.ts';
import { findAnyNetworkInterface } from '../../ecs/network-interface/network-interface.table.ts';
import type { Rule } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { eipsOn } from '../eip/eip.table.ts';
import { findIpv6Gateway } from '../ipv6-gateway/ipv6-gateway.table.ts';
import { refuse } from '../refusals.ts';
import type { Destination } from './destination.ts';
import { type NextHopType, offeredNextHopTypes } from './route-entry.ts';

/** The types that exist; the others' products are not here, so that no id of them is known. */
const nextHopTypes: readonly string[] = [
  ...offeredNextHopTypes,
  'HaVip',
  'RouterInterface',
  'VpnGateway',
  'NatGateway',
  'Attachment',
  'VpcPeer',
  'Ipv4Gateway',
  'GatewayEndpoint',
  'Ecr',
  'GatewayLoadBalancerEndpoint',
  'RouteTargetGroup',
];

/** What a request has a route lead to. */
export interface WantedNextHop {
  readonly type: string;
  readonly id: string;
}

/** A next hop that is there and can take the traffic. */
export interface NextHop {
  readonly nextHopType: NextHopType;
  readonly nextHopId: string;
}

/** Where the route is, and from where it leads. */
export interface NextHopScope {
  readonly tx: Transaction;
  readonly accountId: string;
  readonly vpcId: string;
  readonly destination: Destination;
}

export const nextHopType: Rule<string> = (value) =>
  nextHopTypes.includes(value) ? undefined : refuse('InvalidNextHopType', { value, allowed: nextHopTypes.join(', ') });

/** The next hop as an entry keeps it; it has to be the account's, in the VPC, and able to take the traffic. */
export async function findNextHop({ type, id }: WantedNextHop, scope: NextHopScope): Promise<NextHop | Refusal> {
  const unknown = nextHopType(type, 'NextHopType');
  if (unknown) return unknown;
  const offered = offeredNextHopTypes.find((name) => name === type);
  if (offered === undefined) return refuse('InvalidNextHopId.NotFound', { id, type });
  return (await checks[offered](id, scope)) ?? { nextHopType: offered, nextHopId: id };
}

type Check = (id: string, scope: NextHopScope) => Promise<Refusal | undefined>;

const checkInstance: Check = async (id, { tx, accountId, vpcId, destination }) => {
  const instance = await findAnyInstance(tx, id);
  if (instance?.accountId !== accountId) return refuse('InvalidInstanId.NextHop', { id });
  if (instance.vpcId !== vpcId) return refuse('OperationFailed.InstanceDismatchCurrentVpc', { id, vpcId });
  const isThere = instance.status !== 'Pending' && instance.releasing === 0;
  if (!isThere) return refuse('IncorrectInstanceStatus.NextHop', { id, status: instance.status });
  return destination.ipVersion === 'IPv6'
    ? refuse('OperationFailed.NotSupportIPV6', { id, value: destination.text })
    : undefined;
};

const checkNetworkInterface: Check = async (id, { tx, accountId, vpcId, destination }) => {
  const eni = await findAnyNetworkInterface(tx, id);
  if (eni?.accountId !== accountId) return refuse('InvalidNetworkInterface.NotFound', { id });
  if (eni.vpcId !== vpcId) return refuse('Mismatch.EniIdAndRouteTableId', { id, vpcId });
  if (eni.serviceId !== null) return refuse('InvalidNexthop.UnsupportedEniBizType', { id });
  if (eni.status === 'Deleting') return refuse('IncorrectInstanceStatus.NextHop', { id, status: eni.status });
  const direct = (await eipsOn(tx, id)).find(({ mode }) => mode === 'BINDED');
  if (direct) return refuse('InvalidNexthop.DirectEni', { id, allocationId: direct.allocationId });
  if (destination.ipVersion === 'IPv4') return undefined;
  const { text: value } = destination;
  if (eni.type === 'Primary') return refuse('OperationUnsupported.Ipv6EntryOnPrimaryNetworkInterface', { id, value });
  const count = eni.ipv6AddressCount;
  if (count === 0) return refuse('OperationFailed.NotSupportIPV6', { id, value });
  return count > 1 ? refuse('OperationUnsupported.MutipleIpv6Address', { id, count }) : undefined;
};

const checkIpv6Gateway: Check = async (id, { tx, accountId, vpcId, destination }) => {
  const gateway = await findIpv6Gateway(tx, accountId, undefined, id);
  if (gateway === undefined) return refuse('InvalidIpv6Gateway.NextHop', { id });
  if (gateway.vpcId !== vpcId) return refuse('InvalidNextHop.NotFound', { id, vpcId });
  if (destination.ipVersion === 'IPv4') {
    return refuse('OperationDenied.NextHopTypeNotPermitted', { type: 'IPv6Gateway', value: destination.text });
  }
  const { status } = gateway;
  return status === 'Available' ? undefined : refuse('IncorrectStatus.Ipv6Gateway', { id, status });
};

const checks: Readonly<Record<NextHopType, Check>> = {
  Instance: checkInstance,
  NetworkInterface: checkNetworkInterface,
  IPv6Gateway: checkIpv6Gateway,
};
