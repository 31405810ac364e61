/** A JSON list of at most `limit` texts, undefined when not given. An empty list names nothing. No database takes NUL characters. */
export function jsonList(text: string | undefined, limit = 100): readonly string[] | 'malformed' | undefined {
  if (text === undefined) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    const isList = Array.isArray(list) && list.length <= limit && list.every(isText);
    return isList ? (list as string[]) : 'malformed';
  } catch {
    return 'malformed';
  }
}

function isText(item: unknown): boolean {
  return typeof item === 'string' && !item.includes('\0');
}
