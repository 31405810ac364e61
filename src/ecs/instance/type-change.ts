import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { findImage } from '../image/images.ts';
import { supportsInstanceType } from '../image/traits.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { checkIpv4OfType, checkIpv6OfType, ipv4PlacesOf, ipv6PlacesOf } from '../network-interface/address-limits.ts';
import { addressesOfAll } from '../network-interface/addresses.ts';
import { checkNetworkCard, checkRoom } from '../network-interface/attachment-limits.ts';
import { networkInterfacesOf } from '../network-interface/network-interface.table.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import { refuse } from '../refusals.ts';
import type { Instance } from './instance.ts';
import { withSettings } from './settings.ts';

/** A network interface that an instance keeps when its type changes. */
export interface Carried {
  readonly eni: NetworkInterface;
  /** Its single IPv4 addresses. */
  readonly addressCount: number;
}

/** What the instance would bring along, members of trunks included. */
export async function carriedBy(
  { tx }: Pick<OperationContext, 'tx'>,
  { instanceId }: Instance,
): Promise<readonly Carried[]> {
  const enis = await networkInterfacesOf(tx, instanceId);
  const held = await addressesOfAll(
    tx,
    enis.map((eni) => eni.networkInterfaceId),
  );
  return enis.map((eni) => ({
    eni,
    addressCount: held.filter(({ networkInterfaceId }) => networkInterfaceId === eni.networkInterfaceId).length,
  }));
}

/** Whether an instance can become one of this type with its image and everything that is attached to it. */
export function checkTypeChange(
  instance: Instance,
  type: InstanceType,
  carried: readonly Carried[],
): Refusal | undefined {
  const { imageId } = instance;
  const { instanceTypeId: instanceType } = type;
  const image = findImage(imageId);
  if (image !== undefined && !supportsInstanceType(image, type)) {
    return refuse('ImageNotSupportInstanceType', { imageId, architecture: image.architecture, instanceType });
  }
  const localDisks = [findInstanceType(instance.instanceType), type].find((one) => (one?.localStorageAmount ?? 0) > 0);
  if (localDisks) return impossible(type, `the disks of "${localDisks.instanceTypeId}" stay in its host`);
  for (const { eni, addressCount } of carried) {
    const refused = checkIpv4OfType(ipv4PlacesOf(eni, addressCount), type) ?? checkIpv6OfType(ipv6PlacesOf(eni), type);
    if (refused) return refused;
  }
  return checkInterfaces(
    type,
    carried.map(({ eni }) => eni),
  );
}

/** Their number, queues, network cards, RDMA, trunks and members. */
function checkInterfaces(type: InstanceType, enis: readonly NetworkInterface[]): Refusal | undefined {
  const members = enis.filter((eni) => eni.type === 'Member').length;
  const memberLimit = type.eniTotalQuantity - type.eniQuantity;
  if (!type.eniTrunkSupported && enis.some((eni) => eni.type === 'Trunk')) {
    return impossible(type, 'a trunk network interface is attached');
  }
  if (members > memberLimit) return impossible(type, `${members} members are on trunks, at most ${memberLimit}`);
  const others: NetworkInterface[] = [];
  for (const eni of enis.filter(({ type: kind }) => kind !== 'Member')) {
    const refused = checkNetworkCard(eni.networkCardIndex ?? undefined, type) ?? checkRoom(eni, others, type);
    if (refused) return impossible(type, refused.message);
    others.push(eni);
  }
  return undefined;
}

function impossible({ instanceTypeId: instanceType }: InstanceType, reason: string): Refusal {
  return refuse('DependencyViolation.InstanceType', { instanceType, reason });
}

/** The instance with another type; what only the type before had to choose from is forgotten. */
export function withType(instance: Instance, type: InstanceType): Instance {
  const changed = { ...instance, instanceType: type.instanceTypeId };
  const isBurstable = type.level === 'CreditEntryLevel';
  return withSettings(changed, { CpuOptions: undefined, ...(isBurstable ? {} : { CreditSpecification: undefined }) });
}
