import { type Condition, nothing } from '../vpc/list.ts';

/** No name has more, in UTF-16 units; an engine takes only so many conditions. */
const longestName = 256;

/** Holds where the column's text is as the pattern says: `*` stands for any text, the rest is compared in its letter case. */
export function matchesPattern(column: string, pattern: string): Condition & { readonly values: readonly string[] } {
  if (!pattern.includes('*')) return { where: `${column} = ?`, values: [pattern] };
  const parts = pattern.split('*').filter((part) => part !== '');
  if (parts.join('').length > longestName) return { ...nothing, values: [] };
  // LIKE keeps the order of the parts. One engine ignores letter case there, so each part is looked for by itself too.
  const like = pattern.replace(/[!%_]/g, '!$&').replace(/\*+/g, '%');
  const contains = parts.map(() => ` AND REPLACE(${column}, ?, '') <> ${column}`).join('');
  return { where: `${column} LIKE ? ESCAPE '!'${contains}`, values: [like, ...parts] };
}
