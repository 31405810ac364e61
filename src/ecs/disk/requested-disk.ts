import type { EcsCreateDiskParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { DiskCategory } from './disk.ts';
import type { Blueprint } from './making.ts';
import { optionsOf } from './options.ts';
import { sizesOf, suitsLevel } from './sizes.ts';
import { encryptionWithSnapshot, sizeWithSnapshot, usableSnapshot } from './source-snapshot.ts';

type Parameters = EcsCreateDiskParameters;

/** What several parameters have to say together. */
export function checkCreation(parameters: Parameters): Refusal | undefined {
  const { ZoneId, InstanceId, SnapshotId, Size, MultiAttach = 'Disabled', Encrypted, EncryptAlgorithm } = parameters;
  if (ZoneId !== undefined && InstanceId !== undefined) return refuse('InvalidParam.ZoneIdAndInstanceId.Conflict');
  if (ZoneId === undefined && InstanceId === undefined) return refuse('MissingParameter', { name: 'ZoneId' });
  if (SnapshotId === undefined && Size === undefined) return refuse('MissingParameter.SizeOrSnapshot');
  if (EncryptAlgorithm !== undefined && Encrypted !== true) {
    return refuse('InvalidEncrypted.NotMatchEncryptAlgorithm', { value: EncryptAlgorithm });
  }
  return checkMultiAttach(MultiAttach, InstanceId) ?? checkStorage(parameters);
}

/** Disks that several instances share are for those who were given the right to them: nobody. */
function checkMultiAttach(value: string, instanceId: string | undefined): Refusal | undefined {
  if (value === 'Disabled') return undefined;
  if (value !== 'Enabled') return refuse('InvalidParameter.MultiAttach', { value });
  return instanceId === undefined
    ? refuse('UserNotInTheWhiteList.MultiAttach')
    : refuse('InvalidParameter.MultiAttachAndInstanceIdConflict', { instanceId });
}

function checkStorage({ StorageClusterId, StorageSetId, InstanceId }: Parameters): Refusal | undefined {
  if (StorageClusterId === undefined) return undefined;
  if (StorageSetId !== undefined)
    return refuse('InvalidStorageClusterId.ConflictWithStorageSetId', { StorageClusterId });
  return InstanceId === undefined
    ? undefined
    : refuse('InvalidStorageClusterId.ConflictWithInstanceId', { StorageClusterId });
}

const defaultCategory: DiskCategory = 'cloud';
const defaultPartitions = 2;

/** The disk as far as the request describes it: all but where it is. */
export async function requestedDisk(
  context: OperationContext,
  parameters: Parameters,
): Promise<Omit<Blueprint, 'zoneId' | 'status'> | Refusal> {
  const { SnapshotId: id, Encrypted: encrypted, KMSKeyId: kmsKeyId, StorageSetId = '' } = parameters;
  const snapshot = id === undefined ? undefined : await usableSnapshot(context, id, 'InvalidSnapshotId.NotFound');
  if (isRefusal(snapshot)) return snapshot;
  const category = (parameters.DiskCategory as DiskCategory | undefined) ?? defaultCategory;
  const sizeGib = sizeWithSnapshot(parameters.Size, snapshot) ?? 0;
  const { min, max } = sizesOf({ type: 'data', category, performanceLevel: category === 'cloud_essd' ? 'PL0' : '' });
  if (!(Number.isInteger(sizeGib) && sizeGib >= min && sizeGib <= max)) {
    return refuse('InvalidDiskSize.NotSupported', { value: sizeGib, category, min, max });
  }
  const encryption = encryptionWithSnapshot({ encrypted, kmsKeyId }, snapshot);
  if (isRefusal(encryption)) return encryption;
  const { PerformanceLevel: performanceLevel, ProvisionedIops, BurstingEnabled } = parameters;
  const speed = { performanceLevel, provisionedIops: ProvisionedIops, burstingEnabled: BurstingEnabled };
  const options = optionsOf({ ...speed, ...encryption }, category, sizeGib);
  if (isRefusal(options)) return options;
  const { performanceLevel: level } = options;
  if (level !== '' && !suitsLevel(level, sizeGib)) {
    return refuse('OperationDenied.PerformanceLevelNotMatch', { level, sizeGib });
  }
  return {
    ...options,
    type: 'data',
    category,
    sizeGib,
    diskName: parameters.DiskName ?? '',
    description: parameters.Description ?? '',
    sourceSnapshotId: id ?? '',
    storageClusterId: parameters.StorageClusterId ?? '',
    storageSetId: StorageSetId,
    storageSetPartitionNumber: StorageSetId === '' ? null : (parameters.StorageSetPartitionNumber ?? defaultPartitions),
  };
}
