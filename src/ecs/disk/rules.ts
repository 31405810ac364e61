import type { Rule } from '../../operation/operation.ts';
import { isDescription, isResourceName } from '../../operation/text.ts';
import { refuse } from '../refusals.ts';
import { diskCategories } from '../region/disk-categories.ts';
import type { DiskCategory } from './disk.ts';

export const diskName: Rule<string> = (value) =>
  isResourceName(value) ? undefined : refuse('InvalidDiskName.Malformed', { value });

export const description: Rule<string> = (value) =>
  isDescription(value) ? undefined : refuse('InvalidDescription.Malformed', { value });

/** A rule that an empty text passes: it clears what is there. */
export const orEmpty =
  (rule: Rule<string>): Rule<string> =>
  (value, name) =>
    value === '' ? undefined : rule(value, name);

/** Categories that exist and are not offered here. */
const otherCategories: readonly string[] = [
  'cloud_regional_disk_auto',
  'elastic_ephemeral_disk_standard',
  'elastic_ephemeral_disk_premium',
  'local_ssd_pro',
  'local_hdd_pro',
  'ephemeral',
  'ephemeral_ssd',
];

export function isOfferedCategory(value: string): value is DiskCategory {
  return (diskCategories as readonly string[]).includes(value);
}

/** Whether disks can be looked for by the category. */
export function isCategory(value: string): boolean {
  return isOfferedCategory(value) || otherCategories.includes(value);
}

/** The category of a disk that is to be made. */
export const newCategory: Rule<string> = (value) => {
  if (isOfferedCategory(value)) return undefined;
  if (otherCategories.includes(value)) return refuse('InvalidDataDiskCategory.NotSupported', { value });
  return refuse('InvalidDiskCategory.ValueNotSupported', { value, allowed: diskCategories.join(', ') });
};
