import type { Parameters } from '../api/parameters.ts';
import { hrefOf } from '../router/route.ts';
import { type AddressedCaller, callerQuery } from '../settings/addressed-caller.ts';

/**
 * The address of the Explorer with an operation and its parameters filled in, named as they travel: `Tag.1.Key`.
 * @param caller who is to send the call and where; the header says so without. The region of the parameters prevails.
 */
export function explorerHref(
  product: string,
  operation: string,
  parameters: Parameters,
  { account, accessKeyId, regionId }: AddressedCaller = {},
): string {
  const query = Object.entries(parameters).flatMap(([name, value]) => flat(name, value));
  const region = 'RegionId' in parameters ? undefined : regionId;
  const caller = Object.entries(callerQuery({ account, accessKeyId, regionId: region }));
  return hrefOf('explorer', [product, operation], new URLSearchParams([...query, ...caller]));
}

function flat(name: string, value: unknown): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => flat(`${name}.${index + 1}`, item));
  if (typeof value === 'object') return Object.entries(value).flatMap(([inner, one]) => flat(`${name}.${inner}`, one));
  return [[name, String(value)]];
}
