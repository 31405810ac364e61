import { type Document, isScalar, visit } from 'yaml';

/**
 * Where in the text keys are that their mapping has had before. What parses YAML can look for them too, but compares each
 * key with all before it.
 */
export function doubleKeys(document: Document): readonly number[] {
  const found: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value)) found.push(key.range?.[0] ?? 0);
        known.add(key.value);
      }
    },
  });
  return found;
}
