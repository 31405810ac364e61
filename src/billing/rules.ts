import type { Rule } from '../operation/operation.ts';
import { refuse } from './refusals.ts';

const maxListedIds = 100;
const utcTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** One of a few words, the case counting. */
export function oneOf(...allowed: readonly string[]): Rule<string> {
  return (value, name) =>
    allowed.includes(value)
      ? undefined
      : refuse('InvalidParameter', { name, value: `${value}, which is none of ${allowed.join(', ')}` });
}

/** A time in UTC with seconds, `2026-01-02T03:04:05Z`. */
export const time: Rule<string> = (value, name) =>
  utcTime.test(value) && !Number.isNaN(Date.parse(value)) ? undefined : refuse('InvalidParameter', { name, value });

/** A whole number from 1. */
export function upTo(highest: number): Rule<number> {
  return (value, name) =>
    Number.isInteger(value) && value >= 1 && value <= highest ? undefined : refuse('InvalidParameter', { name, value });
}

/** Up to 100 ids, separated by commas. */
export const ids: Rule<string> = (value, name) => {
  const count = idsOf(value).length;
  return count > maxListedIds
    ? refuse('InvalidParameter', { name, value: `${count} ids, at most ${maxListedIds}` })
    : undefined;
};

export function idsOf(list: string): readonly string[] {
  return list.split(',').map((id) => id.trim());
}
