// Made by tools/generate-error-evidence.ts from the sources and tests.

/** By product and action: pairs of HTTP status and code, with spaces between all of them. */
export const answeredCodes: Readonly<Record<string, string>> = {
  'Ecs AddTags':
    '400 Duplicate.TagKey 400 InvalidTag.Mismatch 400 InvalidTagCount 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 OperationDenied.QuotaExceed 404 InvalidResourceId.NotFound 404 InvalidResourceType.NotFound',
  'Ecs AllocatePublicIpAddress':
    '400 AllocateIpInvalidInstanceBandwidth 400 InsufficientPublicIp 400 InvalidIpAddress.Malformed 403 AllocatedAlready 403 IncorrectInstanceStatus 403 IpInUse 404 InvalidInstanceId.NotFound 404 InvalidVlanId.NotFound',
  'Ecs AssignIpv6Addresses':
    '400 InvalidOperation.EniTrafficModeNotSupportIPv6 400 InvalidOperation.InvalidEcsState 400 InvalidOperation.InvalidEniState 400 InvalidParameter 400 InvalidParameter.Conflict 400 InvalidParams.EniId 400 InvalidPrivateIpAddress.Duplicated 403 InvalidIp.Address 403 InvalidIp.IpAssigned 403 InvalidIp.IpPrefixIllegal 403 InvalidIp.IpPrefixMaskInvalid 403 InvalidIp.IpPrefixMaskNotSame 403 InvalidIp.IpPrefixNotStrict 403 InvalidIp.IpRepeated 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.Ipv6CountExceeded 403 InvalidOperation.Ipv6NotSupport 403 InvalidVSwitch.Ipv6NotTurnOn 403 InvalidVSwitchId.IpInvalid 403 InvalidVSwitchId.IpNotEnough 403 MaxEniIpv6IpsCountExceeded 403 MissingParameter 403 SecurityGroupInstanceLimitExceed 404 InvalidEniId.NotFound',
  'Ecs AssignPrivateIpAddresses':
    '400 InvalidOperation.InvalidEcsState 400 InvalidOperation.InvalidEniState 400 InvalidParameter 400 InvalidParameter.Conflict 400 InvalidParams.EniId 400 InvalidPrivateIpAddress.Duplicated 400 MissingParameter 403 InvalidIp.IpAssigned 403 InvalidIp.IpPrefixIllegal 403 InvalidIp.IpPrefixMaskInvalid 403 InvalidIp.IpPrefixMaskNotSame 403 InvalidIp.IpPrefixNotStrict 403 InvalidIp.IpRepeated 403 InvalidOperation.EniLinked 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.Ipv4CountExceeded 403 InvalidVSwitchId.IpInvalid 403 InvalidVSwitchId.IpNotEnough 403 MaxEniPrivateIpsCountExceeded 403 SecurityGroupInstanceLimitExceed 404 InvalidEniId.NotFound',
  'Ecs AttachDisk':
    '400 IncorrectInstanceStatus 400 InvalidDevice.Malformed 400 InvalidDisk.DiskNotBootable 400 InvalidParameterForce.DiskCategoryNotSupported 403 DiskNotPortable 403 IncorrectDiskStatus 403 InstanceDiskLimitExceeded 403 InvalidDevice.InUse 403 ResourcesNotInSameZone 404 InvalidDiskId.NotFound 404 InvalidInstanceId.NotFound',
  'Ecs AttachInstanceRamRole':
    '400 InvalidInstanceIds.Malformed 400 InvalidParameter 400 InvalidRamRole.NotEcsRole 403 InvalidRamRole.Attached 404 InvalidInstanceId.NotFound 404 InvalidRamRole.NotFound',
  'Ecs AttachKeyPair':
    '400 InvalidInstanceIds.ValueNotSupported 400 InvalidKeyPairName.NotFound 403 DependencyViolation.WindowsInstance 403 IncorrectInstanceStatus 403 InstanceKeyPairLimitExceeded 404 InvalidInstanceId.NotFound',
  'Ecs AttachNetworkInterface':
    '400 Forbidden.RegionId 400 InvalidInstanceID.Malformed 400 InvalidOperation.EniQueuePairNumberOverflow 400 InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded 400 InvalidOperation.InstanceTypeNotSupportHighPerformance 400 InvalidOperation.InvalidEcsState 400 InvalidOperation.InvalidEniState 400 InvalidOperation.MaxEniQueuePairNumberExceed 400 InvalidParameter 400 InvalidParameter.NetworkCardIndexInvalid 400 InvalidParams.EniId 400 MissingParameter 403 Abs.InvalidAccount.NotFound 403 EniPerInstanceLimitExceeded 403 Forbidden.NotSupportRAM 403 Forbidden.SubUser 403 InvalidOperation.AvailabilityZoneMismatch 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.EniTypeNotSupportTrunking 403 InvalidOperation.ExceedInstanceTypeQueueNumber 403 InvalidOperation.InstanceTypeNotSupportEniTrunking 403 InvalidOperation.InvalidEniType 403 InvalidOperation.InvalidTrunkEniStatus 403 InvalidOperation.Ipv4CountExceeded 403 InvalidOperation.Ipv6CountExceeded 403 InvalidOperation.Ipv6NotSupport 403 InvalidOperation.MaxEniQueueNumberExceeded 403 InvalidOperation.TrunkingIsNotAllowed 403 InvalidOperation.VpcMismatch 403 InvalidUserType.NotSupported 404 InvalidEcsId.NotFound 404 InvalidEniId.NotFound',
  'Ecs AuthorizeSecurityGroup':
    '400 AuthorizedGroupRule.LimitExceed 400 ILLEGAL_IPV6_CIDR 400 InvalidDestCidrIp.Malformed 400 InvalidDestGroup.NotFound 400 InvalidDestGroupId.Mismatch 400 InvalidGroupAuthParameter.OperationDenied 400 InvalidGroupParameter.OperationDenied 400 InvalidIpPortRange.Malformed 400 InvalidIpProtocol.Malformed 400 InvalidIpProtocol.ValueNotSupported 400 InvalidNicType.Mismatch 400 InvalidNicType.ValueNotSupported 400 InvalidParam.DestCidrIp 400 InvalidParam.DestIp 400 InvalidParam.DuplicatePermissions 400 InvalidParam.Ipv4ProtocolConflictWithIpv6Address 400 InvalidParam.Ipv6DestCidrIp 400 InvalidParam.Ipv6ProtocolConflictWithIpv4Address 400 InvalidParam.Ipv6SourceCidrIp 400 InvalidParam.Permissions 400 InvalidParam.PortRange 400 InvalidParam.ProtocolAndAddressFamilyMismatch 400 InvalidParam.ProtocolAndPortRangeMismatch 400 InvalidParam.ProtocolNotSupportPortRangeList 400 InvalidParam.SourceCidrIp 400 InvalidParam.SourceIp 400 InvalidParameter.Conflict 400 InvalidParamter.Conflict 400 InvalidPolicy.Malformed 400 InvalidPortRange.Malformed 400 InvalidPortRangeListId.NotFound 400 InvalidPriority.Malformed 400 InvalidPriority.ValueNotSupported 400 InvalidSecurityGroup.InvalidNetworkType 400 InvalidSecurityGroupDiscription.Malformed 400 InvalidSecurityGroupId.Malformed 400 InvalidSourceCidrIp.Malformed 400 InvalidSourceGroup.NotFound 400 InvalidSourceGroupId.Mismatch 400 InvalidSourcePortRange.Malformed 400 MissingParameter 400 MissingParameter.Dest 400 MissingParameter.Source 400 NotSupported.ClassicNetworkPrefixList 400 OperationDenied 403 AclLimitExceed 403 AuthorizationLimitExceed 403 InvalidDestGroupId.Mismatch 403 InvalidNetworkType.Conflict 403 InvalidNetworkType.Mismatch 403 InvalidParamter.Conflict 403 InvalidSecurityGroup.IsSame 403 InvalidSourceGroupId.Mismatch 404 InvalidDestGroupId.NotFound 404 InvalidPrefixListId.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidSourceGroupId.NotFound',
  'Ecs AuthorizeSecurityGroupEgress':
    '400 AuthorizedGroupRule.LimitExceed 400 ILLEGAL_IPV6_CIDR 400 InvalidDestCidrIp.Malformed 400 InvalidDestGroup.NotFound 400 InvalidDestGroupId.Mismatch 400 InvalidGroupAuthParameter.OperationDenied 400 InvalidGroupParameter.OperationDenied 400 InvalidIpPortRange.Malformed 400 InvalidIpProtocol.Malformed 400 InvalidIpProtocol.ValueNotSupported 400 InvalidNicType.Mismatch 400 InvalidNicType.ValueNotSupported 400 InvalidParam.DestCidrIp 400 InvalidParam.DestIp 400 InvalidParam.DuplicatePermissions 400 InvalidParam.Ipv4ProtocolConflictWithIpv6Address 400 InvalidParam.Ipv6DestCidrIp 400 InvalidParam.Ipv6ProtocolConflictWithIpv4Address 400 InvalidParam.Ipv6SourceCidrIp 400 InvalidParam.Permissions 400 InvalidParam.PortRange 400 InvalidParam.ProtocolAndAddressFamilyMismatch 400 InvalidParam.ProtocolAndPortRangeMismatch 400 InvalidParam.ProtocolNotSupportPortRangeList 400 InvalidParam.SourceCidrIp 400 InvalidParam.SourceIp 400 InvalidParameter.Conflict 400 InvalidParamter.Conflict 400 InvalidPolicy.Malformed 400 InvalidPortRange.Malformed 400 InvalidPortRangeListId.NotFound 400 InvalidPriority.Malformed 400 InvalidPriority.ValueNotSupported 400 InvalidSecurityGroup.InvalidNetworkType 400 InvalidSecurityGroupDiscription.Malformed 400 InvalidSecurityGroupId.Malformed 400 InvalidSourceCidrIp.Malformed 400 InvalidSourceGroup.NotFound 400 InvalidSourceGroupId.Mismatch 400 InvalidSourcePortRange.Malformed 400 MissingParameter.Dest 400 MissingParameter.Source 400 NotSupported.ClassicNetworkPrefixList 400 OperationDenied 403 AclLimitExceed 403 AuthorizationLimitExceed 403 InvalidDestGroupId.Mismatch 403 InvalidNetworkType.Conflict 403 InvalidNetworkType.Mismatch 403 InvalidNicType.Mismatch 403 InvalidParamter.Conflict 403 InvalidSecurityGroup.IsSame 403 InvalidSourceGroupId.Mismatch 404 InvalidDestGroupId.NotFound 404 InvalidPrefixListId.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidSourceGroupId.NotFound',
  'Ecs CreateDisk':
    '400 BurstingEnabledForDiskCategoryUnsupported 400 Duplicate.TagKey 400 IncorrectInstanceStatus 400 InvalidBurstingEnabled.DiskSizeTooSmall 400 InvalidDescription.Malformed 400 InvalidDiskCategory.ValueNotSupported 400 InvalidDiskName.Malformed 400 InvalidDiskSize.NotSupported 400 InvalidDiskSize.NotSupported 400 InvalidEncrypted.NotMatchEncryptAlgorithm 400 InvalidParameter.EncryptedIllegal 400 InvalidPerformanceLevel.Malformed 400 InvalidProvisionedIops.LimitExceed 400 InvalidStorageClusterId.ConflictWithInstanceId 400 InvalidStorageClusterId.ConflictWithStorageSetId 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 MissingParameter 400 ProvisionedIopsForDiskCategoryUnsupported 403 InstanceDiskLimitExceeded 403 InvalidDataDiskCategory.NotSupported 403 InvalidDevice.InUse 403 InvalidEncrypted.NotMatchSnapshot 403 InvalidInstanceChargeType.ValueNotSupported 403 InvalidParam.ZoneIdAndInstanceId.Conflict 403 InvalidParameter.MultiAttach 403 InvalidParameter.MultiAttachAndInstanceIdConflict 403 InvalidSnapshotId.NotDataDiskSnapshot 403 InvalidSnapshotId.NotReady 403 OperationDenied.PerformanceLevelNotMatch 403 QuotaExceed.Tags 403 ResourcesNotInSameZone 403 UserNotInTheWhiteList 404 InvalidInstanceId.NotFound 404 InvalidRegionId.NotFound 404 InvalidResourceGroup.NotFound 404 InvalidSnapshotId.NotFound 404 InvalidZoneId.NotFound',
  'Ecs CreateInstance':
    '400 DryRunOperation 400 Duplicate.TagKey 400 IncorrectVSwitchStatus 400 InstanceDiskNumber.LimitExceed 400 InvalidAutoRenewPeriod.ValueNotSupported 400 InvalidDataDevice.Malformed 400 InvalidDataDiskCategory.ValueNotSupported 400 InvalidDataDiskSize.ValueNotSupported 400 InvalidDescription.Malformed 400 InvalidDiskDescription.Malformed 400 InvalidDiskName.Malformed 400 InvalidHostName.Malformed 400 InvalidHttpEndpoint.NotSupported 400 InvalidHttpPutResponseHopLimit.NotSupported 400 InvalidHttpTokens.NotSupported 400 InvalidInstanceChargeType.NotFound 400 InvalidInstanceName.Malformed 400 InvalidInstanceType.ValueNotSupported 400 InvalidInternetChargeType.ValueNotSupported 400 InvalidInternetMaxBandwidthIn.Malformed 400 InvalidInternetMaxBandwidthOut.Malformed 400 InvalidIoOptimize.ValueNotSupported 400 InvalidParameter 400 InvalidParameter.CreditSpecification 400 InvalidParameter.EncryptedIllegal 400 InvalidParameter.Mismatch 400 InvalidPassword.Malformed 400 InvalidPasswordParam.Mismatch 400 InvalidPerformanceLevel.Malformed 400 InvalidPeriod 400 InvalidPeriodType.ValueNotSupported 400 InvalidPrivateIpAddress.Duplicated 400 InvalidPrivateIpAddress.Malformed 400 InvalidRamRole.NotEcsRole 400 InvalidSpotStrategy 400 InvalidSystemDiskCategory.ValueNotSupported 400 InvalidSystemDiskSize.ValueNotSupported 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 InvalidUserData.SizeExceeded 400 MissingParameter 403 AclLimitExceed 403 DependencyViolation.WindowsInstance 403 ImageNotSupportInstanceType 403 InvalidDevice.InUse 403 InvalidEncrypted.NotMatchSnapshot 403 InvalidParams.NetworkInterfaceName 403 InvalidSecurityGroupId.NotVpc 403 InvalidSnapshotId.NotDataDiskSnapshot 403 InvalidSnapshotId.NotReady 403 InvalidVSwitchId.IpInvalid 403 InvalidVSwitchId.IpNotEnough 403 QuotaExceed.Tags 403 SecurityGroupInstanceLimitExceed 404 InvalidDataDiskSnapshotId.NotFound 404 InvalidImageId.NotFound 404 InvalidKeyPairName.NotFound 404 InvalidRamRole.NotFound 404 InvalidResourceGroup.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidVSwitchId.NotFound 404 InvalidVSwitchId.NotFound',
  'Ecs CreateKeyPair':
    '400 Duplicate.TagKey 400 InvalidKeyPairName.Malformed 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 KeyPair.AlreadyExist 403 QuotaExceed.KeyPair 403 QuotaExceed.Tags 404 InvalidResourceGroup.NotFound',
  'Ecs CreateNetworkInterface':
    '400 Duplicate.TagKey 400 Forbidden.RegionId 400 IncorrectVSwitchStatus 400 InvalidOperation.EniTrafficModeNotSupportIPv6 400 InvalidParameter 400 InvalidParameter.Conflict 400 InvalidParameter.EniConnectionTrackingConfiguration 400 InvalidParameter.EniTrafficMode 400 InvalidParameter.InvalidQueuePairNumber 400 InvalidParameter.QueuePairNumberMustEmpty 400 InvalidPrivateIpAddress.Duplicated 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 JoinedGroupLimitExceed 400 MissingParameter 403 Abs.InvalidAccount.NotFound 403 AclLimitExceed 403 Forbidden.NotSupportRAM 403 Forbidden.SubUser 403 InvalidIp.Address 403 InvalidIp.IpAssigned 403 InvalidIp.IpPrefixIllegal 403 InvalidIp.IpPrefixMaskInvalid 403 InvalidIp.IpPrefixMaskNotSame 403 InvalidIp.IpPrefixNotStrict 403 InvalidIp.IpRepeated 403 InvalidOperation.MultiGroupType 403 InvalidOperation.VpcMismatch 403 InvalidParameter.InvalidEniQueueNumber 403 InvalidParams.NetworkInterfaceName 403 InvalidSecurityGroupId.NotVpc 403 InvalidUserType.NotSupported 403 InvalidVSwitch.Ipv6NotTurnOn 403 InvalidVSwitchId.IpInvalid 403 InvalidVSwitchId.IpNotEnough 403 MaxEniCountExceeded 403 MaxEniIpv6IpsCountExceeded 403 MaxEniPrivateIpsCountExceeded 403 QuotaExceed.Tags 403 SecurityGroupInstanceLimitExceed 404 InvalidParameter.SecurityGroupIdRepeated 404 InvalidResourceGroup.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidVSwitchId.NotFound',
  'Ecs CreateNetworkInterfacePermission':
    '400 InvalidOperation.InvalidEniState 400 InvalidParameter 400 InvalidParams.EniId 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.InvalidEniType 404 InvalidEniId.NotFound',
  'Ecs CreateSecurityGroup':
    '400 Duplicate.TagKey 400 IncorrectVpcStatus 400 InvalidDescription.Malformed 400 InvalidParams.GroupType 400 InvalidParams.VpcIdGroupType 400 InvalidSecurityGroupName.Malformed 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 403 QuotaExceed.SecurityGroup 403 QuotaExceed.Tags 404 InvalidResourceGroup.NotFound 404 InvalidVpcId.NotFound',
  'Ecs CreateSnapshot':
    '400 Duplicate.TagKey 400 IdempotentParameterMismatch 400 IncorrectInstanceStatus 400 InvalidDescription.Malformed 400 InvalidRetentionDays.Malformed 400 InvalidSnapshotName.Malformed 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 403 IncorrectDiskStatus 403 IncorrectDiskStatus.CreatingSnapshot 403 IncorrectDiskStatus.NeverAttached 403 InvalidSnapshotCategory.Malformed 403 QuotaExceed.Snapshot 403 QuotaExceed.Tags 404 InvalidDiskId.NotFound 404 InvalidResourceGroup.NotFound',
  'Ecs DeleteDisk':
    '403 DiskCreatingSnapshot 403 DiskNotPortable 403 DiskTypeViolation 403 IncorrectDiskStatus 403 IncorrectDiskStatus.Initializing 404 InvalidDiskId.NotFound',
  'Ecs DeleteInstance':
    '400 DependencyViolation.RouteEntry 400 DryRunOperation 400 InvalidParameter 403 ChargeTypeViolation 403 IncorrectInstanceStatus 403 IncorrectInstanceStatus.Initializing 403 InvalidOperation.DeletionProtection 403 InvalidOperation.EniLinked 404 InvalidInstanceId.NotFound 500 InternalError',
  'Ecs DeleteInstances':
    '400 DRYRUN.SUCCESS 400 DependencyViolation.RouteEntry 400 InvalidParameter 403 ChargeTypeViolation 403 IncorrectInstanceStatus 403 IncorrectInstanceStatus.Initializing 403 InvalidOperation.DeletionProtection 403 InvalidOperation.EniLinked 404 InvalidInstanceId.NotFound',
  'Ecs DeleteKeyPairs':
    '400 InvalidKeyPairNames.ValueNotSupported 400 InvalidParameter.KeypairAlreadyAttachedInstance 400 MissingParameter 403 InstanceKeyPairLimitExceeded',
  'Ecs DeleteNetworkInterface':
    '400 Forbidden.RegionId 400 InvalidOperation.HasSlaveEniBonded 400 InvalidOperation.InvalidEniState 400 InvalidParameter 400 InvalidParams.EniId 400 MissingParameter 403 Abs.InvalidAccount.NotFound 403 Forbidden.NotSupportRAM 403 Forbidden.SubUser 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.InvalidEniType 403 InvalidUserType.NotSupported 404 InvalidEniId.NotFound',
  'Ecs DeleteNetworkInterfacePermission':
    '400 InvalidOperation.InvalidEniState 404 InvalidNetworkInterfacePermissionId.NotFound',
  'Ecs DeleteSecurityGroup':
    '400 InvalidSecurityGroupId.Malformed 403 DependencyViolation 404 InvalidSecurityGroupId.NotFound',
  'Ecs DeleteSnapshot':
    '400 MissingParameter 403 SnapshotCreatedDisk 404 InvalidSnapshotId.NotFound',
  'Ecs DescribeAccountAttributes':
    '400 InvalidParameter',
  'Ecs DescribeAvailableResource':
    '400 Invalid.DestinationResource 400 Invalid.InstanceChargeType 400 Invalid.IoOptimized 400 Invalid.NetworkCategory 400 Invalid.Param 400 Invalid.ResourceType 400 Invalid.SpotStrategy 400 InvalidParameter 400 InvalidRegionId.MalFormed 403 InvalidDedicatedHostId.NotFound 403 InvalidParam.Cores 403 InvalidParam.Memory 403 InvalidParam.TypeAndCpuMem.Conflict',
  'Ecs DescribeDisks':
    '400 DryRunOperation 400 InvalidCategory.ValueNotSupported 400 InvalidDiskChargeType.NotFound 400 InvalidDiskType.ValueNotSupported 400 InvalidFilterKey.NotFound 400 InvalidFilterValue 400 InvalidLockReason.NotFound 400 InvalidParameter 400 InvalidParameter.DiskIds 400 InvalidStatus.ValueNotSupported 400 InvalidTag.Mismatch 400 InvalidTagCount 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 InvalidZoneId.NotFound 403 InvalidDiskIds.Malformed 403 InvalidParameter.MultiAttach 500 InternalError',
  'Ecs DescribeEniMonitorData':
    '400 InvalidEniId.NotFound 400 InvalidParam.Malformed 403 InvalidEndTime.Malformed 403 InvalidParameter.EndTime 403 InvalidParameter.TooManyDataQueried 403 InvalidPeriod.ValueNotSupported 403 InvalidStartTime.Malformed 403 InvalidStartTime.TooEarly 404 InvalidEcsId.NotFound',
  'Ecs DescribeImageFromFamily':
    '404 InvalidRegionId.NotFound',
  'Ecs DescribeImageSupportInstanceTypes':
    '400 InvalidParamter 404 InvalidImageId.NotFound',
  'Ecs DescribeImages':
    '400 DryRunOperation 400 InvalidArchitecture 400 InvalidFilterKey.NotFound 400 InvalidImageOwnerAlias.ValueNotSupported 400 InvalidInstanceType.ValueNotSupported 400 InvalidOSType 400 InvalidParameter 400 InvalidParamter 400 InvalidTag.Mismatch 400 InvalidTagCount 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 InvalidUsage 500 InternalError',
  'Ecs DescribeInstanceAttachmentAttributes':
    '400 InvalidInstanceIds.Malformed 400 InvalidParameter 404 InvalidInstanceId.NotFound 404 InvalidInstanceIds.NotFound 500 InternalError',
  'Ecs DescribeInstanceAttribute':
    '404 InvalidInstanceId.NotFound',
  'Ecs DescribeInstanceAutoRenewAttribute':
    '400 InvalidParameter 403 ChargeTypeViolation 403 InvalidParameter.InvalidInstanceId 403 InvalidParameter.RenewalStatus 403 InvalidParameter.RenewalStatusInstanceId 403 InvalidParameter.ToManyInstanceIds',
  'Ecs DescribeInstanceMaintenanceAttributes':
    '400 InvalidParameter 400 MissingParameter 403 InstanceIdLimitExceeded 404 InvalidInstanceId.NotFound',
  'Ecs DescribeInstanceRamRole':
    '400 InvalidInstanceIds.Malformed 400 InvalidParameter 403 InvalidParameter.AllEmpty 404 InvalidInstanceId.NotFound 500 InternalError',
  'Ecs DescribeInstanceStatus':
    '400 InvalidParameter',
  'Ecs DescribeInstanceTypes':
    '400 InvalidParameter',
  'Ecs DescribeInstances':
    '400 DryRunOperation 400 InvalidFilterKey.NotFound 400 InvalidInstanceIds.Malformed 400 InvalidNetworkType.NotFound 400 InvalidParameter 400 InvalidStatus.NotFound',
  'Ecs DescribeInstancesFullStatus':
    '400 MissingParameter 403 EventIdLimitExceeded 403 InstanceIdLimitExceeded 403 InvalidParameter 403 InvalidParameter.TimeEndBeforeStart',
  'Ecs DescribeKeyPairs':
    '400 InvalidParameter 400 InvalidTag.Mismatch 400 InvalidTagCount 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed',
  'Ecs DescribeNetworkInterfaceAttribute':
    '400 InvalidParams.EniId 400 InvalidRegionId.MalFormed 404 InvalidEniId.NotFound',
  'Ecs DescribeNetworkInterfacePermissions':
    '400 InvalidParameter 400 InvalidParams.EniId 400 MissingParameter',
  'Ecs DescribeNetworkInterfaces':
    '400 Forbidden.RegionId 400 InvalidParameter 400 InvalidRegionId.MalFormed 400 MissingParameter 403 Abs.InvalidAccount.NotFound 403 Forbidden.NotSupportRAM 403 Forbidden.SubUser 403 InvalidUserType.NotSupported',
  'Ecs DescribeRegions':
    '400 InvalidAcceptLanguage.NotFound 400 InvalidInstanceChargeType.NotFound',
  'Ecs DescribeResourceByTags':
    '400 InvalidParameter 400 InvalidTag.Mismatch 400 InvalidTagCount 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 404 InvalidResourceType.NotFound',
  'Ecs DescribeResourcesModification':
    '400 Invalid.DestinationResource 400 Invalid.Param 404 InvalidResourceId.NotFound',
  'Ecs DescribeSecurityGroupAttribute':
    '400 InvalidNicType.ValueNotSupported 400 InvalidParameter 400 InvalidParamter 400 InvalidSecurityGroupId.Malformed 404 InvalidRegionId.NotFound 404 InvalidSecurityGroupId.NotFound 500 InternalError',
  'Ecs DescribeSecurityGroupReferences':
    '400 InvalidSecurityGroupId.Malformed 404 InvalidSecurityGroupId.NotFound',
  'Ecs DescribeSecurityGroups':
    '400 DryRunOperation 400 InvalidParameter 400 InvalidParameter.SecurityGroupType 400 InvalidSecurityGroupId.Malformed 500 InternalError',
  'Ecs DescribeSnapshots':
    '400 DryRunOperation 400 InvalidFilterKey.NotFound 400 InvalidFilterValue 400 InvalidParameter 400 InvalidSnapshotType.NotFound 400 InvalidSourceDiskType 400 InvalidStatus.NotFound 400 InvalidTag.Mismatch 400 InvalidTagCount 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 InvalidUsage 403 InvalidSnapshotCategory.Malformed 403 InvalidSnapshotIds.Malformed',
  'Ecs DescribeTags':
    '400 InvalidParameter 400 InvalidTag.Mismatch 400 InvalidTagCount 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 404 InvalidResourceType.NotFound',
  'Ecs DescribeUserData':
    '404 InvalidInstanceId.NotFound',
  'Ecs DescribeZones':
    '400 InvalidAcceptLanguage.NotFound 400 InvalidInstanceChargeType.NotFound 400 InvalidSpotStrategy 404 InvalidRegionId.NotFound',
  'Ecs DetachDisk':
    '403 DependencyViolation 403 DiskNotPortable 403 DiskTypeViolation 403 IncorrectDiskStatus 403 IncorrectInstanceStatus 403 InvalidOperation.DiskDetachingFromThisEcs 404 InvalidDisk.AlreadyDetached 404 InvalidDiskId.NotFound 404 InvalidInstanceId.NotFound',
  'Ecs DetachInstanceRamRole':
    '400 InvalidInstanceIds.Malformed 403 InvalidRamRole.Attached 404 InvalidInstanceId.NotFound',
  'Ecs DetachKeyPair':
    '400 InvalidInstanceIds.ValueNotSupported 400 InvalidKeyPairName.NotFound 403 DependencyViolation.WindowsInstance 403 IncorrectInstanceStatus 403 InstanceKeyPairLimitExceeded 404 InvalidInstanceId.NotFound',
  'Ecs DetachNetworkInterface':
    '400 Forbidden.RegionId 400 InvalidInstanceID.Malformed 400 InvalidOperation.DetachPrimaryEniNotAllowed 400 InvalidOperation.EniHotPlugNotSupported 400 InvalidOperation.InvalidEcsState 400 InvalidOperation.InvalidEniState 400 InvalidParameter 400 InvalidParameter.EniNotBelongEcs 400 InvalidParams.EniId 400 MissingParameter 403 Abs.InvalidAccount.NotFound 403 Forbidden.NotSupportRAM 403 Forbidden.SubUser 403 InvalidOperation.EniLinked 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.HasMemberEniAttached 403 InvalidOperation.HotPlugNotSupport 403 InvalidParameter.EniNotBelongTrunk 403 InvalidUserType.NotSupported 404 InvalidEcsId.NotFound 404 InvalidEniId.NotFound',
  'Ecs DisableNetworkInterfaceQoS':
    '400 InvalidOperation.InvalidEniState 400 InvalidParams.EniId 403 InvalidOperation.EniServiceManaged 404 InvalidEniId.NotFound',
  'Ecs EnableNetworkInterfaceQoS':
    '400 InvalidOperation.InvalidEniState 400 InvalidParameter 400 InvalidParams.EniId 400 MissingParameter 403 InvalidOperation.EniServiceManaged 404 InvalidEniId.NotFound',
  'Ecs ImportKeyPair':
    '400 Duplicate.TagKey 400 InvalidKeyPairName.Malformed 400 InvalidPublicKeyBody.Malformed 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 KeyPair.AlreadyExist 400 MissingParameter 403 QuotaExceed.KeyPair 403 QuotaExceed.Tags 404 InvalidResourceGroup.NotFound',
  'Ecs JoinResourceGroup':
    '403 InvalidResourceGroup.Duplicate 403 MissingParameter 404 InvalidResourceGroup.NotFound 404 InvalidResourceId.NotFound 404 InvalidResourceType.NotFound',
  'Ecs JoinSecurityGroup':
    '400 InstanceSecurityGroupLimitExceeded 400 InvalidInstanceId.Malformed 400 InvalidInstanceId.Mismatch 400 InvalidOperation.InvalidEniState 400 InvalidSecurityGroupId.Malformed 400 MissingParameter 400 MissingParameter.RegionId 403 AclLimitExceed 403 IncorrectInstanceStatus 403 InstanceSecurityGroupLimitExceeded 403 InvalidInstanceId.AlreadyExists 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.InvalidEniType 403 InvalidOperation.MultiGroupType 403 InvalidOperation.VpcMismatch 403 InvalidParam.EniIdAndInstanceId.Conflict 403 InvalidParam.Malformed 403 SecurityGroupInstanceLimitExceeded 404 InvalidEniId.NotFound 404 InvalidInstanceId.NotFound 404 InvalidSecurityGroupId.NotFound',
  'Ecs LeaveSecurityGroup':
    '400 InvalidInstanceId.Malformed 400 InvalidOperation.InvalidEniState 400 InvalidSecurityGroupAssociation.NotFound 400 InvalidSecurityGroupId.Malformed 400 MissingParameter 400 MissingParameter.RegionId 403 IncorrectInstanceStatus 403 InstanceLastSecurityGroup 403 InvalidOperation.AtLeastInOneGroup 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.InvalidEniType 403 InvalidParam.EniIdAndInstanceId.Conflict 403 InvalidParam.Malformed 404 InvalidEniId.NotFound 404 InvalidInstanceId.NotFound 404 InvalidSecurityGroupId.NotFound',
  'Ecs ListTagResources':
    '400 Duplicate.TagKey 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 InvalidTags.MalFormed 400 NumberExceed.ResourceIds 400 NumberExceed.Tags 403 BothEmpty.TagsAndResources 403 Invalid.NextToken 403 PermissionDenied.TagsFuzzyQuery 403 QuotaExceed.Tags 404 InvalidRegionId.NotFound 404 InvalidResourceType.NotFound',
  'Ecs ModifyDiskAttribute':
    '400 BurstingEnabledForDiskCategoryUnsupported 400 InvalidBurstingEnabled.DiskSizeTooSmall 400 InvalidDescription.Malformed 400 InvalidDiskName.Malformed 400 InvalidParameter 400 InvalidRegionId.MalFormed 400 MissingParameter.DiskIdOrDiskIds 400 NoAttributeToModify 400 ParameterConflict.DiskIdAndDiskIds 403 DiskNotPortable 403 IncorrectDiskStatus 404 InvalidDiskId.NotFound',
  'Ecs ModifyDiskChargeType':
    '400 ChargeTypeViolation 400 InvalidOperation.DiskMustAttachedToInstance 400 InvalidParameter 404 InvalidDiskIds.NotFound 404 InvalidInstanceId.NotFound 404 InvalidRegionId.NotFound',
  'Ecs ModifyDiskSpec':
    '400 DryRunOperation 400 InvalidDestinationZoneId.DiskCategoryUnsupported 400 InvalidDiskCategory.ValueNotSupported 400 InvalidOperation.InstanceStatusUnsupported 400 InvalidPerformanceLevel.Malformed 400 InvalidPerformanceLevelParam.Mismatch 400 InvalidProvisionedIops.LimitExceed 400 ProvisionedIopsForDiskCategoryUnsupported 403 DiskCreatingSnapshot 403 IncorrectDiskStatus 403 InvalidPerformanceLevel.TooLow 403 InvalidPerformanceParameter.DiskNotInDedicatedStorageCluster 403 NoChangeInDiskCategoryAndPerformanceLevel 403 OperationDenied 403 OperationDenied.PerformanceLevelNotMatch 404 InvalidDiskId.NotFound',
  'Ecs ModifyInstanceAttachmentAttributes':
    '400 InvalidParameter 400 MissingParameter 404 InvalidInstanceId.NotFound',
  'Ecs ModifyInstanceAttribute':
    '400 InvalidDescription.Malformed 400 InvalidHostName.Malformed 400 InvalidInstanceName.Malformed 400 InvalidInstanceStatus.CreditSpecRestricted 400 InvalidOperation.InvalidEcsState 400 InvalidParameter 400 InvalidParameter.CreditSpecification 400 InvalidParameter.RecycleBin 400 InvalidPassword.Malformed 400 InvalidUserData.SizeExceeded 400 JoinedGroupLimitExceed 403 AclLimitExceed 403 IncorrectInstanceStatus 403 InvalidOperation.ExceedInstanceTypeQueueNumber 403 InvalidOperation.MaxEniQueueNumberExceeded 403 InvalidOperation.MultiGroupType 403 InvalidOperation.VpcMismatch 403 InvalidParameter.InvalidEniQueueNumber 403 InvalidSecurityGroupId.NotVpc 403 SecurityGroupInstanceLimitExceed 404 InvalidInstanceId.NotFound 404 InvalidParameter.SecurityGroupIdRepeated 404 InvalidSecurityGroupId.NotFound',
  'Ecs ModifyInstanceAutoReleaseTime':
    '400 InvalidAutoReleaseTime.Malformed 400 MissingParameter 403 ChargeTypeViolation 404 NoSuchResource',
  'Ecs ModifyInstanceAutoRenewAttribute':
    '403 ChargeTypeViolation 403 InvalidParameter.Duration 403 InvalidParameter.InvalidInstanceId 403 InvalidParameter.RenewalStatus 403 InvalidParameter.ToManyInstanceIds 403 InvalidPeriodUnit.ValueNotSupported',
  'Ecs ModifyInstanceChargeType':
    '400 DryRunOperation 400 InstancesIdQuotaExceed 400 InvalidInstanceChargeType.ValueNotSupported 400 InvalidParameter 400 InvalidParameter.InstanceIds 400 InvalidPeriod 400 InvalidPeriod.UnitMismatch 400 InvalidStatus.ValueNotSupported 400 ReleaseTimeHaveBeenSet 404 InvalidInstanceId.NotFound',
  'Ecs ModifyInstanceMaintenanceAttributes':
    '403 InstanceIdLimitExceeded 403 InvalidParameter 404 InvalidInstanceId.NotFound',
  'Ecs ModifyInstanceMetadataOptions':
    '400 InvalidHttpEndpoint.NotSupported 400 InvalidHttpPutResponseHopLimit.NotSupported 400 InvalidHttpTokens.NotSupported 400 InvalidParameter 404 InvalidInstanceId.NotFound',
  'Ecs ModifyInstanceNetworkSpec':
    '400 InsufficientPublicIp 400 InvalidInternetChargeType.ValueNotSupported 400 InvalidInternetMaxBandwidthIn.ValueNotSupported 400 InvalidInternetMaxBandwidthOut.ValueNotSupported 400 InvalidParam.AllocatePublicIp 400 InvalidStartTime.ValueNotSupported 403 IncorrectInstanceStatus 403 InvalidInstance.InstanceNotSupported 404 InvalidInstanceId.NotFound',
  'Ecs ModifyInstanceSpec':
    '400 DependencyViolation.InstanceType 400 DryRunOperation 400 InvalidInstanceStatus.NotStopped 400 InvalidInstanceType.ValueNotSupported 400 InvalidInstanceType.ValueNotSupported 400 InvalidParam.SystemDiskCategory 400 InvalidParameter 400 InvalidParameter.Bandwidth 400 InvalidParameter.Mismatch 400 MissingParameter 403 ChargeTypeViolation 403 EniPerInstanceLimitExceeded 403 InvalidInstance.EipNotSupport 403 InvalidOperation.Ipv4CountExceeded 403 InvalidOperation.Ipv6CountExceeded 403 InvalidOperation.Ipv6NotSupport 403 InvalidStatus.ValueNotSupported 404 InvalidInstanceId.NotFound',
  'Ecs ModifyInstanceVpcAttribute':
    '400 IncorrectInstanceStatus 400 IncorrectVSwitchStatus 400 InvalidPrivateIpAddress.Duplicated 400 InvalidPrivateIpAddress.Malformed 400 InvalidPrivateIpAddress.Mismatch 400 InvalidVSwitchId.Mismatch 400 JoinedGroupLimitExceed 400 MissingParameter 403 AclLimitExceed 403 InvalidOperation.MultiGroupType 403 InvalidOperation.VpcMismatch 403 InvalidSecurityGroupId.NotVpc 403 InvalidVSwitchId.IpNotEnough 403 OperationDenied 403 OperationDenied 403 SecurityGroupInstanceLimitExceed 404 InvalidInstanceId.NotFound 404 InvalidParameter.SecurityGroupIdRepeated 404 InvalidSecurityGroupId.NotFound 404 InvalidVSwitchId.NotFound',
  'Ecs ModifyNetworkInterfaceAttribute':
    '400 Forbidden.RegionId 400 InvalidOperation.EniQueuePairNumberOverflow 400 InvalidOperation.EniTrafficModeNotSupportIPv6 400 InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded 400 InvalidOperation.InstanceTypeNotSupportHighPerformance 400 InvalidOperation.InstanceTypeNotSupportRss 400 InvalidOperation.InvalidEniState 400 InvalidOperation.MaxEniQueuePairNumberExceed 400 InvalidOperation.NotSupportModifyQueueNumber 400 InvalidOperation.NotSupportModifyVFQueueNumberAndVFQuantity 400 InvalidOperation.TrunkAttachmentMustEmpty 400 InvalidParameter 400 InvalidParameter.Conflict 400 InvalidParameter.EniConnectionTrackingConfiguration 400 InvalidParameter.EniEnhancedNetwork 400 InvalidParameter.EniQueueSize 400 InvalidParameter.EniTrafficMode 400 InvalidParameter.InvalidQueuePairNumber 400 InvalidParameter.QueuePairNumberMustEmpty 400 InvalidParams.EniId 400 InvalidTrafficMode.ModifyToStandardNotSupported 400 JoinedGroupLimitExceed 400 MissingParameter 403 Abs.InvalidAccount.NotFound 403 AclLimitExceed 403 Forbidden.NotSupportRAM 403 Forbidden.SubUser 403 InvalidOperation.EniCountExceeded 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.ExceedInstanceTypeQueueNumber 403 InvalidOperation.MaxEniQueueNumberExceeded 403 InvalidOperation.ModifyPrimaryEniQueueNumber 403 InvalidOperation.MultiGroupType 403 InvalidOperation.VpcMismatch 403 InvalidParameter.InvalidEniQueueNumber 403 InvalidParams.NetworkInterfaceName 403 InvalidSecurityGroupId.NotVpc 403 InvalidUserType.NotSupported 403 SecurityGroupInstanceLimitExceed 404 InvalidEniId.NotFound 404 InvalidOperation.PrimaryEniOnlySupportModifyNameAndDesc 404 InvalidParameter.SecurityGroupIdRepeated 404 InvalidSecurityGroupId.NotFound',
  'Ecs ModifySecurityGroupAttribute':
    '400 InvalidSecurityGroupDiscription.Malformed 400 InvalidSecurityGroupId.Malformed 400 InvalidSecurityGroupName.Malformed 404 InvalidSecurityGroupId.NotFound',
  'Ecs ModifySecurityGroupEgressRule':
    '400 ILLEGAL_IPV6_CIDR 400 InvalidDestCidrIp.Malformed 400 InvalidDestGroup.NotFound 400 InvalidDestGroupId.Mismatch 400 InvalidGroupAuthParameter.OperationDenied 400 InvalidGroupParameter.OperationDenied 400 InvalidIpPortRange.Malformed 400 InvalidIpProtocol.Malformed 400 InvalidIpProtocol.ValueNotSupported 400 InvalidNicType.Mismatch 400 InvalidNicType.ValueNotSupported 400 InvalidOperation.ModifyNicType 400 InvalidOperation.ModifyPortRangeType 400 InvalidOperation.ModifySgRuleEntityType 400 InvalidOperation.RuleDuplicate 400 InvalidParam.DestCidrIp 400 InvalidParam.DestIp 400 InvalidParam.InvalidModifyRuleRequest 400 InvalidParam.Ipv4ProtocolConflictWithIpv6Address 400 InvalidParam.Ipv6DestCidrIp 400 InvalidParam.Ipv6ProtocolConflictWithIpv4Address 400 InvalidParam.Ipv6SourceCidrIp 400 InvalidParam.PortRange 400 InvalidParam.ProtocolAndAddressFamilyMismatch 400 InvalidParam.ProtocolAndPortRangeMismatch 400 InvalidParam.ProtocolNotSupportPortRangeList 400 InvalidParam.SecurityGroupRuleId 400 InvalidParam.SourceCidrIp 400 InvalidParam.SourceIp 400 InvalidParameter.Conflict 400 InvalidParamter.Conflict 400 InvalidPolicy.Malformed 400 InvalidPortRangeListId.NotFound 400 InvalidPriority.Malformed 400 InvalidPriority.ValueNotSupported 400 InvalidSecurityGroup.InvalidNetworkType 400 InvalidSecurityGroupDiscription.Malformed 400 InvalidSecurityGroupId.Malformed 400 InvalidSourceCidrIp.Malformed 400 InvalidSourceGroup.NotFound 400 InvalidSourceGroupId.Mismatch 400 InvalidSourcePortRange.Malformed 400 MissingParameter.Dest 400 MissingParameter.Source 400 NotSupported.ClassicNetworkPrefixList 400 OperationDenied 403 InvalidDestGroupId.Mismatch 403 InvalidNetworkType.Conflict 403 InvalidNetworkType.Mismatch 403 InvalidNicType.Mismatch 403 InvalidParamter.Conflict 403 InvalidSecurityGroup.IsSame 403 InvalidSourceGroupId.Mismatch 404 InvalidDestGroupId.NotFound 404 InvalidPrefixListId.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidSecurityGroupRuleId.NotFound 404 InvalidSourceGroupId.NotFound 404 SecurityGroupRule.NotFound',
  'Ecs ModifySecurityGroupPolicy':
    '400 InvalidGroupParameter.OperationDenied 400 InvalidPolicy.Malformed 400 InvalidSecurityGroupId.Malformed 404 InvalidSecurityGroupId.NotFound',
  'Ecs ModifySecurityGroupRule':
    '400 ILLEGAL_IPV6_CIDR 400 InvalidDestCidrIp.Malformed 400 InvalidDestGroup.NotFound 400 InvalidDestGroupId.Mismatch 400 InvalidGroupAuthParameter.OperationDenied 400 InvalidGroupParameter.OperationDenied 400 InvalidIpPortRange.Malformed 400 InvalidIpProtocol.Malformed 400 InvalidIpProtocol.ValueNotSupported 400 InvalidNicType.Mismatch 400 InvalidNicType.ValueNotSupported 400 InvalidOperation.ModifyNicType 400 InvalidOperation.ModifyPortRangeType 400 InvalidOperation.ModifySgRuleEntityType 400 InvalidOperation.RuleDuplicate 400 InvalidParam.DestCidrIp 400 InvalidParam.DestIp 400 InvalidParam.InvalidModifyRuleRequest 400 InvalidParam.Ipv4ProtocolConflictWithIpv6Address 400 InvalidParam.Ipv6DestCidrIp 400 InvalidParam.Ipv6ProtocolConflictWithIpv4Address 400 InvalidParam.Ipv6SourceCidrIp 400 InvalidParam.PortRange 400 InvalidParam.ProtocolAndAddressFamilyMismatch 400 InvalidParam.ProtocolAndPortRangeMismatch 400 InvalidParam.ProtocolNotSupportPortRangeList 400 InvalidParam.SecurityGroupRuleId 400 InvalidParam.SourceCidrIp 400 InvalidParam.SourceIp 400 InvalidParameter.Conflict 400 InvalidPolicy.Malformed 400 InvalidPortRangeListId.NotFound 400 InvalidPriority.Malformed 400 InvalidPriority.ValueNotSupported 400 InvalidSecurityGroup.InvalidNetworkType 400 InvalidSecurityGroupDiscription.Malformed 400 InvalidSecurityGroupId.Malformed 400 InvalidSourceCidrIp.Malformed 400 InvalidSourceGroup.NotFound 400 InvalidSourceGroupId.Mismatch 400 InvalidSourcePortRange.Malformed 400 MissingParameter 400 MissingParameter.Dest 400 MissingParameter.Source 400 NotSupported.ClassicNetworkPrefixList 400 OperationDenied 403 InvalidDestGroupId.Mismatch 403 InvalidNetworkType.Conflict 403 InvalidNetworkType.Mismatch 403 InvalidParamter.Conflict 403 InvalidSecurityGroup.IsSame 403 InvalidSourceGroupId.Mismatch 404 InvalidDestGroupId.NotFound 404 InvalidPrefixListId.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidSecurityGroupRuleId.NotFound 404 InvalidSourceGroupId.NotFound 404 SecurityGroupRule.NotFound',
  'Ecs RebootInstance':
    '400 DryRunOperation 403 IncorrectInstanceStatus 404 InvalidInstanceId.NotFound',
  'Ecs RebootInstances':
    '400 DRYRUN.SUCCESS 400 InvalidParameter 403 IncorrectInstanceStatus 404 InvalidInstanceId.NotFound',
  'Ecs RemoveTags':
    '400 InvalidTag.Mismatch 400 InvalidTagCount 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 404 InvalidResourceId.NotFound 404 InvalidResourceType.NotFound',
  'Ecs ReplaceSystemDisk':
    '400 InvalidKeyPairName.NotFound 400 InvalidParameter.Conflict 400 InvalidPassword.Malformed 400 InvalidPasswordParam.Mismatch 400 InvalidSystemDiskSize.ValueNotSupported 400 MissingParameter 403 DiskCreatingSnapshot 403 ImageNotSupportInstanceType 403 IncorrectInstanceStatus 403 OperationDenied.InstanceCreating 404 InvalidImageId.NotFound 404 InvalidInstanceId.NotFound',
  'Ecs ResizeDisk':
    '400 InvalidParam.Type 400 InvalidParameter 400 InvalidRegionId.MalFormed 403 DiskCreatingSnapshot 403 IncorrectDiskStatus 403 IncorrectInstanceStatus 403 InvalidDiskCategory.NotSupported 403 InvalidDiskSize 403 InvalidDiskSize.TooLarge 403 InvalidDiskSize.TooSmall 403 InvalidInstanceStatus.NotRunning 404 InvalidDiskId.NotFound',
  'Ecs RevokeSecurityGroup':
    '400 ILLEGAL_IPV6_CIDR 400 InvalidDestCidrIp.Malformed 400 InvalidDestGroup.NotFound 400 InvalidDestGroupId.Mismatch 400 InvalidGroupAuthParameter.OperationDenied 400 InvalidGroupParameter.OperationDenied 400 InvalidIpPortRange.Malformed 400 InvalidIpProtocol.Malformed 400 InvalidIpProtocol.ValueNotSupported 400 InvalidNicType.ValueNotSupported 400 InvalidParam.DestCidrIp 400 InvalidParam.DestIp 400 InvalidParam.DuplicatePermissions 400 InvalidParam.Ipv4ProtocolConflictWithIpv6Address 400 InvalidParam.Ipv6DestCidrIp 400 InvalidParam.Ipv6ProtocolConflictWithIpv4Address 400 InvalidParam.Ipv6SourceCidrIp 400 InvalidParam.Permissions 400 InvalidParam.PortRange 400 InvalidParam.ProtocolNotSupportPortRangeList 400 InvalidParam.SecurityGroupRuleId 400 InvalidParam.SecurityGroupRuleIdRepeated 400 InvalidParam.SourceCidrIp 400 InvalidParam.SourceIp 400 InvalidParameter.Conflict 400 InvalidParamter.Conflict 400 InvalidPolicy.Malformed 400 InvalidPortRange.Malformed 400 InvalidPortRangeListId.NotFound 400 InvalidPriority.Malformed 400 InvalidPriority.ValueNotSupported 400 InvalidSecurityGroup.InvalidNetworkType 400 InvalidSecurityGroupDiscription.Malformed 400 InvalidSecurityGroupId.Malformed 400 InvalidSourceCidrIp.Malformed 400 InvalidSourceGroup.NotFound 400 InvalidSourceGroupId.Mismatch 400 InvalidSourcePortRange.Malformed 400 MissingParameter 400 MissingParameter.Dest 400 MissingParameter.Source 400 NotSupported.ClassicNetworkPrefixList 400 OperationDenied 403 InvalidDestGroupId.Mismatch 403 InvalidNetworkType.Conflict 403 InvalidNetworkType.Mismatch 403 InvalidNicType.Mismatch 403 InvalidSecurityGroup.IsSame 404 InvalidDestGroupId.NotFound 404 InvalidPrefixListId.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidSecurityGroupRuleId.NotFound 404 InvalidSourceGroupId.NotFound',
  'Ecs RevokeSecurityGroupEgress':
    '400 ILLEGAL_IPV6_CIDR 400 InvalidDestCidrIp.Malformed 400 InvalidDestGroup.NotFound 400 InvalidDestGroupId.Mismatch 400 InvalidGroupAuthParameter.OperationDenied 400 InvalidGroupParameter.OperationDenied 400 InvalidIpPortRange.Malformed 400 InvalidIpProtocol.Malformed 400 InvalidIpProtocol.ValueNotSupported 400 InvalidNicType.ValueNotSupported 400 InvalidParam.DestCidrIp 400 InvalidParam.DestIp 400 InvalidParam.DuplicatePermissions 400 InvalidParam.Ipv4ProtocolConflictWithIpv6Address 400 InvalidParam.Ipv6DestCidrIp 400 InvalidParam.Ipv6ProtocolConflictWithIpv4Address 400 InvalidParam.Ipv6SourceCidrIp 400 InvalidParam.Permissions 400 InvalidParam.PortRange 400 InvalidParam.ProtocolNotSupportPortRangeList 400 InvalidParam.SecurityGroupRuleId 400 InvalidParam.SecurityGroupRuleIdRepeated 400 InvalidParam.SourceCidrIp 400 InvalidParam.SourceIp 400 InvalidParameter.Conflict 400 InvalidPolicy.Malformed 400 InvalidPortRange.Malformed 400 InvalidPortRangeListId.NotFound 400 InvalidPriority.Malformed 400 InvalidPriority.ValueNotSupported 400 InvalidSecurityGroup.InvalidNetworkType 400 InvalidSecurityGroupDiscription.Malformed 400 InvalidSecurityGroupId.Malformed 400 InvalidSourceCidrIp.Malformed 400 InvalidSourceGroup.NotFound 400 InvalidSourceGroupId.Mismatch 400 InvalidSourcePortRange.Malformed 400 MissingParameter 400 MissingParameter.Dest 400 MissingParameter.Source 400 NotSupported.ClassicNetworkPrefixList 400 OperationDenied 403 InvalidNetworkType.Conflict 403 InvalidNetworkType.Mismatch 403 InvalidNicType.Mismatch 403 InvalidParamter.Conflict 403 InvalidSecurityGroup.IsSame 403 InvalidSourceGroupId.Mismatch 404 InvalidDestGroupId.NotFound 404 InvalidPrefixListId.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidSecurityGroupRuleId.NotFound 404 InvalidSourceGroupId.NotFound',
  'Ecs RunInstances':
    '400 BurstingEnabledForDiskCategoryUnsupported 400 DryRunOperation 400 Duplicate.TagKey 400 IncorrectVSwitchStatus 400 InstanceDiskNumber.LimitExceed 400 InsufficientPublicIp 400 InvalidAutoReleaseTime.Malformed 400 InvalidAutoRenewPeriod.ValueNotSupported 400 InvalidBurstingEnabled.DiskSizeTooSmall 400 InvalidDataDevice.Malformed 400 InvalidDataDiskCategory.ValueNotSupported 400 InvalidDataDiskSize.ValueNotSupported 400 InvalidDescription.Malformed 400 InvalidDiskDescription.Malformed 400 InvalidDiskName.Malformed 400 InvalidHostName.Malformed 400 InvalidHttpEndpoint.NotSupported 400 InvalidHttpPutResponseHopLimit.NotSupported 400 InvalidHttpTokens.NotSupported 400 InvalidInstanceChargeType.NotFound 400 InvalidInstanceName.Malformed 400 InvalidInstanceType.ValueNotSupported 400 InvalidInternetChargeType.ValueNotSupported 400 InvalidInternetMaxBandwidthIn.Malformed 400 InvalidInternetMaxBandwidthOut.Malformed 400 InvalidIoOptimize.ValueNotSupported 400 InvalidMinAmount.Malformed 400 InvalidOperation.EniQueuePairNumberOverflow 400 InvalidOperation.EniTrafficModeNotSupportIPv6 400 InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded 400 InvalidOperation.InstanceTypeNotSupportHighPerformance 400 InvalidOperation.InvalidEcsState 400 InvalidOperation.InvalidEniState 400 InvalidOperation.MaxEniQueuePairNumberExceed 400 InvalidParam.NetworkInterface 400 InvalidParameter 400 InvalidParameter.Conflict 400 InvalidParameter.CreditSpecification 400 InvalidParameter.EncryptedIllegal 400 InvalidParameter.Mismatch 400 InvalidParameter.NetworkCardIndexInvalid 400 InvalidParams.EniId 400 InvalidPassword.Malformed 400 InvalidPasswordParam.Mismatch 400 InvalidPerformanceLevel.Malformed 400 InvalidPeriod 400 InvalidPeriodType.ValueNotSupported 400 InvalidPrivateIpAddress.Duplicated 400 InvalidPrivateIpAddress.Malformed 400 InvalidProvisionedIops.LimitExceed 400 InvalidRamRole.NotEcsRole 400 InvalidSpotStrategy 400 InvalidSystemDiskCategory.ValueNotSupported 400 InvalidSystemDiskSize.ValueNotSupported 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 InvalidUserData.SizeExceeded 400 JoinedGroupLimitExceed 400 MissingParameter 400 ProvisionedIopsForDiskCategoryUnsupported 403 AclLimitExceed 403 DependencyViolation.WindowsInstance 403 EniPerInstanceLimitExceeded 403 ImageNotSupportInstanceType 403 InvalidDevice.InUse 403 InvalidEncrypted.NotMatchSnapshot 403 InvalidIp.Address 403 InvalidIp.IpAssigned 403 InvalidIp.IpPrefixNotStrict 403 InvalidIp.IpRepeated 403 InvalidOperation.AvailabilityZoneMismatch 403 InvalidOperation.EniServiceManaged 403 InvalidOperation.EniTypeNotSupportTrunking 403 InvalidOperation.ExceedInstanceTypeQueueNumber 403 InvalidOperation.InstanceTypeNotSupportEniTrunking 403 InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode 403 InvalidOperation.InvalidEniType 403 InvalidOperation.InvalidTrunkEniStatus 403 InvalidOperation.Ipv4CountExceeded 403 InvalidOperation.Ipv6CountExceeded 403 InvalidOperation.Ipv6NotSupport 403 InvalidOperation.MaxEniQueueNumberExceeded 403 InvalidOperation.MultiGroupType 403 InvalidOperation.TrunkingIsNotAllowed 403 InvalidOperation.VpcMismatch 403 InvalidParam.Amount 403 InvalidParameter.EniTrafficMode 403 InvalidParameter.InvalidEniQueueNumber 403 InvalidParameter.InvalidQueuePairNumber 403 InvalidParameter.QueuePairNumberMustEmpty 403 InvalidParams.HostnameExceed 403 InvalidParams.InstanceNameExceed 403 InvalidParams.NetworkInterfaceName 403 InvalidSecurityGroupId.NotVpc 403 InvalidSnapshotId.NotDataDiskSnapshot 403 InvalidSnapshotId.NotReady 403 InvalidVSwitch.Ipv6NotTurnOn 403 InvalidVSwitchId.IpInvalid 403 InvalidVSwitchId.IpNotEnough 403 MaxEniCountExceeded 403 MaxEniIpv6IpsCountExceeded 403 QuotaExceed.Tags 403 SecurityGroupInstanceLimitExceed 404 InvalidDataDiskSnapshotId.NotFound 404 InvalidEniId.NotFound 404 InvalidImageId.NotFound 404 InvalidKeyPairName.NotFound 404 InvalidLaunchTemplate.NotFound 404 InvalidParameter.SecurityGroupIdRepeated 404 InvalidRamRole.NotFound 404 InvalidResourceGroup.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidSecurityGroupId.NotFound 404 InvalidVSwitchId.NotFound 500 InternalError',
  'Ecs StartInstance':
    '400 DryRunOperation 403 IncorrectInstanceStatus 404 InvalidInstanceId.NotFound',
  'Ecs StartInstances':
    '400 DRYRUN.SUCCESS 400 InvalidParameter 403 IncorrectInstanceStatus 404 InvalidInstanceId.NotFound',
  'Ecs StopInstance':
    '400 DryRunOperation 400 InvalidParameter 403 IncorrectInstanceStatus 404 InvalidInstanceId.NotFound',
  'Ecs StopInstances':
    '400 DRYRUN.SUCCESS 400 InvalidParameter 403 IncorrectInstanceStatus 404 InvalidInstanceId.NotFound',
  'Ecs TagResources':
    '400 Duplicate.TagKey 400 InvalidTagKey.Malformed 400 InvalidTagValue.Malformed 400 NumberExceed.ResourceIds 400 NumberExceed.Tags 403 QuotaExceed.Tags 404 InvalidRegionId.NotFound 404 InvalidResourceId.NotFound 404 InvalidResourceType.NotFound',
  'Ecs UnassignIpv6Addresses':
    '400 InvalidOperation.InvalidEcsState 400 InvalidOperation.InvalidEniState 400 InvalidParameter 400 InvalidParameter.Conflict 400 InvalidParams.EniId 403 InvalidIp.Address 403 InvalidIp.IpPrefixIllegal 403 InvalidIp.IpPrefixMaskInvalid 403 InvalidIp.IpPrefixMaskNotSame 403 InvalidIp.IpPrefixNotStrict 403 InvalidIp.IpRepeated 403 InvalidIp.IpUnassigned 403 InvalidOperation.EniServiceManaged 403 MissingParameter 404 InvalidEniId.NotFound',
  'Ecs UnassignPrivateIpAddresses':
    '400 Forbidden.RegionId 400 InvalidEniId.Malformed 400 InvalidOperation.InvalidEcsState 400 InvalidOperation.InvalidEniState 400 InvalidParameter 400 InvalidParameter.Conflict 403 Abs.InvalidAccount.NotFound 403 Forbidden.NotSupportRAM 403 Forbidden.SubUser 403 InvalidIp.IpPrefixIllegal 403 InvalidIp.IpPrefixMaskInvalid 403 InvalidIp.IpPrefixMaskNotSame 403 InvalidIp.IpPrefixNotStrict 403 InvalidIp.IpRepeated 403 InvalidIp.IpUnassigned 403 InvalidOperation.EniLinked 403 InvalidOperation.EniServiceManaged 403 InvalidPrivateIpAddress.Malformed 403 InvalidUserType.NotSupported 403 InvalidVSwitchId.IpInvalid 403 MissingParameter 404 InvalidEniId.NotFound',
  'Ecs UntagResources':
    '400 Duplicate.TagKey 400 MissingParameter.Tags 400 NumberExceed.ResourceIds 400 NumberExceed.Tags 404 InvalidRegionId.NotFound 404 InvalidResourceId.NotFound 404 InvalidResourceType.NotFound',
  'Vpc AllocateEipAddress':
    '400 Forbidden.TagKey.Duplicated 400 IllegalParam.Isp 400 IllegalParam.Zone 400 InvalidParameter 400 InvalidResourceGroupId 400 InvalidTagKey 400 InvalidTagValue 400 Ip.Allocated 400 OperationFailed.AllocateUnfamiliarIp 400 OperationFailed.InsufficientEIP 400 QuotaExceeded.Eip 400 ResourceNotFound.Ip 400 ResourceNotFound.PublicIpAddressPool 400 SizeLimitExceeded.TagNum',
  'Vpc AllocateIpv6InternetBandwidth':
    '400 DryRunOperation 400 IllegalParam.Bandwidth 400 IllegalParam.InternetChargeType 400 OperationFailed.InternetBandwidthAlreadyExisted 400 OperationFailed.Ipv6GatewayDisMatchIpv6Address 400 OperationFailed.Ipv6GatewayNotExist 404 ResourceNotFound.Ipv6Address',
  'Vpc AssociateEipAddress':
    '400 BindInstance.NotSupported 400 Eni.Attached 400 Eni.HasSubIp 400 IllegalParam.Mode 400 IncorrectEipStatus 400 Invalid.DirectEip.BindType 400 InvalidAssociation.Duplicated 400 InvalidEip.EipQuotaExceeded 400 InvalidInstanceType.ValueNotSupported 400 InvalidParameter 400 InvalidParameter.BindingInstanceRegion 400 InvalidParameter.EniInstanceId 400 InvalidParameter.Mismatch 400 InvalidStatus.EcsStatusNotSupport 400 InvalidStatus.EniStatusNotSupport 400 Mode.Conflict 404 InvalidAllocationId.NotFound 404 InvalidInstanId.NotFound',
  'Vpc AssociateRouteTable':
    '400 Forbidden.NotInSameVpc 400 IncorrectStatus.RouteTable 400 IncorrectVSwitchStatus 400 OperationDenied.SwitchToSystemRouteTable 400 ResourceAlreadyAssociated.RouteTable 404 InvalidRouteTableId.NotFound 404 InvalidVSwitchId.NotFound',
  'Vpc AssociateVpcCidrBlock':
    '400 Duplicated.SecondaryCidrBlock 400 IllegalParam.IpVersion 400 IllegalParam.IpamPool 400 IllegalParam.Ipv6CidrBlock 400 IllegalParam.Ipv6Isp 400 IllegalParam.SecondaryCidrBlock 400 IncorrectStatus.Vpc 400 InvalidCidrBlock.Malformed 400 InvalidIpv6CidrBlock.Malformed 400 InvalidVpc.NotFound 400 MissingParam.SecondaryCidrOrIpv6Cidr 400 OperationDenied.CidrInExcludeCidrs 400 OperationFailed.ConflictWithEntry 400 OperationFailed.IPv6CidrNotReserved 400 OperationFailed.Ipv6CidrBlockExisted 400 ParamExclusive.SecondaryCidrAndIpv6Cidr 400 QuotaExceeded.IPv6CidrBlock 400 QuotaExceeded.VpcMultiCidr 400 UnsupportedFeature.Ipam',
  'Vpc CreateDefaultVSwitch':
    '400 IllegalParam.Ipv6CidrBlock 400 IncorrectVpcStatus 400 InvalidCidrBlock 400 InvalidCidrBlock.Overlapped 400 InvalidParameter 400 OperationDenied.AvailableCidrInsufficient 400 OperationUnsupported.Ipv6Feature 400 QuotaExceeded.DefaultVSwitch 400 QuotaExceeded.VSwitch 404 InvalidVpcId.NotFound 404 InvalidZoneId.NotFound',
  'Vpc CreateDefaultVpc':
    '400 IllegalParam.Ipv6CidrBlock 400 InvalidIpv6CidrBlock.Malformed 400 InvalidResourceGroupId 400 MissingParam.EnableIpv6 400 OperationFailed.IPv6CidrNotReserved 400 QuotaExceeded.DefaultVpc 400 QuotaExceeded.Vpc',
  'Vpc CreateIpv6Gateway':
    '400 DryRunOperation 400 Forbidden.TagKey.Duplicated 400 IncorrectStatus.Vpc 400 InvalidParameter 400 InvalidResourceGroupId 400 InvalidTagKey 400 InvalidTagValue 400 OperationUnsupported.Ipv6Feature 400 QuotaExceeded.Ipv6Gateway 400 SizeLimitExceeded.TagNum 404 InvalidVpcId.NotFound',
  'Vpc CreateRouteEntries':
    '400 DryRunOperation 400 IncorrectInstanceStatus 400 IncorrectRouteEntryStatus 400 IncorrectStatus.Ipv6Gateway 400 IncorrectStatus.RouteTableStatus 400 IncorrectVpcStatus 400 InvalidCIDRBlock.Duplicate 400 InvalidCidrBlock 400 InvalidCidrBlock.Malformed 400 InvalidDescription.Malformed 400 InvalidNextHop.NotFound 400 InvalidNextHopType 400 InvalidNexthop.DirectEni 400 InvalidNexthop.UnsupportedEniBizType 400 InvalidParameter 400 InvalidRouteEntryName.Malformed 400 Mismatch.EniIdAndRouteTableId 400 MissingParam.RouteTableId 400 MissingParameter 400 OperationDenied.NextHopTypeNotPermitted 400 OperationDenied.VpcIpv6NotEnabled 400 OperationFailed.InstanceDismatchCurrentVpc 400 OperationFailed.NotSupportIPV6 400 OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch 400 OperationUnsupported.Ipv6EntryOnPrimaryNetworkInterface 400 OperationUnsupported.MutipleIpv6Address 400 QuotaExceeded 404 InvalidInstanId.NotFound 404 InvalidIpv6Gateway.NotFound 404 InvalidNetworkInterface.NotFound 404 InvalidNextHopId.NotFound 404 InvalidRouteTableId.NotFound',
  'Vpc CreateRouteEntry':
    '400 DryRunOperation 400 IncorrectInstanceStatus 400 IncorrectRouteEntryStatus 400 IncorrectStatus.Ipv6Gateway 400 IncorrectStatus.RouteTableStatus 400 IncorrectVpcStatus 400 InvalidCIDRBlock.Duplicate 400 InvalidCidrBlock 400 InvalidCidrBlock.Malformed 400 InvalidDescription.Malformed 400 InvalidNextHop.NotFound 400 InvalidNextHopType 400 InvalidNexthop.DirectEni 400 InvalidNexthop.UnsupportedEniBizType 400 InvalidNexthopListSize 400 InvalidNexthopTypeAndList.BothNotNull 400 InvalidNexthopTypeAndList.BothNull 400 InvalidRouteEntryName.Malformed 400 InvalidRouterInterface 400 Mismatch.EniIdAndRouteTableId 400 MissingParameter 400 OperationDenied.NextHopTypeNotPermitted 400 OperationDenied.VpcIpv6NotEnabled 400 OperationFailed.InstanceDismatchCurrentVpc 400 OperationFailed.NotSupportIPV6 400 OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch 400 OperationUnsupported.Ipv6EntryOnPrimaryNetworkInterface 400 OperationUnsupported.MutipleIpv6Address 400 QuotaExceeded 404 InvalidInstanId.NotFound 404 InvalidIpv6Gateway.NotFound 404 InvalidNetworkInterface.NotFound 404 InvalidNextHopId.NotFound 404 InvalidRouteTableId.NotFound',
  'Vpc CreateRouteTable':
    '400 Forbidden.TagKey.Duplicated 400 IncorrectVpcStatus 400 InvalidParameter 400 InvalidParameter.Description.Malformed 400 InvalidParameter.RouteTableName.Malformed 400 InvalidTagKey 400 InvalidTagValue 400 QuotaExceeded.RouteTable 400 SizeLimitExceeded.TagNum 400 UnsupportedRegion 404 InvalidVpcId.NotFound',
  'Vpc CreateVSwitch':
    '400 Forbidden.TagKey.Duplicated 400 IllegalParam.CidrMask 400 IllegalParam.Ipv6CidrBlock 400 IncorrectVpcStatus 400 InvalidCidrBlock 400 InvalidCidrBlock.Malformed 400 InvalidCidrBlock.Overlapped 400 InvalidCirdrBlock.MaskLength 400 InvalidParameter 400 InvalidTagKey 400 InvalidTagValue 400 InvalidVSwitchDiscription.Malformed 400 InvalidVSwitchName.Malformed 400 MissingParam.CidrOrCidrMask 400 OperationDenied.AvailableCidrInsufficient 400 OperationUnsupported.Ipv6Feature 400 QuotaExceeded.VSwitch 400 SizeLimitExceeded.TagNum 404 InvalidVpcId.NotFound 404 InvalidZoneId.NotFound',
  'Vpc CreateVpc':
    '400 DryRunOperation 400 Forbidden.TagKey.Duplicated 400 IllegalParam.CidrBlockMask 400 IllegalParam.IpamPool 400 IllegalParam.Ipv6CidrBlock 400 IllegalParam.Ipv6Isp 400 IllegalParam.UserCidr 400 InvalidIpv6CidrBlock.Malformed 400 InvalidParameter 400 InvalidResourceGroupId 400 InvalidTagKey 400 InvalidTagValue 400 InvalidUserCidr.Malformed 400 InvalidUserCidr.Quota 400 InvalidVpcDiscription.Malformed 400 InvalidVpcName.Malformed 400 MissingParam.EnableIpv6 400 OperationDenied.CidrInExcludeCidrs 400 OperationFailed.IPv6CidrNotReserved 400 QuotaExceeded.Vpc 400 SizeLimitExceeded.TagNum 400 UnsupportedFeature.Ipam',
  'Vpc DeleteIpv6Gateway':
    '400 DependencyViolation.Ipv6InternetBandwidth 400 DryRunOperation 400 IncorrectStatus.Ipv6Gateway 404 InvalidIpv6Gateway.NotFound',
  'Vpc DeleteIpv6InternetBandwidth':
    '400 DryRunOperation 400 InvalidIpv6Instance.NotFound 400 MissingParam.Ipv6InstanceId',
  'Vpc DeleteRouteEntries':
    '400 DryRunOperation 400 IncorrectRouteEntryStatus 400 InvalidCidrBlock.Malformed 400 InvalidParameter 400 InvalidRouteEntry.NotFound 400 InvalidRouteEntryId.NotFound 400 MissingParam.RouteTableId 400 MissingParameter 400 OperationDenied 404 InvalidRouteTableId.NotFound',
  'Vpc DeleteRouteEntry':
    '400 DryRunOperation 400 IncorrectRouteEntryStatus 400 InvalidCidrBlock.Malformed 400 InvalidNextHop 400 InvalidRouteEntry.NotFound 400 InvalidRouteEntryId.NotFound 400 MissingParameter 400 OperationDenied 400 ParamExclusive.NextHopIdAndList 400 ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock 404 InvalidRouteTableId.NotFound',
  'Vpc DeleteRouteTable':
    '400 IncorrectRouteTableStatus 400 IncorrectRouteTableStatus.RouteEntryExist 400 IncorrectRouteTableType 404 InvalidRouteTableId.NotFound',
  'Vpc DeleteVSwitch':
    '400 DependencyViolation.Instance 400 DependencyViolation.NetworkInterface 400 DependencyViolation.RouteTable 400 DryRunOperation 400 IncorrectRouteEntryStatus 400 IncorrectVSwitchStatus 404 InvalidVSwitchId.NotFound',
  'Vpc DeleteVpc':
    '400 DependencyViolation.Ipv6Gateway 400 DependencyViolation.RouteEntry 400 DependencyViolation.RouteTable 400 DependencyViolation.SecurityGroup 400 DependencyViolation.VSwitch 400 DryRunOperation 400 IncorrectVpcStatus 404 InvalidVpcId.NotFound',
  'Vpc DeletionProtection':
    '400 DeletionProtection.TypeNotSupport 404 InvalidAllocationId.NotFound',
  'Vpc DescribeEipAddresses':
    '400 DryRunOperation 400 InvalidChargeType.ValueNotSupported 400 InvalidIAssociatedInstanceType.ValueNotSupported 400 InvalidParameter 400 InvalidTagKey 400 SizeLimitExceeded.TagNum',
  'Vpc DescribeHighDefinitionMonitorLogAttribute':
    '400 InvalidParameter 404 InvalidAllocationId.NotFound',
  'Vpc DescribeIpv6Addresses':
    '400 InvalidParameter 400 InvalidTagKey 400 SizeLimitExceeded.TagNum',
  'Vpc DescribeIpv6GatewayAttribute':
    '404 InvalidIpv6Gateway.NotFound',
  'Vpc DescribeIpv6Gateways':
    '400 InvalidParameter 400 InvalidTagKey 400 SizeLimitExceeded.TagNum',
  'Vpc DescribeRouteEntryList':
    '400 IllegalParam.IpVersion 400 IllegalParam.NextToken 400 IllegalParam.RouteEntryType 400 InvalidParameter 400 InvalidRouteTable.NotFound 400 OperationFailed.FilterParamUnderWrongRouteType',
  'Vpc DescribeRouteTableList':
    '400 InvalidParameter 400 InvalidTagKey 400 SizeLimitExceeded.TagNum',
  'Vpc DescribeRouteTables':
    '400 InvalidParameter 400 MissingParameter',
  'Vpc DescribeVRouters':
    '400 InvalidParameter',
  'Vpc DescribeVSwitchAttributes':
    '400 DryRunOperation 404 InvalidVSwitchId.NotFound',
  'Vpc DescribeVSwitches':
    '400 DryRunOperation 400 InvalidParameter 400 InvalidTagKey 400 InvalidVSwitchIdNumber.NotSupported 400 InvalidVpcIdNumber.NotSupported 400 MissingParameter 400 SizeLimitExceeded.TagNum',
  'Vpc DescribeVpcAttribute':
    '400 DryRunOperation 404 InvalidVpcId.NotFound',
  'Vpc DescribeVpcs':
    '400 DryRunOperation 400 InvalidParameter 400 InvalidTagKey 400 InvalidVpcIdNumber.NotSupported 400 SizeLimitExceeded.TagNum',
  'Vpc DisableVpcClassicLink':
    '400 IncorrectVpcStatus 404 InvalidVpcId.NotFound',
  'Vpc EnableVpcClassicLink':
    '400 IncorrectVpcStatus 404 InvalidVpcId.NotFound',
  'Vpc ListTagResources':
    '400 InvalidInstanceType.NotFound 400 InvalidParameter 400 InvalidTagKey 400 SizeLimitExceeded.ResourceId 400 SizeLimitExceeded.TagNum 403 BothEmpty.TagsAndResources',
  'Vpc ModifyEipAddressAttribute':
    '400 IncorrectEipStatus 400 InvalidParameter 404 InvalidAllocationId.NotFound',
  'Vpc ModifyEipForwardMode':
    '400 Eni.Attached 400 Eni.HasSubIp 400 IllegalParam.Mode 400 IncorrectEipStatus 400 Invalid.DirectEip.BindType 400 InvalidParameter.EniInstanceId 400 InvalidStatus.EcsStatusNotSupport 400 InvalidStatus.EniStatusNotSupport 400 Mode.Conflict 404 InvalidAllocationId.NotFound',
  'Vpc ModifyIpv6GatewayAttribute':
    '400 DryRunOperation 400 IncorrectStatus.Ipv6Gateway 400 InvalidParameter 404 InvalidIpv6Gateway.NotFound',
  'Vpc ModifyIpv6InternetBandwidth':
    '400 DryRunOperation 400 IllegalParam.Bandwidth 400 InvalidIpv6Instance.NotFound 400 MissingParam.Ipv6InstanceId',
  'Vpc ModifyRouteEntry':
    '400 DryRunOperation 400 IncorrectInstanceStatus 400 IncorrectRouteEntryStatus 400 IncorrectStatus.Ipv6Gateway 400 InvalidCidrBlock.Malformed 400 InvalidDescription.Malformed 400 InvalidNextHop.NotFound 400 InvalidNextHopType 400 InvalidNexthop.DirectEni 400 InvalidNexthop.UnsupportedEniBizType 400 InvalidRouteEntry.NotFound 400 InvalidRouteEntryId.NotFound 400 InvalidRouteEntryName.Malformed 400 Mismatch.EniIdAndRouteTableId 400 MissingParameter 400 OperationDenied 400 OperationDenied.NextHopTypeNotPermitted 400 OperationFailed.InstanceDismatchCurrentVpc 400 OperationFailed.NotSupportIPV6 400 OperationUnsupported.Ipv6EntryOnPrimaryNetworkInterface 400 OperationUnsupported.MutipleIpv6Address 400 ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock 404 InvalidInstanId.NotFound 404 InvalidIpv6Gateway.NotFound 404 InvalidNetworkInterface.NotFound 404 InvalidNextHopId.NotFound 404 InvalidRouteTableId.NotFound',
  'Vpc ModifyRouteTableAttributes':
    '400 Abs.InvaliTableName.Malformed 400 Abs.InvalidRouteTableId.NotExist 400 IncorrectStatus.RouteTable 400 InvalidDescription.Malformed',
  'Vpc ModifyVRouterAttribute':
    '400 InvalidVRouterDiscription.Malformed 400 InvalidVRouterName.Malformed 404 InvalidVRouterId.NotFound',
  'Vpc ModifyVSwitchAttribute':
    '400 DependencyViolation.NetworkInterface 400 IllegalParam.CidrMask 400 IllegalParam.Ipv6CidrBlock 400 IncorrectVSwitchStatus 400 InvalidCidrBlock 400 InvalidCidrBlock.Overlapped 400 InvalidParameter 400 InvalidVSwitchDiscription.Malformed 400 InvalidVSwitchName.Malformed 400 MissingParameter 400 OperationDenied.AvailableCidrInsufficient 400 OperationUnsupported.Ipv6Feature 404 InvalidVSwitchId.NotFound',
  'Vpc ModifyVpcAttribute':
    '400 DependencyViolation.Ipv6Gateway 400 DependencyViolation.VSwitch 400 IllegalParam.CidrBlockMask 400 IllegalParam.Ipv6CidrBlock 400 IllegalParam.Ipv6Isp 400 IncorrectVpcStatus 400 InvalidCidrBlock.Malformed 400 InvalidIpv6CidrBlock.Malformed 400 InvalidParameter 400 InvalidVpcDiscription.Malformed 400 InvalidVpcName.Malformed 400 MissingParam.EnableIpv6 400 OperationDenied.CidrConflictWithExistCidr 400 OperationDenied.CidrInExcludeCidrs 400 OperationFailed.IPv6CidrNotReserved 404 InvalidVpcId.NotFound',
  'Vpc MoveResourceGroup':
    '400 IllegalParam.ResourceType 400 InvalidResourceGroupId 400 InvalidResourceId.NotFound 400 OperationFailed.InstanceStatusNotAllowed',
  'Vpc ReleaseEipAddress':
    '400 IncorrectEipStatus 400 InvalidOperation.DeletionProtection 404 InvalidAllocationId.NotFound',
  'Vpc SetHighDefinitionMonitorLogStatus':
    '400 InvalidParameter 404 InvalidAllocationId.NotFound',
  'Vpc TagResources':
    '400 Forbidden.TagKey.Duplicated 400 InvalidInstanceIds.NotFound 400 InvalidInstanceType.NotFound 400 InvalidTagKey 400 InvalidTagValue 400 QuotaExceeded.TagNum 400 SizeLimitExceeded.ResourceId 400 SizeLimitExceeded.TagNum',
  'Vpc UnTagResources':
    '400 InvalidInstanceIds.NotFound 400 InvalidInstanceType.NotFound 400 MissingParameter 400 SizeLimitExceeded.ResourceId 400 SizeLimitExceeded.TagNum',
  'Vpc UnassociateEipAddress':
    '400 IncorrectEipStatus 400 InvalidInstanceId.NotFound 400 InvalidInstanceType.ValueNotSupported 400 InvalidParameter.EniInstanceId 400 InvalidStatus.EcsStatusNotSupport 400 InvalidStatus.EniStatusNotSupport 404 InvalidAllocationId.NotFound',
  'Vpc UnassociateRouteTable':
    '400 IncorrectVSwitchStatus 400 InvalidBindingStatus.RouteTable 400 OperationUnsupported.SystemRouteTable 404 InvalidRouteTableId.NotFound 404 InvalidVSwitchId.NotFound',
  'Vpc UnassociateVpcCidrBlock':
    '400 IllegalParam.Ipv6CidrBlock 400 IllegalParam.SecondaryCidrBlock 400 IncorrectStatus.Vpc 400 InvalidVpc.NotFound 400 MissingParam.SecondaryCidrOrIpv6Cidr 400 OperationFailed.CidrInUse 400 ParamExclusive.SecondaryCidrAndIpv6Cidr',
  'Ram AddUserToGroup':
    '400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.Group 404 EntityNotExist.User 409 EntityAlreadyExists.User.Group 409 LimitExceeded.User.Group',
  'Ram AttachPolicyToGroup':
    '400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 400 InvalidParameter.ResourceGroupId 404 EntityNotExist.Group 404 EntityNotExist.Policy 409 EntityAlreadyExists.Group.Policy 409 LimitExceeded.Group.Policy',
  'Ram AttachPolicyToRole':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 400 InvalidParameter.ResourceGroupId 400 InvalidParameter.RoleName.InvalidChars 400 InvalidParameter.RoleName.Length 404 EntityNotExist.Policy 404 EntityNotExist.Role 409 EntityAlreadyExists.Role.Policy 409 LimitExceeded.Role.Policy',
  'Ram AttachPolicyToUser':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 400 InvalidParameter.ResourceGroupId 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.Policy 404 EntityNotExist.User 409 EntityAlreadyExists.User.Policy 409 LimitExceeded.User.Policy',
  'Ram BindMFADevice':
    '400 InvalidParameter.AuthenticationCode.Format 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 403 CheckAuthenticationCodeFail 404 EntityNotExist.User 404 EntityNotExist.VirtualMFADevice 409 EntityAlreadyExists.User.MFADevice 409 EntityAlreadyExists.VirtualMFADevice.User',
  'Ram ChangePassword':
    '400 InvalidParameter.NewPassword.ReusePrevention 400 InvalidParameter.NewPassword.TooWeak 400 InvalidParameter.OldPassword.Incorrect 400 NotSupport.Account 404 EntityNotExist.User.LoginProfile',
  'Ram CreateAccessKey':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 400 MissingParameter 404 EntityNotExist.User 409 LimitExceeded.User.AccessKey',
  'Ram CreateGroup':
    '400 InvalidParameter.Comments.Length 400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 409 EntityAlreadyExists.Group 409 LimitExceeded.Group',
  'Ram CreateLoginProfile':
    '400 InvalidParameter.Password.TooWeak 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User 409 EntityAlreadyExists.User.LoginProfile',
  'Ram CreatePolicy':
    '400 Duplicate.TagKey 400 InvalidParameter.Description.Length 400 InvalidParameter.PolicyDocument.Length 400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.Tag 400 InvalidParameter.TagKey 400 InvalidParameter.TagValue 400 MalformedPolicyDocument 400 NumberExceed.Tags 409 EntityAlreadyExists.Policy 409 LimitExceeded.Policy',
  'Ram CreatePolicyVersion':
    '400 InvalidParameter.PolicyDocument.Length 400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.RotateStrategy 400 MalformedPolicyDocument 404 EntityNotExist.Policy 409 LimitExceeded.Policy.Version',
  'Ram CreateRole':
    '400 Duplicate.TagKey 400 InvalidParameter.AssumeRolePolicyDocument.Length 400 InvalidParameter.Description.Length 400 InvalidParameter.MaxSessionDuration 400 InvalidParameter.RoleName.InvalidChars 400 InvalidParameter.RoleName.Length 400 InvalidParameter.Tag 400 InvalidParameter.TagKey 400 InvalidParameter.TagValue 400 MalformedPolicyDocument 400 NumberExceed.Tags 409 EntityAlreadyExists.Role 409 LimitExceeded.Role',
  'Ram CreateUser':
    '400 InvalidParameter.Comments.Length 400 InvalidParameter.DisplayName.InvalidChars 400 InvalidParameter.DisplayName.Length 400 InvalidParameter.Email.Format 400 InvalidParameter.MobilePhone.Format 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 409 EntityAlreadyExists.User 409 LimitExceeded.User',
  'Ram CreateVirtualMFADevice':
    '400 InvalidParameter.VirtualMFADeviceName.InvalidChars 400 InvalidParameter.VirtualMFADeviceName.Length 409 EntityAlreadyExists.VirtualMFADevice 409 LimitExceeded.VirtualMFADevice',
  'Ram DecodeDiagnosticMessage':
    '404 EntityNotExist',
  'Ram DeleteAccessKey':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 400 MissingParameter 404 EntityNotExist.User 404 EntityNotExist.User.AccessKey',
  'Ram DeleteGroup':
    '400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 404 EntityNotExist.Group 409 DeleteConflict.Group.Policy 409 DeleteConflict.Group.User',
  'Ram DeleteLoginProfile':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User 404 EntityNotExist.User.LoginProfile',
  'Ram DeletePolicy':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 404 EntityNotExist.Policy 409 DeleteConflict.Policy.Group 409 DeleteConflict.Policy.Role 409 DeleteConflict.Policy.User 409 DeleteConflict.Policy.Version',
  'Ram DeletePolicyVersion':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.VersionId.Format 404 EntityNotExist.Policy 404 EntityNotExist.Policy.Version 409 DeleteConflict.Policy.Version.Default',
  'Ram DeleteRole':
    '400 InvalidParameter.RoleName.InvalidChars 400 InvalidParameter.RoleName.Length 404 EntityNotExist.Role 409 DeleteConflict.Role.Policy',
  'Ram DeleteUser':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User 409 DeleteConflict.User.AccessKey 409 DeleteConflict.User.Group 409 DeleteConflict.User.LoginProfile 409 DeleteConflict.User.MFADevice 409 DeleteConflict.User.Policy',
  'Ram DeleteVirtualMFADevice':
    '404 EntityNotExist.VirtualMFADevice 409 DeleteConflict.VirtualMFADevice.User',
  'Ram DetachPolicyFromGroup':
    '400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 400 InvalidParameter.ResourceGroupId 404 EntityNotExist.Group 404 EntityNotExist.Group.Policy 404 EntityNotExist.Policy',
  'Ram DetachPolicyFromRole':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 400 InvalidParameter.ResourceGroupId 400 InvalidParameter.RoleName.InvalidChars 400 InvalidParameter.RoleName.Length 404 EntityNotExist.Policy 404 EntityNotExist.Role 404 EntityNotExist.Role.Policy',
  'Ram DetachPolicyFromUser':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 400 InvalidParameter.ResourceGroupId 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.Policy 404 EntityNotExist.User 404 EntityNotExist.User.Policy',
  'Ram GetAccessKeyLastUsed':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 400 MissingParameter 404 EntityNotExist.User 404 EntityNotExist.User.AccessKey',
  'Ram GetGroup':
    '400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 404 EntityNotExist.Group',
  'Ram GetLoginProfile':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User 404 EntityNotExist.User.LoginProfile',
  'Ram GetPolicy':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 404 EntityNotExist.Policy',
  'Ram GetPolicyVersion':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 400 InvalidParameter.VersionId.Format 404 EntityNotExist.Policy 404 EntityNotExist.Policy.Version',
  'Ram GetRole':
    '400 InvalidParameter.RoleName.InvalidChars 400 InvalidParameter.RoleName.Length 404 EntityNotExist.Role',
  'Ram GetUser':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 400 MissingParameter 404 EntityNotExist.User',
  'Ram GetUserMFAInfo':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User 404 EntityNotExist.User.MFADevice',
  'Ram ListAccessKeys':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 400 MissingParameter 404 EntityNotExist.User',
  'Ram ListEntitiesForPolicy':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 404 EntityNotExist.Policy',
  'Ram ListGroups':
    '400 InvalidParameter',
  'Ram ListGroupsForUser':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User',
  'Ram ListPolicies':
    '400 InvalidParameter 400 InvalidParameter.PolicyType 400 InvalidParameter.Tag 400 InvalidParameter.TagKey 400 NumberExceed.Tags',
  'Ram ListPoliciesForGroup':
    '400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 404 EntityNotExist.Group',
  'Ram ListPoliciesForRole':
    '400 InvalidParameter.RoleName.InvalidChars 400 InvalidParameter.RoleName.Length 404 EntityNotExist.Role',
  'Ram ListPoliciesForUser':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User',
  'Ram ListPolicyVersions':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.PolicyType 404 EntityNotExist.Policy',
  'Ram ListRoles':
    '400 InvalidParameter 400 InvalidParameter.Tag 400 InvalidParameter.TagKey 400 NumberExceed.Tags',
  'Ram ListTagResources':
    '400 InvalidParameter 400 InvalidParameter.ResourceNames 400 InvalidParameter.ResourceType 400 InvalidParameter.Tag 400 InvalidParameter.TagKey 400 NumberExceed.Tags',
  'Ram ListUsers':
    '400 InvalidParameter',
  'Ram ListUsersForGroup':
    '400 InvalidParameter 400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 404 EntityNotExist.Group',
  'Ram RemoveUserFromGroup':
    '400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.Group 404 EntityNotExist.User 404 EntityNotExist.User.Group',
  'Ram SetAccountAlias':
    '400 InvalidParameter.AccountAlias.Format 400 InvalidParameter.AccountAlias.Length 409 EntityAlreadyExists.AccountAlias',
  'Ram SetDefaultPolicyVersion':
    '400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 400 InvalidParameter.VersionId.Format 404 EntityNotExist.Policy 404 EntityNotExist.Policy.Version',
  'Ram SetPasswordPolicy':
    '400 InvalidParameter 400 InvalidParameter.MinimumPasswordLength.Range',
  'Ram SetSecurityPreference':
    '400 InvalidParameter',
  'Ram TagResources':
    '400 Duplicate.TagKey 400 InvalidParameter.ResourceNames 400 InvalidParameter.ResourceType 400 InvalidParameter.Tag 400 InvalidParameter.TagKey 400 InvalidParameter.TagValue 400 NumberExceed.Tags 403 QuotaExceed.TagsPerResource 404 EntityNotExist.Policy 404 EntityNotExist.Role',
  'Ram UnbindMFADevice':
    '400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User 404 EntityNotExist.User.MFADevice',
  'Ram UntagResources':
    '400 InvalidParameter.ResourceNames 400 InvalidParameter.ResourceType 400 InvalidParameter.TagKeys 400 MissingParameter.TagKeysOrDeleteAll 404 EntityNotExist.Policy 404 EntityNotExist.Role',
  'Ram UpdateAccessKey':
    '400 InvalidParameter 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 400 MissingParameter 404 EntityNotExist.User 404 EntityNotExist.User.AccessKey',
  'Ram UpdateGroup':
    '400 InvalidParameter.GroupName.InvalidChars 400 InvalidParameter.GroupName.Length 400 InvalidParameter.NewComments.Length 400 InvalidParameter.NewGroupName.InvalidChars 400 InvalidParameter.NewGroupName.Length 404 EntityNotExist.Group 409 EntityAlreadyExists.Group',
  'Ram UpdateLoginProfile':
    '400 InvalidParameter.Password.TooWeak 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User 404 EntityNotExist.User.LoginProfile',
  'Ram UpdatePolicyDescription':
    '400 InvalidParameter.Description.Length 400 InvalidParameter.PolicyName.InvalidChars 400 InvalidParameter.PolicyName.Length 404 EntityNotExist.Policy',
  'Ram UpdateRole':
    '400 InvalidParameter.Description.Length 400 InvalidParameter.MaxSessionDuration 400 InvalidParameter.NewAssumeRolePolicyDocument.Length 400 InvalidParameter.RoleName.InvalidChars 400 InvalidParameter.RoleName.Length 400 MalformedPolicyDocument 404 EntityNotExist.Role',
  'Ram UpdateUser':
    '400 InvalidParameter.NewComments.Length 400 InvalidParameter.NewDisplayName.InvalidChars 400 InvalidParameter.NewDisplayName.Length 400 InvalidParameter.NewEmail.Format 400 InvalidParameter.NewMobilePhone.Format 400 InvalidParameter.NewUserName.InvalidChars 400 InvalidParameter.NewUserName.Length 400 InvalidParameter.UserName.InvalidChars 400 InvalidParameter.UserName.Length 404 EntityNotExist.User 409 EntityAlreadyExists.User',
  'Sts AssumeRole':
    '400 InvalidParameter.DurationSeconds 400 InvalidParameter.ExternalId 400 InvalidParameter.PolicyGrammar 400 InvalidParameter.PolicySize 400 InvalidParameter.RoleArn 400 InvalidParameter.RoleSessionName 400 InvalidParameter.SourceIdentity 403 NoPermission 404 EntityNotExist.Role',
  'Sts AssumeRoleWithOIDC':
    '400 InvalidParameter.DurationSeconds 400 InvalidParameter.PolicyGrammar 400 InvalidParameter.PolicySize 400 InvalidParameter.RoleArn 400 InvalidParameter.RoleSessionName 401 AuthenticationFail.NoPermission 401 AuthenticationFail.OIDCToken.Expired 401 AuthenticationFail.OIDCToken.Invalid 404 EntityNotExist.Role',
  'ResourceManager CreateResourceGroup':
    '400 Duplicate.TagKey 400 InvalidParameter.DisplayName 400 InvalidParameter.DisplayName.Length 400 InvalidParameter.Name.InvalidChars 400 InvalidParameter.Name.Length 400 InvalidParameter.TagKey 400 InvalidParameter.TagValue 400 NumberExceed.Tags 409 EntityAlreadyExists.ResourceGroup 409 LimitExceeded.ResourceGroup',
  'ResourceManager DeleteResourceGroup':
    '400 InvalidParameter.ResourceGroupId 404 EntityNotExists.ResourceGroup 409 DeleteConflict.ResourceGroup.Resource 409 DeleteConflict.ResourceGroup.Status',
  'ResourceManager GetResourceGroup':
    '400 InvalidParameter.ResourceGroupId 404 EntityNotExists.ResourceGroup',
  'ResourceManager ListResourceGroups':
    '400 InvalidParameter 400 InvalidParameter.ResourceGroupId 400 InvalidParameter.TagKey 400 NumberExceed.Tags',
  'ResourceManager ListTagResources':
    '400 InvalidParameter 400 InvalidParameter.ResourceType 400 InvalidParameter.TagKey 400 NumberExceed.ResourceIds 400 NumberExceed.Tags',
  'ResourceManager TagResources':
    '400 Duplicate.TagKey 400 InvalidParameter.ResourceType 400 InvalidParameter.TagKey 400 InvalidParameter.TagValue 400 NumberExceed.ResourceIds 400 NumberExceed.Tags 403 QuotaExceed.TagsPerResource 404 EntityNotExists.ResourceGroup',
  'ResourceManager UntagResources':
    '400 InvalidParameter.ResourceType 400 MissingParameter.TagKeysOrDeleteAll 400 NumberExceed.ResourceIds 400 NumberExceed.TagKeys 404 EntityNotExists.ResourceGroup',
  'ResourceManager UpdateResourceGroup':
    '400 InvalidParameter.DisplayName 400 InvalidParameter.DisplayName.Length 400 InvalidParameter.ResourceGroupId 404 EntityNotExists.ResourceGroup 409 DeleteConflict.ResourceGroup.Status',
  'BssOpenApi QueryAvailableInstances':
    '400 InvalidParameter 400 MissingParameter',
};

