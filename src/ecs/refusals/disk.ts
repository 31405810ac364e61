import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about disks. */
export const diskRefusals = {
  'InvalidDiskId.NotFound': [404, 'The specified disk does not exist: "{id}".'],
  'InvalidDiskIds.NotFound': [404, 'Some of the specified data disks do not exist: "{id}".'],
  'InvalidZoneId.NotFound': [404, 'The specified zone does not exist: "{zoneId}".'],
  'InvalidSnapshotId.NotFound': [404, 'The specified SnapshotId "{id}" does not exist.'],
  'InvalidDataDiskSnapshotId.NotFound': [
    404,
    'The specified parameter "DataDisk.n.SnapshotId" is not valid: "{id}" does not exist.',
  ],

  'InvalidDiskName.Malformed': [
    400,
    'The specified disk name is wrongly formed: "{value}" is not 2 to 128 letters, digits, ":", "_", "." or "-", starting with a letter.',
  ],
  'InvalidDiskDescription.Malformed': [
    400,
    'The specified parameter "{name}" is not valid: "{value}" has not 2 to 256 characters, or starts with http:// or https://.',
  ],
  'InvalidDiskCategory.ValueNotSupported': [
    400,
    'The specified parameter "DiskCategory" is not valid: "{value}" is not one of {allowed}.',
  ],
  'InvalidDataDiskCategory.NotSupported': [
    403,
    'Specified disk category is not supported: "{value}" is offered in no zone.',
  ],
  'InvalidDiskSize.NotSupported': [
    400,
    'The specified parameter size is not valid: "{value}" is not between {min} and {max} GiB, as disks of the category {category} are.',
  ],
  'InvalidDataDiskSize.Category': [
    400,
    'The specified {name} beyond the permitted range: "{value}" is not between {minimum} and {maximum} GiB.',
    'InvalidDataDiskSize.ValueNotSupported',
  ],
  'MissingParameter.SizeOrSnapshot': [
    400,
    'The input parameter either "SnapshotId" or "Size" should be specified.',
    'MissingParameter',
  ],
  'InvalidPerformanceLevel.Malformed': [
    400,
    'The specified parameter PerformanceLevel is not valid: "{value}" is not PL0, PL1, PL2 or PL3.',
  ],
  'OperationDenied.PerformanceLevelNotMatch': [
    403,
    'The specified PerformanceLevel and disk size do not match: {level} takes no disk of {sizeGib} GiB.',
  ],
  ProvisionedIopsForDiskCategoryUnsupported: [
    400,
    'The specified disk category does not support provisioned iops: "{category}" is not cloud_auto.',
  ],
  'InvalidProvisionedIops.LimitExceed': [
    400,
    'The provisioned iops exceeds the limit: "{value}" is not between 0 and {limit}, as a disk of {sizeGib} GiB allows.',
  ],
  BurstingEnabledForDiskCategoryUnsupported: [
    400,
    'The specified disk category does not support bursting enabled: "{category}" is not cloud_auto.',
  ],
  'InvalidBurstingEnabled.DiskSizeTooSmall': [
    400,
    'The disk size must be greater than 3 GiB to enable burst; it is {sizeGib}.',
  ],
  'InvalidParameter.EncryptedIllegal': [
    400,
    'The specified parameter Encrypted must be true when kmsKeyId is not empty: "{kmsKeyId}".',
  ],
  'InvalidEncrypted.NotMatchEncryptAlgorithm': [
    400,
    'The specified parameter Encrypted must be true when EncryptAlgorithm is not empty: "{value}".',
  ],
  'InvalidEncrypted.NotMatchSnapshot': [
    403,
    'The specified parameter Encrypted must be set to true when creating disks with encrypted snapshots: "{id}".',
  ],
  'InvalidSnapshotId.NotReady': [403, 'The specified snapshot has not completed yet: "{id}" is "{status}".'],
  'InvalidSnapshotId.NotDataDiskSnapshot': [403, 'The specified snapshot is system disk snapshot: "{id}".'],
  'InvalidParam.ZoneIdAndInstanceId.Conflict': [
    403,
    "The specified parameter 'ZoneId' and 'InstanceId' are not blank at the same time.",
  ],
  'InvalidInstanceChargeType.ValueNotSupported': [
    403,
    'The InstanceChargeType does not support this action: the instance "{id}" is {value}, and only a PrePaid one takes a disk of its own subscription.',
  ],
  'InvalidParameter.MultiAttach': [
    403,
    'The specified param MultiAttach is not valid: "{value}" is not Disabled or Enabled.',
  ],
  'InvalidParameter.MultiAttachAndInstanceIdConflict': [
    403,
    'The parameter MultiAttach and InstanceId are conflict: a disk that several instances share is bought for none, not for "{instanceId}".',
  ],
  'UserNotInTheWhiteList.MultiAttach': [
    403,
    'User is not in multi attach disk white list: MultiAttach "Enabled" is not offered here.',
    'UserNotInTheWhiteList',
  ],
  'InvalidStorageClusterId.ConflictWithStorageSetId': [
    400,
    'The specified StorageClusterId is in conflict with storageSetId: "{StorageClusterId}".',
  ],
  'InvalidStorageClusterId.ConflictWithInstanceId': [
    400,
    'The specified StorageClusterId is in conflict with instanceId: "{StorageClusterId}".',
  ],

  InstanceDiskNumLimitExceed: [
    403,
    'The number of specified disk in an instance exceeds: {count}, and the instance type "{instanceType}" takes {limit}.',
  ],
  InstanceDiskLimitExceeded: [
    403,
    'The amount of the disk on instance in question reach its limits: "{instanceId}" of the type "{instanceType}" takes {limit}.',
  ],
  'InvalidDevice.Malformed': [
    400,
    'The specified device is not valid: "{value}" is not the name of a data disk, such as /dev/xvdb.',
  ],
  'InvalidDataDevice.Malformed': [
    400,
    'The specified parameter "{name}" is not valid: "{value}" is not the name of a data disk, such as /dev/xvdb.',
  ],
  'InvalidDevice.InUse': [403, 'The specified device has been occupied: "{device}".'],
  ResourcesNotInSameZone: [
    403,
    'The specified instance and disk are not in the same zone: "{instanceId}" is in {instanceZoneId}, "{id}" in {diskZoneId}.',
  ],
  DiskNotPortable: [403, 'The specified disk is not a portable disk: "{id}" is paid for with its instance.'],
  IncorrectDiskStatus: [
    403,
    'The current disk status does not support this operation: the disk "{id}" is "{current}", expected is "{expected}".',
  ],
  'IncorrectDiskStatus.Initializing': [
    403,
    'The current disk status does not support this operation: the disk "{id}" is still being created.',
  ],
  // Documented with 400 where a disk is attached or its snapshot is made, unlike elsewhere.
  'IncorrectInstanceStatus.Attach': [
    400,
    'The current status of the resource does not support this operation: the instance "{id}" is "{current}", expected is "{expected}".',
    'IncorrectInstanceStatus',
  ],
  'InvalidDisk.DiskNotBootable': [
    400,
    'The specified disk is not a bootable disk, can not be attached as system disk: "{id}".',
  ],
  'InvalidParameterForce.DiskCategoryNotSupported': [
    400,
    'The specified disk category does not support force attach operation: "{id}" is a {category} disk.',
  ],
  DiskTypeViolation: [403, 'The specified disk is a system disk and cannot support the operation: "{id}".'],
  'InvalidDisk.AlreadyDetached': [404, 'The specified disk has been detached: "{id}".'],
  'DependencyViolation.Disk': [
    403,
    'The specified disk has not been attached on the specified instance: "{id}" and "{instanceId}".',
    'DependencyViolation',
  ],
  'InvalidOperation.DiskDetachingFromThisEcs': [403, 'The specified disk is detaching from this ecs: "{id}".'],
  DiskCreatingSnapshot: [
    403,
    'The operation is denied due to a snapshot of the specified disk is not completed yet: "{id}".',
  ],

  NoAttributeToModify: [400, 'No attribute to be modified in this request.'],
  'MissingParameter.DiskIdOrDiskIds': [400, 'Specified parameter DiskId or DiskIds is missing.'],
  'ParameterConflict.DiskIdAndDiskIds': [
    400,
    'Specified parameter DiskId and DiskIds conflict, only one can be chosen.',
  ],
  'InvalidParam.Type': [400, 'The specified type is not supported: Type "{value}" is not offline or online.'],
  InvalidDiskSize: [
    403,
    'Specified new disk size is less than or equal the original disk size: "{id}" has {value} GiB.',
  ],
  'InvalidDiskSize.TooSmall': [
    403,
    'Specified new disk size is less than the original disk size: {value} GiB, and "{id}" has {size}.',
  ],
  'InvalidDiskSize.TooLarge': [
    403,
    'Specified new disk size is beyond the permitted range: {value} GiB, and a {category} disk has at most {max}.',
  ],
  'InvalidDiskCategory.NotSupported': [
    403,
    'The specified disk category does not support resize online: "{category}".',
  ],
  'InvalidInstanceStatus.NotRunning': [
    403,
    'The status of instance to which the disk attachs must be running when resizing online: "{id}" is "{current}".',
  ],
  'InvalidDestinationZoneId.DiskCategoryUnsupported': [
    400,
    'The specified disk category does not allow the DestinationZoneId parameter for this operation: "{value}".',
  ],
  'InvalidPerformanceParameter.DiskNotInDedicatedStorageCluster': [
    403,
    'The specified disk not in dedicated storage cluster, can not modify performance control options: "{id}".',
  ],
  'OperationDenied.DiskCategory': [
    403,
    'The type of the disk does not support the operation: "{id}" is a {category} disk.',
    'OperationDenied',
  ],
  'OperationDenied.DiskSize': [
    403,
    'The type of the disk does not support the operation: "{id}" has {sizeGib} GiB, and {category} disks have {min} to {max}.',
    'OperationDenied',
  ],
  'InvalidPerformanceLevelParam.Mismatch': [
    400,
    'The specified parameter PerformanceLevel should be null when DiskCategory is not cloud_essd: "{level}" for a {category} disk.',
  ],
  'InvalidPerformanceLevel.TooLow': [
    403,
    'Specified new performance level is lower than the original performance level: {level} instead of {before}.',
  ],
  NoChangeInDiskCategoryAndPerformanceLevel: [
    403,
    'There is no change between the parameters transmitted and the current: "{id}".',
  ],
  'InvalidOperation.InstanceStatusUnsupported': [
    400,
    'The specified instance status is not supported for this operation, expect status is Running or Stopped: "{id}" is "{current}".',
  ],
  'ChargeTypeViolation.Disk': [
    400,
    'The operation is not permitted due to charge type of the instance: "{id}" is paid as it goes, and so are its disks.',
    'ChargeTypeViolation',
  ],
  'InvalidOperation.DiskMustAttachedToInstance': [
    400,
    'The specified data disks must have been attached to this instance: "{id}" and "{instanceId}".',
  ],

  'InvalidParameter.Conflict.WindowsImage': [
    400,
    'The specified image does not take a key pair: "{imageId}" is Windows.',
    'InvalidParameter.Conflict',
  ],
  'OperationDenied.InstanceCreating': [403, 'The specified instance is creating: "{id}".'],

  'InvalidParameter.DiskIds': [
    400,
    'The specified parameter diskIds is not valid: "{value}" is not a JSON list of disk ids.',
  ],
  'InvalidDiskIds.Malformed': [403, 'The amount of specified disk Ids exceeds the limit: {count}, at most {limit}.'],
  'InvalidDiskType.ValueNotSupported': [
    400,
    'The specified disk type is not supported: "{value}" is not one of {allowed}.',
  ],
  'InvalidCategory.ValueNotSupported': [400, 'The specified disk category is not supported: "{value}".'],
  'InvalidStatus.ValueNotSupported': [
    400,
    'The specified disk status is not supported: "{value}" is not one of {allowed}.',
  ],
  'InvalidZoneId.NotFound.Filter': [
    400,
    'The zoneId provided does not exist in our records: "{value}".',
    'InvalidZoneId.NotFound',
  ],
  // Documented with 404, which clients take for "the resource is gone".
  'InvalidDiskChargeType.NotFound': [
    400,
    'The DiskChargeType does not exist in our records: "{value}" is not one of {allowed}.',
  ],
  'InvalidLockReason.NotFound': [400, 'The specified LockReason is not found: "{value}" is not one of {allowed}.'],
  InvalidFilterValue: [400, 'The filter value is not valid: "{value}" has not the form yyyy-MM-ddTHH:mmZ.'],
} as const satisfies Record<string, RefusalEntry>;
