import type { ObjectShape, Shape } from '../../../src/contracts/contract.ts';
import type { DescribedOperation } from '../api/operations.ts';
import {
  isListShape,
  isListValue,
  isObjectShape,
  isObjectValue,
  type ObjectValue,
  type Value,
  type Values,
} from '../parameters/values.ts';

/** A parameter as the typed SDKs take it. */
export type Typed =
  | { readonly kind: 'text' | 'number' | 'boolean'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly itemKind: Typed['kind'];
      readonly itemClass: string;
      readonly items: readonly Typed[];
    }
  | TypedObject;

/** An object of a class of the SDK. */
export interface TypedObject {
  readonly kind: 'object';
  /** All SDKs name it alike: `CreateNetworkInterfaceRequestTag`. */
  readonly className: string;
  readonly members: readonly (readonly [wireName: string, value: Typed])[];
}

const decimal = /^-?\d+(\.\d+)?$/;

/**
 * The request as the typed SDKs take it. Undefined when they cannot carry it: a parameter that the operation has not, a
 * text where they take a number, or what travels as JSON, whose classes the contract does not know.
 */
export function typedRequest({ action, parameters }: DescribedOperation, values: Values): TypedObject | undefined {
  return typedObject(`${action}Request`, parameters, values);
}

function typedObject(className: string, shape: ObjectShape, value: ObjectValue): TypedObject | undefined {
  const members: [string, Typed][] = [];
  for (const [name, member] of Object.entries(value)) {
    const own = shape[name];
    const typed = own === undefined ? undefined : typedValue(`${className}${name}`, own, member);
    if (typed === undefined) return undefined;
    members.push([name, typed]);
  }
  return { kind: 'object', className, members };
}

function typedValue(className: string, shape: Shape, value: Value): Typed | undefined {
  if (isListShape(shape)) return isListValue(value) ? typedList(className, shape[0], value) : undefined;
  if (isObjectShape(shape)) return isObjectValue(value) ? typedObject(className, shape, value) : undefined;
  if (typeof value !== 'string') return undefined;
  if (shape === 'string') return { kind: 'text', text: value };
  if (shape === 'number' && decimal.test(value)) return { kind: 'number', text: value };
  if (shape === 'boolean' && (value === 'true' || value === 'false')) return { kind: 'boolean', text: value };
  return undefined;
}

function typedList(itemClass: string, shape: Shape, values: readonly Value[]): Typed | undefined {
  const items = values.map((value) => typedValue(itemClass, shape, value));
  const typed = items.filter((item) => item !== undefined);
  const [first] = typed;
  if (first === undefined || typed.length < items.length) return undefined;
  return { kind: 'list', itemKind: first.kind, itemClass, items: typed };
}

/** Whether a number is anywhere in a value. */
export function hasNumber(value: Typed): boolean {
  if (value.kind === 'list') return value.items.some(hasNumber);
  if (value.kind === 'object') return value.members.some(([, member]) => hasNumber(member));
  return value.kind === 'number';
}
