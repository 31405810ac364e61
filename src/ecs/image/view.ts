import { utcSeconds } from '../../operation/time.ts';
import type { Image } from './images.ts';
import { createdAtMsOf, features } from './traits.ts';

/** Whether instances of the account were made from an image, as `Usage` says it. */
export type Usage = 'instance' | 'none';

/** An image as its family's description and lists show it. A public image has no disks of its own to map. */
export function describedImage(image: Image, usage: Usage) {
  return {
    ImageId: image.imageId,
    ImageName: image.imageId,
    ImageFamily: image.imageFamily,
    ImageVersion: '',
    ImageOwnerAlias: 'system',
    Description: image.osName,
    CreationTime: utcSeconds(createdAtMsOf(image)),
    Status: 'Available',
    Progress: '100%',
    Usage: usage,
    OSType: image.osType,
    OSName: image.osName,
    Platform: image.platform,
    Architecture: image.architecture,
    Size: image.sizeGib,
    IsSupportCloudinit: true,
    IsSupportIoOptimized: true,
    IsSubscribed: false,
    IsSelfShared: '',
    IsCopied: false,
    ProductCode: '',
    DiskDeviceMappings: { DiskDeviceMapping: [] },
    Tags: { Tag: [] },
  };
}

/** An image as DescribeImages lists it, with what only that shows. */
export function listedImage(image: Image, usage: Usage) {
  return {
    ...describedImage(image, usage),
    OSNameEn: image.osName,
    BootMode: image.architecture === 'arm64' ? 'UEFI' : 'BIOS',
    IsPublic: true,
    Usable: true,
    LoginAsNonRootSupported: image.osType === 'linux',
    LicenseType: '',
    SupplierName: '',
    ResourceGroupId: '',
    Features: { ...features, NvmeSupport: image.osType === 'linux' ? 'supported' : 'unsupported' },
    SecureBootOptions: { SecureBootSupport: 'unsupported' },
    DetectionOptions: { Status: '', Items: { Item: [] } },
  };
}
