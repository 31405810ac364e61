/** A public image. Its id is its name. */
export interface Image {
  readonly imageId: string;
  readonly osType: 'linux' | 'windows';
  readonly osName: string;
  readonly platform: string;
  readonly architecture: 'x86_64' | 'arm64';
  readonly sizeGib: number;
  /** The family whose newest image it is; empty without one. */
  readonly imageFamily: string;
}

const linux = (imageId: string, osName: string, platform: string, more: Partial<Image> = {}): Image => ({
  imageId,
  osName,
  platform,
  osType: 'linux',
  architecture: 'x86_64',
  sizeGib: 20,
  imageFamily: '',
  ...more,
});

const windows = (imageId: string, year: string, imageFamily = ''): Image => ({
  imageId,
  osType: 'windows',
  osName: `Windows Server ${year} Data Center 64 bit English Edition`,
  platform: `Windows Server ${year}`,
  architecture: 'x86_64',
  sizeGib: 40,
  imageFamily,
});

/** The public images, the same in every region. */
export const images: readonly Image[] = [
  linux('aliyun_3_x64_20G_alibase_20230727.vhd', 'Alibaba Cloud Linux 3.2104 LTS 64 bit', 'Aliyun', {
    imageFamily: 'acs:alibaba_cloud_linux_3_2104_lts_x64',
  }),
  linux('aliyun_3_x64_20G_scc_20230727.vhd', 'Alibaba Cloud Linux 3.2104 LTS 64 bit for SCC', 'Aliyun'),
  linux('aliyun_3_arm64_20G_alibase_20230727.vhd', 'Alibaba Cloud Linux 3.2104 LTS 64 bit for ARM', 'Aliyun', {
    architecture: 'arm64',
    imageFamily: 'acs:alibaba_cloud_linux_3_2104_lts_arm64',
  }),
  linux('aliyun_2_1903_x64_20G_alibase_20230704.vhd', 'Alibaba Cloud Linux 2.1903 LTS 64 bit', 'Aliyun', {
    imageFamily: 'acs:alibaba_cloud_linux_2_1903_lts_x64',
  }),
  linux('ubuntu_24_04_x64_20G_alibase_20240812.vhd', 'Ubuntu 24.04 64 bit', 'Ubuntu', {
    imageFamily: 'acs:ubuntu_24_04_x64',
  }),
  linux('ubuntu_22_04_x64_20G_alibase_20230907.vhd', 'Ubuntu 22.04 64 bit', 'Ubuntu', {
    imageFamily: 'acs:ubuntu_22_04_x64',
  }),
  linux('ubuntu_20_04_x64_20G_alibase_20230907.vhd', 'Ubuntu 20.04 64 bit', 'Ubuntu', {
    imageFamily: 'acs:ubuntu_20_04_x64',
  }),
  linux('ubuntu_18_04_x64_20G_alibase_20230208.vhd', 'Ubuntu 18.04 64 bit', 'Ubuntu', {
    imageFamily: 'acs:ubuntu_18_04_x64',
  }),
  linux('debian_12_2_x64_20G_alibase_20231012.vhd', 'Debian 12.2 64 bit', 'Debian', {
    imageFamily: 'acs:debian_12_2_x64',
  }),
  linux('centos_7_9_x64_20G_alibase_20230816.vhd', 'CentOS 7.9 64 bit', 'CentOS', {
    imageFamily: 'acs:centos_7_9_x64',
  }),
  linux('centos_7_6_x64_20G_alibase_20211130.vhd', 'CentOS 7.6 64 bit', 'CentOS'),
  linux('centos_7_05_64_20G_alibase_20181210.vhd', 'CentOS 7.5 64 bit', 'CentOS'),
  linux('centos_6_10_x64_20G_alibase_20201120.vhd', 'CentOS 6.10 64 bit', 'CentOS'),
  windows('win2022_21H2_x64_dtc_en-us_40G_alibase_20231115.vhd', '2022', 'acs:windows_2022_64_en'),
  windows('win2019_1809_x64_dtc_en-us_40G_alibase_20231115.vhd', '2019', 'acs:windows_2019_64_en'),
  // Configurations look for "windows" anywhere in a name.
  windows('windows_2016_x64_dtc_en-us_40G_alibase_20231115.vhd', '2016'),
];

const longestId = 128;

const byId = new Map(images.map((image) => [image.imageId, image]));
const byFamily = new Map(images.flatMap((image) => (image.imageFamily ? [[image.imageFamily, image]] : [])));

/**
 * The image an instance can be created from. Beside the public ones of the list these are taken for existing: ids of
 * custom, shared and marketplace images, `m-...`, and public images of other dates, `NAME.vhd`; what they are is read
 * from the name as far as it tells.
 */
export function findImage(imageId: string): Image | undefined {
  const known = byId.get(imageId);
  if (known !== undefined || imageId.length > longestId) return known;
  if (/^m-[0-9a-z]{1,64}$/i.test(imageId)) return linux(imageId, '', '');
  const size = /^[\w.-]+_(\d{2,3})G_[\w.-]*\.vhd$/.exec(imageId)?.[1];
  if (size === undefined && !/^\w[\w.-]{2,120}\.(vhd|raw)$/.test(imageId)) return undefined;
  return {
    ...linux(imageId, '', ''),
    osType: /^win/i.test(imageId) ? 'windows' : 'linux',
    architecture: /arm64/.test(imageId) ? 'arm64' : 'x86_64',
    sizeGib: Number(size ?? 20),
  };
}

/** The newest public image of a family, for example `acs:ubuntu_22_04_x64`. */
export function findImageOfFamily(family: string): Image | undefined {
  return byFamily.get(family);
}
