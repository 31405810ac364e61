import type { Refusal } from '../operation/refusal.ts';
import type { Condition } from '../vpc/list.ts';
import { refuse } from './refusals.ts';

const comparisons: ReadonlyMap<string, string> = new Map([
  ['CreationStartTime', '>='],
  ['CreationEndTime', '<='],
]);

/** `Filter.N` with `CreationStartTime` and `CreationEndTime`, UTC with minutes or seconds, both ends included. */
export function createdWithin(
  table: string,
  filters: readonly { readonly Key?: string; readonly Value?: string }[],
): readonly Condition[] | Refusal {
  const conditions: Condition[] = [];
  for (const { Key: key = '', Value: value = '' } of filters) {
    const comparison = comparisons.get(key);
    if (comparison === undefined) {
      return refuse('InvalidFilterKey.NotFound', { value: key, allowed: [...comparisons.keys()].join(', ') });
    }
    const timeMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(timeMs)) return refuse('InvalidFilterValue', { value });
    conditions.push({ where: `${table}.created_at_ms ${comparison} ?`, values: [timeMs] });
  }
  return conditions;
}
