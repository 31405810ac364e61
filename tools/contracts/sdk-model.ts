import type { ObjectShape, Shape } from '../../src/contracts/contract.ts';

/** A model class of an SDK package: two static maps, keyed by property, describe what travels. */
export interface ModelClass {
  /** Property to wire name. */
  names(): Readonly<Record<string, string>>;
  /** Property to type: a scalar's name, a model class, or an array or map of these. */
  types(): Readonly<Record<string, unknown>>;
}

/** How the SDK packs a list or object parameter into one text. */
export type Packing = 'json' | 'comma';

/**
 * The shape of a model, keyed by wire name in the order the SDK declares the fields.
 * `packings` (by property) replaces the shape of what travels as one text.
 */
export function objectShape(model: ModelClass, packings: ReadonlyMap<string, Packing> = new Map()): ObjectShape {
  const types = model.types();
  const entries = Object.entries(model.names()).map(([property, wireName]): [string, Shape] => [
    wireName,
    packings.get(property) ?? shapeOf(types[property]),
  ]);
  return Object.fromEntries(entries);
}

function shapeOf(type: unknown): Shape {
  if (type === 'string' || type === 'number' || type === 'boolean') return type;
  if (isModelClass(type)) return objectShape(type);
  if (isArrayType(type)) return [shapeOf(type.itemType)];
  if (type === 'any' || isMapType(type)) return 'any';
  throw new Error(`The SDK has a field of a type with no shape: ${JSON.stringify(type)}`);
}

/** True for a class with the static maps of an SDK model. */
export function isModelClass(value: unknown): value is ModelClass {
  return typeof value === 'function' && 'names' in value && 'types' in value;
}

function isMapType(type: unknown): boolean {
  return typeof type === 'object' && type !== null && 'type' in type && type.type === 'map';
}

function isArrayType(type: unknown): type is { readonly type: 'array'; readonly itemType: unknown } {
  return typeof type === 'object' && type !== null && 'type' in type && type.type === 'array' && 'itemType' in type;
}
