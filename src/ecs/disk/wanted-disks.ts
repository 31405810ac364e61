import type { EcsRunInstancesParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { isDescription, isResourceName } from '../../operation/text.ts';
import type { Image } from '../image/images.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { refuse } from '../refusals.ts';
import { freeDevice, isDataDevice, systemDevice } from './device.ts';
import type { Disk, DiskCategory } from './disk.ts';
import { optionsOf } from './options.ts';
import { sizesOf } from './sizes.ts';
import { encryptionWithSnapshot, sizeWithSnapshot, usableSnapshot } from './source-snapshot.ts';

type Parameters = Pick<EcsRunInstancesParameters, 'SystemDisk' | 'DataDisk'>;
type DataDisk = Parameters['DataDisk'][number];
type SystemDisk = NonNullable<Parameters['SystemDisk']>;

/** A disk to be made with each instance of a request: all but where and whose it is. */
export type WantedDisk = Omit<
  Disk,
  | 'diskId'
  | 'accountId'
  | 'regionId'
  | 'zoneId'
  | 'status'
  | 'instanceId'
  | 'diskChargeType'
  | 'resourceGroupId'
  | 'attachedAtMs'
  | 'createdAtMs'
>;

const defaultCategory: DiskCategory = 'cloud_efficiency';
/** Of a system disk, unless the image needs more. */
const defaultSystemSizeGib = 40;

/** The disks that a request describes, the system disk first. Categories have been checked before. */
export async function wantedDisks(
  context: OperationContext,
  { SystemDisk = {}, DataDisk }: Parameters,
  image: Image,
  type: InstanceType,
): Promise<readonly WantedDisk[] | Refusal> {
  const { instanceTypeId: instanceType, diskQuantity: limit } = type;
  const count = 1 + DataDisk.length;
  if (count > limit) return refuse('InstanceDiskNumLimitExceed', { count, instanceType, limit });
  const systemDisk = wantedSystemDisk(SystemDisk, image);
  if (isRefusal(systemDisk)) return systemDisk;
  const disks: WantedDisk[] = [systemDisk];
  const named = DataDisk.flatMap(({ Device }) => Device ?? []);
  for (const [index, dataDisk] of DataDisk.entries()) {
    const { Device = freeDevice([...named, ...disks.map(({ device }) => device)]) } = dataDisk;
    if (!isDataDevice(Device))
      return refuse('InvalidDataDevice.Malformed', { name: nameOf(index, 'Device'), value: Device });
    if (disks.some(({ device }) => device === Device)) return refuse('InvalidDevice.InUse', { device: Device });
    const disk = await wantedDataDisk(context, dataDisk, index, Device);
    if (isRefusal(disk)) return disk;
    disks.push(disk);
  }
  return disks;
}

function wantedSystemDisk(wanted: SystemDisk, { imageId, sizeGib: least }: Image): WantedDisk | Refusal {
  const { Size: text = String(Math.max(defaultSystemSizeGib, least)) } = wanted;
  const category = (wanted.Category as DiskCategory | undefined) ?? defaultCategory;
  const sizeGib = /^\d+$/.test(text) ? Number(text) : 0;
  const disk = commonOf(wanted, category, sizeGib, 'SystemDisk');
  if (isRefusal(disk)) return disk;
  const kind = { ...disk, type: 'system' } as const;
  const { min, max: maximum } = sizesOf(kind);
  const minimum = Math.max(min, least);
  if (sizeGib < minimum || sizeGib > maximum) {
    return refuse('InvalidSystemDiskSize.ValueNotSupported', { value: text, minimum, maximum });
  }
  return { ...kind, device: systemDevice, deleteWithInstance: 1, imageId, sourceSnapshotId: '' };
}

async function wantedDataDisk(
  context: OperationContext,
  wanted: DataDisk,
  index: number,
  device: string,
): Promise<WantedDisk | Refusal> {
  const { SnapshotId: id, DeleteWithInstance = true } = wanted;
  const snapshot =
    id === undefined ? undefined : await usableSnapshot(context, id, 'InvalidDataDiskSnapshotId.NotFound');
  if (isRefusal(snapshot)) return snapshot;
  const sizeGib = sizeWithSnapshot(wanted.Size, snapshot);
  if (sizeGib === undefined) return refuse('MissingParameter', { name: nameOf(index, 'Size') });
  const category = (wanted.Category as DiskCategory | undefined) ?? defaultCategory;
  const encryption = encryptionWithSnapshot(encryptionOf(wanted), snapshot);
  if (isRefusal(encryption)) return encryption;
  const disk = commonOf({ ...wanted, ...textsOf(encryption) }, category, sizeGib, `DataDisk.${index + 1}`);
  if (isRefusal(disk)) return disk;
  const kind = { ...disk, type: 'data' } as const;
  const { min: minimum, max: maximum } = sizesOf(kind);
  if (sizeGib < minimum || sizeGib > maximum) {
    return refuse('InvalidDataDiskSize.Category', { name: nameOf(index, 'Size'), value: sizeGib, minimum, maximum });
  }
  return { ...kind, device, deleteWithInstance: DeleteWithInstance ? 1 : 0, imageId: '', sourceSnapshotId: id ?? '' };
}

/** What system disks and data disks are described by alike. */
function commonOf(wanted: Omit<SystemDisk, 'Size'>, category: DiskCategory, sizeGib: number, name: string) {
  const { DiskName = '', Description = '' } = wanted;
  if (DiskName !== '' && !isResourceName(DiskName)) return refuse('InvalidDiskName.Malformed', { value: DiskName });
  if (Description !== '' && !isDescription(Description)) {
    return refuse('InvalidDiskDescription.Malformed', { name: `${name}.Description`, value: Description });
  }
  const { PerformanceLevel: performanceLevel, ProvisionedIops, BurstingEnabled } = wanted;
  const options = optionsOf(
    { performanceLevel, provisionedIops: ProvisionedIops, burstingEnabled: BurstingEnabled, ...encryptionOf(wanted) },
    category,
    sizeGib,
  );
  if (isRefusal(options)) return options;
  return {
    ...options,
    category,
    sizeGib,
    diskName: DiskName,
    description: Description,
    deleteAutoSnapshot: 0,
    enableAutoSnapshot: 1,
    autoSnapshotPolicyId: wanted.AutoSnapshotPolicyId ?? '',
    storageClusterId: wanted.StorageClusterId ?? '',
    storageSetId: '',
    storageSetPartitionNumber: null,
    detachedAtMs: 0,
  } as const;
}

function encryptionOf({ Encrypted, KMSKeyId }: Pick<SystemDisk, 'Encrypted' | 'KMSKeyId'>) {
  return { encrypted: Encrypted === undefined ? undefined : Encrypted.toLowerCase() === 'true', kmsKeyId: KMSKeyId };
}

function textsOf({ encrypted, kmsKeyId }: { readonly encrypted: boolean; readonly kmsKeyId: string }) {
  return { Encrypted: String(encrypted), KMSKeyId: kmsKeyId };
}

function nameOf(index: number, field: string): string {
  return `DataDisk.${index + 1}.${field}`;
}
