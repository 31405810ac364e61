import type { Parameters } from '../api/cloud.ts';
import { hrefOf } from '../router/route.ts';

/** The address of the Explorer with an operation and its parameters filled in, named as they travel: `Tag.1.Key`. */
export function explorerHref(product: string, operation: string, parameters: Parameters): string {
  const query = Object.entries(parameters).flatMap(([name, value]) => flat(name, value));
  return hrefOf('explorer', [product, operation], new URLSearchParams(query));
}

function flat(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => flat(`${name}.${index + 1}`, item));
  if (typeof value === 'object') return Object.entries(value).flatMap(([inner, one]) => flat(`${name}.${inner}`, one));
  return [[name, String(value)]];
}
