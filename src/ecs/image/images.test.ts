import { describe, expect, it } from 'vitest';
import { findImage, findImageOfFamily, images } from './images.ts';

describe('the public images', () => {
  it.each([
    /^ubuntu_18.*64/,
    /^ubuntu_[0-9]+_[0-9]+_x64*/,
    /^aliyun/,
    /^aliyun_3_x64_20G_scc*/,
    /^aliyun_2_19/,
    /^ubuntu_2[0-9]_[0-9]+_x64_20G_alibase/,
    /^centos_6/,
    /^centos_6\w{1,5}[64].*/,
    /^centos_7_05_64*/,
    /^centos_7_6_x64*/,
    /windows/,
    /^win/,
    /arm64/,
    /^debian_12/,
  ])('have one that configurations look for by %s', (pattern) => {
    expect(images.some((image) => pattern.test(image.imageId))).toBe(true);
  });

  it('have each id once', () => {
    expect(new Set(images.map((image) => image.imageId)).size).toBe(images.length);
  });

  it('are found by family', () => {
    expect(findImageOfFamily('acs:ubuntu_22_04_x64')?.imageId).toMatch(/^ubuntu_22_04/);
    expect(findImageOfFamily('acs:none')).toBeUndefined();
  });
});

describe('findImage', () => {
  it.each([
    ['aliyun_3_arm64_20G_alibase_20230727.vhd', { osType: 'linux', architecture: 'arm64', sizeGib: 20 }],
    ['aliyun_2_1903_x64_20G_alibase_20200324.vhd', { osType: 'linux', architecture: 'x86_64', sizeGib: 20 }],
    ['win2019_1809_x64_dtc_en-us_40G_alibase_20201015.vhd', { osType: 'windows', sizeGib: 40 }],
    ['ubuntu1404_64_40G_cloudinit_20160727.raw', { osType: 'linux' }],
    ['m-bp67acfmxazb4ph', { osType: 'linux' }],
  ])('takes %s for an image', (id, expected) => {
    expect(findImage(id)).toMatchObject({ imageId: id, ...expected });
  });

  it.each(['ami-0abcdef', 'ubuntu', 'i-bp1', 'm-', '../x.vhd', '', `x${'_20G_'.repeat(30)}.vhd`])(
    'does not take "%s" for one',
    (id) => {
      expect(findImage(id)).toBeUndefined();
    },
  );
});
