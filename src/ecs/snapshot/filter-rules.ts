import type { Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { snapshotStatuses } from './snapshot.ts';

const statuses: readonly string[] = ['all', ...snapshotStatuses];
const types: readonly string[] = ['all', 'auto', 'user'];
const usages: readonly string[] = ['image', 'disk', 'image_disk', 'none'];

/** Values that DescribeSnapshots can be asked for; what is none of them is documented with 404, which stands for absence. */
export const filterRules: Readonly<
  Record<'Status' | 'SnapshotType' | 'Usage' | 'SourceDiskType' | 'Category', Rule<string>>
> = {
  Status: (value) =>
    statuses.includes(value) ? undefined : refuse('InvalidStatus.NotFound', { value, allowed: statuses.join(', ') }),
  SnapshotType: (value) =>
    types.includes(value) ? undefined : refuse('InvalidSnapshotType.NotFound', { value, allowed: types.join(', ') }),
  Usage: (value) =>
    usages.includes(value) ? undefined : refuse('InvalidUsage', { value, allowed: usages.join(', ') }),
  SourceDiskType: (value) => (/^(system|data)$/i.test(value) ? undefined : refuse('InvalidSourceDiskType', { value })),
  Category: (value) =>
    /^(standard|flash|archive)$/i.test(value) ? undefined : refuse('InvalidSnapshotCategory.Malformed', { value }),
};
