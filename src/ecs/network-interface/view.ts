import { groupBy } from '../../operation/group-by.ts';
import { utcSeconds } from '../../operation/time.ts';
import { listSql } from '../../store/placeholders.ts';
import type { Transaction } from '../../store/store.ts';
import { eipsOnAll } from '../../vpc/eip/eip.table.ts';
import type { Eip } from '../../vpc/eip/eip.ts';
import { formatAddress } from '../../vpc/vswitch/address-range.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { type Membership, membershipsOfAll } from '../security-group/membership.ts';
import { type Tag, tagsOfRows } from '../tag/tags.ts';
import { type AddressSets, addressSetsOf, describedAddressSets } from './address-view.ts';
import { addressesOfAll, type HeldAddress } from './addresses.ts';
import type { NetworkInterface } from './network-interface.ts';
import { networkInterfaceTags } from './transitions.ts';

/** A network interface as DescribeNetworkInterfaces lists it. */
export type DescribedNetworkInterface = ReturnType<typeof describedNetworkInterfaces>[number];

/** The rows that belong to some interfaces. */
export interface Belongings {
  readonly addresses: readonly HeldAddress[];
  /** Prefixes and IPv6 addresses. */
  readonly addressSets: AddressSets;
  readonly memberships: readonly Membership[];
  readonly tags: readonly Tag[];
  readonly eips: readonly Eip[];
  /** The instance type of each instance an interface is attached to, by instance id. */
  readonly instanceTypes: ReadonlyMap<string, string>;
}

/** Describes interfaces as they are in the state. */
export async function describeNetworkInterfaces(
  tx: Transaction,
  enis: readonly NetworkInterface[],
): Promise<readonly DescribedNetworkInterface[]> {
  if (enis.length === 0) return [];
  const ids = enis.map((eni) => eni.networkInterfaceId);
  return describedNetworkInterfaces(enis, {
    addresses: await addressesOfAll(tx, ids),
    addressSets: await addressSetsOf(tx, enis),
    memberships: await membershipsOfAll(tx, ids),
    tags: await tagsOfRows(tx, networkInterfaceTags, enis, (eni) => eni.networkInterfaceId),
    eips: await eipsOnAll(tx, ids),
    instanceTypes: await instanceTypesOf(tx, enis),
  });
}

/** Describes interfaces from rows at hand. */
export function describedNetworkInterfaces(enis: readonly NetworkInterface[], belongings: Belongings) {
  const addresses = groupBy(belongings.addresses, (held) => held.networkInterfaceId);
  const memberships = groupBy(belongings.memberships, (member) => member.networkInterfaceId);
  const tags = groupBy(belongings.tags, (tag) => tag.resourceId);
  const eips = groupBy(belongings.eips, (eip) => eip.networkInterfaceId ?? '');
  return enis.map((eni) => {
    const id = eni.networkInterfaceId;
    const held = (addresses.get(id) ?? []).map(({ address, position }) => ({
      AssociatedPublicIp: associatedPublicIp(eips.get(id), address),
      Primary: position === 0,
      PrivateIpAddress: formatAddress(address),
    }));
    const serviceManaged = eni.serviceId !== null;
    // The user of a service-managed interface is not told where it is attached (ENI-72).
    const instanceId = serviceManaged ? undefined : (eni.instanceId ?? '');
    const { networkCardIndex, trunkNetworkInterfaceId, deviceIndex } = eni;
    return {
      AssociatedPublicIp: held[0]?.AssociatedPublicIp ?? {},
      ...(instanceId
        ? {
            Attachment: {
              InstanceId: instanceId,
              NetworkCardIndex: networkCardIndex ?? undefined,
              TrunkNetworkInterfaceId: trunkNetworkInterfaceId ?? undefined,
              DeviceIndex: deviceIndex ?? undefined,
            },
          }
        : {}),
      CreationTime: utcSeconds(eni.createdAtMs),
      DeleteOnRelease: eni.deleteOnRelease === 1,
      Description: eni.description,
      // A member is attached to its trunk; clients look for its instance in the attachment.
      InstanceId: eni.type === 'Member' && !serviceManaged ? '' : instanceId,
      ...describedAddressSets(eni, belongings.addressSets),
      MacAddress: eni.macAddress,
      NetworkInterfaceId: id,
      NetworkInterfaceName: eni.networkInterfaceName,
      NetworkInterfaceTrafficMode: eni.trafficMode,
      OwnerId: eni.accountId,
      PrivateIpAddress: held[0]?.PrivateIpAddress,
      PrivateIpSets: { PrivateIpSet: held },
      QueueNumber: queueNumber(eni, belongings.instanceTypes),
      QueuePairNumber: eni.queuePairNumber ?? undefined,
      ResourceGroupId: eni.resourceGroupId,
      SecurityGroupIds: { SecurityGroupId: (memberships.get(id) ?? []).map((member) => member.securityGroupId) },
      ServiceID: eni.serviceId ?? undefined,
      ServiceManaged: serviceManaged,
      SourceDestCheck: eni.sourceDestCheck === 1,
      Status: eni.status,
      Tags: { Tag: (tags.get(id) ?? []).map(({ tagKey, tagValue }) => ({ TagKey: tagKey, TagValue: tagValue })) },
      Type: eni.type,
      VSwitchId: eni.vSwitchId,
      VpcId: eni.vpcId,
      ZoneId: eni.zoneId,
    };
  });
}

/** The elastic IP address on a private address; an empty object when there is none (ENI-56). */
function associatedPublicIp(
  eips: readonly Eip[] = [],
  privateAddress: number,
): { readonly AllocationId?: string; readonly PublicIpAddress?: string } {
  const eip = eips.find((candidate) => candidate.privateAddress === privateAddress);
  return eip === undefined ? {} : { AllocationId: eip.allocationId, PublicIpAddress: formatAddress(eip.ipAddress) };
}

/** What was set; otherwise the instance type's default once attached; otherwise nothing (ENI-71). */
function queueNumber(eni: NetworkInterface, instanceTypes: ReadonlyMap<string, string>): number | undefined {
  if (eni.queueNumber !== null) return eni.queueNumber;
  // A member uses the queues of its trunk.
  if (eni.instanceId === null || eni.status !== 'InUse' || eni.type === 'Member') return undefined;
  const type = findInstanceType(instanceTypes.get(eni.instanceId) ?? '');
  return eni.type === 'Primary' ? type?.primaryEniQueueNumber : type?.secondaryEniQueueNumber;
}

const selectInstanceTypes = listSql<{ instanceId: string; instanceType: string }>(
  (ids) =>
    `SELECT instance_id AS "instanceId", instance_type AS "instanceType" FROM instance WHERE instance_id IN (${ids})`,
);

async function instanceTypesOf(
  tx: Transaction,
  enis: readonly NetworkInterface[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(enis.flatMap((eni) => eni.instanceId ?? []))];
  if (ids.length === 0) return new Map();
  const { statement, values } = selectInstanceTypes.of(ids);
  const rows = await tx.all(statement, ...values);
  return new Map(rows.map((row) => [row.instanceId, row.instanceType]));
}
