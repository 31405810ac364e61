import type { OperationContext } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import { takeQuota } from '../../operation/quota-usage.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { parseAddress, usable } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { refuse } from '../refusals.ts';
import { joinGroups } from '../security-group/membership.ts';
import type { SecurityGroup } from '../security-group/security-group.table.ts';
import type { TagParameter } from '../tag/tag-parameters.ts';
import { putTags } from '../tag/tags.ts';
import { claimAddress, claimRandomAddresses } from './addresses.ts';
import { insertNetworkInterface } from './network-interface.table.ts';
import type { NetworkInterface } from './network-interface.ts';
import { networkInterfaceTags } from './transitions.ts';

/** A network interface to be: everything decided, nothing of it in the state yet. */
export interface Blueprint {
  readonly vSwitch: VSwitch;
  /** Looked up and checked against the vSwitch's VPC. */
  readonly groups: readonly SecurityGroup[];
  readonly type: NetworkInterface['type'];
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  /** Dotted text; a random idle address otherwise. */
  readonly primaryIpAddress?: string | undefined;
  readonly secondaryAddresses?: readonly string[] | undefined;
  readonly secondaryAddressCount?: number | undefined;
  /** Created together with its instance: attached from the start. */
  readonly instanceId?: string | undefined;
  readonly networkCardIndex?: number | undefined;
  readonly trafficMode?: NetworkInterface['trafficMode'] | undefined;
  readonly queueNumber?: number | undefined;
  readonly queuePairNumber?: number | undefined;
  readonly deleteOnRelease?: boolean | undefined;
  readonly sourceDestCheck?: boolean | undefined;
  readonly tcpEstablishedTimeout?: number | undefined;
  readonly tcpClosedAndTimeWaitTimeout?: number | undefined;
  readonly udpTimeout?: number | undefined;
  readonly resourceGroupId?: string | undefined;
  readonly tags?: readonly TagParameter[] | undefined;
}

/** What was made. */
export interface Created {
  readonly eni: NetworkInterface;
  /** Whole numbers, the primary address first. */
  readonly addresses: readonly number[];
}

/**
 * Makes a network interface with its addresses, memberships and tags: all of it, or the refusal says why not and the
 * caller's transaction keeps nothing (ENI-37).
 */
export async function makeNetworkInterface(
  context: OperationContext,
  blueprint: Blueprint,
): Promise<Created | Refusal> {
  const { tx, random, accountId, regionId } = context;
  const { vSwitch, groups } = blueprint;
  const requested = requestedAddresses(blueprint);
  if ('kind' in requested) return requested;
  const primaryOnly = blueprint.type === 'Primary';
  const limit = context.quota('network-interfaces');
  if (!primaryOnly && !(await takeQuota(context, 'network-interfaces', 1, limit))) {
    return refuse('MaxEniCountExceeded', { limit });
  }
  const eni = await insert(context, blueprint);
  const id = eni.networkInterfaceId;

  const addresses: number[] = [];
  const claim = async (text: string, address: number): Promise<Refusal | undefined> => {
    const held = { networkInterfaceId: id, vSwitchId: vSwitch.vSwitchId, address, position: addresses.length };
    if (!(await claimAddress(tx, held))) return refuse('InvalidPrivateIpAddress.Duplicated', { ip: text });
    addresses.push(address);
    return undefined;
  };
  const claimIdle = async (count: number): Promise<Refusal | undefined> => {
    const claimed = await claimRandomAddresses(tx, random, vSwitch, id, addresses.length, count);
    if (claimed === undefined) return refuse('InvalidVSwitchId.IpNotEnough', { id: vSwitch.vSwitchId });
    addresses.push(...claimed);
    return undefined;
  };
  const { primary, secondary } = requested;
  const refusedPrimary = primary ? await claim(primary.text, primary.address) : await claimIdle(1);
  if (refusedPrimary) return refusedPrimary;
  for (const { text, address } of secondary) {
    const refused = await claim(text, address);
    if (refused) return refused;
  }
  const refusedIdle = await claimIdle(blueprint.secondaryAddressCount ?? 0);
  if (refusedIdle) return refusedIdle;

  const refusedGroups = await joinGroups(context, groups, id, addresses.length);
  if (refusedGroups) return refusedGroups;
  await putTags({ tx, accountId, regionId }, networkInterfaceTags, id, blueprint.tags ?? []);
  return { eni, addresses };
}

