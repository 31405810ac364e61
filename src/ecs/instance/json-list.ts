import { parseJson } from '../../operation/json.ts';

/** A JSON list of at most `limit` texts, undefined when not given. An empty list names nothing. */
export function jsonList(text: string | undefined, limit = 100): readonly string[] | 'malformed' | undefined {
  if (text === undefined) return undefined;
  const list = parseJson(text);
  const isList = Array.isArray(list) && list.length <= limit && list.every((item) => typeof item === 'string');
  return isList ? (list as string[]) : 'malformed';
}
