import type { Rule } from '../../operation/operation.ts';
import { isDescription, isResourceName } from '../../operation/text.ts';
import { refuse } from '../refusals.ts';

const maxRetentionDays = 65_536;

/** Names that begin with "auto" are those of snapshots that policies make. */
export const snapshotName: Rule<string> = (value) =>
  isResourceName(value) && !value.startsWith('auto') ? undefined : refuse('InvalidSnapshotName.Malformed', { value });

export const description: Rule<string> = (value) =>
  isDescription(value) ? undefined : refuse('InvalidDescription.Malformed', { value });

export const retentionDays: Rule<number> = (value) =>
  Number.isInteger(value) && value >= 1 && value <= maxRetentionDays
    ? undefined
    : refuse('InvalidRetentionDays.Malformed', { value, limit: maxRetentionDays });

/** Local snapshots are no longer made: those that ask for one get a standard one. */
export const category: Rule<string> = (value) =>
  /^(standard|flash)$/i.test(value) ? undefined : refuse('InvalidSnapshotCategory.Malformed', { value });
