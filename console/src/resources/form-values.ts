import type { Parameters } from '../api/parameters.ts';
import type { Field } from './resource-type.ts';
import { type Row, textsAt } from './row.ts';

/** What a form holds, by the parameter of each field. */
export type FormValues = Readonly<Record<string, unknown>>;

/** What a form shows at first. */
export function initialValues(fields: readonly Field[], row: Row | undefined): FormValues {
  return Object.fromEntries(
    fields.map(({ parameter, as, initial, initialPath }) => {
      const texts = initialPath === undefined || row === undefined ? [] : textsAt(row, initialPath);
      if (as === 'list') return [parameter, texts];
      return [parameter, initialPath === undefined ? initial : (texts[0] ?? '')];
    }),
  );
}

/**
 * What a form says, as parameters. What is empty is left out, but for a text of the row that was emptied: that takes
 * it away.
 * @param initial what it showed at first
 */
export function formParameters(fields: readonly Field[], values: FormValues, initial: FormValues): Parameters {
  const parameters: Record<string, unknown> = {};
  for (const { parameter, as, initialPath } of fields) {
    const isOfRow = as === undefined && initialPath !== undefined && initial[parameter] !== '';
    const value = parameterValue(values[parameter], as) ?? (isOfRow ? '' : undefined);
    if (value !== undefined) place(parameters, parameter.split('.'), value);
  }
  return parameters;
}

function parameterValue(value: unknown, as: Field['as']): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  if (typeof value === 'boolean') return value ? true : undefined;
  const text = value === undefined || value === null ? '' : String(value).trim();
  if (text === '') return undefined;
  // What is no number goes along as it is: the server says what is wrong with it.
  return as === 'number' && /^\d+$/.test(text) ? Number(text) : text;
}

type Container = Record<string, unknown> | unknown[];

/** Puts a value where a path of names and positions leads, and makes what is missing on the way. */
function place(into: Container, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    put(into, name, value);
    return;
  }
  const there = get(into, name);
  const inner: Container = isContainer(there) ? there : /^\d+$/.test(rest[0] ?? '') ? [] : {};
  put(into, name, inner);
  place(inner, rest, value);
}

function get(container: Container, name: string): unknown {
  return Array.isArray(container) ? container[Number(name)] : container[name];
}

function put(container: Container, name: string, value: unknown): void {
  if (Array.isArray(container)) container[Number(name)] = value;
  else container[name] = value;
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}
