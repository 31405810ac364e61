import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { formatAddress, parseAddress } from '../vswitch/address-range.ts';
import type { Association, Eip, EipInstanceType, EipMode } from './eip.ts';

/** What an address is to be associated with, as far as its life depends on it. */
export interface Target {
  readonly instanceType: EipInstanceType;
  readonly instanceId: string;
  readonly regionId: string;
  /** Of the instance, or of the network interface. */
  readonly status: string;
  readonly networkInterfaceId: string;
  /** Whether the network interface is on an instance or on its way to or from one. */
  readonly attached: boolean;
  readonly serviceManaged: boolean;
  /** The network interface's private addresses, the primary one first. */
  readonly privateAddresses: readonly number[];
  readonly hasPrefixes: boolean;
  /** The elastic IP addresses that are on the network interface already. */
  readonly eips: readonly Eip[];
}

/** How a request wants an address associated. */
export interface Wish {
  readonly mode: EipMode;
  /** Dotted text. */
  readonly privateIpAddress: string | undefined;
}

/** Available -> InUse. */
export function associate(eip: Eip, target: Target, wish: Wish): Eip | Refusal {
  if (target.regionId !== eip.regionId) {
    return refuse('InvalidParameter.Mismatch', { instanceId: target.instanceId, id: eip.allocationId });
  }
  if (eip.status !== 'Available') return wrongStatus('Available', eip);
  const refusal = notReady(target) ?? modeNotPossible(target, wish.mode);
  if (refusal) return refusal;
  const privateAddress = chooseAddress(target, wish);
  if (isRefusal(privateAddress)) return privateAddress;
  return {
    ...eip,
    status: 'InUse',
    mode: wish.mode,
    instanceType: target.instanceType,
    instanceId: target.instanceId,
    networkInterfaceId: target.networkInterfaceId,
    privateAddress,
    privateAddressGiven: wish.privateIpAddress === undefined ? 0 : 1,
  };
}

/** InUse -> Unassociating; the association is seen until that is over. */
export function beginUnassociation(eip: Eip, target: Target): Eip | Refusal {
  if (eip.status !== 'InUse') return wrongStatus('InUse', eip);
  return notReady(target) ?? { ...eip, status: 'Unassociating' };
}

/** Unassociating -> Available. */
export function completeUnassociation(eip: Eip): Eip {
  return eip.status === 'Unassociating' ? { ...eip, ...unassociated, status: 'Available' } : eip;
}

/** What no association looks like. */
export const unassociated: Association = {
  mode: 'NAT',
  instanceType: null,
  instanceId: null,
  networkInterfaceId: null,
  privateAddress: null,
  privateAddressGiven: 0,
};

/** What no monitoring looks like. */
export const unmonitored = { hdMonitorStatus: 'OFF', hdMonitorLogProject: '', hdMonitorLogStore: '' } as const;

/** InUse -> InUse in another mode, which has to be possible as if the address were associated anew. */
export function changeMode(eip: Eip, target: Target, mode: EipMode): Eip | Refusal {
  if (eip.status !== 'InUse') return wrongStatus('InUse', eip);
  if (mode === eip.mode) return eip;
  const eips = target.eips.filter(({ allocationId }) => allocationId !== eip.allocationId);
  const others = { ...target, eips };
  return notReady(others) ?? modeNotPossible(others, mode) ?? { ...eip, mode };
}

/** Only a free address that is not protected can be given back. */
export function checkRelease(eip: Eip): Refusal | undefined {
  if (eip.status !== 'Available') return wrongStatus('Available', eip);
  return eip.deletionProtection === 1
    ? refuse('InvalidOperation.DeletionProtection', { id: eip.allocationId })
    : undefined;
}

/** While an address is on its way it can only be looked at. */
export function checkModification(eip: Eip): Refusal | undefined {
  return eip.status === 'Unassociating' ? wrongStatus('Available" or "InUse', eip) : undefined;
}

function wrongStatus(expected: string, { allocationId: id, status }: Eip): Refusal {
  return refuse('IncorrectEipStatus', { id, expected, status });
}

function notReady({ instanceType, instanceId: id, status, serviceManaged }: Target): Refusal | undefined {
  if (instanceType === 'EcsInstance') {
    return ['Running', 'Stopped'].includes(status)
      ? undefined
      : refuse('InvalidStatus.EcsStatusNotSupport', { id, status });
  }
  if (serviceManaged) return refuse('InvalidParameter.EniInstanceId', { id });
  return ['Available', 'InUse'].includes(status)
    ? undefined
    : refuse('InvalidStatus.EniStatusNotSupport', { id, status });
}

/** The modes in which the address is on the interface itself need one that is free of an instance, for itself alone. */
function modeNotPossible(target: Target, mode: EipMode): Refusal | undefined {
  const { instanceId: id, networkInterfaceId } = target;
  if (mode !== 'NAT') {
    if (target.instanceType !== 'NetworkInterface') return refuse('Invalid.DirectEip.BindType', { mode, id });
    if (target.attached) return refuse('Eni.Attached', { mode, id });
    const hasMore = target.privateAddresses.length > 1 || target.hasPrefixes;
    if (mode === 'BINDED' && hasMore) return refuse('Eni.HasSubIp', { id });
  }
  const other = target.eips.find((eip) => eip.mode !== mode);
  return other && refuse('Mode.Conflict', { id: networkInterfaceId, other: other.mode, mode });
}

function chooseAddress(target: Target, { mode, privateIpAddress }: Wish): number | Refusal {
  const { instanceId: id, eips } = target;
  if (target.instanceType === 'EcsInstance') {
    const other = eips.find(({ instanceType }) => instanceType === 'EcsInstance');
    if (other) return duplicated(`instance "${id}"`, other);
  }
  const holderOf = (address: number) => eips.find(({ privateAddress }) => privateAddress === address);
  if (privateIpAddress === undefined && mode === 'MULTI_BINDED') {
    const count = target.privateAddresses.length;
    return (
      target.privateAddresses.find((address) => holderOf(address) === undefined) ??
      refuse('InvalidEip.EipQuotaExceeded', { id, count })
    );
  }
  const [primary] = target.privateAddresses;
  const address = privateIpAddress === undefined ? primary : parseAddress(privateIpAddress);
  if (address === undefined || !target.privateAddresses.includes(address)) {
    return refuse('PrivateIpAddressNotHeld', { value: privateIpAddress ?? '', id: target.networkInterfaceId });
  }
  const holder = holderOf(address);
  if (holder === undefined) return address;
  return duplicated(`private address "${formatAddress(address)}" of "${target.networkInterfaceId}"`, holder);
}

function duplicated(what: string, { allocationId }: Eip): Refusal {
  return refuse('InvalidAssociation.Duplicated', { what, id: allocationId });
}
