/** Deeper than anything an operation takes, and far from where walking through a value would need too much stack. */
const deepest = 64;

/**
 * The value of a JSON text from a caller; undefined when it is none, when it holds what is no text (a NUL character or
 * half a surrogate pair, which JSON can write although no parameter can have them), or is nested more than 64 deep.
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isWhole(value, 0) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isWhole(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isWhole(item, depth + 1));
  return Object.entries(value).every(([name, member]) => isText(name) && isWhole(member, depth + 1));
}

/** Whether a text is made of whole characters, none of them NUL: what every database takes and every answer can show. */
export function isText(text: string): boolean {
  return !/[\0\p{Cs}]/u.test(text);
}
