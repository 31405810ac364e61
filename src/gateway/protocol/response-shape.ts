import type { ObjectShape, Shape } from '../../contracts/contract.ts';

/** What an operation answers: fields by wire name, as its contract shapes them. */
export type ResponseFields = Readonly<Record<string, unknown>>;

export type ListShape = readonly [Shape];

export function isListShape(shape: Shape): shape is ListShape {
  return Array.isArray(shape);
}

export function isObjectShape(shape: Shape): shape is ObjectShape {
  return typeof shape === 'object' && !Array.isArray(shape);
}

/**
 * Whether a field is rendered even when the operation gave nothing: lists, and the one-member objects that wrap them.
 * Callers read `body.Wrapper.Member` without looking. Where the mere presence of a field means something to them, the
 * operation gives `null` and it is left out.
 */
export function isAlwaysPresent(shape: Shape): boolean {
  if (isListShape(shape)) return true;
  if (!isObjectShape(shape)) return false;
  const members = Object.values(shape);
  return members.length === 1 && members[0] !== undefined && isListShape(members[0]);
}

export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** The fields of an object a contract promises; a bug of the operation when it is something else. */
export function fieldsOf(value: unknown, name: string): ResponseFields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as ResponseFields;
  throw new TypeError(`the response field ${name} must be an object`);
}

/** The items of a list a contract promises, absent ones left out; a bug of the operation when it is something else. */
export function itemsOf(value: unknown, name: string): readonly unknown[] {
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) throw new TypeError(`the response field ${name} must be a list`);
  return value.some(isAbsent) ? value.filter((item) => !isAbsent(item)) : value;
}

const numeric = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A number as both formats write it. Texts of digits pass as they are, so that 64-bit numbers keep every digit. */
export function numberText(value: unknown, name: string): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string' && numeric.test(value)) return value;
  throw new TypeError(`the response field ${name} must be a number`);
}

export function booleanText(value: unknown, name: string): string {
  if (value === true || value === 'true') return 'true';
  if (value === false || value === 'false') return 'false';
  throw new TypeError(`the response field ${name} must be a boolean`);
}

export function stringOf(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  throw new TypeError(`the response field ${name} must be a string`);
}
