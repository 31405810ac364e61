import type { Refusal } from '../operation/refusal.ts';
import type { Condition } from '../vpc/list.ts';
import { refuse } from './refusals.ts';

/** Times are told in whole seconds, and the last of them counts as a whole. */
const comparisons: ReadonlyMap<string, { readonly comparison: string; readonly moreMs: number }> = new Map([
  ['CreationStartTime', { comparison: '>=', moreMs: 0 }],
  ['CreationEndTime', { comparison: '<', moreMs: 1000 }],
]);

/** `Filter.N` with `CreationStartTime` and `CreationEndTime`, UTC with minutes or seconds, both ends included. */
export function createdWithin(
  table: string,
  filters: readonly { readonly Key?: string; readonly Value?: string }[],
): readonly Condition[] | Refusal {
  const conditions: Condition[] = [];
  for (const { Key: key = '', Value: value = '' } of filters) {
    const bound = comparisons.get(key);
    if (bound === undefined) {
      return refuse('InvalidFilterKey.NotFound', { value: key, allowed: [...comparisons.keys()].join(', ') });
    }
    const timeMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(timeMs)) return refuse('InvalidFilterValue', { value });
    conditions.push({ where: `${table}.created_at_ms ${bound.comparison} ?`, values: [timeMs + bound.moreMs] });
  }
  return conditions;
}
