import type { EcsDescribeImagesParameters } from '../../contracts/operations.generated.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { refuse } from '../refusals.ts';
import { findImage, type Image, images } from './images.ts';
import { createdAtMsOf, features, supportsInstanceType } from './traits.ts';

type Filters = EcsDescribeImagesParameters;
type KeyFilter = Filters['Filter'][number];

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/;
const timeKeys = ['CreationStartTime', 'CreationEndTime'];
const featureKeys = Object.keys(features);
const filterKeys = [...timeKeys, 'NetworkType', ...featureKeys];

/** Whether every `Filter.N` compares something that can be compared. */
export function checkFilters(filters: Filters['Filter']): Refusal | undefined {
  for (const { Key: key = '', Value: value = '' } of filters) {
    if (!filterKeys.includes(key)) {
      return refuse('InvalidFilterKey.NotFound', { value: key, allowed: filterKeys.join(', ') });
    }
    if (timeKeys.includes(key) && !(timePattern.test(value) && !Number.isNaN(Date.parse(value)))) {
      return refuse('InvalidParamter', { name: 'Filter.N.Value', value });
    }
  }
  return undefined;
}

/** The images that have everything a request asks for; `used` are those that the account's instances were made from. */
export function imagesFor(filters: Filters, used: ReadonlySet<string>): readonly Image[] {
  if (matchesNone(filters)) return [];
  // An image that is only taken for existing is found by those who know its id.
  const candidates = filters.ImageId === undefined ? images : named(filters.ImageId);
  return candidates.filter((image) => matches(image, filters, used));
}

/** Filters by what no image here is: custom, shared, tagged, expired, made from a snapshot. */
function matchesNone(filters: Filters): boolean {
  const { ImageOwnerAlias = 'system', Status = 'Available', Usable = true } = filters;
  const statuses = Status.split(',');
  return (
    ImageOwnerAlias !== 'system' ||
    !(statuses.includes('Available') || statuses.includes('ALL')) ||
    !Usable ||
    filters.IsPublic === true ||
    filters.SnapshotId !== undefined ||
    filters.ResourceGroupId !== undefined ||
    filters.Tag.length > 0
  );
}

function named(ids: string): readonly Image[] {
  return ids
    .split(',')
    .map((id) => findImage(id.trim()))
    .filter((image) => image !== undefined);
}

function matches(image: Image, filters: Filters, used: ReadonlySet<string>): boolean {
  const type = filters.InstanceType === undefined ? undefined : findInstanceType(filters.InstanceType);
  return (
    (filters.ImageName === undefined || resembles(image.imageId, filters.ImageName)) &&
    (filters.ImageFamily === undefined || image.imageFamily === filters.ImageFamily) &&
    (filters.OSType === undefined || image.osType === filters.OSType) &&
    (filters.Architecture === undefined || image.architecture === filters.Architecture) &&
    (type === undefined || supportsInstanceType(image, type)) &&
    filters.IsSupportCloudinit !== false &&
    filters.IsSupportIoOptimized !== false &&
    (filters.Usage === undefined || (filters.Usage === 'instance') === used.has(image.imageId)) &&
    filters.Filter.every((filter) => matchesKey(image, filter))
  );
}

/** With `*` for any text, the whole name has to match; without it, it is enough that the name contains the text. */
function resembles(name: string, wanted: string): boolean {
  if (!wanted.includes('*')) return name.includes(wanted);
  const [first = '', ...others] = wanted.split('*');
  const last = others.pop() ?? '';
  if (!name.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = name.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return name.length - last.length >= from && name.endsWith(last);
}

function matchesKey(image: Image, { Key: key = '', Value: value = '' }: KeyFilter): boolean {
  switch (key) {
    case 'CreationStartTime':
      return createdAtMsOf(image) >= Date.parse(value);
    case 'CreationEndTime':
      return createdAtMsOf(image) <= Date.parse(value);
    case 'NetworkType':
      return value === 'vpc';
    default:
      return (features as Readonly<Record<string, string>>)[key] === value;
  }
}
