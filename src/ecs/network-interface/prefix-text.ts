import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';

/** Whether all texts are addresses with one and the same mask, the one that prefixes have. */
export function checkPrefixTexts(
  texts: readonly string[],
  mask: number,
  isAddress: (text: string) => boolean,
): Refusal | undefined {
  const masks: string[] = [];
  for (const value of texts) {
    const [, address = '', length = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(value) ?? [];
    if (!isAddress(address)) return refuse('InvalidIp.IpPrefixIllegal', { value });
    masks.push(length);
  }
  const [first] = masks;
  if (masks.some((each) => each !== first)) {
    return refuse('InvalidIp.IpPrefixMaskNotSame', { value: texts.join(', ') });
  }
  return first === undefined || Number(first) === mask
    ? undefined
    : refuse('InvalidIp.IpPrefixMaskInvalid', { mask: first, least: mask, most: mask });
}

/** Refuses what is named twice, however it is spelt. */
export function checkRepeated<Requested extends { readonly text: string }>(
  requested: readonly Requested[],
  keyOf: (each: Requested) => string | number,
): Refusal | undefined {
  const seen = new Set<string | number>();
  for (const each of requested) {
    const key = keyOf(each);
    if (seen.has(key)) return refuse('InvalidIp.IpRepeated', { ip: each.text });
    seen.add(key);
  }
  return undefined;
}
