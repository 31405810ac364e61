import type { ObjectShape, Shape } from './contract.ts';

/**
 * The parameters of a call as they travel, in the order given: lists numbered from 1 and objects spread over dotted
 * names, `Tag.1.Key`, except where the contract wants one text: JSON, which lists and objects also become for a plain
 * text, or comma-separated. Names that the contract has not are spread as well, so that flat names stay what they are.
 * `undefined` and `null` are left out.
 */
export function flattenParameters(
  shape: ObjectShape,
  parameters: Readonly<Record<string, unknown>>,
): [string, string][] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    flatten(name, value, Object.hasOwn(shape, name) ? shape[name] : undefined),
  );
}

function flatten(name: string, value: unknown, shape: Shape | undefined): [string, string][] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [[name, String(value)]];
  if (shape === 'json' || shape === 'string') return [[name, JSON.stringify(value)]];
  if (Array.isArray(value)) {
    if (shape === 'comma') return [[name, value.join(',')]];
    const item = isList(shape) ? shape[0] : undefined;
    return value.flatMap((one: unknown, index) => flatten(`${name}.${index + 1}`, one, item));
  }
  return Object.entries(value).flatMap(([key, one]) => flatten(`${name}.${key}`, one, memberOf(shape, key)));
}

function memberOf(shape: Shape | undefined, key: string): Shape | undefined {
  return typeof shape === 'object' && !isList(shape) && Object.hasOwn(shape, key) ? shape[key] : undefined;
}

function isList(shape: Shape | undefined): shape is readonly [Shape] {
  return Array.isArray(shape);
}
