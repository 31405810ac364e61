import { groupBy } from '../../operation/group-by.ts';
import { utcMinutes } from '../../operation/time.ts';
import { listSql } from '../../store/placeholders.ts';
import type { Transaction } from '../../store/store.ts';
import { type EipOfInstance, eipOfInstances } from '../../vpc/eip/view.ts';
import { formatAddress } from '../../vpc/vswitch/address-range.ts';
import { findImage } from '../image/images.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import {
  type AddressSets,
  addressSetsOf,
  describedAddressSets,
  noAddressSets,
} from '../network-interface/address-view.ts';
import { addressesOfAll, type HeldAddress } from '../network-interface/addresses.ts';
import { networkInterfaceTable } from '../network-interface/network-interface.table.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import { type Membership, membershipsOfAll } from '../security-group/membership.ts';
import { type Tag, tagsOfRows } from '../tag/tags.ts';
import { mostInOf } from './bandwidth.ts';
import { type Instance, instanceTags } from './instance.ts';
import { expiresAtMs, settingsOf } from './settings.ts';

/** What a description shows only when it is asked for by `AdditionalAttributes.N`. */
export interface Wanted {
  /** All addresses of primary network interfaces, not only the primary one. */
  readonly primaryInterfaceAddresses: boolean;
  readonly metadataOptions: boolean;
}

/** The rows that belong to one instance. */
interface Belongings {
  /** Attached ones, the primary one first; members are seen through their trunks. */
  readonly enis: readonly NetworkInterface[];
  readonly addresses: ReadonlyMap<string, readonly HeldAddress[]>;
  readonly addressSets: AddressSets;
  readonly memberships: ReadonlyMap<string, readonly Membership[]>;
  readonly tags: readonly Tag[];
  readonly eip: EipOfInstance | undefined;
}

const selectAttached = listSql<NetworkInterface>(
  (ids) =>
    `SELECT ${networkInterfaceTable.columns} FROM network_interface
     WHERE instance_id IN (${ids}) AND status IN ('InUse', 'Detaching') AND type <> 'Member'
     ORDER BY CASE type WHEN 'Primary' THEN 0 ELSE 1 END, created_at_ms, network_interface_id`,
);

/** Describes instances as DescribeInstances lists them, true to the state of their network interfaces (ENI-90). */
export async function describedInstances(tx: Transaction, instances: readonly Instance[], wanted: Wanted) {
  if (instances.length === 0) return [];
  const ids = instances.map((instance) => instance.instanceId);
  const attached = selectAttached.of(ids);
  const enis = await tx.all(attached.statement, ...attached.values);
  const eniIds = enis.map((eni) => eni.networkInterfaceId);
  const enisByInstance = groupBy(enis, (eni) => eni.instanceId);
  const tags = await tagsOfRows(tx, instanceTags, instances, (instance) => instance.instanceId);
  const tagsByInstance = groupBy(tags, (tag) => tag.resourceId);
  const addresses = groupBy(await addressesOfAll(tx, eniIds), (held) => held.networkInterfaceId);
  const addressSets = await addressSetsOf(tx, enis);
  const memberships = groupBy(await membershipsOfAll(tx, eniIds), (member) => member.networkInterfaceId);
  const eips = await eipOfInstances(tx, ids);
  return instances.map((instance) => {
    const { instanceId } = instance;
    const belongings = {
      enis: enisByInstance.get(instanceId) ?? [],
      addresses,
      addressSets,
      memberships,
      tags: tagsByInstance.get(instanceId) ?? [],
      eip: eips.get(instanceId),
    };
    return { ...describedConfiguration(instance, wanted), ...describedNetwork(instance, belongings, wanted) };
  });
}

/** What follows from network interfaces, security groups and tags. */
function describedNetwork(
  { vpcId, vSwitchId }: Instance,
  { enis, addresses, addressSets, memberships, tags, eip }: Belongings,
  wanted: Wanted,
) {
  const primaryId = enis[0]?.networkInterfaceId ?? '';
  const addressTexts = (id: string) => (addresses.get(id) ?? []).map(({ address }) => formatAddress(address));
  return {
    EipAddress: eip ?? { AllocationId: '', IpAddress: '', InternetChargeType: '' },
    NetworkInterfaces: {
      NetworkInterface: enis.map((eni) => {
        const { networkInterfaceId: id, type, macAddress } = eni;
        const texts = addressTexts(id);
        const isShown = type !== 'Primary' || wanted.primaryInterfaceAddresses;
        const shown = isShown ? texts : [];
        return {
          NetworkInterfaceId: id,
          Type: type,
          MacAddress: macAddress,
          PrimaryIpAddress: texts[0],
          PrivateIpSets: {
            PrivateIpSet: shown.map((text, position) => ({ PrivateIpAddress: text, Primary: position === 0 })),
          },
          ...describedAddressSets(eni, isShown ? addressSets : noAddressSets),
        };
      }),
    },
    VpcAttributes: {
      VpcId: vpcId,
      VSwitchId: vSwitchId,
      NatIpAddress: '',
      PrivateIpAddress: { IpAddress: addressTexts(primaryId).slice(0, 1) },
    },
    SecurityGroupIds: {
      SecurityGroupId: (memberships.get(primaryId) ?? []).map((member) => member.securityGroupId),
    },
    Tags: { Tag: tags.map(({ tagKey, tagValue }) => ({ TagKey: tagKey, TagValue: tagValue })) },
  };
}

