import type { Rule } from '../../operation/operation.ts';
import { regions, zonesOf } from '../../operation/regions.ts';
import { refuse } from '../refusals.ts';
import { diskStatuses } from './disk.ts';
import { isCategory } from './rules.ts';

const types: readonly string[] = ['all', 'system', 'data'];
/** What disks can be looked for by; `ReIniting` is a status that none of them is ever in. */
const statuses: readonly string[] = ['All', 'all', 'ReIniting', ...diskStatuses];
const chargeTypes: readonly string[] = ['PrePaid', 'PostPaid'];
const lockReasons: readonly string[] = ['financial', 'security', 'recycling', 'dedicatedhostfinancial'];
const multiAttach: readonly string[] = ['Disabled', 'Enabled', 'LegacyShared'];
const allZones = new Set(regions.flatMap(zonesOf));

const among =
  (allowed: readonly string[], refusal: (value: string, allowed: string) => ReturnType<typeof refuse>): Rule<string> =>
  (value) =>
    allowed.includes(value) ? undefined : refusal(value, allowed.join(', '));

/** Values that DescribeDisks can be asked for. Some are documented with 404, which stands for absence. */
export const filterRules = {
  DiskType: among(types, (value, allowed) => refuse('InvalidDiskType.ValueNotSupported', { value, allowed })),
  Category: (value: string) =>
    value === 'all' || isCategory(value) ? undefined : refuse('InvalidCategory.ValueNotSupported', { value }),
  Status: among(statuses, (value, allowed) => refuse('InvalidStatus.ValueNotSupported', { value, allowed })),
  ZoneId: (value: string) => (allZones.has(value) ? undefined : refuse('InvalidZoneId.NotFound.Filter', { value })),
  DiskChargeType: among(chargeTypes, (value, allowed) => refuse('InvalidDiskChargeType.NotFound', { value, allowed })),
  LockReason: among(lockReasons, (value, allowed) => refuse('InvalidLockReason.NotFound', { value, allowed })),
  MultiAttach: among(multiAttach, (value) => refuse('InvalidParameter.MultiAttach', { value })),
} as const;
