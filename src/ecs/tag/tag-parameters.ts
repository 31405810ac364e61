/** A tag as requests carry it. */
export interface TagParameter {
  readonly Key?: string;
  readonly Value?: string;
}

/** What is wrong with tags that are to be set. Each product has codes of its own for it. */
export type TagFault =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'key'; readonly name: string; readonly key: string }
  | { readonly kind: 'value'; readonly name: string; readonly value: string }
  | { readonly kind: 'duplicate'; readonly key: string };

const maxLength = 128;
const reservedKey = /^(aliyun|acs:)/i;
const urlScheme = /https?:\/\//i;

/** A tag key: 1 to 128 characters, not `aliyun...` or `acs:...`, no URL in it. */
function isTagKey(key: string): boolean {
  return key !== '' && key.length <= maxLength && !reservedKey.test(key) && !urlScheme.test(key);
}

/** The first fault of tags to be set: too many, a malformed key or value, a key given twice (ENI-42). */
export function faultOf(
  tags: readonly TagParameter[],
  {
    limit,
    reservedValue,
    longestValue = maxLength,
  }: { readonly limit: number; readonly reservedValue: RegExp; readonly longestValue?: number },
): TagFault | undefined {
  if (tags.length > limit) return { kind: 'count', count: tags.length };
  const keys = new Set<string>();
  for (const [index, { Key: key = '', Value: value = '' }] of tags.entries()) {
    if (!isTagKey(key)) return { kind: 'key', name: `Tag.${index + 1}.Key`, key };
    if (value.length > longestValue || reservedValue.test(value) || urlScheme.test(value)) {
      return { kind: 'value', name: `Tag.${index + 1}.Value`, value };
    }
    if (keys.has(key)) return { kind: 'duplicate', key };
    keys.add(key);
  }
  return undefined;
}
