import type { ObjectShape, Shape } from '../../../src/contracts/contract.ts';
import { flattenParameters } from '../../../src/contracts/flatten.ts';

/** What is filled in for a parameter: a text, whatever type the contract has, or texts in lists and objects. */
export type Value = string | readonly Value[] | ObjectValue;

export interface ObjectValue {
  readonly [name: string]: Value;
}

/** Parameters as they are filled in, by wire name. */
export type Values = ObjectValue;

export function isListValue(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObjectValue(value: Value | undefined): value is ObjectValue {
  return typeof value === 'object' && !Array.isArray(value);
}

export function isListShape(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

export function isObjectShape(shape: Shape): shape is ObjectShape {
  return typeof shape === 'object' && !Array.isArray(shape);
}

/** The values with one member set, or without it. */
export function withMember(values: ObjectValue, name: string, value: Value | undefined): ObjectValue {
  if (value !== undefined) return { ...values, [name]: value };
  const { [name]: _gone, ...others } = values;
  return others;
}

/**
 * What is sent: items of lists in which nothing is filled in yet are left out, and so is what consists of nothing else.
 * Halves of characters cannot travel, and have the sign of what is unreadable in their place.
 */
export function filledIn(values: Values): Values {
  const entries = Object.entries(values).flatMap(([name, value]): [string, Value][] => {
    const filled = filledValue(value);
    return filled === undefined ? [] : [[wellFormed(name), filled]];
  });
  return Object.fromEntries(entries);
}

function filledValue(value: Value): Value | undefined {
  if (isListValue(value)) {
    const items = value.map(filledValue).filter((item) => item !== undefined && item !== '');
    return items.length === 0 ? undefined : items.filter((item) => item !== undefined);
  }
  if (!isObjectValue(value)) return wellFormed(value);
  const filled = filledIn(value);
  return Object.keys(filled).length === 0 ? undefined : filled;
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Any JSON as values: numbers and booleans become texts, what is null is left out. Undefined when it is no object. */
export function valuesOf(json: unknown): Values | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const entries = Object.entries(json).flatMap(([name, member]): [string, Value][] => {
    const value = fromJson(member);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function fromJson(json: unknown): Value | undefined {
  if (json === null || json === undefined) return undefined;
  if (Array.isArray(json)) return json.map((item) => fromJson(item) ?? '');
  return typeof json === 'object' ? valuesOf(json) : String(json);
}

const secret = /password|secret|token$/i;

/** The values as flat names, for an address; what is secret does not go there. */
export function flatValues(shape: ObjectShape, values: Values): [string, string][] {
  return flattenParameters(shape, filledIn(values)).filter(([name]) => !secret.test(name));
}

/** Values from flat names, `Tag.1.Key`, as the contract nests them. Names that it has not are kept as they are. */
export function nestedValues(shape: ObjectShape, flat: Iterable<readonly [name: string, value: string]>): Values {
  let values: Values = {};
  for (const [name, text] of flat) {
    const [first = '', ...rest] = name.split('.');
    const own = shape[first];
    values =
      own === undefined || rest.length === 0
        ? withMember(values, name, text)
        : withMember(values, first, placed(own, values[first], rest, text));
  }
  return values;
}

const largestIndex = 1_000;

function placed(shape: Shape | undefined, value: Value | undefined, path: readonly string[], text: string): Value {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  const index = Number(first);
  if (shape !== undefined && isListShape(shape) && Number.isInteger(index) && index >= 1 && index <= largestIndex) {
    const items = isListValue(value) ? [...value] : [];
    while (items.length < index) items.push(isObjectShape(shape[0]) ? {} : '');
    items[index - 1] = placed(shape[0], items[index - 1], rest, text);
    return items;
  }
  const members = isObjectValue(value) ? value : {};
  const member = shape !== undefined && isObjectShape(shape) ? shape[first] : undefined;
  return withMember(members, first, placed(member, members[first], rest, text));
}
