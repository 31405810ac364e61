import type { InstanceType } from '../instance-type/instance-type.ts';
import type { Image } from './images.ts';

/** Every instance type has an x86 processor. */
export function supportsInstanceType({ architecture }: Image, _type: InstanceType): boolean {
  return architecture === 'x86_64';
}

/** What every public image offers beside its system. */
export const features = {
  CpuOnlineUpgrade: 'unsupported',
  CpuOnlineDowngrade: 'unsupported',
  MemoryOnlineUpgrade: 'unsupported',
  MemoryOnlineDowngrade: 'unsupported',
} as const;

/** When the image was published: the date in its name, and of one without a date the beginning of the service. */
export function createdAtMsOf({ imageId }: Pick<Image, 'imageId'>): number {
  const [, year, month, day] = /_(20\d\d)([01]\d)([0-3]\d)\.\w+$/.exec(imageId) ?? [];
  const atMs = Date.parse(`${year}-${month}-${day}T02:00:00Z`);
  return Number.isNaN(atMs) ? Date.UTC(2014, 4, 26) : atMs;
}
