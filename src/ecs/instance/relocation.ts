import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { followPrivateAddress } from '../../vpc/eip/eip.table.ts';
import { parseAddress, usable } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import {
  addressesOf,
  claimAddress,
  claimRandomAddresses,
  type HeldAddress,
  releaseAddresses,
} from '../network-interface/addresses.ts';
import { networkInterfacesOf, savePlace } from '../network-interface/network-interface.table.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import { refuse } from '../refusals.ts';
import type { Instance } from './instance.ts';

/** What an instance brings along to where it is moved. */
export interface Movable {
  readonly primary: NetworkInterface;
  /** All but the primary one. */
  readonly others: readonly NetworkInterface[];
  /** The single IPv4 addresses of the primary one, its own first. */
  readonly held: readonly HeldAddress[];
}

export async function movableOf(tx: OperationContext['tx'], instanceId: string): Promise<Movable> {
  const attached = await networkInterfacesOf(tx, instanceId);
  const primary = attached.find(({ type }) => type === 'Primary');
  if (primary === undefined) throw new Error(`instance ${instanceId} has no primary network interface`);
  const others = attached.filter((eni) => eni !== primary);
  return { primary, others, held: await addressesOf(tx, primary.networkInterfaceId) };
}

/** Whether the primary network interface can leave its vSwitch, and with another VPC those of the instance. */
export function checkMove({ primary, others, held }: Movable, { vSwitchId, vpcId }: VSwitch): Refusal | undefined {
  const denied = (reason: string) => refuse('OperationDenied.Move', { id: primary.networkInterfaceId, reason });
  if (vSwitchId === primary.vSwitchId) return undefined;
  if (held.length > 1 || primary.ipv4PrefixCount > 0) return denied('it has more than its primary IPv4 address');
  if (primary.ipv6AddressCount + primary.ipv6PrefixCount > 0) return denied('it has IPv6 addresses');
  const leavesOthers = vpcId !== primary.vpcId && others.length > 0;
  return leavesOthers ? denied('other network interfaces are attached to its instance') : undefined;
}

/** The address that is asked for, if the vSwitch can give it out and it is another one than now. */
export function wantedAddress(
  text: string | undefined,
  { firstAddress, lastAddress, vSwitchId, cidrBlock }: VSwitch,
  { held }: Movable,
): number | Refusal | undefined {
  if (text === undefined) return undefined;
  const address = parseAddress(text);
  if (address === undefined) return refuse('InvalidPrivateIpAddress.Malformed', { value: text });
  const { first, last } = usable({ first: firstAddress, last: lastAddress });
  if (address < first || address > last) return refuse('InvalidPrivateIpAddress.Mismatch', { ip: text, cidrBlock });
  const isSame = held.some((one) => one.vSwitchId === vSwitchId && one.address === address);
  return isSame ? refuse('InvalidPrivateIpAddress.Duplicated', { ip: text }) : address;
}

/**
 * Gives the primary network interface a new primary address in the vSwitch, a random one where none is named; an elastic
 * IP address follows. After a refusal the caller's transaction keeps nothing.
 */
export async function moveTo(
  means: Pick<OperationContext, 'tx' | 'random' | 'nowMs'>,
  { primary, held }: Movable,
  vSwitch: VSwitch,
  wanted: { readonly address: number | undefined; readonly text: string | undefined },
): Promise<Refusal | undefined> {
  const { tx } = means;
  const { networkInterfaceId } = primary;
  const { vSwitchId, vpcId } = vSwitch;
  const before = held.filter(({ position }) => position === 0);
  await releaseAddresses(tx, before);
  let to = wanted.address;
  if (to === undefined) {
    [to] = (await claimRandomAddresses(means, vSwitch, networkInterfaceId, 0, 1)) ?? [];
    if (to === undefined) return refuse('InvalidVSwitchId.IpNotEnough', { id: vSwitchId });
  } else if (!(await claimAddress(tx, { networkInterfaceId, vSwitchId, address: to, position: 0 }))) {
    return refuse('InvalidPrivateIpAddress.Duplicated', { ip: wanted.text ?? '' });
  }
  await savePlace(tx, { ...primary, vpcId, vSwitchId });
  for (const { address: from } of before) await followPrivateAddress(tx, networkInterfaceId, { from, to });
  return undefined;
}

/** The instance where its primary network interface is. */
export function relocated(instance: Instance, { vpcId, vSwitchId }: VSwitch): Instance {
  return { ...instance, vpcId, vSwitchId };
}