/** Published codes that are not answered, by the reason: `Product Action status Code`, with commas between. */
export const unansweredCodes: Readonly<Record<string, string>> = {
  "not there yet: images are never disabled, sold, resized or subscribed to":
    'Ecs AllocatePublicIpAddress 400 OperationDenied, Ecs CreateDisk 400 OperationDenied, Ecs CreateDisk 403 OperationDenied, Ecs CreateInstance 400 InvalidMarketImageChargeType.NotSupport, Ecs CreateInstance 400 OperationDenied, Ecs CreateInstance 403 ImageNotSubscribed, Ecs CreateInstance 403 ImageRemovedInMarket, Ecs CreateInstance 403 OperationDenied, Ecs CreateInstance 403 OperationDenied.ImageNotValid, Ecs CreateInstance 403 QuotaExceed.BuyImage, Ecs CreateInstance 404 InvalidMarketImage.NotFound, Ecs CreateInstance 404 OperationDenied, Ecs ModifyInstanceAttribute 403 OperationDenied, Ecs ModifyInstanceChargeType 400 InvalidMarketImageChargeType.NotSupport, Ecs ModifyInstanceNetworkSpec 400 OperationDenied, Ecs ModifyInstanceNetworkSpec 403 OperationDenied, Ecs ModifyInstanceSpec 400 InvalidMarketImageStatus.NotSupported, Ecs ModifyInstanceSpec 403 OperationDenied, Ecs ReplaceSystemDisk 400 InvalidSystemDiskSize.ImageNotSupportResize, Ecs ReplaceSystemDisk 400 OperationDenied, Ecs ReplaceSystemDisk 403 ImageNotSubscribed, Ecs ReplaceSystemDisk 403 ImageRemovedInMarket, Ecs ReplaceSystemDisk 403 OperationDenied.ImageNotValid, Ecs ReplaceSystemDisk 403 QuotaExceed.BuyImage, Ecs ReplaceSystemDisk 500 OperationDenied, Ecs ResizeDisk 400 InvalidSystemDiskSize.ImageNotSupportResize, Ecs ResizeDisk 403 OperationDenied, Ecs RunInstances 400 InvalidMarketImageChargeType.NotSupport, Ecs RunInstances 400 InvalidRelationResource.NotFound, Ecs RunInstances 400 InvalidSystemDiskSize.ImageNotSupportResize, Ecs RunInstances 400 OperationDenied, Ecs RunInstances 403 ImageNotSubscribed, Ecs RunInstances 403 ImageRemovedInMarket, Ecs RunInstances 403 OperationDenied, Ecs RunInstances 403 OperationDenied.ImageNotValid, Ecs RunInstances 403 QuotaExceed.BuyImage, Ecs RunInstances 404 InvalidMarketImage.NotFound',
  "not there yet: nothing is billed, so that no account, instance or disk is in arrears, unpaid or expired":
    'Ecs AllocatePublicIpAddress 403 InstanceExpiredOrInArrears, Ecs CreateDisk 400 Account.Arrearage, Ecs CreateDisk 403 InvalidAccountStatus.NotEnoughBalance, Ecs CreateDisk 403 InvalidPayMethod, Ecs CreateInstance 400 Account.Arrearage, Ecs CreateInstance 400 OperationDenied.IllegalPaymentPolicy, Ecs CreateInstance 403 InsufficientBalance, Ecs CreateInstance 403 InvalidAccountStatus.NotEnoughBalance, Ecs CreateInstance 403 InvalidPayMethod, Ecs CreateInstance 404 PaymentMethodNotFound, Ecs CreateSnapshot 403 DiskInArrears, Ecs CreateSnapshot 403 InvalidAccountStatus.NotEnoughBalance, Ecs ModifyDiskChargeType 400 Account.Arrearage, Ecs ModifyDiskChargeType 400 InvalidInstance.UnPaidOrder, Ecs ModifyDiskChargeType 403 InvalidAccountStatus.NotEnoughBalance, Ecs ModifyDiskChargeType 404 PaymentMethodNotFound, Ecs ModifyDiskSpec 403 DiskInArrears, Ecs ModifyDiskSpec 403 InstanceExpiredOrInArrears, Ecs ModifyInstanceChargeType 400 ExpiredInstance, Ecs ModifyInstanceChargeType 403 Account.Arrearage, Ecs ModifyInstanceChargeType 403 InvalidAccountStatus.NotEnoughBalance, Ecs ModifyInstanceNetworkSpec 400 Account.Arrearage, Ecs ModifyInstanceNetworkSpec 400 InvalidInstance.UnPaidOrder, Ecs ModifyInstanceNetworkSpec 403 InstanceExpiredOrInArrears, Ecs ModifyInstanceNetworkSpec 403 InvalidAccountStatus.NotEnoughBalance, Ecs ModifyInstanceNetworkSpec 403 InvalidInstance.UnPaidOrder, Ecs ModifyInstanceNetworkSpec 403 OperationDenied.UnpaidOrder, Ecs ModifyInstanceSpec 400 Account.Arrearage, Ecs ModifyInstanceSpec 403 InvalidAccountStatus.NotEnoughBalance, Ecs RebootInstance 403 InstanceExpiredOrInArrears, Ecs ReplaceSystemDisk 403 INST_HAS_UNPAID_ORDER, Ecs ReplaceSystemDisk 403 InstanceExpiredOrInArrears, Ecs ReplaceSystemDisk 403 OperationDenied.UnpaidOrder, Ecs ResizeDisk 403 DiskInArrears, Ecs ResizeDisk 403 InstanceExpiredOrInArrears, Ecs RunInstances 400 Account.Arrearage, Ecs RunInstances 403 InsufficientBalance, Ecs RunInstances 403 InvalidAccountStatus.NotEnoughBalance, Ecs RunInstances 403 InvalidInstance.UnPaidOrder, Ecs RunInstances 403 InvalidPayMethod, Ecs RunInstances 404 PaymentMethodNotFound, Ecs StartInstance 403 DiskInArrears, Ecs StartInstance 403 InstanceExpired, Ecs StartInstance 403 InsufficientBalance, Ecs StartInstances 403 InsufficientBalance, Ecs StopInstance 403 InstanceExpiredOrInArrears',
  "not there yet: no instance is ever locked":
    'Ecs AllocatePublicIpAddress 403 InstanceLockedForSecurity, Ecs CreateSnapshot 403 InstanceLockedForSecurity, Ecs DeleteInstance 403 InstanceLockedForSecurity, Ecs JoinSecurityGroup 403 InstanceLockedForSecurity, Ecs LeaveSecurityGroup 403 InstanceLockedForSecurity, Ecs ModifyInstanceAttribute 403 InstanceLockedForSecurity, Ecs ModifyInstanceNetworkSpec 403 InstanceLockedForSecurity, Ecs ModifyInstanceSpec 403 InstanceLockedForSecurity, Ecs RebootInstance 403 InstanceLockedForSecurity, Ecs ReplaceSystemDisk 403 InstanceLockedForSecurity, Ecs ResizeDisk 403 InstanceLockedForSecurity, Ecs StartInstance 403 InstanceLockedForSecurity, Ecs StopInstance 403 InstanceLockedForSecurity',
  "cannot occur: an idle public address is given out at once, and nothing behind it can fail":
    'Ecs AllocatePublicIpAddress 403 NAT_PUBLIC_IP_ALLOCATE_FAILED, Ecs AllocatePublicIpAddress 403 NAT_PUBLIC_IP_BINDING_FAILED, Ecs ModifyInstanceNetworkSpec 400 IpAllocationError, Ecs ModifyInstanceNetworkSpec 403 NAT_PUBLIC_IP_BINDING_FAILED',
  "cannot occur: there are no VLANs; naming one is 404 InvalidVlanId.NotFound":
    'Ecs AllocatePublicIpAddress 404 InvalidIpAddress.NotFound',
  "cannot occur: there are no classic networks for instances, and none is put into the default VPC unasked: a vSwitch has to be named":
    'Ecs AttachInstanceRamRole 403 InvalidNetworkType.MismatchRamRole, Ecs CreateInstance 400 IncorrectDefaultVpcStatus, Ecs CreateInstance 400 InvalidInnerIpAddress.Malformed, Ecs CreateInstance 400 InvalidInnerIpAddress.Unusable, Ecs CreateInstance 400 InvalidNetworkType.Mismatch, Ecs CreateInstance 400 InvalidNetworkType.NotSupported, Ecs CreateInstance 400 InvalidSecurityGroup.NotInDefaultVpc, Ecs CreateInstance 403 DefaultVswitch.Existed, Ecs CreateInstance 403 InvalidNetworkType.MismatchRamRole, Ecs CreateInstance 403 OperationDenied.InvalidNetworkType, Ecs DescribeInstanceRamRole 403 InvalidNetworkType.MismatchRamRole, Ecs ModifyInstanceNetworkSpec 403 InvalidNetworkType.ValueNotSupported, Ecs RunInstances 400 IncorrectDefaultVpcStatus, Ecs RunInstances 400 InvalidInnerIpAddress.Malformed, Ecs RunInstances 400 InvalidInnerIpAddress.Unusable, Ecs RunInstances 400 InvalidNetworkType.Mismatch, Ecs RunInstances 400 InvalidNetworkType.NotSupported, Ecs RunInstances 400 InvalidSecurityGroup.NotInDefaultVpc, Ecs RunInstances 400 OperationDenied.NoVlan, Ecs RunInstances 403 DefaultVswitch.Existed, Ecs RunInstances 403 OperationDenied.InvalidNetworkType',
  "not there yet: ram:PassRole is not asked for":
    'Ecs AttachInstanceRamRole 403 InvalidUser.PassRoleForbidden, Ecs CreateInstance 403 InvalidUser.PassRoleForbidden, Ecs RunInstances 403 InvalidUser.PassRoleForbidden',
  "cannot occur: belongs to the table that all network interface operations share; the operation detaches nothing, and a primary interface is refused with another code or is welcome":
    'Ecs AttachNetworkInterface 400 InvalidOperation.DetachPrimaryEniNotAllowed, Ecs CreateNetworkInterface 400 InvalidOperation.DetachPrimaryEniNotAllowed, Ecs DeleteNetworkInterface 400 InvalidOperation.DetachPrimaryEniNotAllowed, Ecs DescribeNetworkInterfaces 400 InvalidOperation.DetachPrimaryEniNotAllowed, Ecs ModifyNetworkInterfaceAttribute 400 InvalidOperation.DetachPrimaryEniNotAllowed, Ecs UnassignPrivateIpAddresses 400 InvalidOperation.DetachPrimaryEniNotAllowed',
  "cannot occur: an instance type without secondary interfaces is 403 EniPerInstanceLimitExceeded":
    'Ecs AttachNetworkInterface 400 InvalidOperation.InvalidGeneration, Ecs RunInstances 400 InvalidInstanceType.ElasticNetworkInterfaceNotSupported',
  "cannot occur: an interface or instance of another region is not found":
    'Ecs AttachNetworkInterface 400 InvalidOperation.InvalidRegion, Ecs DetachNetworkInterface 400 InvalidOperation.InvalidRegion, Ecs ModifyInstanceAttribute 403 InvalidOperation.InvalidRegion',
  "cannot occur: parameters that the operation does not have are ignored, as clients send some":
    'Ecs AttachNetworkInterface 400 UnsupportedParameter, Ecs CreateNetworkInterface 400 UnsupportedParameter, Ecs DeleteNetworkInterface 400 UnsupportedParameter, Ecs DescribeNetworkInterfaces 400 UnsupportedParameter, Ecs DetachNetworkInterface 400 UnsupportedParameter, Ecs ModifyInstanceAutoReleaseTime 400 UnsupportedParameter, Ecs ModifyNetworkInterfaceAttribute 400 UnsupportedParameter, Ecs UnassignPrivateIpAddresses 400 UnsupportedParameter',
  "cannot occur: an unknown instance is 404 InvalidEcsId.NotFound":
    'Ecs AttachNetworkInterface 403 InvalidInstanceId.NotFound, Ecs DetachNetworkInterface 403 InvalidInstanceId.NotFound',
  "cannot occur: the code of RunInstances; here it is 400 InvalidOperation.InstanceTypeNotSupportHighPerformance":
    'Ecs AttachNetworkInterface 403 InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode, Ecs ModifyNetworkInterfaceAttribute 403 InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode',
  "cannot occur: belongs to the table that all network interface operations share; no security group is named, and one cannot be deleted while an interface is its member":
    'Ecs AttachNetworkInterface 403 InvalidSecurityGroupId.NotVpc, Ecs AttachNetworkInterface 403 SecurityGroupInstanceLimitExceed, Ecs AttachNetworkInterface 404 InvalidSecurityGroupId.NotFound, Ecs DeleteNetworkInterface 403 InvalidSecurityGroupId.NotVpc, Ecs DeleteNetworkInterface 403 SecurityGroupInstanceLimitExceed, Ecs DeleteNetworkInterface 404 InvalidSecurityGroupId.NotFound, Ecs DescribeNetworkInterfaces 403 InvalidSecurityGroupId.NotVpc, Ecs DescribeNetworkInterfaces 403 SecurityGroupInstanceLimitExceed, Ecs DetachNetworkInterface 403 InvalidSecurityGroupId.NotVpc, Ecs DetachNetworkInterface 403 SecurityGroupInstanceLimitExceed, Ecs DetachNetworkInterface 404 InvalidSecurityGroupId.NotFound, Ecs UnassignPrivateIpAddresses 403 InvalidSecurityGroupId.NotVpc, Ecs UnassignPrivateIpAddresses 403 SecurityGroupInstanceLimitExceed, Ecs UnassignPrivateIpAddresses 404 InvalidSecurityGroupId.NotFound',
  "cannot occur: belongs to the table that all network interface operations share; the operation creates no interface":
    'Ecs AttachNetworkInterface 403 MaxEniCountExceeded, Ecs DeleteNetworkInterface 403 MaxEniCountExceeded, Ecs DescribeNetworkInterfaces 403 MaxEniCountExceeded, Ecs DetachNetworkInterface 403 MaxEniCountExceeded, Ecs ModifyNetworkInterfaceAttribute 403 MaxEniCountExceeded, Ecs UnassignPrivateIpAddresses 403 MaxEniCountExceeded',
  "cannot occur: no vSwitch is named, and one cannot be deleted while an interface is in it":
    'Ecs AttachNetworkInterface 404 InvalidVSwitchId.NotFound, Ecs DeleteNetworkInterface 404 InvalidVSwitchId.NotFound, Ecs DetachNetworkInterface 404 InvalidVSwitchId.NotFound, Ecs ModifyNetworkInterfaceAttribute 404 InvalidVSwitchId.NotFound, Ecs UnassignPrivateIpAddresses 404 InvalidVSwitchId.NotFound',
  "cannot occur: security groups work in VPCs":
    'Ecs AuthorizeSecurityGroup 400 VPCDisabled, Ecs ModifySecurityGroupRule 400 VPCDisabled, Ecs RevokeSecurityGroup 400 VPCDisabled, Ecs RevokeSecurityGroupEgress 400 VPCDisabled',
  "cannot occur: only a defect of Localyun gives it; no call is meant to":
    'Ecs AuthorizeSecurityGroup 500 InternalError, Ecs CreateDisk 500 InternalError, Ecs CreateInstance 500 InternalError, Ecs CreateSnapshot 500 InternalError, Ecs DeleteSnapshot 500 InternalError, Ecs DescribeSnapshots 500 InternalError, Ecs ImportKeyPair 500 InternalError, Ecs JoinSecurityGroup 500 InternalError, Ecs ModifyDiskChargeType 500 InternalError, Ecs ModifyInstanceAttachmentAttributes 500 InternalError, Ecs ModifyInstanceAttribute 500 InternalError, Ecs ModifyInstanceAutoReleaseTime 500 InternalError, Ecs ModifyInstanceAutoRenewAttribute 500 InternalError, Ecs ModifyInstanceChargeType 500 InternalError, Ecs ModifyInstanceNetworkSpec 500 InternalError, Ecs ModifyInstanceSpec 500 InternalError, Ecs ModifyInstanceVpcAttribute 500 InternalError, Ecs ModifySecurityGroupRule 500 InternalError, Ecs RebootInstance 500 InternalError, Ecs ReplaceSystemDisk 500 InternalError, Ecs ResizeDisk 500 InternalError, Ecs RevokeSecurityGroup 500 InternalError, Ecs RevokeSecurityGroupEgress 500 InternalError, Ecs StartInstance 500 InternalError, Ecs StartInstances 500 InternalError, Ecs StopInstance 500 InternalError',
  "cannot occur: a direction that cannot be read does not exist, as the operation's name gives it":
    'Ecs AuthorizeSecurityGroup 500 InvalidGressFlow.Malformed',
  "cannot occur: parameters that contradict each other have codes that name them, such as InvalidParameter.EncryptedIllegal and InvalidParam.ZoneIdAndInstanceId.Conflict":
    'Ecs CreateDisk 400 EncryptedOption.Conflict, Ecs CreateDisk 400 InvalidParameter.Conflict',
  "cannot occur: older than the codes for the same: InvalidDiskCategory.ValueNotSupported and InvalidDiskSize.NotSupported":
    'Ecs CreateDisk 400 InvalidDataDiskCategory.ValueNotSupported, Ecs CreateDisk 400 InvalidDataDiskSize.ValueNotSupported, Ecs CreateDisk 400 InvalidDiskSizeOrCategory, Ecs CreateDisk 400 InvalidSize.ValueNotSupported',
  "not there yet: every zone offers every instance type and disk category, and stock is unlimited":
    'Ecs CreateDisk 400 InvalidDiskCategory.NotSupported, Ecs CreateDisk 400 Zone.NotOnSale, Ecs CreateDisk 403 InvalidDiskCategory.NotSupported, Ecs CreateInstance 400 InvalidInstanceType.NotSupported, Ecs CreateInstance 400 InvalidVpcZone.NotSupported, Ecs CreateInstance 400 ResourceNotAvailable, Ecs CreateInstance 400 Zone.NotOnSale, Ecs CreateInstance 403 CategoryNotSupported, Ecs CreateInstance 403 InstanceType.Offline, Ecs CreateInstance 403 InvalidDiskCategory.NotSupported, Ecs CreateInstance 403 InvalidInstanceType.ZoneNotSupported, Ecs CreateInstance 403 NodeControllerUnavailable, Ecs CreateInstance 403 OperationDenied.NoStock, Ecs CreateInstance 403 Zone.NotOnSale, Ecs ModifyDiskSpec 403 OperationDenied.NoStock, Ecs ModifyInstanceChargeType 403 InstanceType.Offline, Ecs ModifyInstanceSpec 403 InstanceType.Offline, Ecs ModifyInstanceSpec 403 OperationDenied.NoStock, Ecs RunInstances 400 InvalidInstanceType.NotSupported, Ecs RunInstances 400 InvalidVpcZone.NotSupported, Ecs RunInstances 400 ResourceNotAvailable, Ecs RunInstances 400 Zone.NotOnSale, Ecs RunInstances 403 CategoryNotSupported, Ecs RunInstances 403 InstanceType.Offline, Ecs RunInstances 403 InvalidDiskCategory.NotSupported, Ecs RunInstances 403 InvalidInstanceType.NotSupported, Ecs RunInstances 403 InvalidInstanceType.ZoneNotSupported, Ecs RunInstances 403 NodeControllerUnavailable, Ecs RunInstances 403 OperationDenied.NoStock, Ecs RunInstances 403 OperationDenied.ResourceControl, Ecs RunInstances 403 OperationDenied.ZoneNotAllowed, Ecs RunInstances 403 OperationDenied.ZoneSystemCategoryNotMatch, Ecs RunInstances 403 Zone.NotOnSale, Ecs StartInstance 403 OperationDenied.NoStock, Ecs StartInstances 403 OperationDenied.NoStock',
  "not there yet: there is no key management service, so that an encrypted disk may name any key":
    'Ecs CreateDisk 400 InvalidParameter.EncryptedNotSupported, Ecs CreateDisk 403 InvalidParameter.KMSKeyId.CMKNotEnabled, Ecs CreateDisk 403 InvalidParameter.KMSKeyId.KMSUnauthorized, Ecs CreateDisk 403 InvalidRegion.NotSupport, Ecs CreateDisk 404 InvalidParameter.KMSKeyId.NotFound, Ecs CreateInstance 400 InvalidParameter.EncryptedNotSupported, Ecs CreateInstance 403 InvalidParameter.KMSKeyId.CMKNotEnabled, Ecs CreateInstance 403 InvalidParameter.KMSKeyId.KMSUnauthorized, Ecs CreateInstance 403 InvalidRegion.NotSupport, Ecs CreateInstance 403 UserNotInTheWhiteList, Ecs CreateInstance 404 InvalidParameter.KMSKeyId.NotFound, Ecs CreateSnapshot 403 InvalidParameter.KMSKeyId.KMSUnauthorized, Ecs DescribeDisks 403 UserNotInTheWhiteList, Ecs ModifyDiskAttribute 403 UserNotInTheWhiteList, Ecs RebootInstance 403 InvalidParameter.KMSKeyId.KMSUnauthorized, Ecs ResizeDisk 403 InvalidParameter.KMSKeyId.CMKNotEnabled, Ecs ResizeDisk 403 InvalidParameter.KMSKeyId.KMSUnauthorized, Ecs ResizeDisk 403 InvalidRegion.NotSupport, Ecs ResizeDisk 403 UserNotInTheWhiteList, Ecs RunInstances 400 InvalidParameter.EncryptedNotSupported, Ecs RunInstances 403 InvalidParameter.KMSKeyId.CMKNotEnabled, Ecs RunInstances 403 InvalidParameter.KMSKeyId.KMSUnauthorized, Ecs RunInstances 403 InvalidRegion.NotSupport, Ecs RunInstances 403 UserNotInTheWhiteList, Ecs RunInstances 404 InvalidParameter.KMSKeyId.NotFound, Ecs StartInstance 403 InvalidParameter.KMSKeyId.KMSUnauthorized, Ecs StopInstance 403 InvalidParameter.KMSKeyId.KMSUnauthorized',
  "not there yet: no account is unverified, at risk, or kept from a region, a zone, an instance type or a disk category":
    'Ecs CreateDisk 400 RegionUnauthorized, Ecs CreateDisk 403 InvalidDiskCategory.ValueUnauthorized, Ecs CreateDisk 403 SecurityRisk.3DVerification, Ecs CreateInstance 400 InvalidInstanceType.ValueUnauthorized, Ecs CreateInstance 400 RegionUnauthorized, Ecs CreateInstance 403 InvalidSystemDiskCategory.ValueUnauthorized, Ecs CreateInstance 403 RealNameAuthenticationError, Ecs CreateInstance 403 RegionUnauthorized, Ecs CreateInstance 403 SecurityRisk.3DVerification, Ecs CreateInstance 403 Zone.NotOpen, Ecs ModifyDiskChargeType 400 InvalidInstanceType.ValueUnauthorized, Ecs ModifyInstanceChargeType 403 RealNameAuthenticationError, Ecs ModifyInstanceSpec 400 InvalidInstanceType.ValueUnauthorized, Ecs ModifyInstanceSpec 403 SecurityRisk.3DVerification, Ecs ResizeDisk 403 SecurityRisk.3DVerification, Ecs RunInstances 400 InvalidInstanceType.ValueUnauthorized, Ecs RunInstances 400 RegionUnauthorized, Ecs RunInstances 403 Forbidden.RegionId, Ecs RunInstances 403 Forbidden.RiskControl, Ecs RunInstances 403 InvalidSystemDiskCategory.ValueUnauthorized, Ecs RunInstances 403 RealNameAuthenticationError, Ecs RunInstances 403 RegionUnauthorized, Ecs RunInstances 403 SecurityRisk.3DVerification, Ecs RunInstances 403 Zone.NotOpen',
  "not there yet: there are no quotas of vCPUs, disks, or instances by way of payment or VPC":
    'Ecs CreateDisk 403 InstanceDiskCategoryLimitExceed, Ecs CreateDisk 403 QuotaExceed.PortableCloudDisk, Ecs CreateDisk 403 QuotaExceed.PostPaidDisk, Ecs CreateInstance 400 InstanceDiskCategoryLimitExceed, Ecs CreateInstance 400 QuotaExceed.AfterpayInstance, Ecs CreateInstance 400 QuotaExceeded, Ecs CreateInstance 403 InstanceDiskCategoryLimitExceed, Ecs CreateInstance 403 QuotaExceed.ElasticQuota, Ecs CreateInstance 403 QuotaExceed.PortableCloudDisk, Ecs CreateInstance 403 QuotaExceed.PostPaidDisk, Ecs ModifyInstanceChargeType 400 QuotaExceed.AfterpayInstance, Ecs ModifyInstanceChargeType 400 QuotaExceed.RufundVcpu, Ecs ModifyInstanceChargeType 403 QuotaExceed.ElasticQuota, Ecs ModifyInstanceChargeType 403 QuotaExceed.PostPaidDisk, Ecs ModifyInstanceSpec 403 QuotaExceed.ElasticQuota, Ecs RunInstances 400 InstanceDiskCategoryLimitExceed, Ecs RunInstances 400 QuotaExceed.AfterpayInstance, Ecs RunInstances 400 QuotaExceeded, Ecs RunInstances 403 InstanceDiskCategoryLimitExceed, Ecs RunInstances 403 QuotaExceed.ElasticQuota, Ecs RunInstances 403 QuotaExceed.PortableCloudDisk, Ecs RunInstances 403 QuotaExceed.PostPaidDisk, Ecs StartInstance 403 QuotaExceed.ElasticQuota',
  "not there yet: the snapshot service is open to every account":
    'Ecs CreateDisk 403 InvalidAccountStatus.SnapshotServiceUnavailable, Ecs CreateSnapshot 403 InvalidAccountStatus.SnapshotServiceUnavailable',
  "cannot occur: every snapshot of a data disk that is ready can make a disk, at least as large as itself; one that is not is 403 InvalidSnapshotId.NotReady, one too large for the category 400 InvalidDiskSize.NotSupported":
    'Ecs CreateDisk 403 InvalidDiskSize.TooSmall, Ecs CreateDisk 403 InvalidSnapshot.NotReady, Ecs CreateDisk 403 InvalidSnapshot.TooLarge, Ecs CreateDisk 403 InvalidSnapshot.TooOld, Ecs CreateDisk 403 OperationDenied.SnapshotNotAllowed',
  "cannot occur: the type of an instance changes at once, so that none is being upgraded":
    'Ecs CreateDisk 403 InvalidStatus.Upgrading',
  "cannot occur: calls are carried out one after another":
    'Ecs CreateDisk 403 LastTokenProcessing, Ecs CreateSnapshot 403 IdempotentProcessing, Ecs DeleteSnapshot 403 Operation.Conflict, Ecs ModifyDiskChargeType 400 LastOrderProcessing, Ecs ModifyInstanceNetworkSpec 400 LastOrderProcessing, Ecs ModifyInstanceSpec 403 LastTokenProcessing, Ecs ModifyInstanceVpcAttribute 400 InvalidPrivateIp.Changing, Ecs ResizeDisk 400 LastOrderProcessing, Ecs ResizeDisk 403 Operation.Conflict, Ecs RunInstances 404 OperationDenied.CreatingConflict, Ecs UnassignPrivateIpAddresses 403 Operation.Conflict',
  "cannot occur: the operation has no parameters for provisioned IOPS, bursts and a time of release":
    'Ecs CreateInstance 400 BurstingEnabledForDiskCategoryUnsupported, Ecs CreateInstance 400 InvalidAutoReleaseTime.Malformed, Ecs CreateInstance 400 InvalidBurstingEnabled.DiskSizeTooSmall, Ecs CreateInstance 400 InvalidProvisionedIops.LimitExceed, Ecs CreateInstance 400 ProvisionedIopsForDiskCategoryUnsupported',
  "not there yet: there are no dedicated hosts, deployment sets, capacity pools or clusters; naming one is accepted and has no effect":
    'Ecs CreateInstance 400 ChargeTypeViolation.PostPaidDedicatedHost, Ecs CreateInstance 400 DedicatedHostType.Unmatched, Ecs CreateInstance 400 IncorrectDedicatedHostStatus, Ecs CreateInstance 400 Invalid.PrivatePoolOptionsId, Ecs CreateInstance 400 InvalidDedicatedHostId.NotFound, Ecs CreateInstance 400 InvalidDedicatedHostStatus.NotSupport, Ecs CreateInstance 400 InvalidDeploymentOnHost, Ecs CreateInstance 400 InvalidHpcClusterId.Creating, Ecs CreateInstance 400 InvalidHpcClusterId.Necessary, Ecs CreateInstance 400 InvalidHpcClusterId.NotFound, Ecs CreateInstance 400 InvalidHpcClusterId.Unnecessary, Ecs CreateInstance 400 InvalidInstanceChargeType.NotSupport, Ecs CreateInstance 400 InvalidNodeControllerId.Malformed, Ecs CreateInstance 400 InvalidParam.Tenancy, Ecs CreateInstance 400 InvalidPeriod.ExceededDedicatedHost, Ecs CreateInstance 400 MissingParameter.PrivatePoolOptionsId, Ecs CreateInstance 403 InvalidClusterId.NotFound, Ecs CreateInstance 403 QuotaExceed.DeploymentSetInstanceQuotaFull, Ecs CreateInstance 403 ResourcesNotInSameZone, Ecs CreateInstance 404 DeploymentSet.NotFound, Ecs CreateInstance 404 InvalidClusterId.NotFound, Ecs ModifyInstanceChargeType 400 InvalidPeriod.ExceededDedicatedHost, Ecs ModifyInstanceSpec 400 InvalidAction.NotSupport, Ecs RunInstances 400 ChargeTypeViolation.PostPaidDedicatedHost, Ecs RunInstances 400 DedicatedHostType.Unmatched, Ecs RunInstances 400 IncorrectDedicatedHostStatus, Ecs RunInstances 400 Invalid.PrivatePoolOptionsId, Ecs RunInstances 400 InvalidDedicatedHostId.NotFound, Ecs RunInstances 400 InvalidDedicatedHostStatus.NotSupport, Ecs RunInstances 400 InvalidDeploymentOnHost, Ecs RunInstances 400 InvalidHpcClusterId.Necessary, Ecs RunInstances 400 InvalidHpcClusterId.NotFound, Ecs RunInstances 400 InvalidHpcClusterId.Unnecessary, Ecs RunInstances 400 InvalidInstanceChargeType.NotSupport, Ecs RunInstances 400 InvalidNodeControllerId.Malformed, Ecs RunInstances 400 InvalidParam.Tenancy, Ecs RunInstances 400 InvalidPeriod.ExceededDedicatedHost, Ecs RunInstances 400 MissingParameter.PrivatePoolOptionsId, Ecs RunInstances 403 InvalidClusterId.NotFound, Ecs RunInstances 403 QuotaExceed.DeploymentSetInstanceQuotaFull, Ecs RunInstances 403 ResourcesNotInSameZone, Ecs RunInstances 404 DeploymentSet.NotFound, Ecs RunInstances 404 InvalidClusterId.NotFound',
  "cannot occur: a key without encryption is 400 InvalidParameter.EncryptedIllegal, an encrypted snapshot without it 403 InvalidEncrypted.NotMatchSnapshot":
    'Ecs CreateInstance 400 EncryptedOption.Conflict',
  "not there yet: every image takes user data, and no permission for it is asked for":
    'Ecs CreateInstance 400 ImageNotSupportCloudInit, Ecs CreateInstance 400 InvalidUserData.NotSupported, Ecs CreateInstance 403 InvalidUserData.Forbidden, Ecs ModifyInstanceAttribute 400 ImageNotSupportCloudInit, Ecs ModifyInstanceAttribute 400 InvalidUserData.NotSupported, Ecs ModifyInstanceAttribute 403 InvalidUserData.Forbidden, Ecs RunInstances 400 ImageNotSupportCloudInit, Ecs RunInstances 400 InvalidUserData.NotSupported, Ecs RunInstances 403 InvalidUserData.Forbidden',
  "cannot occur: an encrypted snapshot makes an encrypted disk, and images are always Available":
    'Ecs CreateInstance 400 IncorrectImageStatus',
  "cannot occur: an instance that is only created has no public address before AllocatePublicIpAddress gives it one":
    'Ecs CreateInstance 400 InsufficientPublicIp',
  "cannot occur: older than the codes for the same: InvalidHostName.Malformed, InvalidPeriod, InvalidParam.Amount, InvalidClientToken":
    'Ecs CreateInstance 400 InvalidClientToken.ValueNotSupported, Ecs CreateInstance 400 MissingParamter, Ecs CreateInstance 404 HOSTNAME_ILLEGAL, Ecs ModifyDiskChargeType 400 InvalidClientToken.ValueNotSupported, Ecs ModifyInstanceChargeType 400 InvalidClientToken.ValueNotSupported, Ecs ModifyInstanceNetworkSpec 400 InvalidClientToken.ValueNotSupported, Ecs ModifyInstanceSpec 400 InvalidClientToken.ValueNotSupported, Ecs RunInstances 400 InvalidClientToken.ValueNotSupported, Ecs RunInstances 400 InvalidMaxAmount.Malformed, Ecs RunInstances 400 MissingParamter, Ecs RunInstances 404 HOSTNAME_ILLEGAL',
  "not there yet: categories of disks are not held against each other":
    'Ecs CreateInstance 400 InvalidDiskCategory.Mismatch, Ecs CreateInstance 403 InvalidDiskCategory.Mismatch, Ecs RunInstances 400 InvalidDiskCategory.Mismatch, Ecs RunInstances 403 InvalidDiskCategory.Mismatch',
  "cannot occur: older than the codes for the same: InvalidSystemDiskCategory, InvalidDataDiskCategory and InvalidSystemDiskSize.ValueNotSupported, InstanceDiskNumber.LimitExceed":
    'Ecs CreateInstance 400 InvalidDiskCategory.ValueNotSupported, Ecs CreateInstance 403 InvalidDisk.SystemDiskSize, Ecs CreateInstance 404 InvalidSystemDiskSize, Ecs CreateInstance 404 InvalidSystemDiskSize.LessThanImageSize, Ecs CreateInstance 404 InvalidSystemDiskSize.LessThanMinSize, Ecs CreateInstance 404 InvalidSystemDiskSize.MoreThanMaxSize, Ecs RunInstances 400 InvalidDiskCategory.ValueNotSupported, Ecs RunInstances 403 InvalidDisk.SystemDiskSize, Ecs RunInstances 404 InvalidSystemDiskSize.LessThanImageSize, Ecs RunInstances 404 InvalidSystemDiskSize.LessThanMinSize',
  "cannot occur: older than the codes for the same: InvalidPrivateIpAddress.Duplicated, InvalidIoOptimize.ValueNotSupported, InvalidPeriodType.ValueNotSupported":
    'Ecs CreateInstance 400 InvalidIPAddress.AlreadyUsed, Ecs CreateInstance 400 InvalidIoOptimizedValue.ValueNotSupported, Ecs CreateInstance 400 InvalidPeriodUnit.ValueNotSupported',
  "cannot occur: one instance is made at a time, under the names it was given":
    'Ecs CreateInstance 400 InvalidMinAmount.Malformed, Ecs CreateInstance 403 InvalidParam.Amount, Ecs CreateInstance 403 InvalidParams.HostnameExceed, Ecs CreateInstance 403 InvalidParams.InstanceNameExceed',
  "cannot occur: the operation takes no network interfaces, queues, traffic modes, cards, IPv6 addresses or prefixes, and one security group only; the primary interface is made as RunInstances makes it":
    'Ecs CreateInstance 400 InvalidOperation.EniQueuePairNumberOverflow, Ecs CreateInstance 400 InvalidOperation.EniTrafficModeNotSupportIPv6, Ecs CreateInstance 400 InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded, Ecs CreateInstance 400 InvalidOperation.InstanceTypeNotSupportHighPerformance, Ecs CreateInstance 400 InvalidOperation.InvalidEcsState, Ecs CreateInstance 400 InvalidOperation.InvalidEniState, Ecs CreateInstance 400 InvalidOperation.MaxEniQueuePairNumberExceed, Ecs CreateInstance 400 InvalidParam.NetworkInterface, Ecs CreateInstance 400 InvalidParameter.Conflict, Ecs CreateInstance 400 InvalidParameter.NetworkCardIndexInvalid, Ecs CreateInstance 400 InvalidParams.EniId, Ecs CreateInstance 400 JoinedGroupLimitExceed, Ecs CreateInstance 403 EniPerInstanceLimitExceeded, Ecs CreateInstance 403 InvalidIp.Address, Ecs CreateInstance 403 InvalidIp.IpAssigned, Ecs CreateInstance 403 InvalidIp.IpPrefixIllegal, Ecs CreateInstance 403 InvalidIp.IpPrefixMaskInvalid, Ecs CreateInstance 403 InvalidIp.IpPrefixMaskNotSame, Ecs CreateInstance 403 InvalidIp.IpPrefixNotStrict, Ecs CreateInstance 403 InvalidIp.IpRepeated, Ecs CreateInstance 403 InvalidOperation.AvailabilityZoneMismatch, Ecs CreateInstance 403 InvalidOperation.EniServiceManaged, Ecs CreateInstance 403 InvalidOperation.EniTypeNotSupportTrunking, Ecs CreateInstance 403 InvalidOperation.ExceedInstanceTypeQueueNumber, Ecs CreateInstance 403 InvalidOperation.InstanceTypeNotSupportEniTrunking, Ecs CreateInstance 403 InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode, Ecs CreateInstance 403 InvalidOperation.InvalidEniType, Ecs CreateInstance 403 InvalidOperation.InvalidTrunkEniStatus, Ecs CreateInstance 403 InvalidOperation.Ipv4CountExceeded, Ecs CreateInstance 403 InvalidOperation.Ipv6CountExceeded, Ecs CreateInstance 403 InvalidOperation.Ipv6NotSupport, Ecs CreateInstance 403 InvalidOperation.MaxEniQueueNumberExceeded, Ecs CreateInstance 403 InvalidOperation.MultiGroupType, Ecs CreateInstance 403 InvalidOperation.TrunkingIsNotAllowed, Ecs CreateInstance 403 InvalidParameter.EniTrafficMode, Ecs CreateInstance 403 InvalidParameter.InvalidEniQueueNumber, Ecs CreateInstance 403 InvalidParameter.InvalidQueuePairNumber, Ecs CreateInstance 403 InvalidParameter.QueuePairNumberMustEmpty, Ecs CreateInstance 403 InvalidVSwitch.Ipv6NotTurnOn, Ecs CreateInstance 403 MaxEniCountExceeded, Ecs CreateInstance 403 MaxEniIpv6IpsCountExceeded, Ecs CreateInstance 404 InvalidEniId.NotFound, Ecs CreateInstance 404 InvalidParameter.SecurityGroupIdRepeated',
  "cannot occur: every instance type offered is I/O optimized and works in every VPC":
    'Ecs CreateInstance 400 InvalidOperation.VpcHasEnabledAdvancedNetworkFeature, Ecs CreateInstance 400 IoOptimized.NotSupported, Ecs CreateInstance 403 IoOptimized.NotSupported, Ecs CreateInstance 404 DependencyViolation.IoOptimized, Ecs CreateInstance 404 IoOptimized.NotSupported, Ecs ModifyInstanceSpec 400 InvalidOperation.VpcHasEnabledAdvancedNetworkFeature, Ecs RunInstances 400 InvalidOperation.VpcHasEnabledAdvancedNetworkFeature, Ecs RunInstances 400 IoOptimized.NotSupported, Ecs RunInstances 403 IoOptimized.NotSupported, Ecs RunInstances 404 DependencyViolation.IoOptimized, Ecs RunInstances 404 IoOptimized.NotSupported',
  "cannot occur: a bandwidth out of range is InvalidInternetMaxBandwidthIn.Malformed or InvalidInternetMaxBandwidthOut.Malformed":
    'Ecs CreateInstance 400 InvalidParameter.Bandwidth, Ecs ModifyInstanceChargeType 400 InvalidParameter.Bandwidth, Ecs ModifyInstanceNetworkSpec 400 InvalidParameter.Bandwidth, Ecs RunInstances 400 InvalidParameter.Bandwidth',
  "cannot occur: the code of ModifyInstanceChargeType; here it is 400 InvalidPeriodType.ValueNotSupported":
    'Ecs CreateInstance 400 InvalidPeriod.UnitMismatch, Ecs RunInstances 400 InvalidPeriod.UnitMismatch',
  "cannot occur: older than the codes for the same: InvalidVSwitchId.IpInvalid, InvalidOperation.VpcMismatch, InvalidSecurityGroupId.NotFound, InvalidParameter.Mismatch":
    'Ecs CreateInstance 400 InvalidPrivateIpAddress, Ecs CreateInstance 403 InvalidParameter.NotMatch, Ecs CreateInstance 403 OperationDenied.InconsistentNetwork, Ecs ModifyInstanceChargeType 403 InvalidParameter.NotMatch, Ecs ModifyInstanceSpec 403 InvalidParameter.NotMatch, Ecs RunInstances 400 InvalidPrivateIpAddress, Ecs RunInstances 403 InvalidParameter.NotMatch, Ecs RunInstances 403 OperationDenied.InconsistentNetwork, Ecs RunInstances 404 InvalidSecurityGroupId, Ecs RunInstances 404 InvalidZoneId.NotFound',
  "cannot occur: every snapshot of a data disk that is Available makes a disk, at least as large as itself; an unknown one is 404 InvalidDataDiskSnapshotId.NotFound":
    'Ecs CreateInstance 400 InvalidSnapshotId.BasedSnapshotTooOld, Ecs CreateInstance 403 InvalidDiskSize.TooSmall, Ecs RunInstances 400 InvalidSnapshotId.BasedSnapshotTooOld, Ecs RunInstances 400 InvalidSnapshotId.NotFound, Ecs RunInstances 403 InvalidDiskSize.TooSmall, Ecs RunInstances 403 OperationDenied.SnapshotNotAllowed, Ecs RunInstances 403 OperationDenied.SnapshotNotValid, Ecs RunInstances 403 OperationDenied.SnapshotParamsNotValid',
  "not there yet: there is no spot market; what the request says of it is only kept and shown":
    'Ecs CreateInstance 400 InvalidSpotAliUid, Ecs CreateInstance 400 InvalidSpotAuthorized, Ecs CreateInstance 400 InvalidSpotDuration, Ecs CreateInstance 400 InvalidSpotInterruptionBehavior, Ecs CreateInstance 400 InvalidSpotParam.EmptyZoneID, Ecs CreateInstance 400 InvalidSpotPrepaid, Ecs CreateInstance 400 InvalidSpotPriceLimit, Ecs CreateInstance 400 InvalidSpotPriceLimit.LowerThanPublicPrice, Ecs CreateInstance 403 InvalidSpotInterruptionBehavior.ClassicNetworkNotSupport, Ecs CreateInstance 403 InvalidSpotInterruptionBehavior.LocalDiskNotSupport, Ecs RunInstances 400 InvalidSpotAliUid, Ecs RunInstances 400 InvalidSpotAuthorized, Ecs RunInstances 400 InvalidSpotDuration, Ecs RunInstances 400 InvalidSpotInterruptionBehavior, Ecs RunInstances 400 InvalidSpotPrepaid, Ecs RunInstances 400 InvalidSpotPriceLimit, Ecs RunInstances 400 InvalidSpotPriceLimit.LowerThanPublicPrice, Ecs RunInstances 403 InvalidSpotInterruptionBehavior.ClassicNetworkNotSupport, Ecs RunInstances 403 InvalidSpotInterruptionBehavior.LocalDiskNotSupport, Ecs StartInstance 403 OperationDenied.SpotPriceLowerThanPublicPrice, Ecs StartInstances 403 OperationDenied.SpotPriceLowerThanPublicPrice, Ecs StopInstance 403 InvalidInstanceId.NotSupport',
  "cannot occur: an absent vSwitch is MissingParameter, an unknown one InvalidVSwitchId.NotFound, one without free addresses InvalidVSwitchId.IpNotEnough, one that is not ready IncorrectVSwitchStatus; a VPC outlives its vSwitches":
    'Ecs CreateInstance 400 InvalidVSwitchId.Necessary, Ecs CreateInstance 400 QuotaExceeded.PrivateIpAddress, Ecs CreateInstance 400 VpcNotFound, Ecs CreateInstance 403 IncorrectVpcStatus, Ecs RunInstances 400 IncorrectVpcStatus, Ecs RunInstances 400 InvalidVSwitchId.Necessary, Ecs RunInstances 400 QuotaExceeded.PrivateIpAddress, Ecs RunInstances 400 VpcNotFound, Ecs RunInstances 404 InvalidVSwitchId.NotExist',
  "cannot occur: the disks of an instance are made with it, all of them cloud disks that can outlive it; there is no recycle bin":
    'Ecs CreateInstance 403 CategoryViolation, Ecs CreateInstance 403 DeleteWithInstance.Conflict, Ecs CreateInstance 403 OperationDenied.LocalDiskUnsupported, Ecs CreateInstance 404 InvalidDiskIds.NotPortable, Ecs RunInstances 400 IncorrectRecycleBinStatus, Ecs RunInstances 403 CategoryViolation, Ecs RunInstances 403 DeleteWithInstance.Conflict, Ecs RunInstances 403 OperationDenied.DiskTypeNotSupport, Ecs RunInstances 403 OperationDenied.LocalDiskUnsupported, Ecs RunInstances 404 InvalidDiskIds.NotPortable',
  "cannot occur: the operation takes one security group":
    'Ecs CreateInstance 403 EnterpriseGroupLimited.MutliGroupType',
  "cannot occur: instances are made, not changed; there is none yet whose state or manager could matter":
    'Ecs CreateInstance 403 IncorrectInstanceStatus, Ecs CreateInstance 403 InvalidOperation.ResourceManagedByCloudProduct, Ecs RunInstances 403 IncorrectInstanceStatus, Ecs RunInstances 403 InvalidOperation.ResourceManagedByCloudProduct',
  "cannot occur: every instance type takes a system disk and 16 data disks; more of them in a request are 400 InstanceDiskNumber.LimitExceed":
    'Ecs CreateInstance 403 InstanceDiskNumLimitExceed, Ecs RunInstances 403 InstanceDiskNumLimitExceed',
  "cannot occur: a security group of another VPC is 400 InvalidParameter.Mismatch here":
    'Ecs CreateInstance 403 InvalidOperation.VpcMismatch',
  "cannot occur: ResourceOwnerAccount may be sent with every operation and has no effect":
    'Ecs CreateInstance 403 InvalidParameter.ResourceOwnerAccount',
  "cannot occur: belongs to the table that all network interface operations share; no instance is named":
    'Ecs CreateNetworkInterface 400 InvalidInstanceID.Malformed, Ecs CreateNetworkInterface 404 InvalidEcsId.NotFound, Ecs DeleteNetworkInterface 400 InvalidInstanceID.Malformed, Ecs DeleteNetworkInterface 404 InvalidEcsId.NotFound, Ecs ModifyNetworkInterfaceAttribute 400 InvalidInstanceID.Malformed, Ecs ModifyNetworkInterfaceAttribute 404 InvalidEcsId.NotFound, Ecs UnassignPrivateIpAddresses 400 InvalidInstanceID.Malformed, Ecs UnassignPrivateIpAddresses 404 InvalidEcsId.NotFound, Ecs UnassignPrivateIpAddresses 404 InvalidInstanceId.NotFound',
  "cannot occur: belongs to the table that all network interface operations share; the state of an instance does not matter to the operation":
    'Ecs CreateNetworkInterface 400 InvalidOperation.InvalidEcsState, Ecs DeleteNetworkInterface 400 InvalidOperation.InvalidEcsState, Ecs DescribeNetworkInterfaces 400 InvalidOperation.InvalidEcsState, Ecs ModifyNetworkInterfaceAttribute 400 InvalidOperation.InvalidEcsState',
  "cannot occur: belongs to the table that all network interface operations share; no existing interface is changed":
    'Ecs CreateNetworkInterface 400 InvalidOperation.InvalidEniState, Ecs CreateNetworkInterface 403 InvalidOperation.InvalidEniType, Ecs CreateNetworkInterface 404 InvalidEniId.NotFound, Ecs DescribeNetworkInterfaces 400 InvalidOperation.InvalidEniState, Ecs DescribeNetworkInterfaces 403 InvalidOperation.InvalidEniType',
  "cannot occur: belongs to the table that all network interface operations share; the operation attaches nothing to an instance":
    'Ecs CreateNetworkInterface 403 EniPerInstanceLimitExceeded, Ecs CreateNetworkInterface 403 InvalidOperation.AvailabilityZoneMismatch, Ecs DeleteNetworkInterface 403 EniPerInstanceLimitExceeded, Ecs DeleteNetworkInterface 403 InvalidOperation.AvailabilityZoneMismatch, Ecs DescribeNetworkInterfaces 403 EniPerInstanceLimitExceeded, Ecs DescribeNetworkInterfaces 403 InvalidOperation.AvailabilityZoneMismatch, Ecs DetachNetworkInterface 403 EniPerInstanceLimitExceeded, Ecs DetachNetworkInterface 403 InvalidOperation.AvailabilityZoneMismatch, Ecs ModifyNetworkInterfaceAttribute 403 EniPerInstanceLimitExceeded, Ecs ModifyNetworkInterfaceAttribute 403 InvalidOperation.AvailabilityZoneMismatch, Ecs UnassignPrivateIpAddresses 403 EniPerInstanceLimitExceeded, Ecs UnassignPrivateIpAddresses 403 InvalidOperation.AvailabilityZoneMismatch',
  "cannot occur: system and data disks of every category that is offered take snapshots":
    'Ecs CreateSnapshot 400 DiskCategory.OperationNotSupported, Ecs CreateSnapshot 403 DiskId.ValueNotSupported, Ecs CreateSnapshot 403 IncorrectDiskType.NotSupport',
  "cannot occur: a snapshot that fails is listed with the status failed":
    'Ecs CreateSnapshot 403 CreateSnapshot.Failed',
  "cannot occur: a disk that is not Available or In_use is 403 IncorrectDiskStatus, one that was never attached 403 IncorrectDiskStatus.NeverAttached, an unknown one 404 InvalidDiskId.NotFound":
    'Ecs CreateSnapshot 403 IncorrectDiskStatus.Invalid, Ecs CreateSnapshot 403 IncorrectDiskStatus.NeverUsed, Ecs CreateSnapshot 403 IncorrectDiskStatus.Transferring, Ecs CreateSnapshot 403 IncorrectVolumeStatus, Ecs CreateSnapshot 404 InvalidVolumeId.NotFound',
  "cannot occur: a disk is named, and no instance":
    'Ecs CreateSnapshot 404 InvalidInstanceId.NotFound, Ecs ModifyDiskAttribute 404 InvalidInstanceId.NotFound, Ecs ModifyDiskSpec 404 InvalidInstanceId.NotFound, Ecs ResizeDisk 404 InvalidInstanceId.NotFound',
  "not there yet: there are no load balancers":
    'Ecs DeleteInstance 400 DependencyViolation.SLBConfiguring',
  "cannot occur: belongs to the table that all network interface operations share; the operation compares no VPCs":
    'Ecs DeleteNetworkInterface 403 InvalidOperation.VpcMismatch, Ecs DescribeNetworkInterfaces 403 InvalidOperation.VpcMismatch, Ecs DetachNetworkInterface 403 InvalidOperation.VpcMismatch, Ecs UnassignPrivateIpAddresses 403 InvalidOperation.VpcMismatch',
  "not there yet: no image is made from a snapshot":
    'Ecs DeleteSnapshot 403 SnapshotCreatedImage',
  "cannot occur: an absent RegionId is 400 MissingParameter":
    'Ecs DescribeAccountAttributes 403 Invalid.Parameter, Ecs DescribeInstanceAttachmentAttributes 400 MissingParameter.RegionId, Ecs ModifyInstanceAttachmentAttributes 400 MissingParameter.RegionId',
  "cannot occur: older than Invalid.NetworkCategory":
    'Ecs DescribeAvailableResource 404 Invalid.NetworkType',
  "cannot occur: a region that does not exist is 404 InvalidRegionId.NotFound, or InvalidRegionId.MalFormed":
    'Ecs DescribeAvailableResource 404 Invalid.RegionId',
  "cannot occur: the code of DescribeResourcesModification; here no resource is named that could be there":
    'Ecs DescribeAvailableResource 404 InvalidResourceId.NotFound',
  "cannot occur: every account can use every region":
    'Ecs DescribeAvailableResource 404 Unavailable.Regions, Ecs DescribeRegions 403 Unauthorized.EmptyRegion',
  "cannot occur: older than the codes for the same: MissingParameter, MissingParameter.DiskIdOrDiskIds and InvalidParameter":
    'Ecs DescribeDisks 400 IncompleteParamter, Ecs DescribeDisks 400 InvalidParamter, Ecs DescribeDisks 400 MissingParamter.RegionId, Ecs ModifyDiskAttribute 400 IncompleteParamter, Ecs ResizeDisk 400 IncompleteParamter',
  "cannot occur: an unknown region is 404 InvalidRegionId.NotFound":
    'Ecs DescribeDisks 400 InvalidRegion.NotFound',
  "cannot occur: as a filter, an id that is not there finds nothing":
    'Ecs DescribeDisks 400 InvalidSnapshot.NotFound, Ecs DescribeNetworkInterfaces 400 InvalidInstanceID.Malformed, Ecs DescribeNetworkInterfaces 403 InvalidVpc.Empty, Ecs DescribeNetworkInterfaces 404 InvalidEcsId.NotFound, Ecs DescribeNetworkInterfaces 404 InvalidEniId.NotFound, Ecs DescribeNetworkInterfaces 404 InvalidSecurityGroupId.NotFound, Ecs DescribeNetworkInterfaces 404 InvalidVSwitchId.NotFound, Ecs DescribeSnapshots 404 InvalidSnapshotLinkId.NotFound',
  "cannot occur: what is no list of disk ids is 400 InvalidParameter.DiskIds, too many of them are 403 InvalidDiskIds.Malformed":
    'Ecs DescribeDisks 404 InvalidDiskIds.ValueNotSupported',
  "cannot occur: belongs to monitoring of instances and disks; only network interfaces are named":
    'Ecs DescribeEniMonitorData 403 InvalidInstanceType.NotSupportCredit, Ecs DescribeEniMonitorData 404 InvalidDiskId.NotFound',
  "not there yet: there are no rate limits":
    'Ecs DescribeEniMonitorData 403 Throttling, Ecs ModifyDiskChargeType 400 Throttling, Ecs ModifyInstanceChargeType 400 Throttling, Ecs ModifyInstanceNetworkSpec 400 Throttling, Ecs ModifyInstanceSpec 400 Throttling',
  "cannot occur: the operation has no parameter that the code is about":
    'Ecs DescribeImageSupportInstanceTypes 400 InvalidInstanceType.ValueNotSupported, Ecs DescribeImageSupportInstanceTypes 404 InvalidUsage, Ecs ModifyInstanceSpec 400 InvalidInternetChargeType.ValueNotSupported, Ecs ModifyInstanceSpec 404 InvalidInstanceChargeType.NotFound',
  "cannot occur: how a subscription is renewed is set and shown whatever the status of its instance":
    'Ecs DescribeInstanceAutoRenewAttribute 403 IncorrectInstanceStatus, Ecs ModifyInstanceAutoRenewAttribute 403 IncorrectInstanceStatus',
  "cannot occur: an absent InstanceId is 403 InvalidParameter.RenewalStatusInstanceId where RenewalStatus is absent too, and fine otherwise":
    'Ecs DescribeInstanceAutoRenewAttribute 403 MissingParameter.InstanceId',
  "cannot occur: every account may use the operation":
    'Ecs DescribeInstanceMaintenanceAttributes 403 OperationDenied.NotInWhiteList, Ecs DescribeInstancesFullStatus 403 OperationDenied.NotInWhiteList, Ecs ModifyInstanceMaintenanceAttributes 403 OperationDenied.NotInWhiteList',
  "cannot occur: a filter value that no instance has finds nothing":
    'Ecs DescribeInstances 400 InvalidHpcClusterId.Creating, Ecs DescribeInstances 400 InvalidHpcClusterId.NotFound, Ecs DescribeInstances 404 InvalidInstanceChargeType.NotFound, Ecs DescribeInstances 404 InvalidInternetChargeType.ValueNotSupported, Ecs DescribeInstances 404 InvalidLockReason.NotFound',
  "cannot occur: as a filter, tags are only compared, and any that nothing has find nothing":
    'Ecs DescribeInstances 400 InvalidTag.Mismatch',
  "cannot occur: more than 20 tags are 400 InvalidParameter, as for network interfaces and security groups":
    'Ecs DescribeInstances 400 InvalidTagCount',
  "cannot occur: ResourceType is ignored, as every region offers all of them":
    'Ecs DescribeRegions 404 InvalidResourceType.NotFound',
  "cannot occur: a type that the instance cannot become is left out of the answer":
    'Ecs DescribeResourcesModification 400 DependencyViolation.InstanceType, Ecs DescribeResourcesModification 400 InvalidOperation.EniQueuePairNumberOverflow, Ecs DescribeResourcesModification 400 InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded, Ecs DescribeResourcesModification 400 InvalidOperation.InstanceTypeNotSupportHighPerformance, Ecs DescribeResourcesModification 400 InvalidOperation.MaxEniQueuePairNumberExceed, Ecs DescribeResourcesModification 400 InvalidParameter.NetworkCardIndexInvalid, Ecs DescribeResourcesModification 403 EniPerInstanceLimitExceeded, Ecs DescribeResourcesModification 403 ImageNotSupportInstanceType, Ecs DescribeResourcesModification 403 InvalidOperation.ExceedInstanceTypeQueueNumber, Ecs DescribeResourcesModification 403 InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode, Ecs DescribeResourcesModification 403 InvalidOperation.Ipv4CountExceeded, Ecs DescribeResourcesModification 403 InvalidOperation.Ipv6CountExceeded, Ecs DescribeResourcesModification 403 InvalidOperation.Ipv6NotSupport, Ecs DescribeResourcesModification 403 InvalidOperation.MaxEniQueueNumberExceeded',
  "cannot occur: interfaces of every type are served, or refused with a code that says more":
    'Ecs DetachNetworkInterface 403 InvalidOperation.InvalidEniType, Ecs ModifyNetworkInterfaceAttribute 403 InvalidOperation.InvalidEniType, Ecs UnassignPrivateIpAddresses 403 InvalidOperation.InvalidEniType',
  "cannot occur: what another account owns is not found":
    'Ecs JoinSecurityGroup 400 NotBelongUser',
  "cannot occur: an instance that is not in the group is 400 InvalidSecurityGroupAssociation.NotFound":
    'Ecs LeaveSecurityGroup 403 InstanceNotInSecurityGroup',
  "cannot occur: there is no server behind this one to wait for":
    'Ecs LeaveSecurityGroup 504 RequestTimeout',
  "cannot occur: about Scope and TagOwner parameters, which only services of the cloud itself can send":
    'Ecs ListTagResources 400 Invalid.Scope, Ecs ListTagResources 403 NoPermission.Tag, Ecs ListTagResources 403 PermissionDenied.Scope, Ecs ListTagResources 403 PermissionDenied.TagOwnerUid, Ecs ListTagResources 404 MissingParameter.TagOwnerBid, Ecs ListTagResources 404 MissingParameter.TagOwnerUid, Ecs TagResources 400 Invalid.Scope, Ecs TagResources 403 NoPermission.Tag, Ecs TagResources 403 PermissionDenied.Scope, Ecs TagResources 403 PermissionDenied.TagOwnerUid, Ecs TagResources 404 MissingParameter.TagOwnerBid, Ecs TagResources 404 MissingParameter.TagOwnerUid, Ecs UntagResources 400 Invalid.Scope, Ecs UntagResources 403 NoPermission.Tag, Ecs UntagResources 403 PermissionDenied.Scope, Ecs UntagResources 403 PermissionDenied.TagOwnerUid, Ecs UntagResources 404 MissingParameter.TagOwnerBid, Ecs UntagResources 404 MissingParameter.TagOwnerUid',
  "cannot occur: replaced by newer codes for the same: NumberExceed.Tags and InvalidTagKey.Malformed, or InvalidParameter of the operation":
    'Ecs ListTagResources 400 InvalidTag.Mismatch, Ecs ListTagResources 400 InvalidTagCount, Ecs RunInstances 400 InvalidTag.Mismatch, Ecs RunInstances 400 InvalidTagCount, Ecs TagResources 400 InvalidTag.Mismatch, Ecs TagResources 400 InvalidTagCount, Ecs UntagResources 400 InvalidTag.Mismatch, Ecs UntagResources 400 InvalidTagCount',
  "cannot occur: a resource with too many tags is 403 QuotaExceed.Tags; taking or listing tags adds none":
    'Ecs ListTagResources 400 OperationDenied.QuotaExceed, Ecs RunInstances 400 OperationDenied.QuotaExceed, Ecs TagResources 400 OperationDenied.QuotaExceed, Ecs UntagResources 400 OperationDenied.QuotaExceed',
  "cannot occur: every resource that exists here takes tags":
    'Ecs ListTagResources 403 InvalidResourceId.NotSupported, Ecs RunInstances 403 InvalidResourceId.NotSupported, Ecs TagResources 403 InvalidResourceId.NotSupported, Ecs UntagResources 403 InvalidResourceId.NotSupported',
  "cannot occur: a resource that is not there has no tags, so that the list is empty":
    'Ecs ListTagResources 404 InvalidResourceId.NotFound',
  "cannot occur: 404 would mean \"gone\" to clients; what is absent is 400 MissingParameter, or a code that names it":
    'Ecs ListTagResources 404 MissingParameter.RegionId, Ecs ListTagResources 404 MissingParameter.ResourceType, Ecs ListTagResources 404 MissingParameter.Tags, Ecs TagResources 404 MissingParameter.RegionId, Ecs TagResources 404 MissingParameter.ResourceType, Ecs TagResources 404 MissingParameter.Tags, Ecs UntagResources 404 MissingParameter.RegionId, Ecs UntagResources 404 MissingParameter.ResourceType',
  "cannot occur: no operations are bought; those that a disk has suit its category, and its size, which only grows":
    'Ecs ModifyDiskAttribute 400 InvalidProvisionedIops.LimitExceed, Ecs ModifyDiskAttribute 400 ProvisionedIopsForDiskCategoryUnsupported',
  "cannot occur: no snapshot is made":
    'Ecs ModifyDiskAttribute 403 QuotaExceed.Snapshot',
  "cannot occur: another request with the same ClientToken is 400 IdempotentParameterMismatch":
    'Ecs ModifyDiskChargeType 400 Idempotence.SignatureMismatch',
  "not there yet: orders never fail and are limited by no quota":
    'Ecs ModifyDiskChargeType 400 InstanceDowngrade.QuotaExceed, Ecs ModifyDiskChargeType 400 OrderCreationFailed',
  "cannot occur: an instance that was not bought as a subscription is 400 ChargeTypeViolation":
    'Ecs ModifyDiskChargeType 400 InvalidInstance.PurchaseNotFound, Ecs ModifyDiskChargeType 403 InvalidInstanceChargeType.NotFound',
  "cannot occur: an instance that is unknown or gone is 404 InvalidInstanceId.NotFound":
    'Ecs ModifyDiskChargeType 400 InvalidInstanceId.Released, Ecs ModifyDiskChargeType 404 InvalidInstanceId.NOT_FOUND',
  "cannot occur: neither type nor status of the instance, nor size or charge type of the disk, keeps the operation from it; no RAM role is named":
    'Ecs ModifyDiskChargeType 400 InvalidInstanceType.ValueNotSupported, Ecs ModifyDiskChargeType 404 InvalidDataDiskSize.ValueNotSupported, Ecs ModifyDiskChargeType 404 InvalidDiskIds.NotPortable, Ecs ModifyDiskChargeType 404 InvalidInstanceStatus.NotSupported, Ecs ModifyDiskChargeType 404 InvalidRamRole.NotFound',
  "cannot occur: an absent InstanceId or RegionId is 400 MissingParameter":
    'Ecs ModifyDiskChargeType 400 MissingParameter.InstanceIdNotSupported, Ecs ModifyDiskChargeType 400 MissingParameter.RegionId',
  "cannot occur: a denial to a RAM user has the newer code, Forbidden.RAM":
    'Ecs ModifyDiskChargeType 403 Forbidden, Ecs ModifyInstanceAttribute 403 InvalidUser.Unauthorized, Ecs RunInstances 403 Forbbiden',
  "cannot occur: the call would not be ModifyDiskChargeType if its action were unknown":
    'Ecs ModifyDiskChargeType 404 InvalidAction.NotSupported',
  "cannot occur: bursts are not asked for; a disk that has them suits them, and loses them with its category":
    'Ecs ModifyDiskSpec 400 BurstingEnabledForDiskCategoryUnsupported, Ecs ModifyDiskSpec 400 InvalidBurstingEnabled.DiskSizeTooSmall',
  "not there yet: every instance type takes disks of every category":
    'Ecs ModifyDiskSpec 403 InvalidInstanceType.NotSupportDiskCategory',
  "cannot occur: nothing that the operation changes depends on how the instance is paid for":
    'Ecs ModifyInstanceAttribute 400 ChargeTypeViolation',
  "cannot occur: replaced by InvalidPassword.Malformed":
    'Ecs ModifyInstanceAttribute 400 InvalidHostPassword.Malformed',
  "cannot occur: what needs a stopped or a running instance is refused with IncorrectInstanceStatus or InvalidOperation.InvalidEcsState":
    'Ecs ModifyInstanceAttribute 400 InvalidInstanceStatus.NotRunning',
  "cannot occur: the groups that SecurityGroupIds names replace all others; none has to be left":
    'Ecs ModifyInstanceAttribute 403 InstanceNotInSecurityGroup',
  "not there yet: CPU credits are not counted, only their mode is kept":
    'Ecs ModifyInstanceAttribute 404 Credit.NotFound',
  "cannot occur: there are no starter packages":
    'Ecs ModifyInstanceAutoRenewAttribute 403 InvalidPeriod.StarterPackage',
  "cannot occur: an absent InstanceId is 400 MissingParameter":
    'Ecs ModifyInstanceAutoRenewAttribute 403 MissingParameter.InstanceId',
  "cannot occur: instances of every type, with every image, system disk and way to pay for traffic can be paid for in both ways":
    'Ecs ModifyInstanceChargeType 400 InvalidImageType.NotSupported, Ecs ModifyInstanceChargeType 400 InvalidInternetChargeType.ValueNotSupported, Ecs ModifyInstanceChargeType 400 InvalidSystemDiskCategory.ValueNotSupported, Ecs ModifyInstanceChargeType 403 ImageNotSupportInstanceType, Ecs ModifyInstanceChargeType 403 InvalidInstanceType.PhasedOut, Ecs ModifyInstanceChargeType 403 InvalidInstanceType.ValueNotSupported',
  "cannot occur: every instance has a system disk, from its beginning to its end":
    'Ecs ModifyInstanceChargeType 400 InvalidInstance.NotFoundSystemDisk',
  "cannot occur: the call would not be one of this operation if its action were unknown":
    'Ecs ModifyInstanceChargeType 403 InvalidAction, Ecs ModifyInstanceNetworkSpec 400 InvalidAction, Ecs ModifyInstanceSpec 400 InvalidAction, Ecs UnassignPrivateIpAddresses 400 InvalidAction',
  "not there yet: temporary changes of bandwidth are not offered; asking for one is refused whatever else it says":
    'Ecs ModifyInstanceChargeType 403 InvalidInstance.TempBandwidthUpgrade, Ecs ModifyInstanceNetworkSpec 400 BandwidthUpgradeDenied.EipBoundInstance, Ecs ModifyInstanceNetworkSpec 400 InvalidBandwidth.ValueNotSupported, Ecs ModifyInstanceSpec 400 BandwidthUpgradeDenied.EipBoundInstance, Ecs ModifyInstanceSpec 400 InvalidTemporary.EndTime, Ecs ModifyInstanceSpec 400 InvalidTemporary.StartTime, Ecs ModifyInstanceSpec 404 MissingTemporary.EndTime, Ecs ModifyInstanceSpec 404 MissingTemporary.StartTime',
  "not there yet: how often and how far bandwidth is lowered has no limit":
    'Ecs ModifyInstanceNetworkSpec 400 DecreasedBandwidthNotAllowed, Ecs ModifyInstanceNetworkSpec 400 InstanceDowngrade.QuotaExceed',
  "cannot occur: an instance that is not in the right state is 403 IncorrectInstanceStatus":
    'Ecs ModifyInstanceNetworkSpec 400 InvalidInstanceStatus, Ecs ModifyInstanceNetworkSpec 403 InvalidInstanceStatus, Ecs StartInstance 403 InstanceNotReady, Ecs StartInstance 500 InstanceNotReady, Ecs StartInstances 403 InstanceNotReady',
  "cannot occur: no two parameters of the operation exclude each other":
    'Ecs ModifyInstanceNetworkSpec 400 InvalidParameter.Conflict',
  "cannot occur: the operation is for instances that are paid for in either way":
    'Ecs ModifyInstanceNetworkSpec 403 ChargeTypeViolation',
  "cannot occur: bandwidth for an instance with an elastic IP address is 403 InvalidInstance.InstanceNotSupported here":
    'Ecs ModifyInstanceNetworkSpec 403 InvalidInstance.EipNotSupport',
  "cannot occur: an instance becomes a smaller type as well, if that has room for what is attached":
    'Ecs ModifyInstanceSpec 400 Downgrade.NotSupported',
  "cannot occur: another request under the same ClientToken is 400 IdempotentParameterMismatch":
    'Ecs ModifyInstanceSpec 400 IdempotenceParamNotMatch',
  "cannot occur: network interfaces that the new type has no room for are 400 DependencyViolation.InstanceType":
    'Ecs ModifyInstanceSpec 400 InvalidOperation.EniQueuePairNumberOverflow, Ecs ModifyInstanceSpec 400 InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded, Ecs ModifyInstanceSpec 400 InvalidOperation.InstanceTypeNotSupportHighPerformance, Ecs ModifyInstanceSpec 400 InvalidOperation.MaxEniQueuePairNumberExceed, Ecs ModifyInstanceSpec 400 InvalidParameter.NetworkCardIndexInvalid, Ecs ModifyInstanceSpec 403 InvalidOperation.ExceedInstanceTypeQueueNumber, Ecs ModifyInstanceSpec 403 InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode, Ecs ModifyInstanceSpec 403 InvalidOperation.MaxEniQueueNumberExceeded',
  "cannot occur: an instance stays in its zone; AllowMigrateAcrossZone that is neither true nor false is 400 InvalidParameter":
    'Ecs ModifyInstanceSpec 400 InvalidParameter.AllowMigrateAcrossZone',
  "cannot occur: the published one is about images and instance types, and the image that an instance has runs on every type":
    'Ecs ModifyInstanceSpec 400 InvalidParameter.Conflict',
  "cannot occur: a bandwidth out of range is 400 InvalidParameter or InvalidParameter.Bandwidth":
    'Ecs ModifyInstanceSpec 400 Price.PricePlanResultNotFound',
  "cannot occur: a type with disks in its host, before or after, is 400 DependencyViolation.InstanceType":
    'Ecs ModifyInstanceSpec 403 CategoryViolation',
  "cannot occur: the image that an instance has runs on every instance type":
    'Ecs ModifyInstanceSpec 403 ImageNotSupportInstanceType',
  "cannot occur: a change takes effect at once; none waits for the end of a subscription":
    'Ecs ModifyInstanceSpec 403 InstanceSpecModification.NotEffective',
  "cannot occur: bandwidth for an instance with an elastic IP address is 403 InvalidInstance.EipNotSupport here":
    'Ecs ModifyInstanceSpec 403 InvalidOperation.InstanceWithEipNotSupport',
  "cannot occur: what is not there has a code that names it: 404 InvalidInstanceId.NotFound, InvalidVSwitchId.NotFound, InvalidSecurityGroupId.NotFound":
    'Ecs ModifyInstanceVpcAttribute 404 NoSuchResource',
  "cannot occur: a rule that is there has ports, and one that is described without them is 400 InvalidParam.PortRange":
    'Ecs ModifySecurityGroupEgressRule 400 InvalidPortRange.Malformed, Ecs ModifySecurityGroupRule 400 InvalidPortRange.Malformed',
  "cannot occur: a rule is modified in place, so that their number stays":
    'Ecs ModifySecurityGroupRule 403 AuthorizationLimitExceed',
  "not there yet: a disk that is on its way to or from an instance does not keep it from starting, stopping or restarting":
    'Ecs RebootInstance 403 DiskError, Ecs StartInstance 403 DiskError, Ecs StopInstance 403 DiskError',
  "cannot occur: every image and every instance type offered is I/O optimized":
    'Ecs ReplaceSystemDisk 400 DependencyViolation.IoOptimize, Ecs ReplaceSystemDisk 403 IoOptimized.NotSupported',
  "not there yet: a disk is not made from another disk: an image has to be named":
    'Ecs ReplaceSystemDisk 400 InvalidArchitecture.Malformed, Ecs ReplaceSystemDisk 400 InvalidDatadisk.DiskCategoryViolation, Ecs ReplaceSystemDisk 400 InvalidDatadisk.DiskStatusViolation, Ecs ReplaceSystemDisk 400 InvalidDiskId.NotFound, Ecs ReplaceSystemDisk 400 InvalidPlatform.Malformed, Ecs ReplaceSystemDisk 400 MissingParameter.Architecture, Ecs ReplaceSystemDisk 400 MissingParameter.Platform, Ecs ReplaceSystemDisk 403 ResourcesNotInSameZone',
  "cannot occur: the new disk is of the category of the old one, and paid for as it was":
    'Ecs ReplaceSystemDisk 400 InvalidDiskCategory.ValueNotSupported, Ecs ReplaceSystemDisk 403 ChargeTypeViolation',
  "cannot occur: every instance has a system disk, which is In_use; while a snapshot of it is being made, that is 403 DiskCreatingSnapshot":
    'Ecs ReplaceSystemDisk 400 InvalidInstance.NotFoundSystemDisk, Ecs ReplaceSystemDisk 403 IncorrectDiskStatus, Ecs ReplaceSystemDisk 403 InvalidSystemDiskStatus.IsTransfering',
  "cannot occur: older than the codes for the same: MissingParameter, ImageNotSupportInstanceType, InvalidImageId.NotFound and InvalidSystemDiskSize.ValueNotSupported":
    'Ecs ReplaceSystemDisk 400 InvalidParameter.AllEmpty, Ecs ReplaceSystemDisk 400 InvalidSystemDiskSize, Ecs ReplaceSystemDisk 403 InvalidParameter.NotMatch, Ecs ReplaceSystemDisk 404 InvalidSystemDiskSize.LessThanImageSize, Ecs ReplaceSystemDisk 404 InvalidSystemDiskSize.LessThanMinSize, Ecs ReplaceSystemDisk 404 InvalidSystemDiskSize.MoreThanMaxSize, Ecs ReplaceSystemDisk 404 NoSuchResource',
  "cannot occur: a size out of range is 403 InvalidDiskSize.TooSmall or InvalidDiskSize.TooLarge, a category that does not grow online 403 InvalidDiskCategory.NotSupported":
    'Ecs ResizeDisk 400 InvalidDataDiskCategory.ValueNotSupported, Ecs ResizeDisk 400 InvalidDataDiskSize.ValueNotSupported, Ecs ResizeDisk 400 InvalidSystemDiskSize.ValueNotSupported, Ecs ResizeDisk 403 InvalidDataDiskSize.ValueNotSupported',
  "cannot occur: no two parameters of the operation can contradict each other":
    'Ecs ResizeDisk 400 InvalidParameter.Conflict',
  "cannot occur: a disk that is not Available or In_use is 403 IncorrectDiskStatus":
    'Ecs ResizeDisk 403 DiskError',
  "cannot occur: the codes of modifying a rule by its id; ports and addresses that do not suit the protocol are refused with others here":
    'Ecs RevokeSecurityGroup 400 InvalidParam.ProtocolAndAddressFamilyMismatch, Ecs RevokeSecurityGroup 400 InvalidParam.ProtocolAndPortRangeMismatch, Ecs RevokeSecurityGroupEgress 400 InvalidParam.ProtocolAndAddressFamilyMismatch, Ecs RevokeSecurityGroupEgress 400 InvalidParam.ProtocolAndPortRangeMismatch',
  "cannot occur: revoking a rule that is not there succeeds":
    'Ecs RevokeSecurityGroup 403 InvalidGroupAuthItem.NotFound, Ecs RevokeSecurityGroupEgress 403 InvalidGroupAuthItem.NotFound',
  "cannot occur: answered in its right spelling, InvalidDestCidrIp.Malformed":
    'Ecs RevokeSecurityGroupEgress 400 InvalidDestCidrIp.sMalformed',
  "cannot occur: an instance is given no IPv4 prefixes at its creation":
    'Ecs RunInstances 403 InvalidIp.IpPrefixIllegal, Ecs RunInstances 403 InvalidIp.IpPrefixMaskInvalid, Ecs RunInstances 403 InvalidIp.IpPrefixMaskNotSame',
  "not there yet: launch templates do not exist, so that naming one is 404 InvalidLaunchTemplate.NotFound whatever its version":
    'Ecs RunInstances 404 InvalidLaunchTemplateVersion.NotFound',
  "not there yet: ConfirmStop is not asked for, as local disks keep nothing":
    'Ecs StopInstance 403 InstanceType.ParameterMismatch',
  "cannot occur: a malformed interface id is 400 InvalidEniId.Malformed here":
    'Ecs UnassignPrivateIpAddresses 400 InvalidParams.EniId',
  "cannot occur: a key that no resource can have is not there to be taken away, and values are not named":
    'Ecs UntagResources 400 InvalidTagKey.Malformed, Ecs UntagResources 400 InvalidTagValue.Malformed',
  "cannot occur: a mask out of range is 400 IllegalParam.SecondaryCidrBlock here":
    'Vpc AssociateVpcCidrBlock 400 IllegalParam.CidrBlockMask',
  "cannot occur: it takes more IPv6 blocks in use at once than quotas and memory give room for":
    'Vpc AssociateVpcCidrBlock 400 ResourceNotEnough.Ipv6Cidr, Vpc CreateDefaultVpc 400 ResourceNotEnough.Ipv6Cidr, Vpc CreateVpc 400 ResourceNotEnough.Ipv6Cidr, Vpc ModifyVpcAttribute 400 ResourceNotEnough.Ipv6Cidr',
  "cannot occur: the place of a default vSwitch is chosen, not named":
    'Vpc CreateDefaultVSwitch 400 InvalidCidrBlock.Malformed',
  "cannot occur: the operation has no DryRun":
    'Vpc CreateDefaultVpc 400 DryRunOperation',
  "cannot occur: entries are added, not named":
    'Vpc CreateRouteEntries 400 InvalidRouteEntry.NotFound, Vpc CreateRouteEntries 400 InvalidRouteEntryId.NotFound',
  "cannot occur: custom entries are only in route tables that are Available, of VPCs that are; in others none is found":
    'Vpc DeleteRouteEntries 400 IncorrectStatus.RouteTableStatus, Vpc DeleteRouteEntries 400 IncorrectVpcStatus, Vpc DeleteRouteEntry 400 IncorrectStatus.RouteTableStatus, Vpc DeleteRouteEntry 400 IncorrectVpcStatus, Vpc ModifyRouteEntry 400 IncorrectStatus.RouteTableStatus, Vpc ModifyRouteEntry 400 IncorrectVpcStatus',
  "cannot occur: no entry is added":
    'Vpc DeleteRouteEntries 400 InvalidCIDRBlock.Duplicate',
};
