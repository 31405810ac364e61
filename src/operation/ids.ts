import type { Random } from './context.ts';
import { findRegion } from './regions.ts';

/** Lengths of ids after the prefix, as real ones have them (docs/semantics.md, ids). */
const idLengths = {
  vpc: 21,
  vsw: 21,
  vrt: 21,
  vtb: 21,
  sg: 20,
  i: 20,
  eni: 20,
} as const;

/** A new id, `eni-bp1` and lower-case letters and digits: prefix, the region's three characters, a random tail. */
export function newId(prefix: keyof typeof idLengths, regionId: string, random: Random): string {
  const infix = findRegion(regionId)?.idInfix ?? 'xxx';
  return `${prefix}-${infix}${random.token(idLengths[prefix] - infix.length)}`;
}
