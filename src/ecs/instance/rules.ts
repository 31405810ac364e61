import type { Rule } from '../../operation/operation.ts';
import { oneOf } from '../network-interface/rules.ts';
import { refuse } from '../refusals.ts';

const maxListed = 100;

/** At most 100 instances in one call. */
export const tooManyInstances: Rule<readonly string[]> = (ids) =>
  ids.length > maxListed ? refuse('InstanceIdLimitExceeded', { count: ids.length, limit: maxListed }) : undefined;

/** A time in UTC, to the minute or the second. */
export const autoReleaseTime: Rule<string> = (value) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : refuse('InvalidAutoReleaseTime.Malformed', { value });

const maxHops = 64;

/** How many network hops an answer with metadata lives. */
export const httpPutResponseHopLimit: Rule<number> = (value) =>
  Number.isInteger(value) && value >= 1 && value <= maxHops
    ? undefined
    : refuse('InvalidHttpPutResponseHopLimit.NotSupported', { value, limit: maxHops });

/** The ids of the operations that change several instances: 1 to 100. */
export const instanceIds: Rule<readonly string[]> = (ids, name) =>
  ids.length > maxListed
    ? refuse('InvalidParameter', { name: `${name}.N`, value: `${ids.length} values, at most ${maxListed}` })
    : undefined;

/** What the operations that start, stop or restart several instances have in common. */
export const batchRules = {
  InstanceId: instanceIds,
  BatchOptimization: oneOf('AllTogether', 'SuccessFirst'),
} as const;