/** The end of what is paid as it goes, as the service gives it. */
const neverExpires = '2099-12-31T15:59Z';

/** What follows from the instance's own record. */
function describedConfiguration(instance: Instance, wanted: Wanted) {
  const settings = settingsOf(instance);
  const type = findInstanceType(instance.instanceType);
  const image = findImage(instance.imageId);
  const expires = expiresAtMs(instance);
  const { SpotStrategy = 'NoSpot', InternetMaxBandwidthOut = 0 } = settings;
  return {
    InstanceId: instance.instanceId,
    InstanceName: instance.instanceName,
    HostName: instance.hostName,
    Description: instance.description,
    RegionId: instance.regionId,
    ZoneId: instance.zoneId,
    ClusterId: '',
    Status: instance.status,
    StoppedMode: instance.stoppedMode,
    CreationTime: utcMinutes(instance.createdAtMs),
    StartTime: instance.startedAtMs === 0 ? '' : utcMinutes(instance.startedAtMs),
    ExpiredTime: expires === undefined ? neverExpires : utcMinutes(expires),
    AutoReleaseTime: instance.autoReleaseAtMs === 0 ? '' : utcMinutes(instance.autoReleaseAtMs),
    SerialNumber: instance.serialNumber,
    ResourceGroupId: instance.resourceGroupId,
    DeletionProtection: instance.deletionProtection === 1,
    DeviceAvailable: true,
    Recyclable: false,
    OperationLocks: { LockReason: [] },

    InstanceType: instance.instanceType,
    InstanceTypeFamily: type?.family,
    Cpu: type?.cpuCoreCount,
    Memory: type && type.memoryGib * 1024,
    GPUAmount: type?.gpuAmount,
    GPUSpec: type?.gpuSpec,
    LocalStorageAmount: type?.localStorageAmount,
    LocalStorageCapacity: type?.localStorageCapacityGib,
    IoOptimized: true,
    CreditSpecification: settings.CreditSpecification ?? (type?.level === 'CreditEntryLevel' ? 'Standard' : ''),
    CpuOptions: {
      CoreCount: settings.CpuOptions?.Core ?? (type && Math.ceil(type.cpuCoreCount / 2)),
      ThreadsPerCore: settings.CpuOptions?.ThreadsPerCore ?? (type?.cpuCoreCount === 1 ? 1 : 2),
      Numa: settings.CpuOptions?.Numa ?? '',
      TopologyType: settings.CpuOptions?.TopologyType,
      NestedVirtualization: settings.CpuOptions?.NestedVirtualization,
    },
    AdditionalInfo: { EnableHighDensityMode: false },

    ImageId: instance.imageId,
    ImageOptions: { LoginAsNonRoot: settings.ImageOptions?.LoginAsNonRoot ?? false },
    OSType: image?.osType ?? 'linux',
    OSName: image?.osName ?? '',
    OSNameEn: image?.osName ?? '',
    KeyPairName: instance.keyPairName,
    HibernationOptions: { Configured: settings.HibernationOptions?.Configured ?? false },
    SecurityOptions: { EnableSecureBoot: settings.SecurityOptions?.EnableSecureBoot ?? false },
    MetadataOptions: wanted.metadataOptions
      ? {
          HttpEndpoint: settings.HttpEndpoint ?? 'enabled',
          HttpTokens: settings.HttpTokens ?? 'optional',
          HttpPutResponseHopLimit: settings.HttpPutResponseHopLimit ?? 1,
          InstanceMetadataTags: settings.InstanceMetadataTags ?? 'disabled',
        }
      : { HttpEndpoint: '', HttpTokens: '' },

    InstanceChargeType: instance.instanceChargeType,
    SaleCycle: '',
    SpotStrategy,
    SpotPriceLimit: settings.SpotPriceLimit ?? 0,
    SpotDuration: settings.SpotDuration ?? 1,
    SpotInterruptionBehavior: settings.SpotInterruptionBehavior ?? (SpotStrategy === 'NoSpot' ? '' : 'Terminate'),

    InstanceNetworkType: 'vpc',
    VlanId: '',
    InternetChargeType: instance.internetChargeType,
    InternetMaxBandwidthIn: settings.InternetMaxBandwidthIn ?? mostInOf(InternetMaxBandwidthOut),
    InternetMaxBandwidthOut,
    PublicIpAddress: { IpAddress: instance.publicAddress === null ? [] : [formatAddress(instance.publicAddress)] },
    InnerIpAddress: { IpAddress: [] },
    ISP: settings.Isp ?? '',

    HpcClusterId: settings.HpcClusterId ?? '',
    DeploymentSetId: settings.DeploymentSetId ?? '',
    DeploymentSetGroupNo: settings.DeploymentSetGroupNo,
    DedicatedHostAttribute: {
      DedicatedHostId: settings.DedicatedHostId ?? '',
      DedicatedHostName: '',
      DedicatedHostClusterId: settings.SchedulerOptions?.DedicatedHostClusterId ?? '',
    },
    DedicatedInstanceAttribute: { Affinity: settings.Affinity ?? '', Tenancy: settings.Tenancy ?? '' },
    EcsCapacityReservationAttr: {
      CapacityReservationId: settings.PrivatePoolOptions?.Id ?? '',
      CapacityReservationPreference: settings.PrivatePoolOptions?.MatchCriteria ?? '',
    },
    PrivateDnsNameOptions: settings.PrivateDnsNameOptions,
    ClockOptions: settings.ClockOptions,
  };
}
