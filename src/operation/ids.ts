import type { Random } from './context.ts';
import { findRegion } from './regions.ts';

/** Lengths of ids after the prefix, as real ones have them (docs/semantics.md, ids). */
const idLengths = {
  vpc: 21,
  vsw: 21,
  vrt: 21,
  vtb: 21,
  rte: 21,
  ipv6gw: 21,
  ipv6bw: 21,
  sg: 20,
  sgr: 20,
  i: 20,
  eni: 20,
  'eni-perm': 18,
  eip: 21,
  d: 20,
  s: 20,
  ssh: 20,
} as const;

/** 36^8 milliseconds last until the year 2059. */
const timeLength = 8;

/**
 * A new id, `eni-bp1` and lower-case letters and digits: prefix, the region's three characters, the time, a random
 * tail. Ids made one after another are neighbours in every index, so that a commit touches few pages however large the
 * state is.
 */
export function newId(
  prefix: keyof typeof idLengths,
  { regionId, nowMs, random }: { readonly regionId: string; readonly nowMs: number; readonly random: Random },
): string {
  const chosen = random.chosenId?.(prefix);
  if (chosen !== undefined) return chosen;
  const infix = findRegion(regionId)?.idInfix ?? 'xxx';
  const time = nowMs.toString(36).padStart(timeLength, '0').slice(-timeLength);
  return `${prefix}-${infix}${time}${random.token(idLengths[prefix] - infix.length - timeLength)}`;
}