async function insert(context: OperationContext, blueprint: Blueprint): Promise<NetworkInterface> {
  const { tx, random, accountId, regionId, nowMs } = context;
  const { vSwitch } = blueprint;
  for (;;) {
    const eni: NetworkInterface = {
      networkInterfaceId: newId('eni', context),
      accountId,
      regionId,
      vpcId: vSwitch.vpcId,
      vSwitchId: vSwitch.vSwitchId,
      zoneId: vSwitch.zoneId,
      type: blueprint.type,
      status: blueprint.instanceId === undefined ? 'Available' : 'InUse',
      networkInterfaceName: blueprint.name ?? '',
      description: blueprint.description ?? '',
      macAddress: newMacAddress(random.below(2 ** 24)),
      instanceId: blueprint.instanceId ?? null,
      networkCardIndex: blueprint.networkCardIndex ?? null,
      trunkNetworkInterfaceId: null,
      deviceIndex: null,
      trafficMode: blueprint.trafficMode ?? 'Standard',
      queueNumber: blueprint.queueNumber ?? null,
      queuePairNumber: blueprint.queuePairNumber ?? null,
      deleteOnRelease: (blueprint.deleteOnRelease ?? true) ? 1 : 0,
      sourceDestCheck: (blueprint.sourceDestCheck ?? false) ? 1 : 0,
      serviceId: null,
      slaveCount: 0,
      tcpEstablishedTimeout: blueprint.tcpEstablishedTimeout ?? 910,
      tcpClosedAndTimeWaitTimeout: blueprint.tcpClosedAndTimeWaitTimeout ?? 3,
      udpTimeout: blueprint.udpTimeout ?? 30,
      resourceGroupId: blueprint.resourceGroupId ?? '',
      ipv4PrefixCount: 0,
      ipv6AddressCount: 0,
      ipv6PrefixCount: 0,
      settings: '',
      createdAtMs: nowMs,
    };
    if (await insertNetworkInterface(tx, eni)) return eni;
  }
}

/** `00:16:3e` and three bytes, lower case (ENI-18). */
function newMacAddress(low: number): string {
  const hex = low.toString(16).padStart(6, '0');
  return `00:16:3e:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}

interface Requested {
  readonly text: string;
  readonly address: number;
}

/** The addresses named in the request, if all can be given out and none is named twice (ENI-29..33). */
function requestedAddresses(
  blueprint: Blueprint,
): { readonly primary: Requested | undefined; readonly secondary: readonly Requested[] } | Refusal {
  const { vSwitch, primaryIpAddress, secondaryAddresses = [] } = blueprint;
  const range = usable({ first: vSwitch.firstAddress, last: vSwitch.lastAddress });
  const texts = primaryIpAddress === undefined ? secondaryAddresses : [primaryIpAddress, ...secondaryAddresses];
  const requested: Requested[] = [];
  for (const text of texts) {
    const address = parseAddress(text);
    if (address === undefined || address < range.first || address > range.last) {
      return refuse('InvalidVSwitchId.IpInvalid', { ip: text, cidrBlock: vSwitch.cidrBlock });
    }
    if (requested.some((other) => other.address === address)) return refuse('InvalidIp.IpRepeated', { ip: text });
    requested.push({ text, address });
  }
  const [primary, ...secondary] = primaryIpAddress === undefined ? [undefined, ...requested] : requested;
  return { primary, secondary: secondary as Requested[] };
}
