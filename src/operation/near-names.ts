import { distance } from 'fastest-levenshtein';

/** At most five of the names that somebody who wrote this one may have meant, the nearest first. */
export function nearNames(names: Iterable<string>, written: string): readonly string[] {
  const wanted = written.toLowerCase();
  const words = wordsOf(written);
  return [...names]
    .map((name) => {
      const shared = wordsOf(name).filter((word) => words.includes(word)).length;
      return { name, shared, away: distance(name.toLowerCase(), wanted) };
    })
    .filter(({ name, shared, away }) => shared > 0 || away <= Math.max(2, name.length / 3))
    .sort((one, other) => other.shared - one.shared || one.away - other.away)
    .slice(0, 5)
    .map(({ name }) => name);
}

/** Names are made of words that begin with capitals; short ones are in too many. */
function wordsOf(name: string): readonly string[] {
  return name
    .split(/[^A-Za-z]|(?<=[a-z])(?=[A-Z])/)
    .filter((word) => word.length > 3)
    .map((word) => word.toLowerCase());
}
