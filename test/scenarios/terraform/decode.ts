import type { Body } from '../../support/test-account.ts';

/** `jsonpath.Get`: a step that is not there is an error, as is anything but an object on the way. */
export function jsonpath(body: Body, path: string): unknown {
  let at: unknown = body;
  for (const step of path.split('.').slice(1)) {
    if (typeof at !== 'object' || at === null || !(step in at)) {
      throw new Error(`unknown key ${step} of ${path} in ${JSON.stringify(body)}`);
    }
    at = (at as Body)[step];
  }
  return at;
}

/** The list at a path: anything else panics. */
export function listAt(body: Body, path: string): Body[] {
  const found = jsonpath(body, path);
  if (!Array.isArray(found)) throw new Error(`panic: ${path} is no list: ${JSON.stringify(found)}`);
  return found;
}

/** The texts at a path. */
export function textsAt(body: Body, path: string): string[] {
  return listAt(body, path).map((text) => {
    if (typeof text !== 'string') throw new Error(`panic: ${path} is no list of texts: ${JSON.stringify(text)}`);
    return text;
  });
}

/** A field that is asserted to be a boolean. */
export function flagAt(body: Body, name: string): boolean {
  const value: unknown = body[name];
  if (typeof value !== 'boolean') throw new Error(`panic: ${name} is no boolean: ${JSON.stringify(body)}`);
  return value;
}

/** `formatInt`: a number, a text of digits, or nothing at all. */
export function numberAt(body: Body, name: string): number {
  const value: unknown = body[name] ?? 0;
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value);
  throw new Error(`panic: ${name} is no number: ${JSON.stringify(body)}`);
}

/** Tags as a map, whatever they are called by the product. */
export function tagMap(tags: readonly Body[]): Record<string, string> {
  return Object.fromEntries(
    tags.map((tag) => {
      const key: unknown = tag.TagKey ?? tag.Key;
      if (typeof key !== 'string') throw new Error(`panic: a tag without key: ${JSON.stringify(tag)}`);
      return [key, String(tag.TagValue ?? tag.Value ?? '')];
    }),
  );
}

/** `Tag.N.Key` and `Tag.N.Value` of a map. */
export function tagParameters(tags: Readonly<Record<string, string>> = {}) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
