import type { OperationContext, Random } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import { takeQuota } from '../../operation/quota-usage.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { blockOf } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { refuse } from '../refusals.ts';
import { joinGroups } from '../security-group/membership.ts';
import type { SecurityGroup } from '../security-group/security-group.table.ts';
import type { TagParameter } from '../tag/tag-parameters.ts';
import { putTags } from '../tag/tags.ts';
import { capacityTakenBy } from './address-limits.ts';
import { claimRandomAddresses } from './addresses.ts';
import { type ClaimedIpv4, type ClaimedIpv6, claimIpv4, claimIpv6 } from './claims.ts';
import { insertNetworkInterface } from './network-interface.table.ts';
import type { NetworkInterface } from './network-interface.ts';
import { checkRepeated } from './prefix-text.ts';
import { noIpv4, requestedAddresses, type WantedIpv4 } from './requested-ipv4.ts';
import { noIpv6, type WantedIpv6 } from './requested-ipv6.ts';
import { settingsText } from './settings.ts';
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
  /** Beside the primary address. */
  readonly wantedIpv4?: WantedIpv4 | undefined;
  readonly wantedIpv6?: WantedIpv6 | undefined;
  /** Whether the first IPv6 address is the primary one. */
  readonly primaryIpv6?: boolean | undefined;
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
  /** The primary address first. */
  readonly ipv4: ClaimedIpv4;
  readonly ipv6: ClaimedIpv6;
}

/**
 * Makes a network interface with its addresses, memberships and tags: all of it, or the refusal says why not and the
 * caller's transaction keeps nothing (ENI-37).
 */
export async function makeNetworkInterface(
  context: OperationContext,
  blueprint: Blueprint,
): Promise<Created | Refusal> {
  const { tx, accountId, regionId } = context;
  const { groups, wantedIpv6 = noIpv6 } = blueprint;
  const wanted = withPrimary(blueprint);
  if (isRefusal(wanted)) return wanted;
  const primaryOnly = blueprint.type === 'Primary';
  const limit = context.quota('network-interfaces');
  if (!primaryOnly && !(await takeQuota(context, 'network-interfaces', 1, limit))) {
    return refuse('MaxEniCountExceeded', { limit });
  }
  const eni = await insert(context, blueprint);
  const id = eni.networkInterfaceId;

  const ipv4 = await claimWithPrimary(context, blueprint, id, wanted);
  if (isRefusal(ipv4)) return ipv4;
  const claimant = { networkInterfaceId: id, vSwitch: blueprint.vSwitch, nextPosition: 0 };
  const ipv6 = await claimIpv6(context, claimant, wantedIpv6);
  if (isRefusal(ipv6)) return ipv6;

  const refusedGroups = await joinGroups(context, groups, id, capacityTakenBy(eni, ipv4.addresses.length));
  if (refusedGroups) return refusedGroups;
  await putTags({ tx, accountId, regionId }, networkInterfaceTags, id, blueprint.tags ?? []);
  return { eni, ipv4, ipv6 };
}

/** What the blueprint wants, the primary address in front if it is named. */
function withPrimary({ vSwitch, primaryIpAddress, wantedIpv4 = noIpv4 }: Blueprint): WantedIpv4 | Refusal {
  if (primaryIpAddress === undefined) return wantedIpv4;
  const primary = requestedAddresses([primaryIpAddress], vSwitch);
  if (isRefusal(primary)) return primary;
  const [{ address = 0 } = {}] = primary;
  if (wantedIpv4.prefixes.some((prefix) => prefix.address === blockOf(address))) {
    return refuse('InvalidIp.IpRepeated', { ip: primaryIpAddress });
  }
  const addresses = [...primary, ...wantedIpv4.addresses];
  return checkRepeated(addresses, ({ address }) => address) ?? { ...wantedIpv4, addresses };
}

/** A random primary address is taken last, so that it never is one that is named for something else. */
async function claimWithPrimary(
  context: OperationContext,
  { vSwitch, primaryIpAddress }: Blueprint,
  networkInterfaceId: string,
  wanted: WantedIpv4,
): Promise<ClaimedIpv4 | Refusal> {
  const isRandom = primaryIpAddress === undefined;
  const claimant = { networkInterfaceId, vSwitch, nextPosition: isRandom ? 1 : 0 };
  const claimed = await claimIpv4(context, claimant, wanted);
  if (isRefusal(claimed) || !isRandom) return claimed;
  const primary = await claimRandomAddresses(context, vSwitch, networkInterfaceId, 0, 1);
  if (primary === undefined) return refuse('InvalidVSwitchId.IpNotEnough', { id: vSwitch.vSwitchId });
  return { ...claimed, addresses: [...primary, ...claimed.addresses] };
}

async function insert(context: OperationContext, blueprint: Blueprint): Promise<NetworkInterface> {
  const { tx, random, accountId, regionId, nowMs } = context;
  const { vSwitch, wantedIpv4 = noIpv4, wantedIpv6 = noIpv6 } = blueprint;
  for (let attempt = 0; ; attempt += 1) {
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
      macAddress: newMacAddress(nowMs, attempt, random),
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
      ipv4PrefixCount: wantedIpv4.prefixes.length + wantedIpv4.prefixCount,
      ipv6AddressCount: wantedIpv6.addresses.length + wantedIpv6.addressCount,
      ipv6PrefixCount: wantedIpv6.prefixes.length + wantedIpv6.prefixCount,
      settings: blueprint.primaryIpv6 === true ? settingsText({ primaryIpv6: true }) : '',
      createdAtMs: nowMs,
    };
    if (await insertNetworkInterface(tx, eni)) return eni;
  }
}

const macAddresses = 2 ** 24;

/**
 * `00:16:3e` and three bytes, lower case (ENI-18). Those of one moment are neighbours in the index that keeps them
 * unique; where a moment's are taken, any other will do.
 */
function newMacAddress(nowMs: number, attempt: number, random: Random): string {
  const low = attempt < 3 ? (nowMs * 256 + random.below(1024)) % macAddresses : random.below(macAddresses);
  const hex = low.toString(16).padStart(6, '0');
  return `00:16:3e:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}
