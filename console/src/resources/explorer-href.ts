import type { Parameters } from '../api/cloud.ts';
import { hrefOf } from '../router/route.ts';

/** The address of the Explorer with an operation and its parameters filled in, lists and objects as JSON. */
export function explorerHref(product: string, operation: string, parameters: Parameters): string {
  const query = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]],
  );
  return hrefOf('explorer', [product, operation], new URLSearchParams(query));
}
